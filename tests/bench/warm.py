"""What a run costs in which nothing is new, as ratios and as seconds over the bare start.

    python -m tests.bench.warm --data ../shared/bench

prints the ratio of such a scan to `opedcheck --version`, what it costs more with 10,000 statements than with the
shipped references alone, and how long a 1,400-word article takes in a process that has the model loaded. Statements
are those of the search yardstick. The first run reads them, which takes minutes; nothing here is tested.
"""

from __future__ import annotations

import argparse
import json
import os
from datetime import date
from itertools import islice
from pathlib import Path

from .program import opedcheck, records, scratch
from .speed import COLD, _article, _run, clocked, interleaved

STATEMENTS = 10_000
BUDGET = {"ratio": 4.0, "statements": 0.5, "again": 1.0}


def measure(data: Path, statements: int = STATEMENTS) -> dict[str, float]:
    """Figures by name: a ratio, and seconds."""
    article, claims = _article(data), _claims(data, statements)
    environment = {**os.environ, "OPEDCHECK_CACHE_DIR": str(scratch() / "warm-cache")}
    scan = (opedcheck(), "scan", "--isolated", "--exit-zero", "--date", "2020-01-01", "--format", "concise")
    runs = {
        "version": lambda: _run(opedcheck(), "--version", env=environment),
        "scan": lambda: _run(*scan, str(article), env=environment),
        "many": lambda: _run(*scan, str(article), "--claims", str(claims), env=environment),
    }
    runs["many"]()
    took = interleaved(runs, COLD)
    return {
        "scan with nothing new to `opedcheck --version`": took["scan"] / took["version"],
        f"the same with {statements:,} statements more, seconds over it": took["many"] - took["scan"],
        "an edited article, model loaded, seconds": _again(article),
    }


def _claims(data: Path, most: int) -> Path:
    """The statements of the search yardstick as references."""
    path = scratch() / "statements.jsonl"
    source = [{"publisher": "A yardstick"}]
    rows = islice(records(data / "search" / "claims.jsonl"), most)
    path.write_text(
        "".join(json.dumps({"id": f"c{r['id']}", "statement": r["statement"], "sources": source}) + "\n" for r in rows),
        encoding="utf-8",
    )
    return path


def _again(article: Path) -> float:
    """Median seconds to check an article of which one word was changed."""
    from opedcheck.checker import prepare
    from opedcheck.readers import from_text

    checker = prepare()
    text = article.read_text(encoding="utf-8")
    checker.check(from_text(text, date=date(2020, 1, 1)))
    times = []
    for turn in range(COLD):
        edited = from_text(f"{text} It happened {turn + 2} times.", date=date(2020, 1, 1))
        times.append(clocked(lambda edited=edited: checker.check(edited)))  # type: ignore[misc]
    return sorted(times)[COLD // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    parser.add_argument("--statements", type=int, default=STATEMENTS, metavar="N", help="so many statements")
    chosen = parser.parse_args()
    for (name, value), most in zip(measure(chosen.data, chosen.statements).items(), BUDGET.values(), strict=True):
        print(f"{value:6.2f}  at most {most:.1f}  {name}")


if __name__ == "__main__":
    main()
