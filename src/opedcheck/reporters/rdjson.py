"""Reviewdog's diagnostic format: columns are UTF-8 bytes, 1-based, the end exclusive."""

from __future__ import annotations

import json
from typing import Any, TextIO

from opedcheck.model import Article, Position, Report, Severity
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.told import Told, message, told

SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(run: Report, out: TextIO, look: Look) -> None:
    """One DiagnosticResult."""
    document = {"source": {"name": "opedcheck"}, "diagnostics": [_diagnostic(one) for one in told(run)]}
    json.dump(document, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _diagnostic(one: Told) -> dict[str, Any]:
    span = {"start": _position(one.article, one.start), "end": _position(one.article, one.end)}
    return {
        "message": message(one.finding),
        "location": {"path": one.path, "range": span},
        "severity": SEVERITIES[one.severity],
        "code": {"value": one.finding.rule},
    }


def _position(article: Article, at: Position) -> dict[str, int]:
    """A position with its column in bytes."""
    begin = article.lines[at.line - 1]
    before = article.source[begin : begin + at.column - 1]
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


REPORTER = Reporter(name="rdjson", write=write)
