"""Durations and sets: how long, how often."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from opedcheck.pipeline.times import relative, tense, values
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

HALVED = {"TH": "M", "TM": "S"}
SUMMANDS = (("n", "unit"), ("m", "lesser"), ("k", "least"))
CLOCK = {"TS": 1, "TM": 60, "TH": 3600}
# "$5 million a year", "twice a week", "20% a month": a rate, so the unit is how often.
RATED = frozenset({"once", "times", "money", "big", "digits", "scale", "percent"})


def length(found: Found, at: Setting) -> Meaning | None:
    """As in "three years", "a two-hour", "2 1/2 years", "several months"."""
    letter, number = found.unit(), found.number("n")
    if _is_age(found) or (letter == "TS" and found.kind("n") == "a") or (letter == "Q" and _is_fraction(found)):
        return None
    if found.word("n") == "one" and letter == "D" and found.after() != "hyphen" and _someday(found, at):
        return Meaning("DATE", "FUTURE_REF", NO_DAYS)
    if (
        found.kind("unit") == "second"
        and found.lexed.text[found.end - 1] != "s"
        and (number or 0) % 1 == 0
        and number != 1
    ):
        return None
    if number is not None and found.word_before() == "in" and found.after() in ("x", "comma", "dot", "break"):
        there = _from_now(found, at, number, letter)
        if there is not None:
            return there
    if found.has("half") and number is not None:
        number += 0.5
    if letter == "TH" and found.word("unit") == "h" and not found.word("n").isdigit():
        return None
    if number is not None and number % 1 == 0.5 and letter in HALVED:
        full = f"{int(number)}{letter[1:]}" if number > 1 else ""
        return Meaning("DURATION", f"PT{full}30{HALVED[letter]}", NO_DAYS)
    return Meaning("DURATION", values.duration(number, letter), NO_DAYS)


def _from_now(found: Found, at: Setting, number: float, letter: str) -> Meaning | None:
    """The day or year of "the bonds will be paid back in five years"; `None` where the verb doesn't look ahead."""
    if at.base is None or letter.startswith("T") or number != int(number) or number > values.TOO_FAR:
        return None
    if at.direction(found.start, found.end) != "future" and found.before(2) != "sometime":
        return None
    working = letter == "D" and found.word("trading") in relative.WORKING
    there = values.worked(at.base, int(number)) if working else values.moved(at.base, letter, int(number))
    return dated(values.value_at(there, {"E": "Y", "C": "Y", "F": "W"}.get(letter, letter))) if there else None


def _is_fraction(found: Found) -> bool:
    """Whether quarters are parts of something else: "a quarter of the market", "three-quarters"."""
    if found.has("trading"):
        return False
    number = found.number("n")
    return found.kind("n") == "a" or number == 3 or (number == 1 and found.after() in ("of", "hyphen"))


def _someday(found: Found, at: Setting) -> bool:
    """Whether "one day" is some day to come."""
    return found.before() == "x" and at.direction(found.start, found.end) == "future"


def _is_age(found: Found) -> bool:
    """Whether it is an age, which is no time expression: "52 years old", "a 16-year-old"."""
    steps = 1 + (found.after() == "hyphen")
    return found.after(steps) == "old" or (found.after() == "of" and found.after(2) == "age")


def sum_of(found: Found, at: Setting) -> Meaning | None:
    """A sum, "two hours and 20 minutes", "1 year 1 month 21 days"; a day where "ago" or "later" stands behind it."""
    parts = [(found.number(n), found.unit(unit)) for n, unit in SUMMANDS if found.has(n)]
    if any(number is None for number, _ in parts) or "a" in (found.kind("m"), found.kind("k")):  # "24 hours a day"
        return None
    if found.has("sign"):
        return _shifted(parts, found.value("sign"), at.base)
    value, clock = "P", False
    for number, unit in parts:
        value += "T" if unit.startswith("T") and not clock else ""
        clock = clock or unit.startswith("T")
        value += f"{number:.10g}{unit.removeprefix('T')}"
    return Meaning("DURATION", value, NO_DAYS)


def _shifted(parts: list[tuple[float | None, str]], sign: int, base: date | None) -> Meaning | None:
    there = base
    for number, unit in parts:
        if there is None or number is None or number > values.TOO_FAR:
            return None
        there = values.moved(there, unit, sign * round(number))
    return dated(there.isoformat()) if there else None


def ranged(found: Found, at: Setting) -> Meaning | None:
    """The lower end of "two to three weeks", "weeks or months", as TimeBank has it."""
    if found.kind("n") == "year":  # "in 2016 - 11 years later"
        return None
    number = found.number("n") if found.has("n") else None
    return Meaning("DURATION", values.duration(number, found.unit()), NO_DAYS)


def bare(found: Found, at: Setting) -> Meaning | None:
    """As in "months", "the weeks", "recent quarters", "a decades-old feud": how long isn't told."""
    letter = found.unit()
    if found.before() in ("hyphen", "digits", "money"):
        return None
    if found.has("when"):
        return Meaning("DURATION", values.duration(None, letter), NO_DAYS)
    if _is_age(found) or letter in CLOCK or found.word("unit") == "nights":
        return None
    if letter in ("C", "Q") and found.word("unit") != "centuries":
        return None
    return Meaning("DURATION", values.duration(None, letter), NO_DAYS)


