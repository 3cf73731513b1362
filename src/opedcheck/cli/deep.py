"""What `claims lint --deep` adds: faults that show once the statements are read as a scan reads them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from opedcheck.model import Claim, Filler, Statement
from opedcheck.references.alike import overlap
from opedcheck.references.faults import Fault

if TYPE_CHECKING:
    from opedcheck.checker import Checker

NUMBER = re.compile(r"\d[\d.,]*")


def faults(checker: Checker) -> Iterator[Fault]:
    """Every warning about the statements that a checker knows."""
    statements = [one for one in checker.known_references.records if isinstance(one, Statement)]
    for record in statements:
        if not checker.understood(record.id):
            remedy = "Say who did what, how much or when in a plain sentence; `claims show` tells what is understood."
            yield _fault(record, "nothing that can be checked is read in the statement", remedy)
    yield from _doubles(checker, statements)
    for record in statements:
        if record.verdict == "true":
            yield from _contradictions(checker, record)


def _contradictions(checker: Checker, record: Statement) -> Iterator[Fault]:
    """What other records would find wrong if an article said what this one says."""
    known = checker.known_references.by_id
    told: set[str] = set()
    for reference, message in checker.objections(record):
        other = known.get(reference)
        if other is not None and reference not in told:
            told.add(reference)
            what = f"it contradicts {reference}, at {other.at.path}:{other.at.line}: {message.rstrip('.')}"
            yield _fault(record, what, "Mend one of them, or say in valid: when each holds.")


def _doubles(checker: Checker, statements: Iterable[Statement]) -> Iterator[Fault]:
    """Statements in which the same claims are read: alike in every slot."""
    groups: dict[object, list[Statement]] = defaultdict(list)
    for record in statements:
        slots = _said(checker, record)
        if slots:
            groups[slots, record.verdict].append(record)
    for group in groups.values():
        for at, record in enumerate(group):
            first = next((one for one in group[:at] if _meet(one, record)), None)
            if first is not None and sorted(first.statement.split()) != sorted(record.statement.split()):
                what = f"it says in other words what {first.id} says, at {first.at.path}:{first.at.line}"
                yield _fault(record, what, "Make them one: what is phrased otherwise can stand among its aliases.")


def doubles(checker: Checker, record: Statement) -> Iterator[Statement]:
    """The other statements in which the claims of `record` are read, which may hold when it does."""
    wanted = _said(checker, record)
    others = (one for one in checker.known_references.records if isinstance(one, Statement) and one.id != record.id)
    for other in others if wanted else ():
        if other.verdict == record.verdict and _meet(record, other) and _said(checker, other) == wanted:
            yield other


def _said(checker: Checker, record: Statement) -> object:
    """The main claims that are read in a statement, as their slots, and its figures; nothing if none is read."""
    slots = frozenset(_slots(claim) for claim in checker.understood(record.id) if claim.main)
    figures = sorted(NUMBER.findall(record.statement))
    return (slots, tuple(figures)) if slots else None


def _slots(claim: Claim) -> tuple[object, ...]:
    """All that a claim says, whatever its words; positions and wording left out."""
    quantity = claim.quantity
    fillers = (claim.subject, claim.object, claim.place, *claim.others)
    named = {word for one in fillers if one for word in one.text.lower().split()}
    return (
        claim.kind, claim.predicate, claim.attribute, claim.name, claim.of, claim.ordinal, claim.negated,
        claim.modality, claim.when, claim.as_of,
        *map(_filler, fillers),
        quantity and (quantity.low, quantity.high, quantity.unit, quantity.bound, quantity.change),
        claim.context - claim.clause - named,
    )  # fmt: skip


def _filler(filler: Filler | None) -> object:
    return filler and (filler.key or (filler.head, tuple(sorted(filler.lemmas)), tuple(sorted(filler.entities))))


def _meet(one: Statement, other: Statement) -> bool:
    return overlap((one.since, one.until), (other.since, other.until), surely=False)


def _fault(record: Statement, what: str, remedy: str) -> Fault:
    return Fault(
        severity="warning", path=record.at.path, line=record.at.line, record=record.id, what=what, remedy=remedy
    )
