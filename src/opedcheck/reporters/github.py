"""Annotations of GitHub Actions: workflow commands, the gravest first.

GitHub shows ten annotations of a severity for each step; what goes beyond is written to the step's summary, too.
Escapes as in actions/toolkit's `command.ts`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from opedcheck.errors import SettingError
from opedcheck.model import Report, Severity
from opedcheck.reporters.markdown import table
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.told import Told, gravest, message

ADJOINING = re.compile(r":(?=:)")
COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = 10
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}
SUMMARY = "GITHUB_STEP_SUMMARY"


def write(run: Report, out: TextIO, look: Look) -> None:
    """A command a finding; those that GitHub will not show go into the step's summary as well."""
    found = gravest(run)
    for one in found:
        out.write(_command(one) + "\n")
    unseen = list(_unseen(found))
    summary = os.environ.get(SUMMARY)
    if unseen and summary:
        _sum_up(unseen, summary)


def _sum_up(unseen: Sequence[Told], summary: str) -> None:
    try:
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"### opedcheck: {len(unseen)} more\n\n{table(unseen)}\n")
    except OSError as fault:
        what = f"can't be written: {fault.strerror}"
        raise SettingError(what, place=summary, remedy=f"Mend or unset {SUMMARY}.") from None


def _command(one: Told) -> str:
    columns = {"col": one.start.column, "endColumn": one.end.column} if one.one_line else {}
    where = {"file": one.path, "line": one.start.line, "endLine": one.end.line, **columns, "title": one.finding.rule}
    properties = ",".join(f"{name}={_escaped(str(value), PROPERTY)}" for name, value in where.items())
    return f"::{COMMANDS[one.severity]} {properties}::{_escaped(broken(message(one.finding)), DATA)}"


def broken(text: str) -> str:
    """`text` in which no second command can begin."""
    return ADJOINING.sub(": ", text)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)


def _unseen(found: Sequence[Told]) -> Iterator[Told]:
    seen: Counter[Severity] = Counter()
    for one in found:
        seen[one.severity] += 1
        if seen[one.severity] > SHOWN:
            yield one


REPORTER = Reporter(name="github", write=write)
