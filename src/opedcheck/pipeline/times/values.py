"""TIMEX3 values: making them from days, moving them, and the days that they stand for.

Values as TimeML 1.2.1 (TIDES 2005) writes them: "2013-03-22", "2013-03", "2013", "201" (a decade), "20" (a
century), "2013-W12", "2013-W12-WE", "2013-Q1", "2013-H1", "2013-SU", "2013-03-22TEV"; "A/B" is ISO 8601's interval.
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from opedcheck.model import Period

DAYS: Final = {"D": 1, "W": 7, "WE": 7, "F": 14}
MONTHS: Final = {"M": 1, "Q": 3, "M6": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
LONG: Final = {"E": 10, "C": 100, "L": 1000}  # years; ISO 8601 has no longer unit
SEASONS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?\Z",
    re.ASCII,
)
TOO_FAR = 4000  # units; beyond it nothing in a newspaper is dated


def moved(day: date, unit: str, number: int) -> date | None:
    """`day` moved by `number` units of days or months; `None` outside the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(days=DAYS[unit] * number)
        months = day.year * 12 + day.month - 1 + MONTHS[unit] * number
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, KeyError, ValueError):
        return None


def worked(day: date, number: int) -> date | None:
    """`day` moved by a number of working days: Saturdays and Sundays don't count."""
    there: date | None = day
    for _ in range(min(abs(number), TOO_FAR)):
        there = moved(there, "D", 1 if number > 0 else -1) if there else None
        while there and there.isoweekday() > 5:
            there = moved(there, "D", 1 if number > 0 else -1)
    return there


def value_at(day: date, unit: str) -> str:
    """The value of the day, week, month, ... that holds `day`."""
    week = day.isocalendar()
    match unit:
        case "W" | "F":
            return f"{week.year:04d}-W{week.week:02d}"
        case "WE":
            return f"{week.year:04d}-W{week.week:02d}-WE"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "M6":
            return f"{day.year:04d}-H{(day.month + 5) // 6}"
        case "Y":
            return f"{day.year:04d}"
        case "E":
            return f"{day.year // 10:03d}"
        case "C":
            return f"{day.year // 100:02d}"
        case _:
            return day.isoformat()


def neighbour(day: date, unit: str, number: int) -> str | None:
    """The value of the unit `number` units from the one that holds `day`; `None` outside the calendar."""
    there = moved(day, unit, number) if abs(number) < TOO_FAR else None
    return value_at(there, unit) if there else None


def unit_of(value: str) -> str | None:
    """The letter of the unit that a value is one of: "2013-03" is a month. `None` for what is none."""
    if re.fullmatch(r"\d{3}", value, re.ASCII):
        return "E"
    if re.fullmatch(r"\d{2}", value, re.ASCII):
        return "C"
    found = VALUE.match(value.partition("T")[0])
    if not found:
        return None
    parts = found.groupdict()
    letters = {"weekend": "WE", "week": "W", "quarter": "Q", "half": "M6", "season": "S", "day": "D", "month": "M"}
    return next((letter for part, letter in letters.items() if parts[part]), "Y")


def period(value: str) -> Period | None:
    """The days that a value stands for; `None` where it stands for none (durations, sets, references)."""
    if "/" in value:
        first, _, last = value.partition("/")
        one, other = period(first), period(last)
        return Period(one.first, other.last) if one and other else None
    value = value.partition("T")[0]
    try:
        if value.isascii() and value.isdigit() and len(value) in (2, 3):
            span = 10 if len(value) == 3 else 100
            return Period(date(int(value) * span, 1, 1), date(int(value) * span + span - 1, 12, 31))
        found = VALUE.match(value)
        return _period(**found.groupdict()) if found else None
    except (ValueError, OverflowError):
        return None


def _period(
    year: str,
    month: str | None,
    day: str | None,
    week: str | None,
    weekend: str | None,
    quarter: str | None,
    half: str | None,
    season: str | None,
) -> Period:
    number = int(year)
    if week:
        first = date.fromisocalendar(number, int(week), 6 if weekend else 1)
        return Period(first, first + timedelta(days=1 if weekend else 6))
    if day and month:
        exact = date(number, int(month), int(day))
        return Period(exact, exact)
    if season == "WI":  # a year's winter may be the one that begins or the one that ends in it
        return Period(date(number - 1, 12, 1), _end(number + 1, 2))
    if season:
        begin, end = SEASONS[season]
    elif quarter:
        begin, end = int(quarter) * 3 - 2, int(quarter) * 3
    elif half:
        begin, end = int(half) * 6 - 5, int(half) * 6
    else:
        begin, end = (int(month), int(month)) if month else (1, 12)
    return Period(date(number, begin, 1), _end(number, end))


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def duration(amount: float | None, unit: str) -> str:
    """The value of a duration: "P3D", "PT2H", "P2Y6M" for two and a half years, "PXM" where the amount is not told."""
    clock, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if letter == "F":
        letter, amount = "W", None if amount is None else amount * 2
    if letter == "M6":
        letter, amount = "M", None if amount is None else amount * 6
    if letter in LONG and amount is not None:
        letter, amount = "Y", amount * LONG[letter]
    if letter == "Y" and amount is not None and amount % 1 and (amount * 12).is_integer():
        years, months = divmod(round(amount * 12), 12)
        return f"P{years}Y{months}M" if years else f"P{months}M"
    number = "X" if amount is None else f"{amount:.10g}"
    return f"P{clock}{number}{letter}"
