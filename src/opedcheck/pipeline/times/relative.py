"""Days, weeks, months and years reckoned from the day of writing or from one said before."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.model import Period
from opedcheck.pipeline.times import dates, values
from opedcheck.pipeline.times.patterns import NAME, Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

CALENDAR = frozenset({"D", "W", "F", "WE", "M", "Q", "Y", "E", "C", "M6"})
# Code points within which "a year earlier" than a quarter is that quarter of the year before.
YEAR_AGO = 600
ANAPHORIC = frozenset({"following", "previous", "that", "same"})
ANAPHORS = frozenset({"earlier", "later", "before", "after"})
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def anchor(found: Found, at: Setting, *units: str) -> date | None:
    """The first day of the last mention of one of `units`, else the day of writing."""
    value = at.recent(found.start, *units)
    days = values.period(value) if value else None
    return days.first if days and days.first else at.base


def unit(found: Found, at: Setting) -> Meaning | None:
    """ "last week", "this year", "the following month", "the previous quarter"."""
    letter, relation = found.unit(), found.kind("rel")
    if letter not in CALENDAR:
        return None
    shift = {"that": 0, "same": 0}.get(relation, found.value("rel"))
    if relation in ("latest", "current") and letter == "D":
        return None
    base = at.base
    if relation in ANAPHORIC:
        finer = ("D", "W", "M", "Q", "Y", "M6", "S")
        base = anchor(
            found,
            at,
            *finer[finer.index(letter) if letter in finer else 0 :] if relation in ("that", "same") else finer,
        )
        if relation in ("that", "same"):
            base = anchor(found, at, *finer)
    if base is None:
        return Meaning("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift])
    if letter == "Q" and relation == "latest":
        shift = -1
    value = values.neighbour(base, letter, shift)
    if value is None:
        return None
    return dated(value, NO_DAYS if found.has("fiscal") else None)


def month(found: Found, at: Setting) -> Meaning | None:
    """ "last August", "next March", "this September"."""
    number, relation = found.value("month"), found.kind("rel")
    if at.base is None:
        return dates.unfinished(number)
    year = at.base.year
    if relation in ("last", "past", "previous", "latest"):
        year -= number >= at.base.month
    elif relation in ("next", "coming", "following"):
        year += number <= at.base.month
    return dates.exact(year, number)


def month_of(found: Found, at: Setting) -> Meaning | None:
    """ "January this year", "in June last year", "the 11th of last month", "March 3 next year"."""
    if at.base is None:
        return None
    year = at.base.year + (found.value("rel") or 0)
    return dates.exact(year, found.value("month"), dates.day_of(found) if found.has("day") else None)


def day_of_month(found: Found, at: Setting) -> Meaning | None:
    """ "the 11th of last month"."""
    there = values.moved(at.base, "M", found.value("rel") or 0) if at.base else None
    return dates.exact(there.year, there.month, dates.day_of(found)) if there else None


def bare_day(found: Found, at: Setting) -> Meaning | None:
    """ "on the 11th": of the month said before, else the nearest in the verb's direction."""
    day = dates.day_of(found)
    if not 1 <= day <= 31 or found.after() in ("unit", "units", "century", "quarter"):
        return None
    said = at.recent(found.start, "D", "M")
    if said:
        return dates.exact(int(said[:4]), int(said[5:7]), day)
    if at.base is None:
        return Meaning("DATE", f"XXXX-XX-{day:02d}")
    direction = at.direction(found.start, found.end)
    shift = (day < at.base.day) if direction == "future" else -(day > at.base.day) if direction == "past" else 0
    there = values.moved(at.base.replace(day=1), "M", int(shift))
    return dates.exact(there.year, there.month, day) if there else None


def weekday(found: Found, at: Setting) -> Meaning | None:
    """ "Friday", "last Friday", "next Tuesday", "Wednesday evening": nearest in the verb's direction, today included."""
    number = found.value("weekday")
    part = f"T{found.value('part')}" if found.has("part") else ""
    if at.base is None:
        return dated(f"XXXX-WXX-{number}{part}")
    base = at.base
    if found.kind("rel") in ("previous", "following"):
        base = anchor(found, at, "D") or base
    back = (base.isoweekday() - number) % 7
    match found.kind("rel"):
        case "last" | "past" | "previous" | "latest":
            shift = -(back or 7)
        case "next" | "coming" | "following":
            shift = 7 - back
        case "this":
            shift = -back if at.direction(found.start, found.end) == "past" else (7 - back) % 7
        case _:
            shift = (7 - back) % 7 if _ahead(found, at) else -back
    there = values.moved(base, "D", shift)
    return dated(there.isoformat() + part) if there else None


