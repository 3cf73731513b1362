"""Paths and folders -> the files that hold references; records from many files -> one of each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from opedcheck.model import AnyRecord, Origin
from opedcheck.references.faults import Fault

LARGEST = {".yaml": 5_000_000, ".yml": 5_000_000, ".jsonl": 100_000_000}
"""What a file may hold, in bytes, by its suffix: every suffix that is read."""


class File(msgspec.Struct, frozen=True):
    """A file of references: where it lies, as it is shown to people, and its content."""

    path: Path
    shown: str
    data: bytes


def collect(paths: Sequence[Path], faults: list[Fault]) -> list[File]:
    """The files under `paths`, each once, in the order of the paths, then by name; what can't be read is a fault."""
    files: dict[str, File] = {}
    for path in paths:
        for found in _under(path, faults):
            if (real := os.path.realpath(found)) not in files and (file := _read(found, faults)) is not None:
                files[real] = file
    return list(files.values())


def _under(path: Path, faults: list[Fault]) -> Sequence[Path]:
    try:
        folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        remedy = "Check its spelling, and the folder in which the command runs."
        faults.append(Fault(path=shown(path), what="there is no such file or folder", remedy=remedy))
        return []
    except (OSError, ValueError) as error:
        faults.append(_unreadable(path, error))
        return []
    if folder:
        before = len(faults)
        files = list(_walk(path, faults))
        if not files and len(faults) == before:
            remedy = "Name a folder that holds .yaml, .yml or .jsonl files."
            faults.append(Fault(path=shown(path), what="the folder holds no references", remedy=remedy))
        return files
    if path.suffix.lower() not in LARGEST:
        remedy = "Name a .yaml, .yml or .jsonl file, or a folder of them."
        faults.append(Fault(path=shown(path), what="this is no file of references", remedy=remedy))
        return []
    return [path]


def _walk(folder: Path, faults: list[Fault]) -> Iterator[Path]:
    """Files of references in `folder` and below, by name; hidden ones are left out, unreadable folders are a fault."""
    refused: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in LARGEST:
                yield Path(where, name)
    faults.extend(_unreadable(Path(error.filename), error) for error in refused)


def _unreadable(path: Path, error: OSError | ValueError) -> Fault:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return Fault(path=shown(path), what=f"it can't be read: {why}", remedy="Make it readable, or leave it out.")


def _read(path: Path, faults: list[Fault]) -> File | None:
    most = LARGEST[path.suffix.lower()]
    try:
        shown(path).encode()
    except UnicodeEncodeError:
        faults.append(Fault(path=shown(path), what="its name is not UTF-8", remedy="Rename it."))
        return None
    try:
        size = path.stat().st_size
        if size <= most:
            return File(path, shown(path), path.read_bytes())
    except OSError as error:
        faults.append(_unreadable(path, error))
        return None
    what = f"the file has {size / 1e6:.1f} MB, more than the {most / 1e6:.0f} MB that are read"
    remedy = "Split it into several files."
    faults.append(Fault(path=shown(path), what=what, remedy=remedy))
    return None


def shown(path: Path) -> str:
    """`path` as people know it: from the current folder on where it lies below that."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def merge(records: Iterable[AnyRecord], faults: list[Fault]) -> tuple[AnyRecord, ...]:
    """One of each id: identical records merge, different ones with one id are a fault that names both places."""
    known: dict[str, AnyRecord] = {}
    for record in records:
        first = known.setdefault(record.id, record)
        if first is not record and not same(first, record):
            what = f"another record has the same id, at {first.at.path}:{first.at.line}"
            remedy = "Give one of them another id, or make them one."
            faults.append(Fault(path=record.at.path, line=record.at.line, record=record.id, what=what, remedy=remedy))
    return tuple(known.values())


def same(one: AnyRecord, other: AnyRecord) -> bool:
    """Whether both say the same, wherever they stand."""
    nowhere = Origin("", 0)
    return msgspec.structs.replace(one, at=nowhere) == msgspec.structs.replace(other, at=nowhere)
