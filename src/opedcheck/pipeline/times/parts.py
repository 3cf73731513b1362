"""Quarters and halves, and stretches of a year that an article comes back to ("the quarter", "the year")."""

from __future__ import annotations

from opedcheck.pipeline.times import dates, relative, values
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

REPORT = 2000  # code points over which a report goes on about one quarter


def quarter(found: Found, at: Setting) -> Meaning | None:
    """As in "the third quarter of 1984", "Q3 2014", "last year's second half", "the first and third quarters"."""
    if (found.has("plural") and found.value("plural") != "Q") or _of_another(found):
        return None
    half = found.kind("part") == "half" or (found.kind("n") == "q" and found.value("n")[0] == "H")
    number = (
        found.value("n")[1]
        if found.kind("n") == "q"
        else {"last": 2 if half else 4}.get(found.kind("n")) or int(found.number("n") or 0)
    )
    if not 1 <= number <= (2 if half else 4):
        return None
    year = dates.year_of(found)
    if year is None:
        year = _year(found, at, number, half)
    if year is None:
        return Meaning("DATE", f"XXXX-{'H' if half else 'Q'}{number}")
    return dated(f"{year:04d}-{'H' if half else 'Q'}{number}", NO_DAYS if found.has("fiscal") else None)


def _of_another(found: Found) -> bool:
    """Whether it is a half or quarter of no year: "the first half of the game", "the second half of the decade"."""
    if found.has("whole"):
        return found.unit("whole") != "Y"
    return not found.has("year") and found.kind("n") != "q" and found.after() == "of"


def _year(found: Found, at: Setting, number: int, half: bool) -> int | None:
    stated = at.stated_year(found.start, found.end)
    if stated is not None:
        return stated
    if at.base is None:
        return None
    if found.has("rel"):
        return at.base.year + int({"that": 0, "same": 0}.get(found.kind("rel"), found.value("rel")))
    begins = (number - 1) * (6 if half else 3) + 1
    ahead = begins > at.base.month
    return at.base.year - (ahead and at.direction(found.start, found.end) != "future")


def latest(found: Found, at: Setting) -> Meaning | None:
    """As in "the quarter", "the latest quarter", "the period": the one said last, else the one just over."""
    said = at.quarter(found.start, REPORT)
    if said is None:
        if found.kind("part") == "period" or at.base is None:
            return None
        said = values.neighbour(at.base, "Q", -1)
    return dated(said) if said else None


def year_ago(found: Found, at: Setting) -> Meaning | None:
    """As in "the year-ago quarter", "the quarter a year earlier", "the 1988 period": of another year."""
    if found.has("unit") and found.unit() != "Y":
        return None
    said = at.quarter(found.start, REPORT) or (
        values.neighbour(at.base, "Q", -1) if at.base and found.has("part") else None
    )
    year = dates.year_of(found)
    if year is None and said:
        year = int(said[:4]) - 1
    elif year is None and at.base:
        return dated(f"{at.base.year - 1:04d}")
    if year is None:
        return None
    return dated(f"{year:04d}{said[4:]}" if said and found.has("part") else f"{year:04d}")


def definite(found: Found, at: Setting) -> Meaning | None:
    """As in "the year", "the month", "the week": the one in hand; "for the year" in a report is a length."""
    letter = found.unit()
    if letter not in ("W", "M", "Y") or found.after() == "hyphen":
        return None
    if found.has("before"):
        year = relative.anchor(found, at, "D", "W", "M", "Q", "Y", "M6")
        value = values.neighbour(year, letter, found.value("before")) if year else None
        return dated(value) if value and found.after() != "x" else None
    if found.word_after() in ("ended", "ending", "to", "through") and letter != "W":
        return Meaning("DURATION", values.duration(1, letter))
    if at.base is None:
        return None
    return dated(values.value_at(at.base, letter))


def year_end(found: Found, at: Setting) -> Meaning | None:
    """As in "year-end", "the end of the year", "the beginning of the month"."""
    letter = found.unit()
    if found.after() == "hyphen":  # "the end of the month-long fast"
        return None
    if letter == "D" and found.has("within"):
        said = at.recent(found.start, "D")
        return dated(said.partition("T")[0]) if said else dated(at.base.isoformat()) if at.base else None
    if at.base is not None and letter == "Y" and found.text("end") == "end":
        year = at.base.year - (found.word_before() in ("since", "from") and at.base.month > 3)
        return dated(f"{year:04d}-12-31")
    if at.base is None or letter not in ("W", "M", "Y", "E", "C", "Q"):
        return None
    value = values.value_at(at.base, letter)
    return dated(value, relative.bounded(found, at, value))


RULES: tuple[Rule, ...] = (
    *rules(
        quarter,
        "EDGE? (the|poss)? <fiscal: fiscal>? hyphen? <n: ORD|last> hyphen? <fiscala: fiscal>? <part: quarter|half> "
        "((of|in)? (the|poss)? <fiscalb: fiscal>? hyphen? unit? <year: YEAR|(SPOKEN)>)?",
        "EDGE? the? <n: ORD|last> hyphen? <part: quarter|half> (of|in)? <rel: REL> <fiscal: fiscal>? "
        "<whole: unit|quarter|century>",
        "EDGE? the? <n: ORD|last> hyphen? <part: quarter|half> (of|in) (the|poss) <fiscal: fiscal>? (calendar)? "
        "<whole: unit|quarter|century>",
        "EDGE? (the|poss)? <year: YEAR> <fiscal: fiscal>? <n: ORD> hyphen? <part: quarter|half>",
        "<rel: REL> unit s <fiscal: fiscal>? <n: ORD> hyphen? <part: quarter|half>",
        "(the|poss)? <n: ORD> (?=(comma ORD)? comma? (and|or|to) ORD <plural: units> ((of|in)? <year: YEAR>)?)",
        "(the|poss)? <n: ORD> <plural: units> ((of|in)? <year: YEAR>)?",
        "<n: q> (of)? <fiscal: fiscal|fy>? <year: YEAR>?",
        "<year: year> hyphen? <n: q>",
        "<n: q> of? <rel: this|last|next> unit",
        "<year: year> the <n: ORD> hyphen? <part: quarter|half>",
    ),
    *rules(latest, "(the|poss) latest? (trading|calendar)? <part: quarter> (?!hyphen)", "the latest <part: period>"),
    *rules(
        year_ago,
        "(the|poss)? (comparable|same)? unit hyphen? (ago|earlier) <n: ORD>? <part: quarter|half|period>",
        "(the|poss)? unit hyphen (ago|earlier)",
        "the (comparable|same) <part: quarter|period> (of)? the? (last|previous) unit",
        "the (comparable|same)? <part: quarter|period> a <unit: unit> (ago|earlier|before)",
        "the <year: year> fiscal? <part: period|quarter>",
        "last unit s <part: quarter|period>",
    ),
    *rules(definite, "the calendar? fiscal? <unit: unit>", "the <unit: unit> <before: before|after>"),
    *rules(
        year_end,
        "<unit: unit> (hyphen|s)? <end: edge>",
        "the? (edge|early|late|mid) (part|half)? of (the|poss|this)? (current|calendar|fiscal)? <unit: unit>",
        "SHARE (the|poss|this)? (current|calendar|fiscal)? <unit: unit|century>",
        "<within: earlier|later|early|late> in (the|poss) (calendar|fiscal)? <unit: unit>",
    ),
)  # fmt: skip
