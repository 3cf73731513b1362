"""Days, weeks, months and years reckoned from the day of writing or from one said before."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.model import Period
from opedcheck.pipeline.times import dates, tense, values
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

CALENDAR = frozenset({"D", "W", "F", "WE", "M", "Q", "Y", "E", "C", "M6"})
# Code points within which "a year earlier" than a quarter is that quarter of the year before.
YEAR_AGO = 600
ANAPHORIC = frozenset({"following", "previous", "that", "same"})
DATED = ("D", "W", "M", "Q", "Y", "M6", "S")
ANAPHORS = frozenset({"earlier", "later", "before", "after"})
WORKING = frozenset(["business", "working", "trading"])  # days that leave out Saturdays and Sundays
GRAINS = {"D": 0, "WE": 1, "W": 1, "F": 1, "M": 2, "S": 3, "Q": 3, "M6": 4, "Y": 5}  # from fine to coarse
# What "three days later" is where nothing was said that it could be later than.
UNTOLD = {"past": "PAST_REF", "present": "PRESENT_REF"}
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def anchor(found: Found, at: Setting, *units: str) -> date | None:
    """The first day of the last mention of one of `units`, else the day of writing."""
    value = at.recent(found.start, *units)
    days = values.period(value) if value else None
    return days.first if days and days.first else at.base


def loose(at: Setting, said: str | None, letter: str, shift: int) -> Period | None:
    """The days that may be meant where what was said is coarser: "in June he rose; two days later he fell"."""
    days = values.period(said) if said else None
    coarse = GRAINS.get(values.unit_of(said or "") or "", 0) > GRAINS.get(letter, len(GRAINS))
    if not coarse or days is None or days.first is None or days.last is None:
        return None
    first, last = (values.moved(day, letter, shift) for day in (days.first, days.last))
    return Period(first, last) if first and last else NO_DAYS


def _untold(found: Found, at: Setting) -> Meaning | None:
    """What is later than something that nobody dated, where the verb doesn't look ahead."""
    value = UNTOLD.get(at.direction(found.start, found.end) or "") if at.base else None
    return Meaning("DATE", value, NO_DAYS) if value else None