def _ahead(found: Found, at: Setting) -> bool:
    """Whether a bare weekday lies ahead: "will meet Friday", "meets Friday", "has until Friday"."""
    direction = at.direction(found.start, found.end)
    if "s" in (found.after(), NAME[found.lexed.kinds[found.last - 1]]):  # "look for ways around Friday's ruling"
        verb = at.governor(found.start, found.end)
        return direction == "future" and verb is not None and any(child.tag_ == "MD" for child in verb.lefts)
    if found.word_before() in ("until", "till") and at.perfect(found.start, found.end):
        return True
    return direction == "future" or (direction == "present" and not at.reported(found.start, found.end))


def today(found: Found, at: Setting) -> Meaning | None:
    """ "today", "yesterday", "tomorrow morning", "tonight", "the day before yesterday"."""
    shift = found.value("today") if found.has("today") else 0
    if found.has("beyond"):
        shift *= 2
    part = f"T{found.value('part')}" if found.has("part") else ""
    if at.base is None:
        return dated(f"XXXX-XX-XX{part}")
    there = values.moved(at.base, "D", shift)
    return dated(there.isoformat() + part) if there else None


def part_of_day(found: Found, at: Setting) -> Meaning | None:
    """ "this morning", "last night", "the previous evening"."""
    shift = -1 if found.kind("rel") in ("last", "previous") else 1 if found.kind("rel") in ("next", "following") else 0
    base = anchor(found, at, "D") if found.kind("rel") in ANAPHORIC else at.base
    there = values.moved(base, "D", shift) if base else None
    return dated(f"{there.isoformat() if there else 'XXXX-XX-XX'}T{found.value('part')}")


def season(found: Found, at: Setting) -> Meaning | None:
    """ "last fall", "the summer of 1998", "this winter", "in the spring"."""
    letters = found.value("season")
    year = dates.year_of(found)
    if year is not None:
        return dated(f"{year:04d}-{letters}")
    span = at.span(found.start, found.end)
    if span is not None and not found.has("rel") and span.root.tag_.startswith(("VB", "JJ", "NNP")):
        return None
    if at.base is None:
        return dated(f"XXXX-{letters}")
    if found.has("relyear"):
        return dated(f"{at.base.year + found.value('relyear'):04d}-{letters}")
    year, start = at.base.year, SEASON_START[letters]
    begun = at.base.month >= start
    match found.kind("rel"):
        case "last" | "past" | "previous":
            year -= not (at.base.month >= start + 3)
        case "next" | "coming" | "following":
            year += begun
        case "this":
            pass
        case _:
            direction = at.direction(found.start, found.end)
            year += begun and direction == "future" and at.base.month >= start + 3
            year -= not begun and direction == "past"
    return dated(f"{year:04d}-{letters}")


def ago(found: Found, at: Setting) -> Meaning | None:
    """ "two years ago", "a month earlier", "three days later", "two weeks from now"."""
    letter, number = found.unit(), found.number("n")
    sign = found.value("sign") if found.has("sign") else 1
    grain = {"L": "C"}.get(letter, letter)
    anaphoric = found.kind("sign") in ANAPHORS
    if letter not in CALENDAR:
        return None
    if number is None and found.kind("sign") in ANAPHORS:
        return Meaning("DURATION", values.duration(None, letter), NO_DAYS)
    if number is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", NO_DAYS)
    base = anchor(found, at, "D", "W", "M", "Q", "Y") if anaphoric else at.base
    fine = at.quarter(found.start, YEAR_AGO) if number == 1 and letter == "Y" and sign < 0 else None
    if fine:
        return dated(f"{int(fine[:4]) - 1:04d}{fine[4:]}")
    if base is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    whole = int(number)
    if number != whole and letter == "Y":
        whole, letter, grain = round(number * 12), "M", "M"
    there = values.moved(base, letter, sign * whole) if whole < values.TOO_FAR else None
    if there is None:
        return None
    return dated(values.value_at(there, {"E": "Y", "C": "Y", "F": "W", "WE": "W"}.get(grain, grain)))


