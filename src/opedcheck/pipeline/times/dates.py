"""Dates of the calendar: days, months, years, decades, centuries; written in full or in part."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.model import Period
from opedcheck.pipeline.times import numbers, values
from opedcheck.pipeline.times.patterns import NAME, Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated
from opedcheck.pipeline.times.tense import Direction

SCHEDULED = 90  # days by which a day of the month may go against its verb's tense
PIVOT = 30  # "'30" is 1930, "'29" is 2029
# A number of four digits is a year behind these ...
YEAR_CUES = frozenset({"in", "of", "from", "between", "to", "and", "before", "after", "early", "late", "mid", "past",
                       "edge", "at", "on", "or", "dash", "hyphen"})  # fmt: skip
YEAR_WORDS = frozenset({"since", "by", "for", "circa", "around", "about"})
# ... and never behind these, nor in front of those.
NAMED_BY_NUMBER = frozenset(
    [
        "section",
        "sections",
        "article",
        "title",
        "chapter",
        "flight",
        "room",
        "highway",
        "route",
        "resolution",
        "rule",
        "bill",
        "page",
        "no",
        "number",
        "windows",
        "act",
        "form",
        "channel",
        "size",
        "model",
        "series",
        "code",
        "ordinance",
        "lot",
        "suite",
        "box",
        "apt",
        "volume",
        "part",
        "paragraph",
    ]
)
COUNTED = frozenset({"units", "unit", "percent", "scale", "dozen", "part"})
SURE = range(1900, 2060)


def exact(year: int, month: int, day: int | None = None) -> Meaning | None:
    """A day or a month. One that doesn't exist keeps its value and has no days."""
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    value = f"{year:04d}-{month:02d}" + ("" if day is None else f"-{day:02d}")
    return Meaning("DATE", value, values.period(value) or NO_DAYS)


def year_of(found: Found, group: str = "year") -> int | None:
    """The year that a group states in figures or words."""
    if not found.has(group):
        return None
    first, last = found.match.span(group)
    kinds = [NAME[kind] for kind in found.lexed.kinds[first:last]]
    value = found.lexed.values[first]
    if kinds == ["year"]:
        return int(value)
    if kinds in (["yy"], ["digits"]):
        return int(value) + (2000 if value < PIVOT else 1900)
    return numbers.spoken_year(kinds, found.lexed.values[first:last])


def day_of(found: Found, group: str = "day") -> int:
    """The day of the month that a group says."""
    return int(found.number(group) or 0)


def guessed_year(found: Found, at: Setting, month: int, day: int | None) -> int | None:
    """The year of a day or month without one: stated near by, fitting the weekday, or nearest in the verb's direction."""
    stated = at.stated_year(found.start, found.end)
    if stated is not None:
        return stated
    if at.base is None:
        return None
    years = range(at.base.year - 1, at.base.year + 2)
    if found.has("weekday") and day is not None:
        fitting = [year for year in years if _isoweekday(year, month, day) == found.value("weekday")]
        if fitting:
            return min(fitting, key=lambda year: abs(year - at.base.year) if at.base else 0)
    middle = date(at.base.year, at.base.month, min(at.base.day, 28))
    here = {year: date(year, month, min(day or 15, 28)) for year in years}
    direction = _direction(found, at)
    # A month said of the past may be this one; a day, scheduled or booked, may lie a few weeks ahead.
    grace = timedelta(days=31 if day is None else SCHEDULED)
    if direction == "past":
        return max((year for year in years if here[year] <= middle + grace), default=at.base.year)
    if direction == "future":
        grace = timedelta(days=16 if day is None else SCHEDULED)
        return min((year for year in years if here[year] >= middle - grace), default=at.base.year)
    return min(years, key=lambda year: abs((here[year] - middle).days))


def _direction(found: Found, at: Setting) -> Direction | None:
    match found.kind("rel"):
        case "last" | "past" | "previous":
            return "past"
        case "next" | "coming":
            return "future"
    if found.before() == "to" or found.before(2) == "to":  # "loans through January", "until early March"
        return "future"
    return at.direction(found.start, found.end)


