"""`figure-conflict`: the same thing measured twice in one text, with two figures that can't both be right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from opedcheck.judging.internal.found import at
from opedcheck.judging.judgement import ASSERTED, Case
from opedcheck.judging.rules import figure_conflict
from opedcheck.model import Claim, Finding, Quantity

MEASURES = frozenset({"amount", "count", "percent"})
# So many content words and names show that two sentences measure the same thing.
ENOUGH = 4


def check(case: Case) -> Iterator[Finding]:
    """A finding at the later of two figures for one measure."""
    stated = [claim for claim in case.reading.claims if _is_level(claim)]
    for first, later in combinations(stated, 2):
        if _same_measure(first, later) and _apart(first, later):
            message = (
                f"The text has {later.text} here and {first.text} for the same thing before: "
                f"“{case.text[first.sentence_start : first.sentence_end].strip()}”"
            )
            yield at(case, figure_conflict.RULE, later.start, later.end, message)


def _is_level(claim: Claim) -> bool:
    """Whether the claim asserts, in the writer's own words, how much something is: no change, part, bound or denial."""
    quantity = claim.quantity
    return (
        claim.kind in MEASURES
        and quantity is not None
        and quantity.bound in ("exact", "about")
        and quantity.change is None
        and quantity.low == quantity.high
        and not (claim.part or claim.negated or claim.quoted)
        and claim.speaker is None
        and claim.modality in ASSERTED
        and claim.subject is not None
        and claim.subject.key is not None
    )


def _same_measure(first: Claim, later: Claim) -> bool:
    assert first.subject and later.subject and first.quantity and later.quantity
    return (
        first.sentence_start != later.sentence_start
        and first.subject.key == later.subject.key
        and first.quantity.unit == later.quantity.unit
        and first.predicate == later.predicate
        and first.clause == later.clause
        and len(first.clause) + len(first.entities) >= ENOUGH
        and first.entities == later.entities
        and first.when == later.when
        and first.past == later.past
    )


def _apart(first: Claim, later: Claim) -> bool:
    assert first.quantity and later.quantity
    (low, high), (their_low, their_high) = _printed(first.quantity), _printed(later.quantity)
    return high < their_low or their_high < low


def _printed(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """What the figure may stand for, by its digits and its hedge."""
    slack = max(quantity.step / 2, quantity.low / 10 if quantity.bound == "about" else Decimal(0))
    return quantity.low - slack, quantity.high + slack
