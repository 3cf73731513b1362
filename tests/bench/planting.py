"""Planted slips: real op-eds in which a known leader's given name, surname or office is another leader's.

Every kind of slip that `slips` can plant counts into "caught, all kinds", as many of each as the sample allows; what
it can't plant is counted as left out. A slip is caught if a finding on a name or an office touches the changed name or
its title, or is about its sentence, and the untouched article has no such finding.

python -m tests.bench.planting ../shared/bench --sample 60 --seed 2 --half 1 --errors 20
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from opedcheck.model import Person
from opedcheck.references import load

from .figures import rows, table
from .program import one_line, output, records, scratch
from .slips import KINDS, TITLED, Slip, slips

RULES = frozenset({"name-mismatch", "office-mismatch", "doubtful-name", "doubtful-office", "name-conflict"})
UNTOUCHED = "untouched articles with such findings"


class Sample(NamedTuple):
    """What is planted: at most `size` slips of each kind; of one `half` of the articles (0 or 1), or of all."""

    size: int = 100
    seed: int = 20230710
    half: int | None = None

    def holds(self, article: str) -> bool:
        return self.half is None or crc32(article.encode()) % 2 == self.half


class Found(NamedTuple):
    """A finding on a name or an office, and the sentence of its claim; the finding's own stretch where it has none."""

    rule: str
    quote: str
    message: str
    start: int
    end: int
    sentence: tuple[int, int]


def measure(data: Path, sample: Sample = Sample()) -> dict[str, float]:  # noqa: B008 (frozen)
    found, left_out = _judged(data, sample), _planted(data, sample)[1]
    figures = {}
    for kind in KINDS:
        if caught := [hit for slip, hit in found if slip.kind == kind]:
            figures[f"caught, {kind}"] = sum(caught) / len(caught)
    titled = [hit for slip, hit in found if slip.kind in TITLED]
    untouched = [found for article, found in _scanned(data / "opeds.jsonl").items() if sample.holds(article)]
    return {
        **figures,
        "caught, beside an office and office": sum(titled) / len(titled),
        "caught, all kinds": sum(hit for _, hit in found) / len(found),
        "slips planted": len(found),
        **{f"names left out: {why}": count for why, count in left_out.items()},
        UNTOUCHED: sum(map(bool, untouched)) / len(untouched),
    }


def errors(data: Path, sample: Sample = Sample()) -> Iterator[str]:  # noqa: B008 (frozen)
    """What was not caught, kind by kind; before it what is found in untouched articles."""
    for article, findings in _scanned(data / "opeds.jsonl").items():
        if sample.holds(article):
            yield from (f"UNTOUCHED {article} {f.rule} [{f.quote}] {f.message}" for f in sorted(findings))
    for slip, hit in sorted(_judged(data, sample), key=lambda one: KINDS.index(one[0].kind)):
        if not hit:
            around = slip.text[max(0, slip.start - 90) : slip.end + 60]
            now = slip.text[slip.start : slip.end]
            yield f"{slip.kind}: {slip.article} ({slip.date}) {slip.was!r} -> {now!r}\n    {one_line(around)}"


def is_hit(slip: Slip, findings: frozenset[Found], before: frozenset[Found]) -> bool:
    """Whether some finding that the untouched article has not touches the slip, or is about its sentence."""
    known = {(found.rule, found.quote, found.message) for found in before}
    return any(
        first < slip.end and slip.start < last
        for found in findings
        if (found.rule, found.quote, found.message) not in known
        for first, last in ((found.start, found.end), found.sentence)
    )


@cache
def _planted(data: Path, sample: Sample) -> tuple[list[Slip], Counter[str]]:
    people = [record for record in load().records if isinstance(record, Person)]
    articles = [article for article in records(data / "opeds.jsonl") if sample.holds(str(article["id"]))]
    return slips(articles, people, sample.seed, sample.size)


@cache
def _judged(data: Path, sample: Sample) -> tuple[tuple[Slip, bool], ...]:
    """Every slip, and whether it was caught."""
    planted = _planted(data, sample)[0]
    file = scratch() / "planted.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for slip in planted:
            out.write(json.dumps({"id": slip.id, "text": slip.text, "date": slip.date}) + "\n")
    found, before = _scanned(file), _scanned(data / "opeds.jsonl")
    return tuple((slip, is_hit(slip, found[slip.id], before[slip.article])) for slip in planted)


@cache
def _scanned(articles: Path) -> dict[str, frozenset[Found]]:
    """The findings on names and offices of each article."""
    scanned = output("scan", "--isolated", "--format", "jsonl", str(articles))
    return {str(article["id"]): frozenset(_found(article)) for article in records(scanned)}


def _found(article: dict[str, Any]) -> Iterator[Found]:
    sentences = {claim["id"]: (claim["sentence_start"], claim["sentence_end"]) for claim in article["claims"]}
    for f in article["findings"]:
        if f["rule"] in RULES:
            own = f["start"], f["end"]
            yield Found(f["rule"], f["quote"], f["message"], *own, sentences.get(f["claim"], own))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of yardsticks")
    parser.add_argument("--sample", type=int, default=Sample().size, metavar="N", help="at most N slips of each kind")
    parser.add_argument("--seed", type=int, default=Sample().seed)
    parser.add_argument("--half", type=int, choices=(0, 1), help="one half of the articles: read one, measure by both")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors")
    chosen = parser.parse_args()
    sample = Sample(chosen.sample, chosen.seed, chosen.half)
    print("\n".join(islice(errors(chosen.data, sample), chosen.errors)))
    print(table(rows("planting", measure(chosen.data, sample), ())))


if __name__ == "__main__":
    main()
