"""When and where an event took place, beside the edition that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from opedcheck.matching.compare import slot
from opedcheck.matching.known import Known, fold
from opedcheck.model import Claim, Event, EventMatch, Filler, Outcome, Period, Place, SlotComparison

By = Literal["name", "year", "date", "place", "next"]
# An article that speaks of "the summit" in the present means one at most so many days away.
A_WEEK = timedelta(days=6)  # from its first to its last day: "last week" holds the event, "11 and 12 July" is the event
AHEAD, BEHIND = timedelta(days=75), timedelta(days=10)


def event(claim: Claim, known: Known, published: date | None) -> Iterator[EventMatch]:
    """The date or place told of an event, beside each edition that may be meant: the one that is shown, if any."""
    entity = claim.subject.entity if claim.subject else None
    if entity is None:
        return
    record = known.records.get(entity)
    if isinstance(record, Event):
        yield EventMatch(event=record, by="name", slots=tuple(_slots(claim, record, known)))
        return
    edition = _edition(claim, known.series.get(entity, []), known, published)
    if edition is not None:
        found, by = edition
        yield EventMatch(event=found, by=by, slots=tuple(_slots(claim, found, known)))


def days(record: Event) -> Period | None:
    """The days of an event, first to last."""
    if record.since is None:
        return None
    return Period(record.since.first, (record.to or record.since).last)


def _edition(claim: Claim, editions: list[Event], known: Known, published: date | None) -> tuple[Event, By] | None:
    """Which edition is meant, and what shows it."""
    dated = [(e, d) for e in editions if (d := days(e)) is not None]
    when = claim.when
    if when is not None:
        same = [e for e, d in dated if when.meets(d)]
        if same and (len(same) == 1 or (when.first is not None and when.last is not None)):
            return same[0], "date"
        if when.first is not None and when.last is not None and when.first.year == when.last.year:
            year = [e for e, d in dated if d.first is not None and d.first.year == when.first.year]
            if year:
                return min(year, key=lambda e: _distance(when, e)), "year"
        return None
    near = _next(claim, dated, published)
    if near is not None and claim.predicate == "take place":
        return near, "next"
    if claim.place is not None:
        there = [e for e in editions if _where(claim.place, e, known) == "agrees"]
        if len(there) == 1:
            return there[0], "place"
    return (near, "next") if near is not None else None


def _distance(when: Period, edition: Event) -> timedelta:
    told = days(edition)
    if told is None or told.first is None or when.first is None:
        return timedelta.max
    return abs(told.first - when.first)


def _next(claim: Claim, dated: list[tuple[Event, Period]], published: date | None) -> Event | None:
    """The edition next to the publication date, where the clause speaks of the present or what is to come."""
    if published is None or claim.past or (claim.subject and claim.subject.surmised):
        return None
    near = [e for e, d in dated if d.first and d.last and d.first - AHEAD <= published <= d.last + BEHIND]
    return near[0] if len(near) == 1 else None


def _slots(claim: Claim, record: Event, known: Known) -> Iterator[SlotComparison]:
    if claim.kind == "date" and claim.when is not None:
        told = days(record)
        if told is not None:
            yield slot("time", _time(claim.when, told), claim.text, told, exclusive=True)
    if claim.kind == "venue" and claim.place is not None and record.where:
        where = ", ".join(known.name_of(place) or place for place in record.where)
        yield slot("place", _where(claim.place, record, known), claim.place, where, exclusive=True)


def _time(ours: Period, theirs: Period) -> Outcome:
    """A day must be one of the event's, a stretch must touch it; several days must all be the event's."""
    if ours.first is None or ours.last is None or theirs.first is None or theirs.last is None:
        return "incomparable"
    if not ours.meets(theirs):
        return "differs"
    several_days = timedelta(0) < ours.last - ours.first < A_WEEK
    if several_days and not theirs.covers(ours) and not ours.covers(theirs):
        return "differs"
    return "differs" if several_days and ours.covers(theirs) and ours != theirs else "agrees"


def _where(ours: Filler, record: Event, known: Known) -> Outcome:
    """A place told of an event beside its own: the same, one inside the other, or another."""
    if not record.where:
        return "incomparable"
    theirs = [where if where in known.places else _id_of(where, known) for where in record.where]
    told = _told(ours, known)
    if not told:  # an unknown city, said to lie in a known country, is no place that the reference names
        strange = ours.kind == "place" and ours.entity is None and any(e in known.places for e in ours.entities)
        names = {fold(known.name_of(where) or where) for where in record.where}
        return "differs" if strange and fold(ours.text) not in names else "incomparable"
    wider = {place for where in theirs if where for place in (where, *_chain(where, known))}
    if any(place in wider for place in told):
        return "agrees"
    inside = any(where in _chain(place, known) for place in told for where in theirs if where)
    return "incomparable" if inside or None in theirs else "differs"


def _told(ours: Filler, known: Known) -> list[str]:
    """The places that a phrase may name: its own entity, or the capital of the country it names."""
    if ours.entity is not None:
        return [ours.entity] if ours.entity in known.places else []
    if ours.head == "capital":
        lands = [known.places[e] for e in ours.entities if e in known.places]
        return [land.capital for land in lands if land.capital]
    return []


def _chain(place: str, known: Known) -> list[str]:
    found: list[str] = []
    record = known.places.get(place)
    while isinstance(record, Place) and record.within and record.within not in found:
        found.append(record.within)
        record = known.places.get(record.within)
    return found


def _id_of(name: str, known: Known) -> str | None:
    wanted = fold(name)
    return next((p.id for p in known.places.values() if fold(p.name) == wanted), None)
