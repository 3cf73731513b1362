"""Output formats, one module each: those of `scan`, and those of `extract`, for which nothing is judged."""

from opedcheck.reporters import (
    concise,
    docx,
    extract_json,
    extract_jsonl,
    extract_text,
    full,
    github,
    gitlab,
    html,
    json,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
)
from opedcheck.reporters.reporter import AnyReporter, FileReporter, Look, Reporter, named, names
from opedcheck.reporters.tally import Tally, tally

SCAN: tuple[AnyReporter, ...] = (
    full.REPORTER,
    concise.REPORTER,
    json.REPORTER,
    jsonl.REPORTER,
    github.REPORTER,
    gitlab.REPORTER,
    sarif.REPORTER,
    junit.REPORTER,
    rdjson.REPORTER,
    markdown.REPORTER,
    html.REPORTER,
    docx.REPORTER,
)
EXTRACT: tuple[Reporter, ...] = (extract_text.REPORTER, extract_json.REPORTER, extract_jsonl.REPORTER)

__all__ = ["EXTRACT", "SCAN", "AnyReporter", "FileReporter", "Look", "Reporter", "Tally", "named", "names", "tally"]
