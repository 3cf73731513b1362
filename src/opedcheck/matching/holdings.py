"""Offices held, beside an office asked for at a time."""

from __future__ import annotations

from datetime import date, timedelta

from opedcheck.matching.known import Known, held_in
from opedcheck.model import Holding, Period, Person
from opedcheck.words.titles import is_sole

RECORDED = date(2020, 1, 1)  # an undated article is judged by what was known of the decades before this day
# A text may have been written, or may quote, before an office changed hands, or look ahead to who is to take it.
LEFT, TO_COME = timedelta(days=120), timedelta(days=90)


def same_office(holding: Holding, title: str, of: str | None, known: Known) -> bool:
    """Whether a holding is the office asked for; without `of`, of anything. "US Senator": of one of its states."""
    if holding.office != title or of is None or holding.of == of:
        return holding.office == title
    part = known.places.get(holding.of or "")
    return part is not None and part.within == of and not is_sole(title)


def of_land(person: Person | None, of: str | None, known: Known) -> tuple[Holding, ...]:
    """The person's offices of a land and of its parts."""
    if person is None or of is None:
        return ()
    return tuple(h for h in known.holdings[person.id] if h.of == of or known.lands.country(h.of) == of)


def last_day(asked: Period | None) -> date:
    """The day up to which holders are to be known: the last asked for; any, where none is, to which records reach."""
    return (asked.last if asked else None) or RECORDED


def held_then(past: tuple[Holding, ...], asked: Period | None) -> bool | None:
    """Whether an office was held then; None where no time is asked for, or dates are too coarse to tell."""
    if asked is None:
        return None
    answers = [held_in(h.since, h.until, asked) for h in past]
    if any(answers):
        return True
    return None if None in answers else False


def held_near(past: tuple[Holding, ...], asked: Period | None) -> bool:
    """Whether the office was left shortly before, or will be taken shortly after, the time asked for."""
    if asked is None or asked.first is None or asked.last is None:
        return False
    wide = Period(asked.first - LEFT, asked.last + TO_COME)
    return any(held_in(h.since, h.until, wide) for h in past)
