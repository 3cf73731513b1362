"""What claims are looked up by beside the names in them: what was done, or what was counted.

Two claims that no facet of theirs joins can't say the same, nor deny it: `statements` would find no slot to compare.
"""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.matching.compare import is_money, stated
from opedcheck.matching.folding import fold
from opedcheck.model import Claim, Quantity
from opedcheck.words.predicates import noun_keys, opposite_keys, verb_keys
from opedcheck.words.titles import canonical_title, is_sole

DEEDS = frozenset({"relation", "rank"})
MEASURES = frozenset({"amount", "count", "percent", "duration"})
MONEY, BARE = "money", "none"
PERSONS = frozenset({"office", "name"})


def told(claim: Claim, value: str | None = None) -> tuple[str, ...]:
    """The facets of a statement's claim, in order; `value` is the figure that its record states."""
    return tuple(sorted({*_own(claim), *_counted(claim, stated(value))}))


def sought(claim: Claim) -> frozenset[str]:
    """The facets of the claims that may say or deny what an article's claim says."""
    denied = opposite_keys(claim.predicate or "") if claim.kind == "relation" else frozenset()
    return frozenset({*_own(claim), *(f"{claim.kind} {key}" for key in denied)})


def of_person(claim: Claim, owner: str | None) -> Iterator[str]:
    """What a claim about a person is looked up by; `owner` is the id of whose office it is, if any.

    The full name; the same with "=" before it where an office is told, and with "@" where it is told for whom the
    person sits; the office of one holder. Offices are compared with offices, seats with seats.
    """
    if claim.kind not in PERSONS or not claim.name:
        return
    name = fold(claim.name)
    yield name
    if claim.kind == "office":
        yield f"={name}"
    if claim.seat is not None:
        yield f"@{name}"
    if (office := sole_office(claim, owner)) is not None:
        yield office


def sole_office(claim: Claim, owner: str | None) -> str | None:
    """What the claim that somebody holds an office is looked up by, if there is one holder at a time."""
    title = canonical_title(claim.attribute or "") if claim.kind == "office" and claim.name else None
    return f"{title} of {owner or ''}" if title is not None and is_sole(title) else None


def _own(claim: Claim) -> Iterator[str]:
    if claim.kind in DEEDS:
        yield from (f"{claim.kind} {key}" for key in verb_keys(claim.predicate or ""))
    yield from _counted(claim, claim.quantity)


def _counted(claim: Claim, figure: Quantity | None) -> Iterator[str]:
    if claim.kind in MEASURES and figure is not None:
        yield from (f"{claim.kind} {key}" for key in _unit(figure))


def _unit(figure: Quantity) -> frozenset[str]:
    if is_money(figure):
        return frozenset({MONEY})
    return frozenset({BARE}) if figure.unit is None else noun_keys(figure.unit.lower())
