"""Finding the references that speak of what a claim speaks of, and comparing slot by slot. Measures, never decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from opedcheck.matching import events, figures, membership, people, repeats, statements
from opedcheck.matching.alignment.finding import aligned
from opedcheck.matching.known import Known, StatementIndex
from opedcheck.model import Article, Claim, Kind, Match, Reading, Repeat

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


def matches(claim: Claim, known: Known, published: date | None, again: Sequence[Repeat] = ()) -> tuple[Match, ...]:
    """What the references know of the same thing as `claim`, records first, then statements, the surest first.

    `again`: which fact-checked claims its sentence may repeat.
    """
    matcher = MATCHERS.get(claim.kind)
    found = tuple(matcher(claim, known, published)) if matcher else ()
    return (*found, *statements.statements(claim, known, published, again))


def repeated(article: Article, reading: Reading, known: Known) -> dict[int, tuple[Repeat, ...]]:
    """Which fact-checked claims the sentences of an article may repeat, by where each sentence starts."""
    return repeats.repeats(article, reading, known.rated, known.records)


def claims(article: Article, reading: Reading, again: Mapping[int, Sequence[Repeat]]) -> tuple[Claim, ...]:
    """What is to be compared, in the order of the text: the claims read, and what was fact-checked before."""
    return tuple(sorted((*reading.claims, *repeats.quotes(article, reading, again)), key=lambda claim: claim.start))


__all__ = ["Known", "StatementIndex", "aligned", "claims", "matches", "repeated"]
