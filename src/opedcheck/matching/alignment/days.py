"""Days, months and years that differ as slips of the pen do: by one or a few, or in another year."""

from __future__ import annotations

import re
from typing import Literal

from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.model import Time

Length = Literal["day", "month", "year"]
# A date that is written out; "last week" or "then" may be told of anything.
WRITTEN = re.compile(r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\b|[a-z]+day\b", re.I)
NEIGHBOURS, WEEK = 2, 7
"""So many days apart, two dates are one and a slip; so many, they may be."""
YEAR = 12
FROM, UNTIL = frozenset({"after", "since", "from"}), frozenset({"before", "until", "till", "by"})


def closeness(ours: Time, theirs: Time) -> Closeness | None:
    """How near two different dates are; None where they meet, or are none."""
    mine, his = length(ours), length(theirs)
    if mine is None or his is None or meet(ours, theirs) or not WRITTEN.search(ours.text):
        return None
    assert ours.first and theirs.first
    one, other = ours.first, theirs.first
    months = abs((one.year - other.year) * YEAR + one.month - other.month)
    if mine != his:
        return "far"
    if mine == "year":
        return "weak" if abs(one.year - other.year) == 1 else "far"
    if mine == "month":
        return "weak" if months in (1, YEAR) else "far"
    apart = abs((one - other).days)
    if apart <= NEIGHBOURS or (one.day == other.day and months == YEAR):
        return "strong"
    return "weak" if apart <= WEEK or (one.day == other.day and months == 1) else "far"


def meet(ours: Time, theirs: Time) -> bool:
    """Whether two times have a day in common."""
    return ours.period is not None and theirs.period is not None and ours.period.meets(theirs.period)


def leaves_open(preposition: str, ours: Time, theirs: Time) -> bool:
    """Whether a time with a preposition ("after May 5") is true of the other one all the same."""
    if None in (ours.first, ours.last, theirs.first, theirs.last):
        return False
    assert ours.first and ours.last and theirs.first and theirs.last
    if preposition in FROM:
        return theirs.first >= ours.first
    return preposition in UNTIL and theirs.last <= ours.last


def length(time: Time) -> Length | None:
    """Whether a time is a day, a month or a year."""
    if time.type != "DATE" or time.first is None or time.last is None:
        return None
    days = (time.last - time.first).days
    if days == 0:
        return "day"
    if time.first.day == 1 and 27 <= days <= 30:
        return "month"
    return "year" if (time.first.month, time.first.day) == (1, 1) and 364 <= days <= 365 else None
