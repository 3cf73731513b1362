"""`impossible-date`: a day that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from opedcheck.judging.internal.found import around, at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules import impossible_date
from opedcheck.model import Finding, Time
from opedcheck.words.days import MONTHS

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
LONGEST = 31
FEBRUARY = 2
# "In June 31 people died": a bare number behind a month may count what comes next.
COUNTS_ON = re.compile(
    r"\s+(?:[a-z$€£%]|[A-Z][a-z]+s\b)|[-‐–—,]\d|-[a-z]|\s?%|\s(?:million|billion|thousand|percent)\b"
)
# Whoever says that a day does not exist knows it.
KNOWN_SO = re.compile(
    r"\b(?:no|not|never|nonexistent|non-existent|imaginary|fictional|fictitious|n't)\b|n['’]t\b", re.I
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each date whose month is too short for its day."""
    for time in case.reading.times:
        found = DAY.match(time.value)
        if not found:
            continue
        year, month, day = map(int, found.groups())
        days = longest(year, month, stated=str(year) in time.text)
        if days < day <= LONGEST and _is_date(case, time, year) and not KNOWN_SO.search(around(case, time.start)):
            of_year = f" {year}" if month == FEBRUARY and day == 29 else ""
            message = f"There is no {day} {MONTHS[month - 1]}{of_year}: the month has {days} days."
            yield at(case, impossible_date.RULE, time.start, time.end, message)


def longest(year: int, month: int, *, stated: bool) -> int:
    """How many days the month has at most; where no year is stated, February may have 29."""
    if not 1 <= month <= 12:
        return LONGEST
    return calendar.monthrange(year, month)[1] if stated else calendar.monthrange(2000, month)[1]


def _is_date(case: Case, time: Time, year: int) -> bool:
    """Whether it can't but be a date: with its year, or with nothing behind it that a number could count."""
    return str(year) in time.text or not COUNTS_ON.match(case.text, time.end)
