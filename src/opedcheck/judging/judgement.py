"""What a judge returns: the verdict on one claim, its reason, and the finding that a reader may be shown."""

from __future__ import annotations

from datetime import date

import msgspec

from opedcheck.model import Claim, Evidence, Outcome, Reading, Rule, Verdict


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a judge needs besides claim and matches. `persons` are the ids of all persons whom the article surely
    names in full, `published` its date (`None`: not known), `path` as it goes into fingerprints; `reading` is what the
    rules without references look at."""

    text: str
    path: str
    reading: Reading = Reading()
    published: date | None = None
    persons: frozenset[str] = frozenset()


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict. `rule` and `message` make the finding, if the verdict has one; `start` and `end` may narrow it."""

    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    rule: Rule | None = None
    message: str = ""
    suggestion: str | None = None
    references: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


NOTHING = Judgement(verdict="unverified", reason="No reference speaks of this.")
# The verdict that the outcome of comparing leads to, unless time or modality say otherwise.
OUTCOMES: dict[Outcome, Verdict] = {
    "agrees": "supported",
    "near": "imprecise",
    "differs": "contradicted",
    "incomparable": "unverified",
}
# What is not asserted is not contradicted.
ASSERTED = frozenset({"asserted"})


def unverified(reason: str, *evidence: Evidence) -> Judgement:
    """No verdict, and why."""
    return Judgement(verdict="unverified", reason=reason, evidence=evidence)


def whose(claim: Claim) -> str:
    """ "According to X, ..." before a message about words that are not the writer's own."""
    return f" (said by {claim.speaker})" if claim.speaker else ""
