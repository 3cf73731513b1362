"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

# Where the names of devices and of what is open already lie.
STREAMS = frozenset(map(Path, ("/dev", "/dev/fd", "/proc/self/fd")))


def write(path: Path, data: bytes) -> None:
    """Write a file: first beside it, then in its place, so that no reader and no interruption meets half of it.

    What a link leads to is written, and keeps its permissions; devices and pipes are written directly. Raises OSError.
    """
    if _is_stream(path):
        path.write_bytes(data)
        return
    whole = Path(os.path.realpath(path))
    beside = whole.with_name(f".opedcheck-{secrets.token_hex(8)}.new")
    try:
        beside.write_bytes(data)
        if whole.exists():
            shutil.copymode(whole, beside)
        os.replace(beside, whole)  # noqa: PTH105  # the very call whose atomicity is documented
    finally:
        beside.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    return path.absolute().parent in STREAMS or (path.exists() and not path.is_file())
