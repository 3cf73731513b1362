"""What a page marks in an article: findings, and the claims that none of them is about, each with its colour."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from opedcheck.model import ArticleReport, Finding, Judged, Severity, Suppressed, Verdict
from opedcheck.reporters.told import GRAVITY

# What lies on top where marks overlap, after findings.
ORDER: tuple[Verdict, ...] = ("contradicted", "disputed", "outdated", "imprecise", "supported", "unverified")
# How a finding looks that is about no claim, or about one that no reference settles.
TONES: dict[Severity, Verdict] = {"error": "contradicted", "warning": "outdated", "info": "imprecise"}
FINDING = "finding"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the article and what is to be said of it.

    `tone` is its colour, `kinds` what it can be filtered by, `grade` how far it lies below others. Those of which a
    note is written have a `number`, 0 if none.
    """

    start: int
    end: int
    tone: Verdict
    kinds: tuple[str, ...]
    grade: int
    finding: Finding | None = None
    judged: Judged | None = None
    suppressed: Suppressed | None = None
    number: int = 0


def items(one: ArticleReport) -> tuple[Item, ...]:
    """Everything to mark in an article, as it stands there, those with a note numbered from 1."""
    found = sorted((*_findings(one), *_claims(one)), key=lambda item: (item.start, item.end, item.grade))
    return tuple(_numbered(found))


def _findings(one: ArticleReport) -> Iterator[Item]:
    judged = {judged.claim.id: judged for judged in one.judged}
    for finding in one.findings:
        about = judged.get(finding.claim or "")
        verdict = about.verdict if about else None
        tone = TONES[finding.severity] if verdict in (None, "unverified") else verdict
        yield Item(
            start=finding.start, end=finding.end, tone=tone, kinds=(FINDING, *filter(None, (verdict,))),
            grade=GRAVITY[finding.severity] - len(GRAVITY), finding=finding, judged=about,
        )  # fmt: skip


def _claims(one: ArticleReport) -> Iterator[Item]:
    told = {finding.claim for finding in one.findings}
    gone = {suppressed.finding.claim: suppressed for suppressed in one.suppressed}
    for judged in one.judged:
        claim, verdict = judged.claim, judged.verdict
        if claim.id not in told:
            yield Item(
                start=claim.start, end=claim.end, tone=verdict, kinds=(verdict,), grade=ORDER.index(verdict),
                judged=judged, suppressed=gone.get(claim.id),
            )  # fmt: skip


def _numbered(found: list[Item]) -> Iterator[Item]:
    number = 0
    for item in found:
        noted = item.finding is not None or item.tone != "unverified"
        number += noted
        yield msgspec.structs.replace(item, number=number) if noted else item
