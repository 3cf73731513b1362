"""One document: the run and what was read in its articles (CONTRACT.md)."""

from __future__ import annotations

from typing import TextIO

import msgspec

from opedcheck.model import Report
from opedcheck.reporters.document import extraction
from opedcheck.reporters.reporter import Look, Reporter


def write(run: Report, out: TextIO, look: Look) -> None:
    """Indented JSON; how people want to see it changes nothing."""
    out.write(msgspec.json.format(msgspec.json.encode(extraction(run)), indent=2).decode())
    out.write("\n")


REPORTER = Reporter(name="json", write=write)
