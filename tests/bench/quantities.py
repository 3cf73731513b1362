"""Quantities in news sentences: value, change and unit against the gold of the CQE evaluation (EMNLP 2023).

`python tests/bench/quantities.py DATA [--errors N]`; DATA is the folder that holds quantities/newsquant.jsonl.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opedcheck.pipeline import build
from opedcheck.pipeline.language import normalised
from opedcheck.pipeline.store import kept

COMPONENTS = ("opedcheck_words", "opedcheck_quantities")
MEASURES = ("value", "value+change", "value+unit")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def predicted(gold: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the pipeline finds in each row's text, as `extract` prints it; ordinals are ranks and not listed."""
    nlp = build(components=COMPONENTS)
    for row, doc in zip(gold, nlp.pipe(normalised(row["text"]) for row in gold), strict=True):
        found = [
            {
                "start": q.start, "end": q.end, "text": q.text, "low": str(q.low), "high": str(q.high), "unit": q.unit,
                "bound": q.bound, "change": q.change,
            }
            for q in kept(doc, "quantities")
            if not q.ordinal
        ]  # fmt: skip
        yield {"id": row["id"], "quantities": found}


def scorer(data: Path) -> Any:
    """The yardstick's own score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(data: Path) -> dict[str, float]:
    """F1 of value, value and change, value and unit."""
    gold = rows(data / "quantities" / "newsquant.jsonl")
    score = scorer(data)
    counts, _ = counted(score, gold, list(predicted(gold)))
    return {name: score.prf(counts[name], counts["pred"], counts["gold"])[2] for name in MEASURES}


def counted(score: Any, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """What score.py counts, and a line for each item that misses something."""
    n: Counter[str] = Counter()
    lines = []
    for row, ours in zip(gold, (p["quantities"] for p in found), strict=True):
        n["gold"] += len(row["quantities"])
        n["pred"] += len(ours)

        def fits(q: Any, o: Any) -> int:
            alike = score.same(o["low"], q["low"]) and score.same(o["high"], q["high"])
            return 1 + (score.unit(o["unit"]) == score.unit(q["unit"])) if alike else 0

        pairs = list(score.pair(row["quantities"], ours, fits))
        for q, o in pairs:
            signs = {o["change"], {"about": "~", "under": "<", "over": ">"}.get(o["bound"])} - {None}
            change, unit = q["change"] in (signs or {"="}), score.unit(o["unit"]) == score.unit(q["unit"])
            n.update(value=1)
            n["value+change"] += change
            n["value+unit"] += unit
            if not (change and unit):
                lines.append(
                    f"{row['id']} {'' if change else 'CHANGE '}{'' if unit else 'UNIT '}{_gold(q)} | {_ours(o)}"
                )
        lines += [
            f"{row['id']} MISSED {_gold(q)}\n     {row['text']}"
            for q in row["quantities"]
            if q not in [p[0] for p in pairs]
        ]
        lines += [
            f"{row['id']} EXTRA {_ours(o)}\n     {row['text']}" for o in ours if not any(o is p[1] for p in pairs)
        ]
    return n, lines


def _gold(q: dict[str, Any]) -> str:
    return f"{q['change']} {q['low']} {q['high']} {q['unit']!r} ({q['unit_text']})"


def _ours(o: dict[str, Any]) -> str:
    return f"{o['text']!r}: {o['low']} {o['high']} {o['unit']!r} {o['bound']} {o['change']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    gold = rows(given.data / "quantities" / "newsquant.jsonl")
    score = scorer(given.data)
    counts, lines = counted(score, gold, list(predicted(gold)))
    for name in MEASURES:
        score.show(name, counts[name], counts["pred"], counts["gold"])
    print("\n".join(lines[: given.errors]))


if __name__ == "__main__":
    main()