def _isoweekday(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return 0


def unfinished(month: int, day: int | None = None) -> Meaning:
    """A day or a month of an unknown year."""
    return Meaning("DATE", f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}"))


def whole_day(found: Found, at: Setting) -> Meaning | None:
    """ "July 11, 2023", "the 11th of July", "Friday, Oct. 23"."""
    month, day = found.value("month"), day_of(found)
    if not 1 <= day <= 31:
        return None
    year = year_of(found) if found.has("year") else guessed_year(found, at, month, day)
    if year is None:
        return unfinished(month, day)
    whole = exact(year, month, day)
    return dated(f"{whole.value}T{found.value('part')}") if whole and found.has("part") else whole


def days(found: Found, at: Setting) -> Meaning | None:
    """ "July 11-12, 2023", "the 11th and 12th of July", "from 11 to 12 July": one stretch, from first to last."""
    month, first, last = found.value("month"), day_of(found, "first"), day_of(found, "last")
    if not (1 <= first < last <= 31):
        return None
    year = year_of(found) if found.has("year") else guessed_year(found, at, month, first)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    return dated(f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{last:02d}")


def month(found: Found, at: Setting) -> Meaning | None:
    """ "March 2023", "March of last year", "in March"."""
    number = found.value("month")
    if found.has("year"):
        year = year_of(found)
        return exact(year, number) if year is not None else None
    if not _month_alone(found, at):
        return None
    year = guessed_year(found, at, number, None)
    return exact(year, number) if year is not None else unfinished(number)


def _month_alone(found: Found, at: Setting) -> bool:
    """Whether a bare month's name is one: "May" and "March" may be verbs, "Jan" and "April" people."""
    span = at.span(found.start, found.end)
    if span is None:
        return False
    token = span[0]
    if found.text("month") in ("may", "march", "mar") and token.tag_ and not token.tag_.startswith("NNP"):
        return False
    if found.text("month").rstrip(".") in ("april", "may", "june", "august", "jan", "mar", "dec"):
        return token.ent_type_ not in ("PERSON", "ORG", "GPE", "WORK_OF_ART") or found.before() in ("in", "early")
    return True


def months(found: Found, at: Setting) -> Meaning | None:
    """ "March-April 2023", "between March and June 2023": the first of two months whose year stands with the last."""
    first, last, year = found.value("month"), found.value("other"), year_of(found)
    if year is None:
        return None
    return dated(f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}")


def figures(found: Found, at: Setting) -> Meaning | None:
    """ "2023-07-11", "7/11/2023" (month first, unless it can't be), "11.07.2023" (day first)."""
    year = year_of(found)
    month, day = found.value("month"), found.value("day")
    if month > 12 >= day:
        month, day = day, month
    if year is None:
        if found.before() not in ("on", "to", "from", "of", "after", "before", "and") or at.base is None:
            return None
        year = guessed_year(found, at, month, day)
    return exact(year, month, day) if year is not None and 1 <= month <= 12 and 1 <= day <= 31 else None


def year(found: Found, at: Setting) -> Meaning | None:
    """ "in 1989", "the 2022 summit", "nineteen ninety-six"."""
    number = year_of(found)
    if number is None or not _is_year(found, at, number):
        return None
    if found.has("bc") and found.value("bc") < 0:
        return Meaning("DATE", f"BC{number:04d}", NO_DAYS)
    return Meaning("DATE", f"{number:04d}", NO_DAYS if found.has("fiscal") else None)


def _is_year(found: Found, at: Setting, number: int) -> bool:
    if found.has("sure") or found.has("fiscal") or found.has("bc"):
        return True
    before, after = found.before(), found.after()
    if before in ("money", "number", "slash", "dot", "percent") or after in COUNTED:
        return False
    if found.word_before() in NAMED_BY_NUMBER or (after in ("hyphen", "slash", "clock", "money")):
        return False
    cued = before in YEAR_CUES or found.word_before() in YEAR_WORDS
    if before == "hyphen" and found.before(2) in ("digits", "big", "year"):
        return False
    span = at.span(found.start, found.end)
    if span is None:
        return False
    token = span[-1]
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    counts = following is not None and following.tag_ == "NNS" and before not in ("the", "poss", "s")
    if kind_is_yy(found):
        return cued and not counts
    if number in SURE:
        return not counts
    return cued and not counts and (following is None or not following.tag_.startswith(("NN", "JJ")))


def kind_is_yy(found: Found) -> bool:
    """Whether the year is written with two figures ("'98")."""
    return found.kind("year") == "yy"


def years(found: Found, at: Setting) -> Meaning | None:
    """ "1994-97", "1994-1997"."""
    first, last = found.value("year"), found.value("last")
    if last < 100:
        last += first // 100 * 100
    if not (first < last <= first + 120) or found.before() in ("hyphen", "dot", "money") or found.after() == "hyphen":
        return None
    return dated(f"{first:04d}/{last:04d}")


def decade(found: Found, at: Setting) -> Meaning | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    number = found.value("decade")
    if number < 100 and found.before() == "poss":  # "in his 30s"
        return None
    if number < 100:
        number += 1900 if number >= 10 * (PIVOT // 10) or at.base is None else 2000
    if number % 100 == 0 and found.has("century"):
        return dated(f"{number // 100:02d}")
    return dated(f"{number // 10:03d}")


def named_decade(found: Found, at: Setting) -> Meaning | None:
    """ "the nineties", "the nineteen sixties"."""
    hundreds = 19 if not found.has("hundreds") else int(found.value("hundreds"))
    return dated(f"{hundreds:02d}{found.value('tens') // 10}") if hundreds < 22 else None


def century(found: Found, at: Setting) -> Meaning | None:
    """ "the 20th century"; the 20th is 1900 to 1999 here, as TimeML writes it ("19")."""
    number = int(found.number("n") or 0)
    if not 2 <= number <= 22:
        return None
    if found.has("bc") and found.value("bc") < 0:
        return Meaning("DATE", f"BC{number - 1:02d}", NO_DAYS)
    start = (number - 1) * 100
    # Counted strictly it runs from 1901 to 2000, spoken of from 1900 to 1999: both years belong.
    return dated(f"{number - 1:02d}", Period(date(start, 1, 1), date(start + 100, 12, 31)))


RULES: tuple[Rule, ...] = (
    *rules(
        whole_day,
        "(<weekday: weekday> dot? comma?)? <month: month> dot? the? <day: DAY> comma? of? <year: YEAR|(SPOKEN)>?",
        "(<weekday: weekday> dot? comma?)? the? <day: digits|nth|ORD> (of|hyphen)? <month: month> dot? (comma|hyphen|of)? <year: YEAR>?",
        "<year: year> comma? <month: month> dot? <day: DAY>",
        "<rel: last|next> <month: month> dot? <day: DAY>",
        "the? (early|late)? <part: part> of (<weekday: weekday> dot? comma?)? <month: month> dot? <day: DAY> "
        "(comma? <year: YEAR>)?",
    ),
    *rules(
        days,
        "WD? <month: month> dot? the? <first: DAY> (hyphen|dash|to|and|or|comma) WD? the? <last: digits|nth|ordinal|second> comma? <year: YEAR>?",
        "WD? the? <first: DAY> (hyphen|dash|to|and|or|comma) WD? the? <last: digits|nth|ordinal|second> of? <month: month> dot? comma? <year: YEAR>?",
    ),
    *rules(
        month,
        "EDGE? <month: month> dot? (comma|of|in)? (the unit)? <year: YEAR|(SPOKEN)>",
        "EDGE? <month: month> hyphen <year: YEAR>",
        "EDGE? <month: month> dot?",
    ),
    *rules(months, "<month: month> dot? (hyphen|dash|to|and) <other: month> dot? (comma|of)? <year: YEAR>"),
    *rules(
        figures,
        "<year: year> hyphen <month: digits> hyphen <day: digits>",
        "<year: year> slash <month: digits> slash <day: digits>",
        "<month: digits> slash <day: digits> slash <year: year|digits>",
        "<month: digits> hyphen <day: digits> hyphen <year: year>",
        "<day: digits> dot <month: digits> dot <year: year>",
        "<month: digits> slash <day: digits>",
    ),
    *rules(
        year,
        "EDGE? <year: YEAR|(SPOKEN)>",
        "(the calendar? unit) <sure: <year: YEAR|(SPOKEN)>>",
        "EDGE? <fiscal: fiscal|fy> hyphen? unit? <year: YEAR|digits>",
        "<year: year|big|digits> <bc: bc>",
    ),
    *rules(years, "EDGE? <year: year> (hyphen|slash) <last: year|digits>"),
    *rules(decade, "EDGE? the? EDGE? <decade: decade>"),
    *rules(named_decade, "the EDGE? (<hundreds: teen> hyphen?)? <tens: decades>"),
    *rules(century, "EDGE? the? EDGE? <n: ORD> hyphen? century <bc: bc>?"),
)  # fmt: skip
