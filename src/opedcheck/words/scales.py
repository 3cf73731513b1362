"""Words for powers of ten, and large figures as people write them: "7.1 billion"."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
FIGURE = r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion)?"
_WHOLE = re.compile(rf"\s*{FIGURE}\s*\Z", re.I)


def scaled(found: re.Match[str]) -> Decimal:
    """The number that a match of FIGURE stands for."""
    return Decimal(found["number"].replace(",", "")) * SCALES[(found["scale"] or "").lower()]


def figure(text: str) -> Decimal | None:
    """The number that `text` is as a whole, "7.1 billion" or "5,000"; None where it is none."""
    found = _WHOLE.match(text)
    return scaled(found) if found else None


def in_words(number: Decimal) -> str:
    """A number as it is printed: 7100000000 is "7.1 billion", 12500 "12,500"."""
    fitting = [word for word, scale in SCALES.items() if word != "thousand" and abs(number) >= scale]
    word = max(fitting, key=SCALES.__getitem__, default="")
    scale = SCALES[word]
    shown = f"{number / scale:,f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return f"{shown} {word}".strip()
