"""What a run leaves for the next one: bytes under keys, in the user's cache folder.

A cache never matters: whatever goes wrong (a full disk, a read-only folder, a torn file, two runs at once) reads as
"not there". OPEDCHECK_CACHE_DIR moves the folder, OPEDCHECK_NO_CACHE=1 does without. Beyond MOST_BYTES, the entries
go that were not asked for the longest. Large ones hold what was read in very many references, which takes minutes:
those that this run has asked for or made don't count, nor does the largest of all, so that they are there next time.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from opedcheck.keeping import files

LAYOUT = "v1"
MOST_BYTES = 256_000_000
LARGE = 4
"""An entry is large that takes more than MOST_BYTES divided by this."""
HEAD = b"opedcheck1"
DIGEST_BYTES = 32
FRESH_SECONDS = 6 * 3600
# Where an entry lies, and what writing it may leave: nothing else in the folder is ours to remove.
ENTRY = re.compile(r"[0-9a-f]{2}/(?:[0-9a-f]{62}|\.opedcheck-[0-9a-f]{16}\.new)")
_written = 0
_used: set[Path] = set()
"""The large entries that this process has asked for or made."""


def folder() -> Path | None:
    """The folder of this layout's entries, or `None` where no cache is wanted."""
    if os.environ.get("OPEDCHECK_NO_CACHE", "") not in ("", "0"):
        return None
    chosen = os.environ.get("OPEDCHECK_CACHE_DIR")
    if not chosen:
        import platformdirs

        chosen = platformdirs.user_cache_dir("opedcheck", appauthor=False)
    return Path(chosen) / LAYOUT


def get(key: str) -> bytes | None:
    """What was put under `key`, byte for byte; `None` for what is missing, torn or foreign."""
    where = folder()
    if where is None:
        return None
    try:
        path = _path(where, key)
        entry = path.read_bytes()
    except (OSError, ValueError):
        return None
    data = entry[len(HEAD) + DIGEST_BYTES :]
    if entry[: len(HEAD) + DIGEST_BYTES] != _seal(key, data):
        return None
    _note(path, len(entry))
    with contextlib.suppress(OSError):
        if path.stat().st_mtime < time.time() - FRESH_SECONDS:
            os.utime(path)  # what is in use is not old
    return data


def put(key: str, data: bytes) -> None:
    """Keep `data` under `key`, if that can be done; the oldest entries go where there are too many."""
    where = folder()
    if where is None:
        return
    with contextlib.suppress(OSError, ValueError):
        path = _path(where, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, _seal(key, data) + data)
        _note(path, len(data))
        _bound(where, len(data))


class Cleaned(NamedTuple):
    """How many entries were removed, of how many bytes, and how many could not be."""

    entries: int
    size: int
    left: int


def clean() -> Cleaned:
    """Delete every entry, of earlier layouts and half-written ones, too."""
    where = folder()
    entries = [entry for layout in _layouts(where) for entry in _entries(layout)] if where is not None else []
    removed = [size for _, size, path in entries if _removed(path)]
    for folder_of_some in {path.parent for _, _, path in entries}:
        with contextlib.suppress(OSError):  # there is something else in it
            folder_of_some.rmdir()
    return Cleaned(len(removed), sum(removed), len(entries) - len(removed))


def _layouts(where: Path) -> list[Path]:
    """The folders of all layouts beside `where`: `v` and a number."""
    with contextlib.suppress(OSError, ValueError):
        return [path for path in where.parent.glob("v*") if path.name[1:].isdecimal()]
    return []


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _path(where: Path, key: str) -> Path:
    name = sha256(key.encode()).hexdigest()
    return where / name[:2] / name[2:]


def _seal(key: str, data: bytes) -> bytes:
    """What stands before the data of an entry: a mark, and a digest over the key and the data."""
    digest = sha256(key.encode() + b"\0")
    digest.update(data)
    return HEAD + digest.digest()


def _is_large(size: int) -> bool:
    return size > MOST_BYTES // LARGE


def _note(path: Path, size: int) -> None:
    """Remember that this run uses an entry, if it is a large one."""
    if _is_large(size):
        _used.add(path)


def _bound(where: Path, size: int) -> None:
    """Drop the oldest entries beyond MOST_BYTES. Looked at on the first write of a run, then every few megabytes."""
    global _written  # noqa: PLW0603  # counts what this process wrote since it last looked
    first = _written == 0
    _written += size + 1
    if not first and _written < MOST_BYTES // 16:
        return
    _written = 1
    entries = sorted(_entries(where), reverse=True)
    largest = max(entries, key=lambda entry: entry[1], default=None)
    total = 0
    for entry in entries:
        _, length, path = entry
        if _is_large(length) and (path in _used or entry is largest):
            continue
        total += length
        if total > MOST_BYTES:
            _removed(path)


def _entries(where: Path) -> list[tuple[float, int, Path]]:
    """Age, size and path of every entry, half-written ones too."""
    found = []
    with contextlib.suppress(OSError, ValueError):
        for path in where.glob("*/*"):
            if not ENTRY.fullmatch(path.relative_to(where).as_posix()):
                continue
            with contextlib.suppress(OSError):
                stat = path.lstat()
                found.append((stat.st_mtime, stat.st_size, path))
    return found
