"""A baseline: findings that are known and not shown again, by fingerprint, in a file that can be read and compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from opedcheck.errors import SettingError
from opedcheck.keeping import files
from opedcheck.model import Finding, Suppressed

SCHEMA = "opedcheck/baseline@1"
DEFAULT = "opedcheck-baseline.json"
REMEDY = "Write it anew with `opedcheck baseline create`."


class Entry(msgspec.Struct, frozen=True, order=True):
    """A known finding: where it stood, by which rule, the words, and its fingerprint."""

    path: str
    rule: str
    quote: str
    fingerprint: str


class Baseline(msgspec.Struct, frozen=True):
    """All known findings."""

    schema: str = SCHEMA
    entries: tuple[Entry, ...] = ()


def read(path: Path) -> Baseline:
    """The baseline of a file. Raises SettingError where there is none, or where it is broken."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except OSError as fault:
        raise SettingError(f"can't be read: {fault.strerror}", place=path, remedy=REMEDY) from None
    except msgspec.DecodeError as fault:
        raise SettingError(f"is no baseline: {fault}", place=path, remedy=REMEDY) from None
    if found.schema != SCHEMA:
        raise SettingError(f"is no baseline of this version but {found.schema!r}", place=path, remedy=REMEDY)
    return found


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, sorted, one entry a line, whole or not at all."""
    rows = (msgspec.json.encode(entry).decode() for entry in sorted(set(entries)))
    listed = ",\n  ".join(rows)
    text = (
        f'{{"schema": "{SCHEMA}", "entries": [\n  {listed}\n]}}\n'
        if listed
        else f'{{"schema": "{SCHEMA}", "entries": []}}\n'
    )
    try:
        files.write(path, text.encode())
    except OSError as fault:
        raise SettingError(f"can't be written: {fault.strerror}", place=path, remedy="Check its folder.") from None


def heeded(findings: Sequence[Finding], known: Baseline) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """The findings that are new, and those that the baseline knows."""
    marks = {entry.fingerprint for entry in known.entries}
    new = tuple(finding for finding in findings if finding.fingerprint not in marks)
    gone = (Suppressed(finding=f, by="baseline", reason="in the baseline") for f in findings if f.fingerprint in marks)
    return new, tuple(gone)


def entry(path: str, finding: Finding) -> Entry:
    """A finding of the file `path` as a baseline knows it."""
    return Entry(path=path, rule=finding.rule, quote=" ".join(finding.quote.split()), fingerprint=finding.fingerprint)
