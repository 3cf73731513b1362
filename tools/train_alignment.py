"""Learn how surely a sentence and a statement tell one fact, and which score is enough for a warning.

python tools/train_alignment.py --data ../shared/bench [--statements N]

Learns from corrections/: where a corrected article says what its reference says, the mentions that agree, and the
errors themselves, against all mentions of other sentences, of other articles and of opinion pieces that differ from a
reference. A logistic regression, none of whose weights may be negative. Prints how many errors are found by weights
that were learned without their article (five folds). Which score is enough is read off what is known to be unrelated:
the score that no more than ALLOWED mentions of a kind reach in SAMPLE opinion pieces beside the 10,375 statements of
search/, taken as if each left room for nothing else in any slot, and no more than OWN references of corrections/.

Needs the extra `train`. The same data gives the same figures; the weights are rounded.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from opedcheck.checker import Checker, prepare
from opedcheck.judging import alignment
from opedcheck.matching import aligned
from opedcheck.matching.alignment.article import Text
from opedcheck.matching.alignment.finding import ARTICLE, ROUGH, Comparison
from opedcheck.matching.alignment.index import near
from opedcheck.model import AlignedMatch, Article, Statement
from opedcheck.readers import records
from opedcheck.readers.source import Given

KINDS = ("figure", "date", "name", "person", "quality")
CLASSES = tuple(f"{closeness} {kind}" for closeness in ("strong", "weak", "far") for kind in KINDS)
FOLDS, RIDGE, SHARE = 5, 0.02, 3.0
SAMPLE, ALLOWED = 250, 40
# Anything may differ altogether: there chance is allowed less.
OWN = {"strong": 3, "weak": 3, "far": 2}
# Never less: below that, chance has not been seen yet, and is there. It has least to do with full names misspelt, and
# has been seen most of two persons.
FLOORS = {"strong": -3.0, "weak": -3.0, "far": 0.0, "strong person": -6.0, "weak person": -2.0, "far person": -0.5}
MARGIN = 30  # code points by which a corrected sentence may be longer than the erroneous one
SLOTS = ["subject", "object", "value", "time", "place"]


class Example(NamedTuple):
    """A match, whether it tells one fact, which fold its article is in, and whose error it is, if any."""

    match: AlignedMatch
    same: bool
    fold: int
    error: str | None = None
    weight: float = 1.0


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    data = parser.parse_args().data
    examples = [*corrected(data), *unrelated(data)]
    x, y = np.array([row(e.match) for e in examples]), np.array([e.same for e in examples], dtype=float)
    w, folds = np.array([e.weight for e in examples]), np.array([e.fold for e in examples])
    held = np.zeros(len(examples))
    for fold in range(FOLDS):
        held[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold], w[folds != fold])
    weights = fit(x, y, w)
    enough = thresholds(data, weights, list(zip(examples, held, strict=True)))
    write(weights, enough)
    report(examples, held, enough)


def row(match: AlignedMatch) -> list[float]:
    """What is learned from: the features, and which kind it is."""
    return [*alignment.features(match), *(float(match.kind == kind) for kind in KINDS)]


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """The weights of a ridge logistic regression, the features' not negative, the kinds' free."""
    own = x.shape[1] - len(KINDS)
    weighed = w * np.where(y == 1, SHARE, 1.0)

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ at
        wrong = weighed * (1 / (1 + np.exp(-z)) - y)
        ridge = np.concatenate([at[:own], np.zeros(len(KINDS))])
        cost = (weighed * (np.logaddexp(0, z) - y * z)).sum() / weighed.sum() * 100 + RIDGE * (ridge**2).sum()
        return cost, x.T @ wrong / weighed.sum() * 100 + 2 * RIDGE * ridge

    bounds = [(0.0, None)] * own + [(None, None)] * len(KINDS)
    return minimize(loss, np.zeros(x.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x


def corrected(data: Path) -> Iterator[Example]:
    """Errors and agreements of each pair of articles, and what differs from other references."""
    folder = data / "corrections"
    checker = prepare([folder / "references.yaml"], default_claims=False)
    articles = {article.id: article for article in read(folder / "articles.jsonl")}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        fold = zlib.crc32(gold["id"].encode()) % FOLDS
        record = checker._known.records[gold["reference"]]
        assert isinstance(record, Statement)
        right = articles[gold["right"]]
        text = Text(right, checker.read(right))
        found = (
            n.sentences
            for n in near(checker._known.index.words, text.where, ARTICLE, ROUGH)
            if n.statement == record.id
        )
        told = Comparison(text, record, checker._known.gists[record.id], next(found, ())).agreeing(
            range(len(right.text))
        )
        for match in told:
            if match.start < gold["end"] + MARGIN and gold["start"] < match.end:
                yield Example(match, True, fold, weight=0.5)
        for side in ("right", "wrong"):
            for match in differing(articles[gold[side]], checker):
                yield from labelled(match, gold, side, fold)


def differing(article: Article, checker: Checker) -> Iterator[AlignedMatch]:
    """What in an article differs from statements that its sentences are like, and is not told to be right by one that
    they are liker, as in `alignment.findings`."""
    right: dict[tuple[int, int], float] = {}
    matches = aligned(article, checker.read(article), checker._known)
    for match in matches:
        if match.closeness == "same" and alignment.may_mean(match):
            place = (match.start, match.end)
            right[place] = max(alignment.score(match), right.get(place, -np.inf))
    for match in matches:
        told = right.get((match.start, match.end), -np.inf)
        if match.closeness != "same" and alignment.score(match) > told:
            yield match


def labelled(match: AlignedMatch, gold: dict, side: str, fold: int) -> Iterator[Example]:
    """A match of an article: the error, another mention of its sentence, or of another fact; else it is not known."""
    own = match.record.id == gold["reference"]
    here = match.start < gold["end"] and gold["start"] < match.end
    first, last = gold["changed"]
    if own and here and side == "wrong":
        error = match.start <= last and first <= match.end
        yield Example(match, error, fold, gold["id"] if error else None)
    elif not own or (side == "right" and not here):
        yield Example(match, False, fold)


def unrelated(data: Path) -> Iterator[Example]:
    """What in opinion pieces differs from the references of corrections/."""
    checker = prepare([data / "corrections" / "references.yaml"], default_claims=False)
    for article in read(data / "opeds.jsonl"):
        for match in differing(article, checker):
            yield Example(match, False, zlib.crc32(article.id.encode()) % FOLDS)


def thresholds(data: Path, weights: np.ndarray, known: Sequence[tuple[Example, float]]) -> dict[str, float]:
    """For each class the score that is enough."""
    reached: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    own: dict[str, dict[str, float]] = defaultdict(dict)
    with TemporaryDirectory() as folder:
        checker = exclusive_statements(data, Path(folder))
        for article in list(read(data / "opeds.jsonl"))[:SAMPLE]:
            for match in differing(article, checker):
                keep_best(reached, match, (article.id, match.ours), float(np.dot(row(match), weights)))
    for example, score in known:
        if not example.same:
            keep_best(own, example.match, example.match.record.id, score)
    return {
        name: round(max(_floor(name), nth(reached[name], ALLOWED), nth(own[name], OWN[_closeness(name)])), 2)
        for name in CLASSES
    }


def _floor(name: str) -> float:
    return FLOORS.get(name, FLOORS[_closeness(name)])


def _closeness(name: str) -> str:
    return name.split(maxsplit=1)[0]


def keep_best(best: dict, match: AlignedMatch, key: Hashable, score: float) -> None:
    """Keep the highest score of a class's `key`, if the match may mean the statement at all."""
    if alignment.may_mean(match):
        scores = best[f"{match.closeness} {match.kind}"]
        scores[key] = max(scores.get(key, score), score)


