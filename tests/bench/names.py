"""Pairs of names: one person's or two's, F1 over the pairs of persons.

The weights that ship were learnt on these very pairs, so "unseen" is what counts: each pair is judged by a model that
has not seen it (five folds, as tools/train_names.py has them). "shipped" tells that the shipped weights are loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opedcheck.matching.names import score

from .figures import Unavailable
from .program import ROOT

SAME = 0.5


def measure(data: Path) -> dict[str, float]:
    import numpy as np

    tool = trainer()
    labelled = list(tool.pairs(data / tool.SOURCE))
    found = [tool.features(pair.one, pair.other) for pair in labelled]
    unseen = list(tool.folds(found, np.array([pair.same for pair in labelled])))
    return {
        "F1, unseen": sum(unseen) / len(unseen),
        "F1, shipped": f1([(pair.same, score(pair.one, pair.other) >= SAME) for pair in labelled]),
    }


def errors(data: Path) -> Iterator[str]:
    """The pairs that the shipped weights judge wrongly, the worst first."""
    tool = trainer()
    judged = [(score(pair.one, pair.other), pair) for pair in tool.pairs(data / tool.SOURCE)]
    for value, pair in sorted(judged, key=lambda one: -abs(one[0] - one[1].same)):
        if (value >= SAME) is not pair.same:
            yield f"{value:.2f}, but {'one person' if pair.same else 'two'}: {pair.one} | {pair.other}"


def f1(answers: list[tuple[bool, bool]]) -> float:
    """F1 of pairs of truth and answer."""
    right = sum(truth and answer for truth, answer in answers)
    return 2 * right / max(1, sum(truth + answer for truth, answer in answers))


def trainer() -> Any:
    """The script that trains. Raises Unavailable where scikit-learn is not installed."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import train_names
    except ImportError as reason:
        raise Unavailable(f"needs opedcheck[train]: {reason}") from reason
    finally:
        sys.path.pop(0)
    return train_names
