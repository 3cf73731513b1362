"""The linear model: which features count, how much, and what a score means as a probability."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from opedcheck.pipeline.checkworthiness.features import Features

WEIGHTS = Path(__file__).with_name("weights.msgpack")
STEPS = 127  # of a signed byte, to each side of zero


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """The model as it lies in its file: little-endian arrays, one entry a feature, keys ascending.

    `keys` are uint32, `weights` int8 in units of `weight_step`, `rarities` (inverse document frequencies) uint8 in
    units of `rarity_step`. A score s means the probability 1 / (1 + exp(-(slope * s + intercept))).
    """

    keys: bytes
    weights: bytes
    rarities: bytes
    weight_step: float
    rarity_step: float
    slope: float
    intercept: float


class Linear:
    """A stored model, unpacked: scores sentences by the cosine of their features with the weights."""

    def __init__(self, stored: Stored) -> None:
        self.keys = np.frombuffer(stored.keys, "<u4")
        self.weights = np.frombuffer(stored.weights, "i1") * np.float64(stored.weight_step)
        self.rarities = np.frombuffer(stored.rarities, "u1") * np.float64(stored.rarity_step)
        self.slope = stored.slope
        self.intercept = stored.intercept

    def scores(self, found: Features) -> NDArray[np.float64]:
        """One score a sentence; 0 where none of its features is known."""
        at = np.minimum(np.searchsorted(self.keys, found.keys), len(self.keys) - 1)
        known = self.keys[at] == found.keys
        # One number for each pair of a sentence and a feature, so that repetitions can be counted.
        pairs, counts = np.unique(found.sentences[known] * len(self.keys) + at[known], return_counts=True)
        sentence, feature = np.divmod(pairs, len(self.keys))
        values = (1 + np.log(counts)) * self.rarities[feature]
        number = len(found.firsts)
        dot = np.bincount(sentence, values * self.weights[feature], number)
        length = np.sqrt(np.bincount(sentence, values * values, number))
        return np.divide(dot, length, out=np.zeros(number), where=length > 0)

    def probabilities(self, found: Features) -> NDArray[np.float64]:
        """One probability a sentence."""
        odds: NDArray[np.float64] = 1 / (1 + np.exp(-(self.slope * self.scores(found) + self.intercept)))
        return odds


def pack(
    keys: NDArray[np.uint32],
    weights: NDArray[np.float64],
    rarities: NDArray[np.float64],
    *,
    slope: float = 1.0,
    intercept: float = 0.0,
) -> Stored:
    """A trained model, rounded to bytes. Features whose weight rounds to nothing stay: they lengthen the vector."""
    weight_step = float(np.abs(weights).max()) / STEPS
    rarity_step = float(rarities.max()) / (2 * STEPS + 1)
    return Stored(
        keys=keys.astype("<u4").tobytes(),
        weights=np.round(weights / weight_step).astype("i1").tobytes(),
        rarities=np.round(rarities / rarity_step).astype("u1").tobytes(),
        weight_step=weight_step,
        rarity_step=rarity_step,
        slope=slope,
        intercept=intercept,
    )


@cache
def shipped() -> Linear:
    """The model that opedcheck ships."""
    return Linear(msgspec.msgpack.decode(WEIGHTS.read_bytes(), type=Stored))
