"""References: all records of a run, loaded, checked one by one, and joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import msgspec

from opedcheck.errors import ReferencesError
from opedcheck.model import AnyRecord, LexiconEntry, ReferencesInfo
from opedcheck.model.storage import Storage
from opedcheck.references import compiled
from opedcheck.references.collect import File, collect, merge, shown
from opedcheck.references.faults import NO_SOURCE, Fault, refuse
from opedcheck.references.lexicon import lexicon
from opedcheck.references.shipped import shipped


class References(msgspec.Struct, frozen=True, dict=True):
    """Sound records, each id once, and where they came from."""

    records: tuple[AnyRecord, ...] = ()
    info: ReferencesInfo = ReferencesInfo()

    @cached_property
    def by_id(self) -> Mapping[str, AnyRecord]:
        return MappingProxyType({record.id: record for record in self.records})

    @cached_property
    def lexicon(self) -> tuple[LexiconEntry, ...]:
        """The forms by which the records are known."""
        return lexicon(self.records)


def load(
    paths: Sequence[Path] = (),
    *,
    default_claims: bool = True,
    allow_unsourced: bool = False,
    cache: Storage | None = None,
    faulty: Callable[[ReferencesError], None] | None = None,
) -> References:
    """The references of `paths` (files and folders) and, unless told otherwise, the shipped ones.

    Raises ReferencesError, whose `faults` name every fault as "file:line: record id: what. remedy"; with `faulty`,
    hands it over instead and goes on with the records that have no fault. Records without a source are a fault
    unless `allow_unsourced`. `cache` keeps decoded files from one run to the next.
    """
    faults: list[Fault] = []
    folders = ([shipped()] if default_claims else []) + [Path(path) for path in paths]
    files = collect(folders, faults)
    found = [record for file in files for record in _records(file, cache, faults, allow_unsourced)]
    if not allow_unsourced:
        faults.extend(unsourced(found))
    records = merge(found, faults)
    try:
        refuse(faults)
    except ReferencesError as error:
        if faulty is None:
            raise
        faulty(error)
        unsound = {fault.record for fault in faults if fault.severity == "error"}
        records = tuple(record for record in records if record.id not in unsound)
    info = ReferencesInfo(paths=tuple(map(shown, folders)), count=len(records), digest=digest(files))
    return References(records, info)


def _records(file: File, cache: Storage | None, faults: list[Fault], allow_unsourced: bool) -> tuple[AnyRecord, ...]:
    """The records of one file: kept ones where they are, else decoded, and kept if the file has no fault."""
    if cache is not None and (kept := compiled.kept(file, cache)) is not None:
        return kept
    from opedcheck.references.reading import read

    decoded = read(file)
    faults.extend(decoded.faults if allow_unsourced else decoded.faults + decoded.unsourced)
    records = tuple(entry.record for entry in decoded.entries if entry.record is not None)
    if cache is not None and all(fault.severity == "warning" for fault in decoded.faults):
        compiled.keep(file, records, cache)
    return records


def unsourced(records: Iterable[AnyRecord]) -> Iterable[Fault]:
    """A fault for each record that names no source."""
    what, remedy = NO_SOURCE
    for record in records:
        if not record.sources:
            yield Fault(path=record.at.path, line=record.at.line, record=record.id, what=what, remedy=remedy)


def digest(files: Iterable[File]) -> str:
    """A digest of what the files hold, whatever they are called and in whatever order they come."""
    contents = sorted(sha256(file.data).digest() for file in files)
    return f"sha256:{sha256(b''.join(contents)).hexdigest()}"
