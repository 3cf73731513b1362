"""Closed periods of days, and the arithmetic that every stage needs of them."""

from __future__ import annotations

import calendar
import re
from datetime import date

import msgspec


class Period(msgspec.Struct, frozen=True, gc=False, order=True, rename={"first": "from", "last": "to"}):
    """A closed period of days; `None` leaves a side open."""

    first: date | None
    last: date | None

    @property
    def is_day(self) -> bool:
        return self.first is not None and self.first == self.last

    def covers(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period."""
        return (self.first is None or (other.first is not None and self.first <= other.first)) and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )

    def meets(self, other: Period) -> bool:
        """Whether the two share at least one day."""
        return not (
            (self.last is not None and other.first is not None and self.last < other.first)
            or (other.last is not None and self.first is not None and other.last < self.first)
        )

    def __str__(self) -> str:
        if self.first is not None and self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat() if self.first else '..'}/{self.last.isoformat() if self.last else '..'}"


def day(value: date) -> Period:
    """The period of one day."""
    return Period(value, value)


PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z", re.ASCII)


def partial(text: str) -> Period:
    """The period that an ISO 8601 date, month or year stands for: "2013-04" is 1 to 30 April 2013.

    Raises ValueError where `text` is none of the three or names a day that does not exist.
    """
    found = PARTIAL.match(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a date like 2023-07-11, 2023-07 or 2023")
    year, month, of_month = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if of_month is None:
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return day(date(year, month, of_month))
