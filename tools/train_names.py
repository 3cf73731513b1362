"""Train the comparison of names on OpenSanctions' labelled pairs of names (MIT), or measure it on folds of them.

    python tools/train_names.py --data ../shared/bench
    python tools/train_names.py --data ../shared/bench --folds

The first writes the weights that opedcheck ships: the same bytes for the same data and version of scikit-learn. The
second writes nothing, but prints F1 on pairs that the model has not seen. scikit-learn is needed here alone:
`pip install opedcheck[train]`.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from opedcheck.matching.names.comparing import WEIGHTS, Weights, features

SOURCE = Path("names") / "cases.csv"
FOLDS, SEEDS = 5, 5
DIGITS = 3  # of the weights, as they are written


class Pair(NamedTuple):
    """Two names of persons, and whether they are one's."""

    one: str
    other: str
    same: bool


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of persons in a file of cases."""
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["schema"] == "Person":
                yield Pair(row["name1"], row["name2"], row["is_match"] == "true")


def trained(found: list[dict[str, float]], same: NDArray[np.bool_]) -> Weights:
    """Weights of the features as they come, learnt on features brought to one scale."""
    names = list(found[0])
    table = np.array([[one[name] for name in names] for one in found])
    middle, spread = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-9)
    model: Any = LogisticRegression(C=1.0).fit((table - middle) / spread, same)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * middle).sum())
    return Weights(round(bias, DIGITS), {n: round(float(w), DIGITS) for n, w in zip(names, weights, strict=True)})


def judged(weights: Weights, found: list[dict[str, float]]) -> NDArray[np.bool_]:
    """Which pairs the model takes for one person's."""
    return np.array([weights.bias + sum(weights.features[n] * v for n, v in one.items()) >= 0 for one in found])


def folds(found: list[dict[str, float]], same: NDArray[np.bool_]) -> Iterator[float]:
    """F1 on all pairs, each judged by a model that has not seen it, once for each shuffling."""
    for seed in range(SEEDS):
        answers = np.zeros(len(same), dtype=bool)
        for seen, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(found, same):
            weights = trained([found[at] for at in seen], same[seen])
            answers[unseen] = judged(weights, [found[at] for at in unseen])
        yield float(f1_score(same, answers))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    parser.add_argument("--folds", action="store_true", help="measure, and write nothing")
    chosen = parser.parse_args()
    labelled = [pair for pair in pairs(chosen.data / SOURCE) if features(pair.one, pair.other)]
    found = [features(pair.one, pair.other) for pair in labelled]
    same = np.array([pair.same for pair in labelled])
    if chosen.folds:
        measured = list(folds(found, same))
        print(f"F1 {np.mean(measured):.3f} ({min(measured):.3f} to {max(measured):.3f}), {FOLDS} folds, {SEEDS} times")
        return
    beside = WEIGHTS.with_suffix(".new")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(trained(found, same)), indent=2) + b"\n")
    beside.replace(WEIGHTS)


if __name__ == "__main__":
    main()
