"""Learn how surely a sentence repeats a claim that has been fact-checked, from how much of their words they share.

python tools/train_repeats.py --data ../shared/bench

Learns from matching/: transcripts whose sentences are marked with the fact-checks that speak of them. Of each sentence
the claims that it is likest to are taken. Prints the share of marked ones among the surest 100 of transcripts that the
weights have not seen (five folds), then writes the weights. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from opedcheck.checker import prepare
from opedcheck.matching import repeats
from opedcheck.model import Article
from opedcheck.readers import records
from opedcheck.readers.source import Given

FOLDS, LIKEST, SUREST = 5, 4, 100
SHORTEST = 4
"""Sentences of fewer words are left out, as no transcript has one marked."""


class Example(NamedTuple):
    """A sentence (`at`: its transcript and place) beside a claim: the measures, and whether it is marked with it."""

    at: tuple[int, int]
    measures: tuple[float, float]
    marked: bool


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    examples = list(read(parser.parse_args().data / "matching"))
    x, y = np.array([e.measures for e in examples]), np.array([e.marked for e in examples])
    folds = np.array([e.at[0] % FOLDS for e in examples])
    held = np.zeros(len(examples))
    for fold in range(FOLDS):
        seen = folds != fold
        held[~seen] = LogisticRegression().fit(x[seen], y[seen]).decision_function(x[~seen])
    print(f"marked among the surest {SUREST} of unseen transcripts: {precision(examples, held):.2f}")
    learned = LogisticRegression().fit(x, y)
    shared, weight = learned.coef_[0]
    document = {"bias": learned.intercept_[0], "shared": shared, "weight": weight}
    rounded = {name: round(float(value), 2) for name, value in document.items()}
    repeats.WEIGHTS.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Iterator[Example]:
    """The examples of all transcripts."""
    rated = repeats.Rated({i: repeats.keys(text) for i, text in claims(folder / "claimreview.jsonl")})
    checker = prepare(default_claims=False)
    path = folder / "transcripts.jsonl"
    marks = [json.loads(line)["matches"] for line in path.read_text(encoding="utf-8").splitlines()]
    for number, article in enumerate(records.read(path.read_bytes(), Given(path.stem, str(path), str(path)))):
        assert isinstance(article, Article)
        for sentence in checker.read(article).sentences:
            words = repeats.keys(article.text[sentence.start : sentence.end])
            if len(words) < SHORTEST:
                continue
            found = rated.measured(frozenset(words)).items()
            told = {i for mark in marks[number] if overlap(mark, sentence) for i in mark["references"]}
            for record_id, measures in sorted(found, key=lambda pair: -pair[1][0])[:LIKEST]:
                yield Example((number, sentence.start), measures, record_id in told)


def claims(path: Path) -> Iterator[tuple[str, str]]:
    """The id and the words of each claim that was checked."""
    for line in path.read_text(encoding="utf-8").splitlines():
        review = json.loads(line)
        yield review["identifier"], review["claimReviewed"]


def overlap(mark: dict, sentence: object) -> bool:
    """Whether more than half of the shorter of a mark and a sentence is the other's, too."""
    start, end = sentence.start, sentence.end  # type: ignore[attr-defined]
    both = min(mark["end"], end) - max(mark["start"], start)
    return 2 * both > min(mark["end"] - mark["start"], end - start)


def precision(examples: list[Example], scores: np.ndarray) -> float:
    """The share of marked ones among the surest sentences, each with its likeliest claim."""
    best: dict[tuple[int, int], tuple[float, bool]] = {}
    for example, score in zip(examples, scores, strict=True):
        best[example.at] = max(best.get(example.at, (-np.inf, False)), (float(score), example.marked))
    surest = sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))[:SUREST]
    return sum(marked for _, marked in surest) / SUREST


if __name__ == "__main__":
    main()
