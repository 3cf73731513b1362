"""Days reckoned from the day of writing: weekdays, today and its like, parts of a day, weekends, days of a month."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.pipeline.times import dates, feasts, tense, values
from opedcheck.pipeline.times.patterns import NAME, Found, Rule, rules
from opedcheck.pipeline.times.relative import ANAPHORIC, anchor
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated


def bare_day(found: Found, at: Setting) -> Meaning | None:
    """As in "on the 11th": of the month said before, else the nearest in the verb's direction."""
    day = dates.day_of(found)
    counted = found.kind("day") in ("nth", "ordinal", "second", "tens") and not _orders(found, at)
    if not (found.has("of") or _closes(found) or (found.before() == "on" and counted)):
        return None
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


def _orders(found: Found, at: Setting) -> bool:
    """Whether an ordinal says which of several: "on the first ballot", "on the third-floor landing"."""
    span = at.span(found.start, found.end)
    return found.after() == "hyphen" or (span is not None and span[-1].dep_ in ("amod", "compound"))


def _closes(found: Found) -> bool:
    """Whether "the 27th" ends its phrase behind "for" or "by", so that it counts no noun."""
    lexed = found.lexed
    rest = lexed.text[found.end : found.end + 2].strip()
    return found.word_before() in ("on", "for", "by", "until", "since") and (not rest or rest[0] in ".,;:!?)")


def day_span(found: Found, at: Setting) -> Meaning | None:
    """Days of a month said beside them: "from 4 to 22 this month"."""
    there = values.moved(at.base.replace(day=1), "M", found.value("rel")) if at.base else None
    first, last = found.value("first"), found.value("last")
    if there is None or not first < last <= 31:
        return None
    return dated(f"{there:%Y-%m}-{first:02d}/{there:%Y-%m}-{last:02d}")


def weekday_the(found: Found, at: Setting) -> Meaning | None:
    """The nearest "Friday the 15th" that there is."""
    if at.base is None:
        return None
    day, days = dates.day_of(found), (at.base + timedelta(days=shift) for shift in sorted(range(-180, 180), key=abs))
    fitting = (there for there in days if there.day == day and there.isoweekday() == found.value("weekday"))
    there = next(fitting, None)
    return dated(there.isoformat()) if there else None


def weekday(found: Found, at: Setting) -> Meaning | None:
    """As in "last Friday", "Wednesday evening": the nearest in the verb's direction, today included."""
    if found.after() in ("and", "or") and found.after(2) == "weekday" and found.after(3) in ("parts", "units"):
        return None  # "Monday and Tuesday nights" tells how often
    number = found.value("weekday")
    if number == SUNDAY and found.word_after() == "school":
        return None
    part = f"T{found.value('part')}" if found.has("part") else ""
    within = None if found.has("rel") else _in_stretch(found, at, number)
    if within:
        return dated(within.isoformat() + part)
    if at.base is None:
        return dated(f"XXXX-WXX-{number}{part}")
    base = at.base
    again = at.weekday(number) if not found.has("rel") and _owns(found) else None
    if again:
        return dated(again.isoformat() + part)
    if found.kind("rel") in ("previous", "following"):
        base = anchor(found, at, "D") or base
    back = (base.isoweekday() - number) % 7
    match found.kind("rel"):
        case "last" | "past" | "previous" | "latest":
            shift = -(back or 7)
        case "next":  # of the next week: said on a Monday, "next Tuesday" isn't tomorrow
            shift = 7 + number - base.isoweekday()
        case "coming" | "following":
            shift = 7 - back
        case "this":
            shift = -back if at.direction(found.start, found.end) == "past" else (7 - back) % 7
        case _:
            shift = (7 - back) % 7 if _ahead(found, at) else -back
            shift += 7 if shift < 0 and _follows(found, at, base + timedelta(days=shift + 7)) else 0
    there = values.moved(base, "D", shift)
    return dated(there.isoformat() + part) if there else None


