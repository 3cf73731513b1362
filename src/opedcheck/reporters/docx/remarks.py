"""What the comments say: severity and rule, the message, the evidence with its sources, the suggestion."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from opedcheck.model import ArticleReport, Evidence, Finding, Judged
from opedcheck.reporters.reporter import Look
from opedcheck.reporters.shown import escaped, listed
from opedcheck.reporters.told import GRAVITY, grounds, lead, source_in_words

MOST = 2_000
"""Comments an article: Word opens no document with more than 32,767 (MS-OI29500, 2.1.315)."""
MOST_SOURCES = 2


class Remark(msgspec.Struct, frozen=True):
    """What is said of a stretch of the article, a paragraph a line; the first is the heading."""

    start: int
    end: int
    lines: tuple[str, ...]


def remarks(one: ArticleReport, look: Look) -> Iterator[Remark]:
    """Findings, and the claims of the verdicts in `look.show` that none of them is about, as the text has them."""
    gravest = sorted(one.findings, key=lambda finding: GRAVITY[finding.severity])[:MOST]
    found = [Remark(finding.start, finding.end, tuple(_finding(finding))) for finding in gravest]
    told = {finding.claim for finding in one.findings}
    shown = [judged for verdict in look.show for judged in listed(one.judged, verdict) if judged.claim.id not in told]
    found += [Remark(judged.claim.start, judged.claim.end, tuple(_claim(judged))) for judged in shown]
    yield from sorted(found[:MOST], key=lambda remark: (remark.start, remark.end))


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity}: {finding.rule}"
    shown = tuple(grounds(finding))
    yield escaped(lead(finding.message, shown) or finding.message)
    for evidence in shown:
        yield from _evidence(evidence)
    if finding.suggestion is not None:
        yield f"Suggestion: {escaped(finding.suggestion)}"


def _claim(judged: Judged) -> Iterator[str]:
    yield f"{judged.verdict}: {judged.claim.kind}"
    yield escaped(judged.reason)
    for evidence in judged.evidence[:1] if judged.verdict != "unverified" else ():
        yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[str]:
    name = f"{evidence.statement} [{evidence.reference}]" if evidence.statement else evidence.reference
    yield f"Reference: {escaped(name)}"
    for source in evidence.sources[:MOST_SOURCES]:
        yield f"Source: {escaped(source_in_words(source))}"
