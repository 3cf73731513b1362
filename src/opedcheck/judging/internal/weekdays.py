"""`weekday-mismatch`: a date with another day of the week beside it than it fell on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from opedcheck.judging.internal.found import around, at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules import weekday
from opedcheck.model import Finding, Time
from opedcheck.words.days import in_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAME = re.compile(
    r"\b(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b",
    re.I,
)
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b", re.ASCII)
# Two weekdays share what follows: "from Monday to Friday, July 10-14".
SEVERAL = re.compile(r"(?:\b(?:to|through|thru|and|or|until|till)|[-–—/])\s*\Z", re.I)
# "Wednesday (July 12)", "July 12, 2023, a Wednesday": what may stand between the two where they are told apart.
BETWEEN = re.compile(r"\s?\(\Z|,? (?:which was |which is |that was )?(?:an? |on )\Z|,\s\Z")
# Without its year, a date is this year's only if it lies about the day of publication: what is farther off may be
# another year's, in a caption or a box that was added later.
NEAR = timedelta(days=14)
# Until then some countries wrote Julian dates; Greece was the last to change, in 1923.
GREGORIAN = date(1924, 1, 1)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each weekday that is not its date's."""
    for start, end, name, time in _pairs(case):
        day = _surely(case, time)
        named = next(w for w in WEEKDAYS if w.lower().startswith(name.lower()[:3]))
        if day is None or day < GREGORIAN or WEEKDAYS[day.weekday()] == named:
            continue
        if SEVERAL.search(case.text, max(0, start - 12), start):
            continue
        right = WEEKDAYS[day.weekday()]
        tense = "was" if case.published is None or day < case.published else "is"
        yield at(case, weekday.RULE, start, end, f"{in_words(day)} {tense} a {right}, no {named}.", right)


def _pairs(case: Case) -> Iterator[tuple[int, int, str, Time]]:
    """Each weekday that stands with a date: within its mention, or as a mention beside it."""
    for time in case.reading.times:
        if DAY.match(time.value) and (found := NAME.search(time.text)) and found.start() == 0:
            yield time.start, time.start + found.end(), found[1], time
    for one, other in pairwise(case.reading.times):
        if not BETWEEN.fullmatch(case.text, one.end, other.start):
            continue
        for alone, dated in ((one, other), (other, one)):
            bare = NAME.fullmatch(alone.text)
            if bare and DAY.match(dated.value) and not NAME.search(dated.text) and re.search(r"\d", dated.text):
                yield alone.start, alone.end, bare[1], dated


def _surely(case: Case, time: Time) -> date | None:
    """The day meant: of the year stated or, about the day of publication, of its year; `None` if it can't be told."""
    try:
        found = date.fromisoformat(time.value)
    except ValueError:
        return None
    if str(found.year) in time.text:
        return found
    if case.published is None or YEAR.search(around(case, time.start, before=1)):
        return None
    near = (_of_year(found, case.published.year + ahead) for ahead in (-1, 0, 1))
    close = [day for day in near if day is not None and abs(day - case.published) <= NEAR]
    return close[0] if len(close) == 1 else None


def _of_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None
