"""One document: the run, its articles, their claims and findings, and the summary (CONTRACT.md)."""

from __future__ import annotations

from typing import TextIO

import msgspec

from opedcheck.model import Report
from opedcheck.reporters.document import report
from opedcheck.reporters.reporter import Look, Reporter


def write(run: Report, out: TextIO, look: Look) -> None:
    """Indented JSON; how people want to see it changes nothing."""
    out.write(msgspec.json.format(msgspec.json.encode(report(run)), indent=2).decode())
    out.write("\n")


REPORTER = Reporter(name="json", write=write)
