"""Time expressions: TIMEX3s with the days they stand for, resolved against the date of writing.

The text is cut into lexemes, each of one kind (words, lexer); patterns over kinds find the expressions (rules, scan)
and functions beside them say what they mean (dates, relative, parts, durations, clock, holidays, refs), asking for the
tense of the governing verb, or for what was said before, where that decides (tense, setting).
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import Time
from opedcheck.pipeline import store
from opedcheck.pipeline.times import scan

WRITTEN = range(1000, 3000)  # years in which an article may be written; far from the calendar's ends


class Times:
    """The component; `date` is the base of a Doc that brings none of its own (`user_data["opedcheck_date"]`)."""

    def __init__(self, date: str | None = None) -> None:
        self.date = date

    def __call__(self, doc: Doc) -> Doc:
        skipped = [(start, end) for start, end in doc.user_data.get("opedcheck_skipped") or ()]
        found = tuple(time for time in scan.times(doc, self._base(doc)) if not _touches(time, skipped))
        return store.keep(doc, "times", found, [time.type for time in found])

    def _base(self, doc: Doc) -> date | None:
        stated = doc.user_data.get("opedcheck_date", self.date)
        if stated is None:
            return None
        try:
            base = date.fromisoformat(str(stated)[:10])
        except ValueError:
            return None
        return base if base.year in WRITTEN else None


def _touches(time: Time, stretches: list[tuple[int, int]]) -> bool:
    return any(time.start < end and time.end > start for start, end in stretches)


def create(nlp: Language, *, date: str | None = None) -> Times:
    """The component; it needs nothing of `nlp`."""
    return Times(date)
