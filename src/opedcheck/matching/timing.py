"""How the time of a claim lies to that of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opedcheck.matching.compare import slot
from opedcheck.matching.known import held_in
from opedcheck.model import Claim, Outcome, Period, SlotComparison, Statement, TimeRelation


def times(claim: Claim, theirs: Claim, record: Statement) -> Iterator[SlotComparison]:
    """The time slot, where both tell one and the statement's is not that of its reading."""
    if claim.when is not None and theirs.when is not None and not theirs.as_of:
        outcome: Outcome = "agrees" if claim.when.meets(theirs.when) else "differs"
        yield slot("time", outcome, claim.when, theirs.when, exclusive="time" in record.exclusive)


def relation(claim: Claim, theirs: Claim, record: Statement, published: date | None) -> TimeRelation:
    """How the claim's time (else the publication date) lies to the time for which the reference holds.

    A past that tells no time ("had 30 members") may lie before what the reference tells as present, and in a time for
    which that held: it is called earlier, so that nothing is shown by it.
    """
    since, until = record.since, record.until
    if theirs.as_of and since is None and theirs.when is not None:
        since = Period(theirs.when.first, theirs.when.first)
        until = until or (Period(theirs.when.last, theirs.when.last) if claim.when is None else None)
    if since is None and until is None:
        return "same"
    asked = claim.when or (Period(published, published) if published else None)
    if asked is None:
        return "unknown"
    undated_past = claim.past and claim.when is None
    if held_in(since, until, asked):
        return "earlier" if undated_past and not theirs.past else "same"
    if since is not None and asked.last is not None and since.first is not None and asked.last < since.first:
        return "earlier"
    return "earlier" if undated_past else "later"
