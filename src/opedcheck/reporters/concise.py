"""One line a finding, `path:line:column: severity[rule] message`, and one a listed claim."""

from __future__ import annotations

from typing import TextIO

from opedcheck.model import Report
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import escaped, listed, location


def write(run: Report, out: TextIO, look: Look) -> None:
    """Findings of every article, then its claims of the verdicts in `look.show`. No colour: lines are for tools."""
    for one in run.articles:
        for finding in one.findings:
            where = location(one.article, finding.start)
            out.write(f"{where}: {finding.severity}[{finding.rule}] {escaped(finding.message)}\n")
        for verdict in look.show:
            for judged in listed(one.judged, verdict):
                where = location(one.article, judged.claim.start)
                said = f"“{escaped(judged.claim.text)}”: {escaped(judged.reason)}"
                out.write(f"{where}: {verdict}[{judged.claim.kind}] {said}\n")


REPORTER = Reporter(name="concise", write=write)