def _in_stretch(found: Found, at: Setting, number: int) -> date | None:
    """Either end of "next week from Tuesday ...", "between Monday and Friday": the end is not before the beginning."""
    if found.before() in ("from", "between", "on"):
        said = at.recent(found.start, "W", within=STRETCH)
        days = values.period(said) if said else None
        return days.first + timedelta(days=number - 1) if days and days.first else None
    lexed, opens = found.lexed, found.first - 3
    if found.before() in ("to", "and", "hyphen") and opens >= 0 and NAME[lexed.kinds[opens]] in ("from", "between"):
        said = at.recent(found.start, "D", within=STRETCH)
        days = values.period(said) if said and "/" not in said else None
        if days and days.first:
            return values.moved(days.first, "D", (number - days.first.isoweekday()) % 7)
    return None


def counted(found: Found, at: Setting) -> Meaning | None:
    """As in "two Mondays ago", "three Sundays from now"."""
    number, weekday = found.number("n"), found.value("weekday")
    if at.base is None or number is None or not 1 <= number < values.TOO_FAR:
        return None
    ahead = not found.has("sign") or found.value("sign") > 0
    steps = (weekday - at.base.isoweekday()) % 7 or 7 if ahead else -((at.base.isoweekday() - weekday) % 7 or 7)
    there = values.moved(at.base, "D", steps + int(number - 1) * (7 if ahead else -7))
    return dated(there.isoformat()) if there else None


def counted_from(found: Found, at: Setting) -> Meaning | None:
    """As in "a week ago Tuesday", "two weeks from Friday": so many weeks from the weekday just before or ahead."""
    number, weekday = found.number("n"), found.value("weekday")
    if at.base is None or number is None or found.unit() != "W" or not 1 <= number < values.TOO_FAR:
        return None
    ahead = found.has("ahead")
    near = (weekday - at.base.isoweekday()) % 7 if ahead else -((at.base.isoweekday() - weekday) % 7)
    there = values.moved(at.base, "D", near + int(number) * (7 if ahead else -7))
    return dated(there.isoformat()) if there else None


def _follows(found: Found, at: Setting, there: date) -> bool:
    """Whether `there` is the day after the one named just before: "Monday and Tuesday"."""
    said = at.recent(found.start, "D", within=6) if found.before() in ("and", "or", "to") else None
    return said is not None and said[:10] == (there - timedelta(days=1)).isoformat()


def _owns(found: Found) -> bool:
    """Whether it tells whose something is: "Friday's ruling"."""
    return "s" in (found.after(), NAME[found.lexed.kinds[found.last - 1]])


def _ahead(found: Found, at: Setting) -> bool:
    """Whether a bare weekday lies ahead: "will meet Friday", "meets Friday", "has until Friday"."""
    direction = at.direction(found.start, found.end)
    if found.word_before() == "of" and found.word_before(2) == "as":  # "As of Friday, what is called a truce held"
        return direction == "future"
    if found.word_before() == "since":
        return False
    if direction == "present" and at.is_then(found.start, found.end):
        return True
    if _owns(found):  # "look for ways around Friday's ruling"
        verb = at.governor(found.start, found.end)
        return direction == "future" and verb is not None and any(t.lower_ in WILL for t in tense.lefts(verb))
    if found.word_before() in ("until", "till") and (
        at.perfect(found.start, found.end) or at.deferred(found.start, found.end)
    ):
        return True
    return direction == "future" or (direction == "present" and not at.reported(found.start, found.end))


def today(found: Found, at: Setting) -> Meaning | None:
    """As in "today", "yesterday", "tomorrow morning", "tonight", "the day before yesterday"."""
    shift = found.value("today") if found.has("today") else 0
    if found.has("beyond"):
        shift *= 2
    if shift == 1 and (found.before() == "of" or found.before(2) == "today"):  # "the leaders of today and tomorrow"
        return Meaning("DATE", "FUTURE_REF", NO_DAYS)
    part = f"T{found.value('part')}" if found.has("part") else ""
    if at.base is None:
        return dated(f"XXXX-XX-XX{part}")
    there = values.moved(at.base, "D", shift)
    return dated(there.isoformat() + part) if there else None


