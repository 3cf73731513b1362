"""Numbers as written in words and digits, from the kinds and values of their lexemes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

VAGUE = frozenset({"vague", "dozens"})


def read(kinds: Sequence[str], values: Sequence[Any]) -> float | None:
    """The number: "twenty", "four" is 24, "2", "1", "/", "2" is 2.5; `None` for what is vague."""
    if not VAGUE.isdisjoint(kinds):
        return None
    total = part = 0.0
    seen = False
    at = 0
    while at < len(kinds):
        kind, value = kinds[at], values[at]
        if kind == "or":
            break
        if kind == "couple":
            part, seen = 2.0, True
        elif kinds[at + 1 : at + 3] == ["slash", "digits"] and kind == "digits":
            total += value / values[at + 2] if values[at + 2] else 0.0
            at += 2
            seen = True
        elif kind == "scale" and value >= 1000:  # "one thousand seven hundred"
            total, part = total + (part or 1.0) * value, 0.0
            seen = True
        elif kind in ("scale", "dozen"):
            part = (part or 1.0) * (value or 1)
            seen = True
        elif kind == "half":
            part = part + 0.5 if "and" in kinds else 0.5
            seen = True
        elif kind == "a" and seen:
            pass
        elif isinstance(value, int | float) and kind not in ("the", "hyphen"):
            part += value
            seen = True
        at += 1
    return total + part if seen else None


def spoken_year(kinds: Sequence[str], values: Sequence[Any]) -> int | None:
    """A year in words: "nineteen", "ninety", "six" is 1996; "two", "thousand", "ten" is 2010."""
    figures = [(kind, value) for kind, value in zip(kinds, values, strict=True) if isinstance(value, int)]
    if any(kind == "scale" for kind, _ in figures):
        number = read(kinds, values)
        year = int(number) if number is not None else 0
    elif len(figures) < 2:
        return None
    else:
        year = figures[0][1] * 100 + sum(value for _, value in figures[1:])
    return year if 1000 <= year < 2200 else None
