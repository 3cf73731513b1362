"""Holidays as time expressions."""

from __future__ import annotations

from datetime import date

from opedcheck.pipeline.times import dates
from opedcheck.pipeline.times.holidays import HOLIDAYS, OnYear
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import Meaning, Setting, dated


def holiday(found: Found, at: Setting) -> Meaning | None:
    """As in "Thanksgiving Day", "last Christmas", "Easter 2018", "New Year's Eve"."""
    on = HOLIDAYS[found.value("holiday")]
    year = dates.year_of(found)
    if year is None and found.has("relyear") and at.base:
        year = at.base.year + found.value("relyear")
    if year is not None:
        return dated(on(year).isoformat())
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
            year = _nearest(on, at.base, at.direction(found.start, found.end))
    return dated(on(year).isoformat())


def _nearest(on: OnYear, base: date, direction: str | None) -> int:
    years = range(base.year - 1, base.year + 2)
    if direction == "past":
        return max(year for year in years if on(year) <= base)
    if direction == "future":
        return min(year for year in years if on(year) >= base)
    return min(years, key=lambda year: abs((on(year) - base).days))


RULES: tuple[Rule, ...] = rules(
    holiday,
    "(the|early|late)? (<rel: REL>)? <holiday: holiday> (comma? (of|in)? <year: YEAR>)?",
    "<holiday: holiday> of? <relyear: this|last|next> unit",
)
