"""What an expression is resolved against: the date of writing, the tense about it, what was said before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from opedcheck.model import Period
from opedcheck.pipeline.times import tense, values
from opedcheck.pipeline.times.tense import Direction

Type = Literal["DATE", "TIME", "DURATION", "SET"]
NAMING = frozenset(["compound", "nmod", "amod", "nummod", "poss"])  # what stands before the noun that it is of
NEAR = 400  # code points within which a mention is what "that year" or "a year earlier" hangs on
WEEK = 7
REMEMBERED = 20  # mentions that are looked back at


class Meaning(NamedTuple):
    """What an expression means. `days` overrides the days that the value stands for; `NO_DAYS` says none."""

    type: Type
    value: str
    days: Period | None = None
    end: int | None = None


NO_DAYS = Period(None, None)


class Said(NamedTuple):
    """A mention that was resolved already; `unit` is the letter of what its value is one of."""

    end: int
    value: str
    unit: str | None


def dated(value: str, days: Period | None = None) -> Meaning:
    """A DATE, or a TIME where the value has a time of day."""
    return Meaning("TIME" if "T" in value and not value.startswith("P") else "DATE", value, days)


@dataclass(slots=True)
class Setting:
    """One Doc being read. `years` are the years that it states in figures, as (start, end, year)."""

    doc: Doc
    base: date | None
    years: list[tuple[int, int, int]]
    said: list[Said] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span | None:
        """The tokens that a stretch of code points touches."""
        return self.doc.char_span(start, end, alignment_mode="expand")

    def direction(self, start: int, end: int) -> Direction | None:
        """Which way the verb about a stretch looks."""
        span = self.span(start, end)
        return tense.direction(span) if span is not None and len(span) else None

    def governor(self, start: int, end: int) -> Token | None:
        """The verb about a stretch."""
        span = self.span(start, end)
        return tense.governor(tense.root(span)) if span is not None and len(span) else None

    def reported(self, start: int, end: int) -> bool:
        """Whether the verb about a stretch is one that news put in the present for what was said or is so."""
        verb = self.governor(start, end)
        return verb is None or verb.lemma_.lower() in tense.STATES

    def is_then(self, start: int, end: int) -> bool:
        """Whether a stretch says when something is: "the vote is on Friday", "there's a hearing Friday"."""
        verb, span = self.governor(start, end), self.span(start, end)
        if verb is None or span is None or verb.lemma_.lower() != "be":
            return False
        head = tense.root(span).head
        return verb.i == (head.head if head.dep_ == "prep" else head).i

    def perfect(self, start: int, end: int) -> bool:
        """Whether the verb about a stretch is "have", or has it before it: "has given them until Friday"."""
        verb = self.governor(start, end)
        return verb is not None and any(form.lower_ in ("has", "have", "'ve") for form in (verb, *tense.lefts(verb)))

    def names(self, start: int, end: int) -> bool:
        """Whether a stretch says which thing is meant, not when: "under a June agreement"."""
        span = self.span(start, end)
        if span is None or not len(span):
            return False
        root = tense.root(span)
        return root.dep_ in NAMING and root.head.i > root.i

    def deferred(self, start: int, end: int) -> bool:
        """Whether the verb about a stretch sets or moves a limit: "extended the deadline until Friday"."""
        verb = self.governor(start, end)
        return verb is not None and verb.lemma_.lower() in tense.DEFERRING

    def stated_year(self, start: int, end: int) -> int | None:
        """The one year that the clause about a stretch states apart from it ("In 2023, on the 11th of July")."""
        if not self.years:
            return None
        verb = self.governor(start, end)
        if verb is None:
            return None
        near = self.years[bisect_left(self.years, (start - NEAR,)) : bisect_left(self.years, (end + NEAR,))]
        found = {
            year for first, last, year in near if (last <= start or first >= end) and self.governor(first, last) == verb
        }
        return found.pop() if len(found) == 1 else None

    def recent(self, start: int, *units: str, within: int = NEAR) -> str | None:
        """The value of the last mention of one of these units before `start`."""
        for said in self._before(start, within):
            if said.unit in units:
                return said.value
        return None

    def weekday(self, number: int) -> date | None:
        """The day within a week of writing that an earlier mention of this weekday was; `None` if there is none."""
        days = (values.period(said.value) for said in islice(reversed(self.said), REMEMBERED) if said.unit == "D")
        fitting = (day.first for day in days if day and day.first and day.first.isoweekday() == number)
        return next((day for day in fitting if self.base and abs((day - self.base).days) < WEEK), None)

    def quarter(self, start: int, within: int) -> str | None:
        """The quarter that a report is about: of those said before `start`, the last in time."""
        near = self._before(start, within)
        quarters = {said.value for said in near if said.unit == "Q"}
        over = values.value_at(self.base, "Q") if self.base else "9"
        return max((value for value in quarters if value < over), default=max(quarters, default=None))

    def _before(self, start: int, within: int) -> Iterator[Said]:
        """The last mentions before `start`, the nearest first: a few, so that no text takes long."""
        return takewhile(lambda said: start - said.end <= within, islice(reversed(self.said), REMEMBERED))
