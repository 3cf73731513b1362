"""Every fault of reference files, those between records included: errors, and what only deserves a look."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from opedcheck.references.check import check
from opedcheck.references.collect import collect, merge
from opedcheck.references.decode import Decoded
from opedcheck.references.faults import Fault
from opedcheck.references.library import unsourced
from opedcheck.references.reading import read
from opedcheck.references.shelf import Placed, Shelf
from opedcheck.references.shipped import shipped


def lint(
    paths: Sequence[Path] = (),
    *,
    default_claims: bool = True,
    allow_unsourced: bool = False,
    today: date | None = None,
) -> tuple[Fault, ...]:
    """The faults of `paths`, by file and line; of the shipped references where no path is given.

    The shipped references are there as context (their ids are known, their office holders count) unless
    `default_claims` is false. `today` is the day against which reviews are overdue.
    """
    faults: list[Fault] = []
    files = collect([Path(path) for path in paths] or [shipped()], faults)
    asked = frozenset(file.shown for file in files)
    missing = frozenset(fault.path for fault in faults)
    context = collect([shipped()], []) if default_claims else []
    read_files = [read(file) for file in {os.path.realpath(file.path): file for file in (*context, *files)}.values()]
    faults.extend(_faults(read_files, allow_unsourced, today or date.today()))
    told = (fault for fault in faults if fault.path in asked or fault.path in missing)
    return tuple(sorted(dict.fromkeys(told), key=lambda fault: (fault.path, fault.line or 0)))


def _faults(files: Sequence[Decoded], allow_unsourced: bool, today: date) -> Iterator[Fault]:
    entries = [entry for file in files for entry in file.entries]
    sound = [Placed(entry.record, entry.table) for entry in entries if entry.record is not None]
    doubled: list[Fault] = []
    merged = {record.id: record for record in merge((one.record for one in sound), doubled)}
    for file in files:
        yield from file.faults
        if not allow_unsourced:
            yield from file.unsourced
    yield from doubled
    if not allow_unsourced:
        yield from unsourced(one.record for one in sound)
    # Of records that merge or clash, the first alone goes on: what is wrong with it is told once.
    placed = tuple(one for one in sound if merged[one.record.id] is one.record)
    partly = tuple(Placed(entry.partly, entry.table) for entry in entries if entry.partly is not None)
    yield from _doubled(placed, partly)
    yield from check(Shelf(placed, merged, frozenset(entry.id for entry in entries if entry.id), today, partly))


def _doubled(placed: Sequence[Placed], partly: Sequence[Placed]) -> Iterator[Fault]:
    """Records with errors whose id others have: they would clash once they are mended."""
    known = {one.record.id: one for one in reversed((*placed, *partly))}
    for one in partly:
        first = known[one.record.id]
        if first is not one:
            what = f"another record has the same id, at {first.record.at.path}:{first.record.at.line}"
            yield one.fault(what, "Give one of them another id, or make them one.", "id")
