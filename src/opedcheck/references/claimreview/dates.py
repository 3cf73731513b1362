"""Dates of publication as feeds have them: ISO 8601, with or without a time, or English words."""

from __future__ import annotations

import re

from opedcheck.model import Period, partial

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
ISO = re.compile(r"\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?!\d)")
WORDS = (
    re.compile(r"\b(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"),
    re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]{2})[a-z]*\.?,? (?P<year>\d{4})\b"),
)
ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[01]\d|[A-Za-z]{3})/(?P<day>[0-3]?\d)/")


def read(text: str) -> Period | None:
    """The day, month or year that `text` names; None where it names none, or none that exists."""
    iso = ISO.match(text)
    told = [iso[1]] if iso else [_in_words(found) for pattern in WORDS if (found := pattern.search(text))]
    try:
        return partial(told[0]) if told else None
    except ValueError:
        return None


def in_address(url: str) -> Period | None:
    """The day by which many sites file what they publish: /2019/feb/28/ or /2019/02/28/."""
    found = ADDRESS.search(url)
    if not found:
        return None
    month = found["month"]
    return read(f"{found['year']}-{month}-{int(found['day']):02}" if month.isdigit() else _in_words(found))


def _in_words(found: re.Match[str]) -> str:
    """A day of words and figures, as ISO 8601; no date where the month is none."""
    return f"{found['year']}-{MONTHS.get(found['month'].lower(), 0):02}-{int(found['day']):02}"
