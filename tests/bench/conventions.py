"""Where a yardstick's conventions and CONTRACT's part: how many of the misses are of which kind.

    python -m tests.bench.conventions --data ../shared/bench

Kinds are told by form alone: no one has to agree with them who reads the misses one by one.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from opedcheck.pipeline.quantities.nouns import singular

from . import quantities, temporal

CODE = re.compile(r"[A-Z]{3} per ")
OPEN = re.compile(r"\d{4}-WXX|\d{4}-.*XX|\d{4}-Q?X|\d{2,3}X")  # "1989-WXX", "1949-XX-XX", "1988-QX", "199X"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SPAN = re.compile(r"P[\dXT]")


def units(data: Path) -> Counter[str]:
    """Kinds of quantities whose value is right and whose unit is not the yardstick's."""
    gold, score = quantities.rows(data / "quantities" / "newsquant.jsonl"), quantities.scorer(data)
    counts: Counter[str] = Counter()
    for row, found in zip(gold, quantities.predicted(gold), strict=True):

        def fits(theirs: Any, ours: Any) -> int:
            alike = score.same(ours["low"], theirs["low"]) and score.same(ours["high"], theirs["high"])
            return 1 + (score.unit(ours["unit"]) == score.unit(theirs["unit"])) if alike else 0

        for theirs, ours in score.pair(row["quantities"], found["quantities"], fits):
            if score.unit(ours["unit"]) != score.unit(theirs["unit"]):
                counts[_unit(score.unit(theirs["unit"]), ours["unit"] or "")] += 1
    return counts


def _unit(theirs: str, ours: str) -> str:
    wanted, had = theirs.split(), ours.lower().split()
    plain = [singular(word) for word in theirs.replace("-", " ").split()]
    if not had or theirs == "-":
        return "one of the two has no unit"
    if CODE.match(ours):
        return "money per something: CONTRACT has the code, score.py knows codes only by themselves"
    if plain == had:
        return "the plural, or other hyphens: CONTRACT has the singular"
    if len(wanted) > len(had) and plain[-len(had) :] == had:
        return "the noun with its modifiers: CONTRACT has the head noun"
    if set(plain) & set(had):
        return "a longer phrase about the noun counted"
    return "another name"


def values(data: Path) -> Counter[str]:
    """Kinds of time expressions that are paired and whose value differs, or that one side lacks."""
    return Counter(_value(pair) for pair in temporal.pairs(temporal.articles(data / "temporal")) if _differs(pair))


def _differs(pair: temporal.Pair) -> bool:
    return pair.gold is None or pair.ours is None or pair.gold["value"] != pair.ours.value


def _value(pair: temporal.Pair) -> str:
    if pair.gold is None:
        reference = pair.ours is not None and pair.ours.value.endswith("_REF")
        return "not annotated: " + ("now, recent, current and their kin" if reference else "other")
    if pair.ours is None:
        return "missed"
    theirs, ours = pair.gold["value"] or "", pair.ours.value
    if OPEN.match(theirs) and pair.gold["type"] != "SET":
        return "the yardstick leaves open what the date of writing tells (1989-WXX, 1949-XX, 199X)"
    if re.fullmatch(r"\d{4}-W\d", theirs) or (SPAN.match(theirs) is not None) == (pair.gold["type"] == "DATE"):
        return "the yardstick's value is no TIMEX3 value of its type (2000-W7, a DATE of P1D)"
    if DAY.match(theirs) and theirs[:10] == ours[:10]:
        return "the same day, with and without its part (Friday night)"
    if bool(SPAN.match(theirs)) != bool(SPAN.match(ours)) or "_REF" in theirs + ours:
        return "a date here, a length or reference there (recent weeks)"
    return "another date or length"


def lines(title: str, counts: Counter[str]) -> Iterator[str]:
    yield f"{title}: {counts.total()}"
    yield from (f"  {number:4d}  {kind}" for kind, number in counts.most_common())


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    data = parser.parse_args(list(arguments) if arguments is not None else None).data
    print(*lines("NewsQuant: value right, unit not", units(data)), sep="\n")
    print(*lines("TimeBank and AQUAINT: value not right", values(data)), sep="\n")


if __name__ == "__main__":
    main()
