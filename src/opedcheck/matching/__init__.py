"""Finding the references that speak of what a claim speaks of, and comparing slot by slot. Measures, never decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from opedcheck.matching import events, figures, membership, people, statements
from opedcheck.matching.alignment.finding import aligned
from opedcheck.matching.known import Known, StatementIndex
from opedcheck.model import Claim, Kind, Match

Matcher = Callable[[Claim, Known, date | None], Iterator[Match]]

# Kind of claim -> which records may speak of it. Statements may speak of every kind.
MATCHERS: dict[Kind, Matcher] = {
    "office": people.office,
    "name": lambda claim, known, published: people.name(claim, known),
    "membership": membership.membership,
    "place": lambda claim, known, published: membership.place(claim, known),
    "date": events.event,
    "venue": events.event,
    **dict.fromkeys(("amount", "count", "percent", "duration"), figures.figures),
}


def matches(claim: Claim, known: Known, published: date | None) -> tuple[Match, ...]:
    """What the references know of the same thing as `claim`, records first, then statements, the surest first."""
    matcher = MATCHERS.get(claim.kind)
    found = tuple(matcher(claim, known, published)) if matcher else ()
    return (*found, *statements.statements(claim, known, published))


__all__ = ["Known", "StatementIndex", "aligned", "matches"]