def nth(scores: dict, allowed: int) -> float:
    """The score that `allowed` others reach at the most."""
    ranked = sorted(scores.values(), reverse=True)
    return ranked[allowed - 1] + 0.01 if len(ranked) >= allowed else -np.inf


def exclusive_statements(data: Path, folder: Path) -> Checker:
    """The statements of search/ as references that exclude everything else in every slot: the hardest case."""
    lines = (data / "search" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    said = ({"id": str(row["id"]), "statement": row["statement"], "exclusive": SLOTS} for row in map(json.loads, lines))
    path = folder / "statements.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in said), encoding="utf-8")
    return prepare([path], default_claims=False, allow_unsourced=True)


def write(weights: np.ndarray, enough: dict[str, float]) -> None:
    """Write the weights that ship."""
    names = alignment.FEATURES
    document = {
        "features": {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=False)},
        "kinds": {kind: round(float(weight), 2) for kind, weight in zip(KINDS, weights[len(names) :], strict=True)},
        "enough": enough,
    }
    alignment.WEIGHTS.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8", newline="\n")


def report(examples: Sequence[Example], held: np.ndarray, enough: dict[str, float]) -> None:
    """How many errors are found, and how many other mentions are taken for one, by weights of other folds."""
    found, alarms = set(), 0
    for example, score in zip(examples, held, strict=True):
        match = example.match
        if (
            match.closeness != "same"
            and alignment.may_mean(match)
            and score >= enough[f"{match.closeness} {match.kind}"]
        ):
            found |= {example.error} if example.error else set()
            alarms += not example.same
    print(f"{len(found)} errors found by weights of other folds; {alarms} other mentions taken for errors")


def read(path: Path) -> Iterator[Article]:
    """The articles of a file of lines."""
    for article in records.read(path.read_bytes(), Given(path.stem, str(path), str(path))):
        assert isinstance(article, Article)
        yield article


if __name__ == "__main__":
    main()