def whole(found: Found, at: Setting) -> Meaning | None:
    """As in "all year", "the whole week", "a day-long meeting"."""
    return Meaning("DURATION", values.duration(1, found.unit()), NO_DAYS)


def every(found: Found, at: Setting) -> Meaning | None:
    """As in "every day", "each month", "every two years", "every other week"."""
    number = found.number("n") if found.has("n") else 2 if found.has("other") else 1
    return Meaning("SET", values.duration(number, found.unit()), NO_DAYS)


def rate(found: Found, at: Setting) -> Meaning | None:
    """As in "$5 a year", "twice a week", "per month"."""
    if (found.unit() in CLOCK and found.kind("per") == "per") or (found.kind("per") == "a" and not _is_rate(found, at)):
        return None
    return Meaning("SET", values.duration(1, found.unit()), NO_DAYS)


def _is_rate(found: Found, at: Setting) -> bool:
    if found.has("often") or found.before() in RATED:
        return True
    span = at.span(found.start, found.end)
    if span is None or span[0].i == 0:
        return False
    before, root = span[0].nbor(-1), tense.root(span)
    return before.tag_ in ("NNS", "CD", "$") or (
        before.tag_ in ("NN", "NNP") and root.dep_ == "npadvmod" and root.head.i < span[0].i
    )


def often(found: Found, at: Setting) -> Meaning | None:
    """As in "daily", "annually", "quarterly", but not of a newspaper's name."""
    span = at.span(found.start, found.end)
    if span is not None and len(span) and (span[-1].tag_ in ("NNP", "NNPS") or _is_paper(span[-1])):
        return None
    return Meaning("SET", found.value("often"), NO_DAYS)


def _is_paper(token: Token) -> bool:
    """Whether "the daily" or "weekly" is a newspaper, whose name stands behind it and ends the phrase."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).tag_ not in ("NNP", "NNPS"):
        return False
    return token.head.tag_ in ("NNP", "NNPS") and token.head.i > token.i


def weekdays(found: Found, at: Setting) -> Meaning | None:
    """As in "Mondays", "every Thursday", "each Friday night", "Monday and Tuesday nights"."""
    part = f"T{found.value('part')}" if found.has("part") else ""
    if found.kind("part") == "units":
        if found.word("part") != "nights":
            return None
        part = "TNI"
    return Meaning("SET", f"XXXX-WXX-{found.value('weekday')}{part}", NO_DAYS)


def parts(found: Found, at: Setting) -> Meaning | None:
    """As in "every morning", "each March", "every summer", "weekends"."""
    kind, value = found.kind("what"), found.value("what")
    shape = {"part": "XXXX-XX-XXT{}", "month": "XXXX-{:02d}", "season": "XXXX-{}"}.get(kind, "XXXX-WXX-{}")
    return Meaning("SET", shape.format(value), NO_DAYS)


def yearly(found: Found, at: Setting) -> Meaning | None:
    """As in "every July 4": a day of each year."""
    month, day = found.value("month"), int(found.number("day") or 0)
    return (
        Meaning("SET", f"XXXX-{month:02d}-{day:02d}", NO_DAYS)
        if month in range(1, 13) and day in range(1, 32)
        else None
    )


RULES: tuple[Rule, ...] = (
    *rules(rate, "(<often: once|CARD times>)? <per: a|per> <unit: unit|quarter|century|second>"),
    *rules(
        length,
        "(the|these|this|last)? <n: CARD> <trading: SORT>? <unit: UNIT>",
        "<n: CARD> hyphen <unit: UNIT>",
        "<n: a|one|digits|SMALL> <unit: UNIT> <half: and a? half>",
        "(the|poss) ordinal <n: CARD> <unit: UNIT>",
    ),
    *rules(
        sum_of,
        "<n: CARD> <unit: UNIT> (comma|and)? and? <m: CARD> <lesser: UNIT> "
        "((comma|and)? and? <k: CARD> <least: UNIT>)? <sign: ago|later|hence>?",
    ),
    *rules(
        bare,
        "(the|these)? (early|late)? <unit: units>",
        "(the|these)? <when: recent|coming> <unit: units>",
        "<unit: century>",
        "<when: <unit: units> hyphen (short|old)>",
    ),
    *rules(whole, "(a|the)? <unit: unit> hyphen short"),
    *rules(whole, "(calendar|all) hyphen? <unit: unit>", "(all|the calendar) <unit: unit|quarter|century>"),
    *rules(
        every,
        "each (<other: other>)? (<n: CARD>|ORD)? SORT? <unit: UNIT>",
            ),
    *rules(ranged, "<n: CARD> (to|or|hyphen|dash) CARD <unit: UNIT>", "<unit: units> (or|and) units"),
    *rules(often, "<often: frequency>"),
    *rules(
        weekdays,
        "each other? <weekday: weekday> (<part: part>)?",
        "<weekday: weekdays>",
        "(the)? <weekday: weekday> <part: parts|units>",
        "(the)? <weekday: weekday> (?=(and|or) weekday <part: parts|units>)",
    ),
    *rules(parts, "each <what: part|month|season|weekend>"),
    *rules(yearly, "each <month: month> dot? <day: DAY>", "each <month: digits> slash <day: digits>"),
)  # fmt: skip
