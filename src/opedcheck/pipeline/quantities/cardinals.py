"""Cardinal numbers out of their pieces: groups below a thousand, with falling scales.

A number is a bounded run of pieces; what a function reads is a `Read`, the value and the piece behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from opedcheck.pipeline.quantities.numerals import ONE, Lexeme

LONGEST_GAP = 14  # characters between two pieces of one expression
MOST_PIECES = 16
SMALL = frozenset({"unit", "teen", "tens"})
MULTIPLIERS = frozenset({"scale", "dozen"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it; `low` below `high` only for "thousands" and its kin.

    `share`: a part of a whole ("two-thirds of", "one in five"), with the value as a fraction of 1.
    `scale`: the last multiplier said. `multiple`: "doubled", "sixfold". `doubtful`: the letter glued to
    it ("5m") that may be a scale or a unit; not yet in `low`.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    scale: Decimal = ONE
    ordinal: bool = False
    share: bool = False
    vague: bool = False
    multiple: bool = False
    spelled: bool = False
    doubtful: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A number read so far, and the piece behind it."""

    value: Decimal
    step: Decimal
    scale: Decimal
    after: int


def gap(text: str, left: Lexeme, right: Lexeme) -> str | None:
    """What stands between two pieces: "" (a space or hyphen), or a word in lower case; None where too far."""
    if right.start - left.end > LONGEST_GAP:
        return None
    between = text[left.end : right.start].lower()
    if "\n" in between:
        return None
    words = between.replace("-", " ").split()
    return " ".join(words)


def is_joined(text: str, pieces: list[Lexeme], at: int, *gaps: str) -> bool:
    """Whether piece `at` follows the one before it with one of `gaps` between."""
    return 0 < at < len(pieces) and gap(text, pieces[at - 1], pieces[at]) in gaps


def small(text: str, pieces: list[Lexeme], at: int) -> Read | None:
    """A number below a hundred in words."""
    if at >= len(pieces) or pieces[at].kind not in SMALL:
        return None
    first = pieces[at]
    if first.kind == "tens" and is_joined(text, pieces, at + 1, "") and pieces[at + 1].kind == "unit":
        return Read(first.value + pieces[at + 1].value, ONE, ONE, at + 2)
    return Read(first.value, ONE, ONE, at + 1)


def _group(text: str, pieces: list[Lexeme], at: int) -> Read | None:
    """Digits, or words below a thousand ("three hundred and two"), without a scale."""
    if at >= len(pieces):
        return None
    first = pieces[at]
    if first.kind == "digits":
        read = Read(first.value, first.step, ONE, at + 1)
    elif first.kind == "article" and pieces[at + 1].kind in MULTIPLIERS | {"hundred"}:
        read = Read(ONE, ONE, ONE, at + 1)
    elif first.kind == "hundred" and not first.plural and _scale_behind(text, pieces, at + 1):
        read = Read(ONE, ONE, ONE, at)
    elif below := small(text, pieces, at):
        read = below
    else:
        return None
    return _hundreds(text, pieces, at, read)


def _scale_behind(text: str, pieces: list[Lexeme], at: int) -> bool:
    return is_joined(text, pieces, at, "") and pieces[at].kind == "scale"


def _hundreds(text: str, pieces: list[Lexeme], first: int, read: Read) -> Read:
    """`read`, which began at piece `first`, with the hundreds behind it: "three hundred and two"."""
    at = read.after
    if at >= len(pieces) or pieces[at].kind != "hundred" or (at > first and not is_joined(text, pieces, at, "")):
        return read
    value, step, after = read.value * 100, read.step * 100, at + 1
    if not is_joined(text, pieces, after, "", "and"):
        return Read(value, step, Decimal(100), after)
    rest = small(text, pieces, after)
    linked = gap(text, pieces[at], pieces[after]) == "and"
    if rest is None and linked and pieces[after].kind == "digits" and 0 < pieces[after].value < 100:
        rest = Read(pieces[after].value, pieces[after].step, ONE, after + 1)
    if rest is None or _divided(text, pieces, rest.after) or _hundred(text, pieces, rest.after):
        return Read(value, step, Decimal(100), after)
    return Read(value + rest.value, rest.step, ONE, rest.after)


def _divided(text: str, pieces: list[Lexeme], at: int) -> bool:
    """Whether a denominator stands at `at`, so that what is before it is the count of parts."""
    return is_joined(text, pieces, at, "") and pieces[at].kind == "part"


def _hundred(text: str, pieces: list[Lexeme], at: int) -> bool:
    return is_joined(text, pieces, at, "") and pieces[at].kind == "hundred"


def cardinal(text: str, pieces: list[Lexeme], at: int) -> Read | None:
    """Groups with falling scales: "two million three hundred thousand and five"."""
    read = _scaled(text, pieces, at)
    while read and read.scale >= 1000 and read.after - at < MOST_PIECES:
        joined_by = gap(text, pieces[read.after - 1], pieces[read.after]) if read.after < len(pieces) else None
        if joined_by not in ("", "and"):
            break
        rest = _scaled(text, pieces, read.after)
        if rest is None or rest.value >= read.scale or pieces[read.after].kind == "article" or rest.value == 0:
            break
        unscaled_digits = pieces[read.after].kind == "digits" and rest.after == read.after + 1
        if unscaled_digits or _divided(text, pieces, rest.after):
            break
        read = Read(read.value + rest.value, rest.step, rest.scale, rest.after)
    return read


def _scaled(text: str, pieces: list[Lexeme], at: int) -> Read | None:
    """One group with the scales right behind it: "three lakh crore", "4 hundred million", "1.2bn"."""
    read = _group(text, pieces, at)
    if read is None:
        return None
    value, step, scale, after = read.value, read.step, read.scale, read.after
    while after < len(pieces) and after - at < MOST_PIECES and pieces[after].kind in MULTIPLIERS:
        if after > at and not is_joined(text, pieces, after, ""):
            break
        factor = pieces[after].value
        value, step, scale, after = value * factor, step * factor, scale * factor, after + 1
    return Read(value, step, scale, after)
