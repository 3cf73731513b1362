"""Planted slips: real op-eds in which a known leader's given name, surname or office is another leader's.

Every kind of slip that `slips` can plant counts into "caught, all kinds", as many of each as the sample allows; what
it can't plant is counted as left out. A slip is caught if a finding on a name or an office touches the changed name or
its title, or is about its sentence, and the untouched article has no such finding.

python -m tests.bench.planting ../shared/bench --sample 60 --seed 2 --half 1 --errors 20
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from opedcheck.api import check
from opedcheck.model import ArticleReport, Person
from opedcheck.references import load

from .figures import rows, table
from .program import one_line, records
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


class Outcome(NamedTuple):
    """A slip, what is found in its article as it was, and whether the slip was caught."""

    slip: Slip
    before: frozenset[Found]
    hit: bool


def measure(data: Path, sample: Sample = Sample()) -> dict[str, float]:  # noqa: B008 (frozen)
    judged, left_out = _judged(data, sample), _planted(data, sample)[1]
    figures = {}
    for kind in KINDS:
        if caught := [one.hit for one in judged if one.slip.kind == kind]:
            figures[f"caught, {kind}"] = sum(caught) / len(caught)
    titled = [one.hit for one in judged if one.slip.kind in TITLED]
    untouched = {one.slip.article: bool(one.before) for one in judged}
    return {
        **figures,
        "caught, beside an office and office": sum(titled) / len(titled),
        "caught, all kinds": sum(one.hit for one in judged) / len(judged),
        "slips planted": len(judged),
        **{f"names left out: {why}": count for why, count in left_out.items()},
        UNTOUCHED: sum(untouched.values()) / len(untouched),
    }


def errors(data: Path, sample: Sample = Sample()) -> Iterator[str]:  # noqa: B008 (frozen)
    """What was not caught, kind by kind; before it what is found in untouched articles."""
    judged = _judged(data, sample)
    untouched = {one.slip.article: sorted(one.before) for one in judged}
    for article, findings in untouched.items():
        yield from (f"UNTOUCHED {article} {f.rule} [{f.quote}] {f.message}" for f in findings)
    for slip, _, hit in sorted(judged, key=lambda one: KINDS.index(one.slip.kind)):
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
def _judged(data: Path, sample: Sample) -> tuple[Outcome, ...]:
    """Every slip, and whether it was caught."""
    articles = {str(article["id"]): article for article in records(data / "opeds.jsonl")}
    untouched = cache(lambda article: _found(articles[article]["text"], articles[article].get("date")))
    return tuple(
        Outcome(slip, before, is_hit(slip, _found(slip.text, slip.date), before))
        for slip in _planted(data, sample)[0]
        for before in (untouched(slip.article),)
    )


def _found(text: str, date: str | None) -> frozenset[Found]:
    """The findings on names and offices of an article, checked with the references that ship."""
    return frozenset(_on_names(check(text, date=date)))


def _on_names(report: ArticleReport) -> Iterator[Found]:
    sentences = {one.claim.id: (one.claim.sentence_start, one.claim.sentence_end) for one in report.judged}
    for f in report.findings:
        if f.rule in RULES:
            own = f.start, f.end
            yield Found(f.rule, f.quote, f.message, *own, sentences.get(f.claim or "", own))


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
