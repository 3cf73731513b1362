"""Policy for sentences that repeat what has been fact-checked: it is told of, and no verdict follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from opedcheck.judging.internal.found import at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules.fact_checked import RULE
from opedcheck.judging.wording import evidence, fact_checked
from opedcheck.model import Evidence, Finding, Judged, Repeat

SURE = 0.5
"""How likely a sentence must repeat a claim before an editor is told of it."""
MOST = 3
"""So many fact-checks are shown of a sentence."""
Again = Mapping[int, Sequence[Repeat]]


def shown(judged: Sequence[Judged], again: Again) -> Iterator[Judged]:
    """The claims, the first of each sentence with the fact-checks that its sentence may repeat."""
    told: set[int] = set()
    for one in judged:
        start = one.claim.sentence_start
        if start in told or start not in again:
            yield one
            continue
        told.add(start)
        yield msgspec.structs.replace(one, evidence=_added(one.evidence, again[start][:MOST]))


def _added(evidence: Sequence[Evidence], again: Sequence[Repeat]) -> tuple[Evidence, ...]:
    """The evidence with the fact-checks. What was compared slot by slot in vain is told with its slots, yet once."""
    vain = {piece.reference: piece.slots for piece in evidence if piece.outcome == "incomparable"}
    known = {piece.reference for piece in evidence} - vain.keys()
    more = [
        msgspec.structs.replace(_evidence(repeat), slots=vain.get(repeat.record.id, ()))
        for repeat in again
        if repeat.record.id not in known
    ]
    told = {piece.reference for piece in more}
    return (*(piece for piece in evidence if piece.reference not in told), *more)


def findings(again: Again, case: Case) -> Iterator[Finding]:
    """The fact-check, unless it found the claim right, that each sentence most likely repeats, if that is sure."""
    for repeats in again.values():
        best = repeats[0]
        if best.score >= SURE and best.record.verdict != "true":
            message = f"Much like what {fact_checked(best.record)}"
            yield at(case, RULE, best.start, best.end, message, evidence=(_evidence(best),))


def _evidence(repeat: Repeat) -> Evidence:
    return evidence(repeat.record, "near", "the sentence says nearly the same words", repeat.score)
