"""Pairs of sentences from thirty public sets: whether one that contradicts the other is told of, and no other is.

The first sentence of each pair is a reference that leaves room for nothing else in any slot, the hardest case; the
second is an article. A finding counts where it cites its own pair's reference. All pairs are one library, so that each
sentence has thousands of others to be taken for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from .program import one_line, output, records, scratch

LONGEST = 600  # code points of a reference: what is longer is a paragraph
SLOTS = ("subject", "object", "value", "time", "place")


def measure(data: Path) -> dict[str, float]:
    told: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for row, findings in _judged(data):
        pairs[row["label"]] += 1
        told[row["label"]] += bool(findings)
    shares = {f"told of, of those that {_named(label)}": told[label] / pairs[label] for label in sorted(pairs)}
    return {**shares, "contradictions among what is told of": told["contradict"] / max(told.total(), 1)}


def errors(data: Path) -> Iterator[str]:
    """What is told of though the sentences agree, or speak of different things."""
    for row, findings in _judged(data):
        if findings and row["label"] != "contradict":
            finding = findings[0]
            yield (
                f"{row['label']} ({row['src']}) {finding['rule']} [{finding['quote']}]\n"
                f"    {one_line(row['a'])}\n    {one_line(row['b'])}"
            )


def _named(label: str) -> str:
    return {"different": "speak of different things"}.get(label, label)


@cache
def _judged(data: Path) -> tuple[tuple[dict[str, Any], list[dict[str, Any]]], ...]:
    """The pairs, each with what is found by its own reference."""
    rows = [row for row in records(data / "pairs" / "dev.jsonl") if len(row["a"]) <= LONGEST]
    references, articles = scratch() / "pairs-references.jsonl", scratch() / "pairs-articles.jsonl"
    said = ({"id": f"p{n}", "statement": one_line(row["a"], LONGEST), "exclusive": SLOTS} for n, row in enumerate(rows))
    references.write_text("".join(json.dumps(one) + "\n" for one in said), encoding="utf-8")
    texts = ({"id": f"p{n}", "text": row["b"]} for n, row in enumerate(rows))
    articles.write_text("".join(json.dumps(one) + "\n" for one in texts), encoding="utf-8")
    claims = ("--no-default-claims", "--allow-unsourced", "--claims", str(references))
    found = records(output("scan", "--isolated", *claims, "--format", "jsonl", str(articles)))
    return tuple(
        (row, [f for f in one["findings"] if one["id"] in f["references"] and _is_alarm(f)])
        for row, one in zip(rows, found, strict=True)
    )


def _is_alarm(finding: dict[str, Any]) -> bool:
    return finding["severity"] in ("error", "warning")
