"""How days and periods are put in words for a reader."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from opedcheck.model import Period, partial

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)}
SAID = re.compile(
    rf"(?:(?:(?P<first>\d{{1,2}}) to )?(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
)


def in_words(day: date) -> str:
    """ "10 July 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_in_words(period: Period | None) -> str:
    """A period as an editor would write it: a day, a month, a year, or "11 to 12 July 2023"."""
    if period is None or (period.first is None and period.last is None):
        return "an unknown time"
    first, last = period.first, period.last
    if first is None or last is None:
        return f"until {in_words(last)}" if last else f"from {in_words(first)}" if first else ""
    if first == last:
        return in_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and _month_ends(last)
        return f"{MONTHS[first.month - 1]} {first.year}" if whole else f"{first.day} to {in_words(last)}"
    return f"{in_words(first)} to {in_words(last)}"


def period_said(text: str) -> Period | None:
    """The period that `period_in_words` or ISO 8601 writes so, within one month or one year; `None` for any other."""
    found = SAID.fullmatch(text)
    try:
        if found is None:
            begins, _, ends = text.partition("/")
            return Period(partial(begins).first, partial(ends or begins).last)
        year, month = int(found["year"]), NUMBER[found["month"]]
        if found["day"] is None:
            return partial(f"{year:04}-{month:02}")
        last = date(year, month, int(found["day"]))
        return Period(last.replace(day=int(found["first"])) if found["first"] else last, last)
    except ValueError:
        return None


def term_in_words(since: Period | None, until: Period | None) -> str:
    """ "from 4 October 2021 until 1 October 2024"; "by" and "until at least" where only that is known."""
    start = f"from {period_in_words(since)}" if since else ""
    if since is not None and since.first is None and since.last is not None:
        start = f"by {in_words(since.last)}"
    end = f"until {period_in_words(until)}" if until else ""
    if until is not None and until.last is None and until.first is not None:
        end = f"until at least {in_words(until.first - timedelta(days=1))}"
    return " ".join(filter(None, (start, end)))


def _month_ends(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