def next_to(found: Found, at: Setting) -> Meaning | None:
    """As in "the day before Christmas", "the day after March 3", "the day before last Tuesday"."""
    if found.value("whole") != "D":
        return None
    resolve = dates.whole_day if found.has("month") else weekday if found.has("weekday") else feasts.holiday
    day = resolve(found, at)
    days = values.period(day.value) if day else None
    there = values.moved(days.first, "D", found.value("beyond")) if days and days.first else None
    return dated(there.isoformat()) if there else None


def part_of_day(found: Found, at: Setting) -> Meaning | None:
    """As in "this morning", "last night", "the previous evening"."""
    shift = -1 if found.kind("rel") in ("last", "previous") else 1 if found.kind("rel") in ("next", "following") else 0
    said = at.recent(found.start, "D") if found.kind("rel") in ANAPHORIC else None
    base = anchor(found, at, "D") if said else at.base
    if found.kind("rel") == "following" and said is None:
        base = None
    there = values.moved(base, "D", shift) if base else None
    return dated(f"{there.isoformat() if there else 'XXXX-XX-XX'}T{found.value('part')}")


def part_of_that_day(found: Found, at: Setting) -> Meaning | None:
    """As in "On Tuesday he was arrested in the morning": of the day said just before."""
    said = at.recent(found.start, "D", within=SAME_DAY)
    return dated(f"{said.partition('T')[0]}T{found.value('part')}") if said and "/" not in said else None


def weekend(found: Found, at: Setting) -> Meaning | None:
    """As in "the weekend", "last weekend": over the last one, or the coming one where the verb looks ahead."""
    if at.base is None:
        return Meaning("DATE", "XXXX-WXX-WE")
    relation = found.kind("rel")
    direction = at.direction(found.start, found.end)
    friday = at.base.isoweekday() <= 5
    back = relation in ("last", "past", "previous") or (
        relation not in ("next", "coming", "following", "this") and direction not in ("future", None)
    )
    shift = -1 if back and (friday or relation == "last") else 1 if relation == "next" and not friday else 0
    there = at.base + timedelta(weeks=shift)
    return dated(values.value_at(there, "WE"))


def day_of_month(found: Found, at: Setting) -> Meaning | None:
    """As in "the 11th of last month"."""
    there = values.moved(at.base, "M", found.value("rel") or 0) if at.base else None
    return dates.exact(there.year, there.month, dates.day_of(found)) if there else None


SUNDAY = 7
WILL = frozenset(["will", "'ll", "wo", "shall"])
SAME_DAY = 60  # code points from a day to a part of it
STRETCH = 12  # code points from one end of a stretch of days to the other
RULES: tuple[Rule, ...] = (
    *rules(
        counted,
        "<n: CARD> <weekday: weekday|weekdays> <sign: ago|earlier|later|hence>",
        "<n: CARD> <weekday: weekday|weekdays> from (now|today)",
    ),
    *rules(
        counted_from,
        "<n: CARD> <unit: unit|units> ago <weekday: weekday>",
        "<n: CARD> <unit: unit|units> <ahead: from> (next|this|coming)? <weekday: weekday>",
    ),
    *rules(day_of_month, "the? <day: nth|ordinal> of <rel: this|last|next> unit"),
    *rules(
        day_span,
        "<first: digits|nth> (to|hyphen|and) <last: digits|nth> (of|in)? <rel: this|last|next> unit",
    ),
    *rules(weekday_the, "<weekday: weekday> the <day: nth|ordinal|second|teen>"),
    *rules(bare_day, "the <day: DAY|SMALL>"),
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
    *rules(
        next_to,
        "the <whole: unit> <beyond: before|after> <month: month> dot? <day: DAY> (comma? <year: YEAR>)?",
        "the <whole: unit> <beyond: before|after> (<rel: REL>)? <weekday: weekday>",
        "the <whole: unit> <beyond: before|after> <holiday: holiday> (comma? <year: YEAR>)?",
    ),
    *rules(
        part_of_day,
        "(early|late|mid) hyphen? <part: part> (?!of)",
        "(early|late|earlier|later)? the? <rel: this|last|previous|next|following|that|same> <part: part>",
    ),
    *rules(part_of_that_day, "(?<=in) the <part: part> (?!of)"),
    *rules(weekend, "(the|poss)? (<rel: REL>)? <unit: weekend>"),
)  # fmt: skip
