"""TimeBank and AQUAINT (TempEval-3): extents, types and values of time expressions, scored as that task does.

    python tests/bench/temporal.py ../shared/bench [--errors 20] [--part tune|rest]

`--part` scores the two thirds of the texts that rules may be read off, or the third that is only ever counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from opedcheck.model import Time
from opedcheck.pipeline import build, read

FILES = ("timebank.jsonl", "aquaint.jsonl")
MEASURES = ("strict", "relaxed", "type", "value")


class Pair(NamedTuple):
    """One text's gold and found expressions that overlap best, or one of the two that overlaps nothing."""

    article: dict[str, Any]
    gold: dict[str, Any] | None
    ours: Time | None


def measure(data: Path) -> dict[str, float]:
    """F1 of strict and relaxed extent, of type and of value over both files."""
    return scores(pairs(articles(data / "temporal")))


def articles(folder: Path, part: str | None = None) -> Iterator[dict[str, Any]]:
    """The texts, of both files; `part` is "tune" or "rest"."""
    for name in FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            if part is None or part == ("rest" if _third(article["id"]) else "tune"):
                yield article


def _third(name: str) -> bool:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def pairs(texts: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    """Run the component over the texts and pair what it finds with the gold."""
    nlp = build(components=("opedcheck_words", "opedcheck_times"))
    for article in texts:
        doc = read(nlp, article["text"], published=date.fromisoformat(article["date"]))
        yield from _paired(article, list(doc._.opedcheck_times))


def _paired(article: dict[str, Any], ours: list[Time]) -> Iterator[Pair]:
    gold = list(article["times"])
    by_quality = sorted(
        (-_overlap(theirs, time), at, to) for at, theirs in enumerate(gold) for to, time in enumerate(ours)
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for quality, at, to in by_quality:
        if quality < 0 and at not in used[0] and to not in used[1]:
            used[0].add(at)
            used[1].add(to)
            yield Pair(article, gold[at], ours[to])
    yield from (Pair(article, theirs, None) for at, theirs in enumerate(gold) if at not in used[0])
    yield from (Pair(article, None, time) for to, time in enumerate(ours) if to not in used[1])


def _overlap(gold: dict[str, Any], time: Time) -> float:
    common = min(gold["end"], time.end) - max(gold["start"], time.start)
    return max(0.0, 2 * common / (gold["end"] - gold["start"] + time.end - time.start))


def scores(found: Iterable[Pair]) -> dict[str, float]:
    """F1 by measure."""
    count: Counter[str] = Counter()
    for _, gold, ours in found:
        count["gold"] += gold is not None
        count["ours"] += ours is not None
        if gold is not None and ours is not None:
            count["relaxed"] += 1
            count["strict"] += (gold["start"], gold["end"]) == (ours.start, ours.end)
            count["type"] += gold["type"] == ours.type
            count["value"] += gold["value"] == ours.value
    return {name: 2 * count[name] / max(count["gold"] + count["ours"], 1) for name in MEASURES}


def wrong(found: Iterable[Pair]) -> Iterator[str]:
    """One line for each expression that is missed, invented or misread."""
    for article, gold, ours in found:
        if gold is not None and ours is not None and (gold["type"], gold["value"]) == (ours.type, ours.value):
            continue
        start = (gold or {"start": ours.start if ours else 0})["start"]
        end = (gold or {"end": ours.end if ours else 0})["end"]
        text = article["text"]
        about = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")
        theirs = f"{gold['type']} {gold['value']}" if gold else "nothing"
        mine = f"{ours.type} {ours.value} {ours.text!r}" if ours else "nothing"
        yield f"{article['date']} {theirs} | {mine} | {about}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--part", choices=("tune", "rest"))
    chosen = parser.parse_args()
    found = list(pairs(articles(chosen.data / "temporal", chosen.part)))
    for line in list(wrong(found))[: chosen.errors]:
        print(line)
    for name, figure in scores(found).items():
        print(f"{name:8s} F1 {figure:.4f}")


if __name__ == "__main__":
    main()
