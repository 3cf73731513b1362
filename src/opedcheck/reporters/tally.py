"""How many claims and findings of each kind there are; every format says it in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

import msgspec

from opedcheck.model import ArticleReport, Severity, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over some articles. `matched` are the claims that some reference could be compared with."""

    articles: int
    claims: int
    verdicts: dict[Verdict, int]
    severities: dict[Severity, int]

    @property
    def matched(self) -> int:
        return self.claims - self.verdicts["unverified"]


def tally(reports: Sequence[ArticleReport]) -> Tally:
    """The counts over `reports`; every verdict and severity has one, 0 included."""
    verdicts = Counter(judged.verdict for report in reports for judged in report.judged)
    severities = Counter(finding.severity for report in reports for finding in report.findings)
    return Tally(
        articles=len(reports),
        claims=sum(len(report.judged) for report in reports),
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS},
        severities={severity: severities[severity] for severity in SEVERITIES},
    )


def summed_up(reports: Sequence[ArticleReport]) -> str:
    """ "2 errors, 1 warning in 1 article (3 suppressed): 57 claims, 9 supported, 2 contradicted, 46 unverified."""
    counts = tally(reports)
    found = [counted(counts.severities[severity], severity) for severity in SEVERITIES if counts.severities[severity]]
    verdicts = [f"{counts.verdicts[verdict]} {verdict}" for verdict in VERDICTS if counts.verdicts[verdict]]
    said = ", ".join((counted(counts.claims, "claim"), *verdicts))
    unchecked = " (no reference settles them)" if counts.verdicts["unverified"] else ""
    gone = sum(len(report.suppressed) for report in reports)
    where = f"{counted(counts.articles, 'article')}{f' ({gone} suppressed)' if gone else ''}"
    return f"{', '.join(found) or 'No findings'} in {where}: {said}{unchecked}."


def counted(number: int, what: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
