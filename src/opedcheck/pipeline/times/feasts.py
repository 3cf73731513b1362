"""Holidays as time expressions."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.model import Period
from opedcheck.pipeline.times import dates, values
from opedcheck.pipeline.times.holidays import HOLIDAYS, OnYear
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import Meaning, Setting, dated

SOON = 10  # days ahead at which a holiday may be what a verb of the past is about
MIDWEEK = 3  # "Memorial Day weekend" is before the Monday, "Thanksgiving weekend" behind the Thursday


def holiday(found: Found, at: Setting) -> Meaning | None:
    """As in "Thanksgiving Day", "last Christmas", "Easter 2018", "New Year's Eve"."""
    on = HOLIDAYS[found.value("holiday")]
    year = dates.year_of(found)
    if year is None and found.has("relyear") and at.base:
        year = at.base.year + found.value("relyear")
    if year is not None:
        return _dated(found, on(year))
    if at.base is None:
        return Meaning("DATE", f"XXXX-{on(2023):%m-%d}" if on(2023).day == on(2022).day else "XXXX")
    here = on(at.base.year)
    match found.kind("rel"):
        case "last" | "past" | "previous":
            year = at.base.year - (here >= at.base)
        case "next" | "coming" | "following":
            year = at.base.year + (here <= at.base)
        case "this":
            year = at.base.year
        case _:
            # "He bought presents for Christmas" may look to the one that is near; "on Christmas" he had them.
            soon = timedelta(0 if found.before() == "on" else SOON)
            year = _nearest(on, at.base, at.direction(found.start, found.end), soon)
    return _dated(found, on(year))


def _dated(found: Found, day: date) -> Meaning:
    """The day, or the weekend or week that has its name; a weekend goes on to the holiday beside it."""
    if not found.has("week"):
        return dated(day.isoformat())
    if found.unit("week") != "WE":
        return dated(values.value_at(day, "W"))
    value = values.value_at(day - timedelta(days=day.isoweekday() if day.isoweekday() < MIDWEEK else 0), "WE")
    days = values.period(value)
    if days is None or days.first is None or days.last is None:
        return dated(value)
    return dated(value, Period(min(days.first, day), max(days.last, day)))


def _nearest(on: OnYear, base: date, direction: str | None, soon: timedelta) -> int:
    years = range(base.year - 1, base.year + 2)
    if direction == "past":
        return max(year for year in years if on(year) <= base + soon)
    if direction == "future":
        return min(year for year in years if on(year) >= base)
    return min(years, key=lambda year: abs((on(year) - base).days))


RULES: tuple[Rule, ...] = rules(
    holiday,
    "(the|early|late)? (<rel: REL>)? <holiday: holiday> (comma? (of|in)? <year: YEAR>)?",
    "<holiday: holiday> of? <relyear: this|last|next> unit",
    "(the)? (<rel: REL>)? <holiday: holiday> <week: weekend|unit>",
)
