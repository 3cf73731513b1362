"""What comparing costs beside reading, and how it grows with the number of references.

    python -m tests.bench --data ../shared/bench --only growth

The references are the statements of the search yardstick, and where they are too few, the beginning of one of them and
the end of another. They are read once and kept; to read 100,000 takes a quarter of an hour.
"""

from __future__ import annotations

import gc
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from .program import records

if TYPE_CHECKING:
    from opedcheck.model import Article

OPEDS, PASSES = 40, 3
SIZES = (1_000, 100_000)
SEED = 7


def measure(data: Path) -> dict[str, float]:
    """Comparing as a share of reading, by the number of references."""
    return {f"{size:,} references": _share(data, size) for size in SIZES}


def errors(data: Path) -> Iterator[str]:
    """Nothing: there is no right or wrong here."""
    yield from ()


def _share(data: Path, size: int) -> float:
    from opedcheck.checker import prepare

    checker = prepare([_references(data, size)], default_claims=False)
    checker.load()
    gc.freeze()  # as the command does, behind its first article
    articles = _articles(data)
    read = [checker._read(article) for article in articles]
    turns = [(_clocked(checker._read, articles), _clocked(checker.compare, articles, read)) for _ in range(PASSES)]
    return median(comparing / reading for reading, comparing in turns)


def _articles(data: Path) -> list[Article]:
    from opedcheck.readers import from_text

    rows = islice(records(data / "opeds.jsonl"), OPEDS)
    return [from_text(row["text"], date=date.fromisoformat(row["date"]) if row["date"] else None) for row in rows]


def _clocked(work: Callable[..., Any], *columns: Sequence[Any]) -> float:
    start = time.process_time()
    for row in zip(*columns, strict=True):
        work(*row)
    return time.process_time() - start


def _references(data: Path, size: int) -> Path:
    """So many references, in a file that outlasts the run, so that what is read in it does."""
    folder = Path(tempfile.gettempdir()) / "opedcheck-bench-references"
    folder.mkdir(exist_ok=True)
    path = folder / f"{size}.jsonl"
    said = islice(_statements([row["statement"] for row in records(data / "search" / "claims.jsonl")]), size)
    source = [{"publisher": "A yardstick"}]
    rows = (json.dumps({"id": f"c{n}", "statement": one, "sources": source}) for n, one in enumerate(said))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _statements(claims: Sequence[str]) -> Iterator[str]:
    """The claims, then the first half of one with the second half of another, for ever."""
    yield from claims
    chance = random.Random(SEED)
    while True:
        one, other = (chance.choice(claims).split() for _ in range(2))
        yield " ".join((*one[: len(one) // 2], *other[len(other) // 2 :]))
