"""Dates of the calendar: days and months, written in full or in part."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.pipeline.times import numbers, values
from opedcheck.pipeline.times.patterns import NAME, Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated
from opedcheck.pipeline.times.tense import Direction

ABBREVIATED = 4  # letters
SCHEDULED = 90  # days by which a day of the month may go against its verb's tense
TOGETHER = 10  # code points from a year to the month that ends the stretch: "this year through August"
# The day that goes by its figures, and the words behind it that say so.
OF_TERROR = {(9, 11): 2001}
SINCE = frozenset(["since", "after", "before", "post", "pre"])
LENGTH_OF_YEAR = 4  # figures
TERROR = frozenset(["attack", "attacks", "commission", "families", "hijackers", "memorial", "terror", "terrorist",
                    "terrorists", "victims"])  # fmt: skip
PIVOT = 30  # "'30" is 1930, "'29" is 2029
SURE = range(1900, 2060)
ENDS = frozenset(["dot", "comma", "break", "close"])


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
    """The year of a day or month without one: stated near by, fit for its weekday, or nearest in the verb's tense."""
    stated = at.stated_year(found.start, found.end) or _told_before(found, at, month)
    if stated is None and day is not None and (found.word_after() in TERROR or found.word_before() in SINCE):
        stated = _of_terror(month, day, at.base)
    if stated is not None:
        return stated
    if at.base is None:
        return None
    years = range(at.base.year - 1, at.base.year + 2)
    if (month, day) == (2, 29):
        years = range(at.base.year - at.base.year % 4, at.base.year + 5, 4)
    if found.has("weekday") and day is not None:
        fitting = [year for year in years if _isoweekday(year, month, day) == found.value("weekday")]
        if fitting:
            return min(fitting, key=lambda year: abs(year - at.base.year) if at.base else 0)
    if found.word_before() == "ended" and day is not None:
        return max((year for year in years if (year, month, day) <= _figures(at.base)), default=None)
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


def _told_before(found: Found, at: Setting, month: int) -> int | None:
    """The year of the month that ends a stretch: "this year through August", "from November to March"."""
    said = at.recent(found.start, "Y", "M", within=TOGETHER) if found.before() == "to" else None
    if not said or not said[:4].isdigit():
        return None
    year = int(said[:4]) + (len(said) > LENGTH_OF_YEAR and month < int(said[5:7]))
    ahead = at.base is not None and (year, month) > (at.base.year, at.base.month)
    return None if ahead and at.direction(found.start, found.end) == "past" else year


def _of_terror(month: int, day: int, base: date | None) -> int | None:
    """The year of a day that stands for what happened on it: "the Sept. 11 attacks", "9/11"."""
    year = OF_TERROR.get((month, day))
    return None if year is None or (base is not None and base < date(year, month, day)) else year