def window(found: Found, at: Setting) -> Meaning | None:
    """ "the past three months", "the next two years": a duration that ends or begins on the day of writing."""
    letter, number = found.unit(), found.number("n") if found.has("n") else None
    sign = found.value("rel") if found.kind("rel") != "recent" else -1
    value = values.duration(number, letter)
    if at.base is None or number is None or letter not in CALENDAR or found.kind("rel") in ANAPHORIC:
        return Meaning("DURATION", value, NO_DAYS)
    there = values.moved(at.base, letter, sign * round(number)) if number < values.TOO_FAR else None
    if there is None or not sign:
        return Meaning("DURATION", value, NO_DAYS)
    return Meaning("DURATION", value, Period(min(there, at.base), max(there, at.base)))


def weekend(found: Found, at: Setting) -> Meaning | None:
    """ "the weekend", "last weekend": over the last one, or the coming one where the verb looks ahead."""
    if at.base is None:
        return Meaning("DATE", "XXXX-WXX-WE")
    relation = found.kind("rel")
    friday = at.base.isoweekday() <= 5
    back = relation in ("last", "past", "previous") or (
        relation not in ("next", "coming", "following", "this") and at.direction(found.start, found.end) != "future"
    )
    shift = -1 if back and (friday or relation == "last") else 1 if relation == "next" and not friday else 0
    there = at.base + timedelta(weeks=shift)
    return dated(values.value_at(there, "WE"))


RULES: tuple[Rule, ...] = (
    *rules(
        unit,
        "EDGE? (the|poss)? <rel: REL|latest> <fiscal: fiscal>? <unit: unit|quarter|century> (?!hyphen)",
        "(earlier|later|early|late) <rel: this|that|last|next|same|current> <unit: unit|quarter>",
        "sometime? <rel: this|next|last> calendar? <fiscal: fiscal>? <unit: unit|quarter>",
    ),
    *rules(month, "EDGE? (the|poss)? <rel: REL> <month: month>"),
    *rules(
        month_of,
        "EDGE? <month: month> dot? (<day: DAY>)? comma? (of)? the? <rel: this|last|next|previous|following|coming> unit",
        "<day: DAY> of? <month: month> of? <rel: this|last|next> unit",
    ),
    *rules(day_of_month, "the <day: nth|ordinal> of <rel: this|last|next> unit"),
    *rules(bare_day, "(?<=on) the <day: nth|ordinal|second>", "(?<=on) WD the <day: nth|ordinal|second>"),
    *rules(
        weekday,
        "(early|late)? (the|poss)? (<rel: REL>)? coming? <weekday: weekday> s? (hyphen? (early|late)? <part: part>)?",
        "(early|late|earlier|later) (on)? <weekday: weekday>",
        "<weekday: weekday> (early|late) in? the? <part: part>",
        "the? (early|late)? <part: part> units? of <weekday: weekday>",
    ),
    *rules(
        today,
        "(early|late|earlier|later)? <today: today> s? (<part: part>)?",
        "((early|late|mid) hyphen?)? <part: part> <today: today>",
        "<part: tonight>",
        "(early|late|earlier|later) <part: tonight>",
        "the unit <beyond: before|after> <today: today>",
    ),
    *rules(part_of_day, "(early|late|mid) hyphen? <part: part> (?!of)", "(early|late|earlier|later)? (the)? <rel: this|last|previous|next|following|that|same> <part: part>"),
    *rules(
        season,
        "EDGE? (the|poss)? <season: season> (comma|of)? <year: YEAR|(SPOKEN)>",
        "EDGE? (the|poss)? <rel: REL> <season: season>",
        "EDGE? the <season: season>",
        "(?<=in) <season: season>",
        "EDGE? the? <season: season> of? <relyear: this|last|next> unit",
    ),
    *rules(
        ago,
        "<n: CARD> <trading: trading>? <unit: UNIT> <sign: ago|earlier|later|hence>",
        "<n: CARD> hyphen <unit: UNIT> hyphen <sign: ago|earlier>",
        "the? <n: a|one>? <unit: UNIT> hyphen? <sign: ago|earlier>",
        "<n: CARD> <unit: UNIT> from (now|today|tonight)",
        "<n: a|one> <unit: unit> or (one|so) <sign: ago|earlier|later|hence>",
        "(?<=in) <n: digits|SMALL> <unit: units> s hyphen? units",
    ),
    *rules(
        window,
        "(the|these|poss)? <rel: last|past|previous|next|coming|following|recent> (or so)? <n: CARD> trading? <unit: UNIT>",
        "(the|poss)? <n: CARD> <rel: last|past|previous|next|coming|following> <unit: units>",
    ),
    *rules(weekend, "(the|over)? (<rel: REL>)? <unit: weekend>"),
)  # fmt: skip
