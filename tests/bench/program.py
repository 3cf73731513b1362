"""Running the programs that are measured and the program that measures: `opedcheck` and `score.py`."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from .figures import Unavailable

ROOT = Path(__file__).parents[2]


@cache
def scratch() -> Path:
    """A folder that lasts as long as this run."""
    folder = tempfile.mkdtemp(prefix="opedcheck-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def opedcheck() -> str:
    """The console script of this interpreter's environment."""
    found = shutil.which("opedcheck", path=str(Path(sys.executable).parent)) or shutil.which("opedcheck")
    if not found:
        raise Unavailable("opedcheck is not installed")
    return found


@cache
def output(*arguments: str) -> Path:
    """What `opedcheck` with these arguments printed, in a file. Each call runs once a process.

    Raises Unavailable where it fails, or prints nothing.
    """
    printed = scratch() / f"{len(list(scratch().iterdir())):03d}.jsonl"
    with printed.open("wb") as out:
        done = subprocess.run([opedcheck(), *arguments], stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 1) or not printed.stat().st_size:
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        command = " ".join(word for word in arguments[:2] if not word.startswith("-"))
        raise Unavailable(f"`opedcheck {command}` exits {done.returncode}: {said[-1]}")
    return printed


def score(data: Path, kind: str, gold: Path, predicted: Path) -> str:
    """What `score.py` prints. Raises Unavailable where it refuses."""
    command = [sys.executable, str(data / "score.py"), kind, str(gold), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"score.py {kind}: {done.stderr.strip()}")
    return done.stdout


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a file of JSON lines, by their id."""
    return {row["id"]: row for row in records(path)}


def one_line(text: str, length: int = 220) -> str:
    """`text` on one line, cut to `length`."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"
