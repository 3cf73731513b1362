"""Findings -> diagnostics, each pointing to its references' places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from opedcheck.lsp.positions import Positions
from opedcheck.model import Article, ArticleReport, Finding, Severity
from opedcheck.reporters.shown import escaped
from opedcheck.reporters.told import grounds

SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(report: ArticleReport, positions: Positions, *, related: bool) -> list[types.Diagnostic]:
    """The diagnostics of a document; `related`: the client shows where the references stand."""
    return [diagnostic(report.article, finding, positions, related=related) for finding in report.findings]


def diagnostic(article: Article, finding: Finding, positions: Positions, *, related: bool) -> types.Diagnostic:
    """One finding, underlined where it stands in the source."""
    return types.Diagnostic(
        range=positions.range(*span(article, finding)),
        message=escaped(finding.message),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        source="opedcheck",
        related_information=list(_related(finding)) or None if related else None,
        data={"fingerprint": finding.fingerprint},
    )


def span(article: Article, finding: Finding) -> tuple[int, int]:
    """Where a finding stands in the source, end exclusive."""
    start = article.source_offset(finding.start)
    return start, max(start, article.source_offset(finding.end, end=True))


def _related(finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    """Where each reference stands in its file."""
    for evidence in grounds(finding):
        if evidence.path and evidence.line > 0:
            line = types.Position(evidence.line - 1, 0)
            uri = Path(evidence.path).absolute().as_uri()
            said = escaped(evidence.statement or evidence.reference)
            yield types.DiagnosticRelatedInformation(types.Location(uri, types.Range(line, line)), said)
