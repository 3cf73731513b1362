"""Train the check-worthiness model on ClaimBuster's labelled sentences, or measure it on five folds of them.

    python tools/train_checkworthiness.py --data ../shared/bench
    python tools/train_checkworthiness.py --data ../shared/bench --five-fold scores.jsonl

The first writes the weights that opedcheck ships: the same bytes each time, for the same data, language model and
versions of numpy and scikit-learn. The second writes no weights, but for each text the score of a model that has
not seen it, in the shape of `opedcheck extract`. scikit-learn is needed here alone: `pip install opedcheck[train]`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from opedcheck.pipeline import build, read
from opedcheck.pipeline.checkworthiness.features import Features, features_of
from opedcheck.pipeline.checkworthiness.linear import WEIGHTS, Linear, Stored, pack

SOURCE = Path("checkworthy") / "claimbuster-train.jsonl"
COMPONENTS = ("opedcheck_words", "opedcheck_quantities", "opedcheck_times", "opedcheck_names")
RARE = 2  # features of fewer sentences are left out
STRENGTH = 8.0  # scikit-learn's C: the inverse of the regularisation; 5 to 10 do alike
# How much of a feature's weight in length and score follows how unevenly the classes hold it, by naive Bayes' ratio
# (Wang, Manning: "Baselines and Bigrams", 2012); 0.1 to 0.25 do alike.
UNEVEN = 0.2
# The file was sampled to hold one check-worthy sentence in four. One in three is what makes 0.5 the probability
# at which the mean F1 of both classes is highest. These constants were chosen by five folds of the file.
SAMPLED, PRIOR = 1 / 4, 1 / 3


class Text(NamedTuple):
    """A labelled text: the features of its sentences."""

    id: str
    worthy: bool
    found: Features


def texts(path: Path) -> Iterator[Text]:
    """The file's texts, read by our pipeline."""
    nlp = build(components=COMPONENTS)
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Text(row["id"], bool(row["checkworthy"]), features_of(read(nlp, row["text"])))


def longest(found: Features) -> NDArray[np.uint32]:
    """The features of a text's longest sentence: nearly all texts have one, and a label is that of the whole."""
    return found.keys[found.sentences == np.bincount(found.sentences).argmax()]


def trained(seen: Sequence[Text]) -> Stored:
    """Weights by logistic regression on length-normalised tf-idf, not yet calibrated."""
    columns = [longest(text.found) for text in seen]
    rows = np.repeat(np.arange(len(seen)), [len(keys) for keys in columns])
    keys, place = np.unique(np.concatenate(columns), return_inverse=True)
    counts = csr_matrix((np.ones(len(rows)), (rows, place)), shape=(len(seen), len(keys)))
    counts.sum_duplicates()
    spread = np.bincount(counts.indices, minlength=len(keys))
    often = spread >= RARE
    counts, keys, spread = counts[:, often], keys[often], spread[often]
    worthy = np.array([text.worthy for text in seen])
    rarities = (np.log((1 + len(seen)) / (1 + spread)) + 1) * unevenness(counts, worthy)
    values = counts.copy()
    values.data = 1 + np.log(values.data)
    values = values.multiply(rarities).tocsr()
    lengths = np.maximum(np.sqrt(np.asarray(values.multiply(values).sum(axis=1)).ravel()), 1e-12)
    values = values.multiply(1 / lengths[:, None]).tocsr()
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(values, worthy)
    return pack(keys, model.coef_[0], rarities, intercept=float(model.intercept_[0]))


def unevenness(counts: csr_matrix, worthy: NDArray[np.bool_]) -> NDArray[np.float64]:
    """About 1 for each feature: more where one class holds it more often than the other does."""
    held = counts > 0
    yes, no = (np.asarray(held[which].sum(axis=0)).ravel() + 1.0 for which in (worthy, ~worthy))
    ratio = np.abs(np.log((yes / yes.sum()) / (no / no.sum())))
    uneven: NDArray[np.float64] = 1 - UNEVEN + UNEVEN * ratio / ratio.mean()
    return uneven


def calibrated(seen: Sequence[Text]) -> Stored:
    """Weights from all of `seen`; slope and intercept (Platt) from five folds of it, moved to the prior."""
    scores = np.empty(len(seen))
    for train, test in folds(seen):
        model = Linear(trained([seen[at] for at in train]))
        scores[test] = [model.scores(seen[at].found).max() for at in test]
    worthy = [text.worthy for text in seen]
    platt = LogisticRegression(C=1e6, solver="lbfgs").fit(scores[:, None], worthy)
    moved = float(np.log(PRIOR / (1 - PRIOR)) - np.log(SAMPLED / (1 - SAMPLED)))
    return msgspec.structs.replace(
        trained(seen), slope=float(platt.coef_[0, 0]), intercept=float(platt.intercept_[0]) + moved
    )


def folds(seen: Sequence[Text]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Five folds, stratified and shuffled, the same each time."""
    splitter = StratifiedKFold(5, shuffle=True, random_state=0)
    return splitter.split(np.zeros(len(seen)), [text.worthy for text in seen])


def five_fold(seen: Sequence[Text]) -> Iterator[dict[str, Any]]:
    """Each text with the score of a model trained, and calibrated, on the other four folds."""
    for train, test in folds(seen):
        model = Linear(calibrated([seen[at] for at in train]))
        for at in test:
            worth = model.probabilities(seen[at].found)
            yield {"id": seen[at].id, "sentences": [{"checkworthiness": round(float(p), 4)} for p in worth]}


def main() -> None:
    """Train, or measure: see above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    parser.add_argument("--five-fold", type=Path, metavar="FILE", help="measure instead: scores of unseen texts")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="the weights; by default those that ship")
    chosen = parser.parse_args()
    seen = tuple(texts(chosen.data / SOURCE))
    if chosen.five_fold:
        lines = map(json.dumps, five_fold(seen))
        chosen.five_fold.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    else:
        chosen.output.write_bytes(msgspec.msgpack.encode(calibrated(seen)))


if __name__ == "__main__":
    main()
