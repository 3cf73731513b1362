"""What was read in each article, one article a line (CONTRACT.md)."""

from __future__ import annotations

from typing import TextIO

import msgspec

from opedcheck.model import Report
from opedcheck.reporters.document import extracted
from opedcheck.reporters.reporter import Look, Reporter


def write(run: Report, out: TextIO, look: Look) -> None:
    """A line of JSON for every article; how people want to see it changes nothing."""
    for article in run.articles:
        out.write(msgspec.json.encode(extracted(article)).decode())
        out.write("\n")


REPORTER = Reporter(name="jsonl", write=write)
