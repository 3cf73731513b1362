"""Policy for slips of the pen: when a sentence is like enough to a statement to warn of what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opedcheck.judging.internal.found import sentence_at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules.slip import RULE
from opedcheck.judging.wording import evidence
from opedcheck.model import Finding, Judged, SlipMatch, SlotComparison

# What share of the statement's other words, what share of its names, and how much of them there must be. Of 160,000
# pairs of an article and a statement of something else (1,348 beside 120) none has all of that.
NEEDED = {
    ("figure", "strong"): (0.45, 0.6, 4),
    ("figure", "weak"): (0.6, 0.6, 5),
    ("date", "strong"): (0.6, 0.6, 4),
    ("date", "weak"): (0.8, 0.9, 5),
    ("name", "strong"): (0.45, 0.5, 2),
    ("name", "weak"): (0.65, 0.65, 4),
}
SLOTS = {"figure": "value", "date": "time", "name": "name"}


def findings(slips: Sequence[SlipMatch], judged: Sequence[Judged], case: Case) -> Iterator[Finding]:
    """A warning for each mention that is likely a slip; the likeliest statement where several are like it."""
    told: set[tuple[int, int]] = set()
    for slip in sorted(slips, key=lambda one: (-one.coverage, -one.named, one.record.id)):
        if (slip.start, slip.end) in told or not _likely(slip) or _settled(slip, judged, case):
            continue
        told.add((slip.start, slip.end))
        yield _finding(slip, case)


def _likely(slip: SlipMatch) -> bool:
    coverage, named, bulk = NEEDED[slip.kind, slip.closeness]
    return slip.coverage >= coverage and slip.named >= named and slip.bulk >= bulk


def _settled(slip: SlipMatch, judged: Sequence[Judged], case: Case) -> bool:
    """Whether a claim of the sentence has been compared with the statement and agrees with it; so it may, and have the
    name wrong."""
    own = sentence_at(case, slip.start) if slip.kind != "name" else None
    return own is not None and any(
        one.verdict != "unverified"
        and one.claim.sentence_start == own.start
        and any(e.reference == slip.record.id and e.outcome in ("agrees", "near") for e in one.evidence)
        for one in judged
    )


def _finding(slip: SlipMatch, case: Case) -> Finding:
    assert RULE.severity is not None
    slot = SlotComparison(SLOTS[slip.kind], "differs", slip.ours, slip.theirs)
    detail = f"{slip.coverage:.0%} of what else the statement says stands here, too"
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        message=f"Looks like a slip: the text has {slip.ours}, the reference {slip.theirs}: {slip.record.statement}",
        start=slip.start,
        end=slip.end,
        quote=case.text[slip.start : slip.end],
        references=(slip.record.id,),
        suggestion=slip.theirs,
        evidence=(evidence(slip.record, "differs", detail, slip.coverage, (slot,)),),
    )