def unit(found: Found, at: Setting) -> Meaning | None:
    """As in "last week", "this year", "the following month", "the previous quarter"."""
    letter, relation = found.unit(), found.kind("rel")
    if letter not in CALENDAR:
        return None
    if relation == "past" and letter in ("E", "C"):  # "the past decade" is the ten years gone by
        return window(found, at)
    shift = {"that": 0, "same": 0}.get(relation, found.value("rel"))
    if relation in ("latest", "current") and letter == "D":
        return None
    base, days = at.base, NO_DAYS if found.has("fiscal") else None
    if relation in ANAPHORIC:
        exact = letter == "D" and relation in ("that", "same")
        said = at.recent(found.start, *DATED[: 1 if exact else None])
        if exact and said is None:
            return None  # a day of which no date is told
        if said is None and shift > 0 and (untold := _untold(found, at)):
            return untold
        base = anchor(found, at, *DATED)
        days = days or loose(at, said, letter, shift) or (NO_DAYS if said is None and shift > 0 else None)
    if base is None:
        return Meaning("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift])
    if letter == "Q" and relation == "latest":
        shift = -1
    value = values.neighbour(base, letter, shift)
    if value is None:
        return None
    return dated(value, days or bounded(found, at, value))


def bounded(found: Found, at: Setting, value: str) -> Period | None:
    """The days of "later this year", "earlier this month", "the rest of the week", which today divides."""
    days = values.period(value)
    side = {"earlier": -1, "later": 1, "rest": 1, "remainder": 1}.get(
        found.words()[0] if found.words()[0] != "the" else found.words()[1]
    )
    if side is None or at.base is None or days is None or not days.covers(Period(at.base, at.base)):
        return days
    return Period(days.first, at.base) if side < 0 else Period(at.base, days.last)


def month(found: Found, at: Setting) -> Meaning | None:
    """As in "last August", "next March", "this September"."""
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
    """As in "January this year", "in June last year", "the 11th of last month", "March 3 next year"."""
    if at.base is None:
        return None
    year = at.base.year + (found.value("rel") or 0)
    return dates.exact(year, found.value("month"), dates.day_of(found) if found.has("day") else None)


def season(found: Found, at: Setting) -> Meaning | None:
    """As in "last fall", "the summer of 1998", "this winter", "in the spring"."""
    letters = found.value("season")
    year = dates.year_of(found)
    if year is not None:
        return dated(f"{year:04d}-{letters}")
    span = at.span(found.start, found.end)
    if span is not None and not found.has("rel") and tense.root(span).tag_.startswith(("VB", "JJ", "NNP")):
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
    """As in "two years ago", "a month earlier", "three days later", "two weeks from now"."""
    letter, number = found.unit(), found.number("n")
    sign = found.value("sign") if found.has("sign") else 1
    grain = {"L": "C"}.get(letter, letter)
    anaphoric = found.kind("sign") in ANAPHORS
    said = at.recent(found.start, "D", "W", "M", "Q", "Y") if anaphoric else None
    if letter not in CALENDAR:
        return None
    if number is None:
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        length = Meaning("DURATION", values.duration(None, letter), NO_DAYS)
        return length if anaphoric else Meaning("DATE", vague, NO_DAYS)
    if letter in values.LONG:
        number, letter = number * values.LONG[letter], "Y"
    base = anchor(found, at, "D", "W", "M", "Q", "Y") if anaphoric else at.base
    if found.has("today"):
        base = values.moved(at.base, "D", found.value("today")) if at.base else None
    if found.kind("n") == "next":
        number = 2
    fine = at.quarter(found.start, YEAR_AGO) if number == 1 and letter == "Y" and sign < 0 else None
    if fine:
        return dated(f"{int(fine[:4]) - 1:04d}{fine[4:]}")
    if base is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    whole = int(number)
    if number != whole and letter == "Y":
        whole, letter, grain = round(number * 12), "M", "M"
    there = values.moved(base, letter, sign * whole) if whole < values.TOO_FAR else None
    if letter == "D" and found.word("trading") in WORKING:
        there = values.worked(base, sign * whole)
    if there is None:
        return None
    if letter == "WE" and found.kind("n") == "next":
        return dated(values.value_at(there, letter))
    if anaphoric and sign > 0 and (said is None or (at.base and there > at.base)) and (untold := _untold(found, at)):
        return untold
    days = loose(at, said, letter, sign * whole)
    return dated(values.value_at(there, {"E": "Y", "C": "Y", "F": "W", "WE": "W"}.get(grain, grain)), days)


def window(found: Found, at: Setting) -> Meaning | None:
    """As in "the past three months", "the next two years": a duration that ends or begins on the day of writing."""
    letter, number = found.unit(), found.number("n") if found.has("n") else 1
    sign = found.value("rel") if found.kind("rel") != "recent" else -1
    value = values.duration(number, letter)
    anaphoric = found.kind("rel") in ANAPHORIC and at.recent(found.start, "D", "W", "M", "Q", "Y") is not None
    if at.base is None or number is None or letter not in CALENDAR or anaphoric:
        return Meaning("DURATION", value, NO_DAYS)
    there = values.moved(at.base, letter, sign * round(number)) if number < values.TOO_FAR else None
    if there is None or not sign:
        return Meaning("DURATION", value, NO_DAYS)
    tomorrow = at.base + timedelta(days=1)
    return Meaning("DURATION", value, Period(there, at.base) if sign < 0 else Period(min(tomorrow, there), there))


def quarter_century(found: Found, at: Setting) -> Meaning | None:
    """As in "a quarter-century", "a quarter of a century ago"."""
    if not found.has("sign"):
        return Meaning("DURATION", "P25Y", NO_DAYS)
    there = values.moved(at.base, "Y", 25 * found.value("sign")) if at.base else None
    return dated(values.value_at(there, "Y")) if there else None


RULES: tuple[Rule, ...] = (
    *rules(
        unit,
        "(EDGE|SHARE)? (the|poss)? <rel: REL|latest> <fiscal: fiscal>? <unit: unit|quarter|century> (?!hyphen)",
        "(earlier|later|early|late) <rel: this|that|last|next|same|current> <unit: unit|quarter>",
        "sometime? <rel: this|next|last> calendar? <fiscal: fiscal>? <unit: unit|quarter>",
    ),
    *rules(month, "EDGE? (the|poss)? <rel: REL> <month: month> (?!dot? (digits|nth))"),
    *rules(
        month_of,
        "EDGE? <month: month> dot? (<day: DAY>)? comma? of? the? <rel: this|last|next|previous|following> unit",
        "<day: DAY> of? <month: month> of? <rel: this|last|next> unit",
    ),
    *rules(
        season,
        "EDGE? (the|poss)? <season: season> (comma|of)? <year: YEAR|(SPOKEN)>",
        "EDGE? (the|poss)? <rel: REL> <season: season>",
        "(EDGE the?|the EDGE?) <season: season>",
        "(?<=in) <season: season>",
        "EDGE? the? <season: season> of? <relyear: this|last|next> unit",
    ),
    *rules(
        ago,
        "<n: CARD> <trading: SORT>? <unit: UNIT> <sign: ago|earlier|later|hence>",
        "<n: CARD> hyphen <unit: UNIT> hyphen? <sign: ago|earlier|later>",
        "the? <n: a|one>? <unit: UNIT> hyphen? <sign: ago|earlier>",
        "<n: CARD> <unit: UNIT> (from|after) (now|<today: today>)",
        "<n: CARD> <unit: UNIT> <sign: before> <today: today>",
        "the <unit: unit|weekend> after the? <n: next>",
        "<n: a|one> <unit: unit> or (one|so) <sign: ago|earlier|later|hence>",
        "(?<=in) <n: digits|SMALL> <unit: units> s hyphen? units",
    ),
    *rules(
        quarter_century,
        "(the|this|a|one)? (last|past|next)? quarter (hyphen|of a)? <unit: century> <sign: ago|earlier|later>?",
    ),
    *rules(
        window,
        "(the|these|poss)? <rel: last|past|previous|next|coming|following|recent> <n: CARD> SORT? <unit: UNIT>",
        "(the|poss)? <n: CARD> <rel: last|past|previous|next|coming|following> <unit: units>",
    ),
)  # fmt: skip
