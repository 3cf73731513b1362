"""Days and weeks counted within a month, a year or a week: "the second Monday of next month"."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.pipeline.times import dates, days, values
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

THURSDAY = 4  # a week belongs to the month and the year that hold its Thursday (ISO 8601)


def counted(month: date, number: int, weekday: int) -> date | None:
    """The `number`th weekday of the month that `month` begins, the last for -1; `None` where there is none."""
    end = values.moved(month, "M", 1)
    if end is None:
        return None
    if number < 0:
        last = end - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    there = month + timedelta(days=(weekday - month.isoweekday()) % 7 + 7 * (number - 1))
    return there if there < end else None


def _month(found: Found, at: Setting) -> date | None:
    """The first day of the month that the match names or points to."""
    if found.has("month"):
        month = found.value("month")
        year = dates.year_of(found)
        if year is None:
            year = dates.guessed_year(found, at, month, None)
        return date(year, month, 1) if year else None
    if at.base is None:
        return None
    return values.moved(at.base.replace(day=1), "M", found.value("rel") or 0)


def _number(found: Found) -> int:
    return -1 if found.kind("n") == "last" else int(found.number("n") or 0)


def weekday(found: Found, at: Setting) -> Meaning | None:
    """The day of "the second Monday of next month", "the first Friday in July", "the last Sunday of May 2012"."""
    month, number = _month(found, at), _number(found)
    there = counted(month, number, found.value("weekday")) if month and -1 <= number <= 5 and number else None
    return dated(there.isoformat()) if there else None


def weekday_here(found: Found, at: Setting) -> Meaning | None:
    """The day of "the third Tuesday", of the month in hand."""
    number = _number(found)
    there = counted(at.base.replace(day=1), number, found.value("weekday")) if at.base and 1 <= number <= 5 else None
    return dated(there.isoformat()) if there and found.after() not in ("of", "in", "after", "before") else None


def weekday_monthly(found: Found, at: Setting) -> Meaning | None:
    """As in "the third Tuesday of every month"; TIMEX3 has no sign for the count."""
    return Meaning("SET", f"XXXX-WXX-{found.value('weekday')}", NO_DAYS)


def week(found: Found, at: Setting) -> Meaning | None:
    """The week of "the first week of October", "the last week of 2015"."""
    number = _number(found)
    if found.unit("counted") != "W" or not number:
        return None
    if not found.has("month") and (found.has("year") or found.unit("of") == "Y"):
        year = dates.year_of(found) or (at.base.year + found.value("rel") if at.base and found.has("rel") else None)
        if year is None or number > 53:
            return None
        last = date(year, 12, 28).isocalendar().week
        return dated(f"{year:04d}-W{last if number < 0 else number:02d}")
    if not found.has("month") and found.unit("of") != "M":
        return None
    month = _month(found, at)
    there = counted(month, number, THURSDAY) if month and number <= 5 else None
    return dated(values.value_at(there, "W")) if there else None


def weekday_of_week(found: Found, at: Setting) -> Meaning | None:
    """The day of "Friday next week", "next week on Friday"."""
    if at.base is None or found.unit("of") != "W":
        return None
    monday = at.base - timedelta(days=at.base.isoweekday() - 1)
    there = values.moved(monday, "D", 7 * found.value("rel") + found.value("weekday") - 1)
    return dated(there.isoformat()) if there else None


def days_of_week(found: Found, at: Setting) -> Meaning | None:
    """The days of "next week between Wednesday and Friday", "this week, Tuesday to Thursday"."""
    first, last = found.value("weekday"), found.value("other")
    if at.base is None or found.unit("of") != "W" or first >= last:
        return None
    monday = values.moved(at.base, "D", 7 * found.value("rel") + 1 - at.base.isoweekday())
    if monday is None:
        return None
    return dated(f"{monday + timedelta(days=first - 1)}/{monday + timedelta(days=last - 1)}")


def unit_of_day(found: Found, at: Setting) -> Meaning | None:
    """The week of "the week of July 11", "the week beginning February 4"."""
    day = dates.whole_day(found, at) if found.has("month") else days.bare_day(found, at)
    period = values.period(day.value) if day else None
    if period is None or period.first is None or found.unit("of") not in ("W", "M"):
        return None
    return dated(values.value_at(period.first, found.unit("of")))


RULES: tuple[Rule, ...] = (
    *rules(
        weekday,
        "the? <n: ORD|last> <weekday: weekday> (of|in) <month: month> dot? comma? <year: YEAR>?",
        "the? <n: ORD|last> <weekday: weekday> (of|in) the? <rel: this|last|next|coming|previous> unit",
    ),
    *rules(weekday_here, "the? <n: ORD> <weekday: weekday>"),
    *rules(weekday_monthly, "the? ORD <weekday: weekday> (of|in) each unit"),
    *rules(
        week,
        "the? <n: ORD|last> <counted: unit> (of|in) <month: month> dot? comma? <year: YEAR>?",
        "the? <n: ORD|last> <counted: unit> (of|in) <year: YEAR|(SPOKEN)>",
        "the? <n: ORD|last> <counted: unit> (of|in)? <rel: this|last|next> <of: unit>",
    ),
    *rules(
        weekday_of_week,
        "on? <weekday: weekday> (of|in)? <rel: this|last|next> <of: unit>",
        "<rel: this|last|next> <of: unit> on? <weekday: weekday>",
    ),
    *rules(
        days_of_week,
        "<rel: this|last|next> <of: unit> comma? (from|between)? <weekday: weekday> (hyphen|dash|to|and) "
        "<other: weekday>",
    ),
    *rules(
        unit_of_day,
        "the <of: unit> of the <day: nth>",
        "the? <of: unit> (of|(starting|edge) on?)? <month: month> (dot)? <day: DAY> (comma? <year: YEAR>)?",
    ),
)