def _figures(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _direction(found: Found, at: Setting) -> Direction | None:
    match found.kind("rel"):
        case "last" | "past" | "previous":
            return "past"
        case "next" | "coming":
            return "future"
    direction = at.direction(found.start, found.end)
    if found.word_before() == "since" or (direction == "past" and at.recent(found.start, "M", within=TOGETHER)):
        return "past"  # "It rose from November to March"
    if found.word_before() == "effective" or (_toward(found) and not (_begins(found) and direction != "future")):
        return "future"
    # "They will sell under a June agreement" tells which agreement, not when they will sell.
    return None if direction == "future" and at.names(found.start, found.end) else direction


def _begins(found: Found) -> bool:
    """Whether the word before begins the sentence: "Through August, 300 had come"."""
    return found.before() == "to" and found.lexed.text[found.lexed.starts[found.first - 1]].isupper()


def _toward(found: Found) -> bool:
    """As in "loans through January", "until early March"; not "changes to March's figures", "according to May data"."""
    if found.after() == "s" or found.word_before(2) == "according" or found.word_before(3) == "according":
        return False
    return found.before() == "to" or (found.before(2) == "to" and found.before() != "a")


def _isoweekday(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return 0


def unfinished(month: int, day: int | None = None) -> Meaning:
    """A day or a month of an unknown year."""
    return Meaning("DATE", f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}"))


def whole_day(found: Found, at: Setting) -> Meaning | None:
    """As in "July 11, 2023", "the 11th of July", "Friday, Oct. 23"."""
    month, day = found.value("month"), day_of(found)
    if not 1 <= day <= 31:
        return None
    year = year_of(found) if found.has("year") else guessed_year(found, at, month, day)
    if year is None:
        return unfinished(month, day)
    whole = exact(year, month, day)
    return dated(f"{whole.value}T{found.value('part')}") if whole and found.has("part") else whole


def days(found: Found, at: Setting) -> Meaning | None:
    """As in "July 11-12, 2023", "the 11th and 12th of July", "from 11 to 12 July": one stretch, from first to last."""
    month, first, last = found.value("month"), day_of(found, "first"), day_of(found, "last")
    if not (1 <= first < last <= 31):
        return None
    year = year_of(found) if found.has("year") else guessed_year(found, at, month, first)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    return dated(f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{last:02d}")


def month(found: Found, at: Setting) -> Meaning | None:
    """As in "March 2023", "March of last year", "in March"."""
    number = found.value("month")
    if found.kind("year") == "digits" and (found.value("year") <= 31 or found.after() not in ENDS):
        return None  # a day, or a number of something
    if found.has("year"):
        year = year_of(found)
        return exact(year, number) if year is not None else None
    if not _month_alone(found, at):
        return None
    year = guessed_year(found, at, number, None)
    return exact(year, number) if year is not None else unfinished(number)


def _month_alone(found: Found, at: Setting) -> bool:
    """Whether a bare month's name is one: "May" and "March" may be verbs, "Jan" and "April" people."""
    first = found.span("month")[0]
    span = at.span(found.lexed.starts[first], found.lexed.ends[first])
    if span is None:
        return False
    token = span[0]
    if found.after() == "hyphen" and len(found.text("month")) <= ABBREVIATED and found.after(2) in ("x", "a"):
        return False  # a name: "Jan-Erik"
    if found.text("month") in ("may", "march", "mar") and token.tag_ and not token.tag_.startswith("NNP"):
        return False
    if found.text("month") == "march" and found.after() in ("of", "on", "x") and _titles(found):
        return False
    if found.text("month").rstrip(".") in ("april", "may", "june", "august", "jan", "mar", "dec"):
        return token.ent_type_ not in ("PERSON", "ORG", "GPE", "WORK_OF_ART") or found.before() in ("in", "early")
    return True


def _titles(found: Found) -> bool:
    """Whether "March" begins a title, "the March for Life", rather than stands behind what tells of time."""
    return found.before() in ("the", "a", "x", "poss") and found.word_after() in ("of", "on", "for", "to", "against")


def months(found: Found, at: Setting) -> Meaning | None:
    """As in "March-April 2023", "between March and June 2023": two months whose year stands with the last."""
    first, last, year = found.value("month"), found.value("other"), year_of(found)
    if year is None:
        return None
    return dated(f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}")


def figures(found: Found, at: Setting) -> Meaning | None:
    """As in "2023-07-11", "7/11/2023" (month first, unless it can't be), "11.07.2023" (day first)."""
    signs = ("hyphen", "slash", "dot")
    if found.text("month") + "/" + found.text("day") == found.text_all() and found.after() != "slash":
        year = _of_terror(found.value("month"), found.value("day"), at.base)
        if year is not None and found.before() not in ("slash", "dot"):
            return exact(year, found.value("month"), found.value("day"))
    if found.before() in signs or found.after() in ("hyphen", "slash") or len(found.text("year")) == 1:
        return None  # part of a longer number, or of a score
    year = year_of(found)
    month, day = found.value("month"), found.value("day")
    if month > 12 >= day:
        month, day = day, month
    if year is None:
        cued = found.before() in ("on", "to", "from", "of", "after", "before", "and")
        if at.base is None or not (cued or "0" in (found.text("month")[0], found.text("day")[0])):
            return None  # a fraction, unless written with a nought: "04/22"
        year = guessed_year(found, at, month, day)
    return exact(year, month, day) if year is not None and 1 <= month <= 12 and 1 <= day <= 31 else None


def figured_month(found: Found, at: Setting) -> Meaning | None:
    """A month in figures, "2016-11", "11/2016"; "2010-11" is two years, as a season or a budget has it."""
    number, year = found.value("month"), found.value("year")
    signs = ("hyphen", "slash", "dot", "money", "digits", "big", "year")
    if found.has("spaced") and (found.text("spaced") != "-" or found.after() not in ENDS):
        return None  # "in 2016 - 11 years later"
    if year not in SURE or year % 100 + 1 == number or found.before() in signs or _goes_on(found, signs):
        return None
    return exact(year, number) if number else None


def _goes_on(found: Found, signs: tuple[str, ...]) -> bool:
    """Whether figures go on behind a match; a full stop ends them unless a figure follows."""
    if found.after() == "dot":
        return found.after(2) in ("digits", "big", "year")
    return found.after() in signs


RULES: tuple[Rule, ...] = (
    *rules(
        whole_day,
        "(<weekday: weekday> dot? comma?)? <month: month> (dot|hyphen|slash)? the? <day: DAY> comma? of? "
        "<year: YEAR|(SPOKEN)>?",
        "(<weekday: weekday> dot? comma?)? the? <day: digits|nth|ORD> (of|hyphen|dot|slash)? <month: month> dot? "
        "(comma|hyphen|slash|of)? "
        "<year: YEAR|(SPOKEN)>?",
        "<year: year> (comma|hyphen|slash)? <month: month> (dot|hyphen|slash)? <day: DAY>",
        "<rel: last|next> <month: month> dot? <day: DAY>",
        "the? (early|late)? <part: part> of (<weekday: weekday> dot? comma?)? <month: month> dot? <day: DAY> "
        "(comma? <year: YEAR>)?",
    ),
    *rules(
        days,
        "WD? <month: month> dot? the? <first: DAY> (comma DAY)? JOIN WD? the? <last: digits|nth|ordinal|second> "
        "comma? <year: YEAR>?",
        "<month: month> dot? (between|from) the? <first: DAY> (hyphen|dash|to|and) the? <last: DAY> comma? "
        "<year: YEAR|(SPOKEN)>?",
        "(?<=from) <first: digits|nth> to <month: month> dot? <last: DAY> (comma? <year: YEAR>)?",
        "(?<=between) <first: digits|nth> and <month: month> dot? <last: DAY> (comma? <year: YEAR>)?",
        "WD? the? <first: DAY> JOIN WD? the? <last: digits|nth|ordinal|second> of? <month: month> dot? comma? "
        "<year: YEAR|(SPOKEN)>?",
    ),
    *rules(
        month,
        "EDGE? <month: month> dot? (comma|of|in)? (the unit)? <year: YEAR|(SPOKEN)>",
        "EDGE? <month: month> hyphen <year: YEAR>",
        "EDGE? <month: month> <year: digits>",
        "<year: year> comma? <month: month>",
        "EDGE? <month: month> dot?",
    ),
    *rules(months, "<month: month> dot? (hyphen|dash|to|and) <other: month> dot? (comma|of)? <year: YEAR>"),
    *rules(
        figures,
        "<year: year> hyphen <month: digits> hyphen <day: digits>",
        "<year: year> slash <month: digits> slash <day: digits>",
        "<month: digits> slash <day: digits> slash <year: year|digits>",
        "<month: digits> hyphen <day: digits> hyphen <year: year|digits>",
        "<month: digits> slash <day: digits> comma <year: year>",
        "<day: digits> dot <month: digits> dot <year: year>",
        "<year: year> dot <month: digits> dot <day: digits>",
        "<month: digits> slash <day: digits>",
    ),
    *rules(
        figured_month,
        "<year: year> (hyphen|slash) <month: digits>",
        "<month: digits> (hyphen|slash) <year: year>",
        "<year: year> <spaced: dash> <month: digits>",
        "<month: digits> <spaced: dash> <year: year>",
    ),
)  # fmt: skip
