"""Two names: how surely they are one person's.

The words of both are paired, the likest first. What is measured of the pairs, of the words left over and of the whole
goes into a logistic regression, whose few weights tools/train_names.py learns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp
from operator import mul
from pathlib import Path
from typing import NamedTuple

import msgspec

from opedcheck.matching.names.likeness import edits, letters, like
from opedcheck.matching.names.parts import Parts, parts, syllabic

WEIGHTS = Path(__file__).with_name("weights.json")
POOR = 0.6  # Two words less alike than this are two.
MANY = 3


class Weights(msgspec.Struct, frozen=True):
    """The model: a weight for each feature by its name."""

    bias: float
    features: dict[str, float]


class Pair(NamedTuple):
    """Two words, one of each name, where they stand, and how like they are."""

    one: int
    other: int
    like: float


def score(one: str, other: str) -> float:
    """0 to 1: how surely two names, in any order and script, are one person's; 0.5 and up says that they are."""
    weights = _weights()
    found = features(one, other)
    if not found or of_two_generations(one, other):
        return 0.0
    return 1 / (1 + exp(-weights.bias - sum(weights.features[name] * value for name, value in found.items())))


def features(one: str, other: str) -> dict[str, float]:
    """What is measured of two names, the same whichever comes first; nothing where one has no letters."""
    signs = syllabic(one) and syllabic(other)
    both = parts(one, syllables=signs), parts(other, syllables=signs)
    ours, theirs = sorted(both, key=lambda p: (len(p.words), p.all))
    if not ours.words:
        return {}
    pairs = sorted(paired(ours.words, theirs.words))
    likes = [pair.like for pair in pairs]
    sizes = [min(len(ours.words[p.one]), len(theirs.words[p.other])) for p in pairs]
    worst = min(pairs, key=lambda pair: pair.like)
    ours_worst, theirs_worst = ours.words[worst.one], theirs.words[worst.other]
    left = len(theirs.words) - len(pairs)
    places = [pair.other for pair in pairs if pair.like > POOR]
    return {
        "worst": worst.like,
        "worst edits": float(edits(ours_worst, theirs_worst)),
        "worst letters": float(min(len(ours_worst), len(theirs_worst))),
        "worst begins alike": float(ours_worst[0] == theirs_worst[0]),
        "worst ends alike": float(ours_worst[-1] == theirs_worst[-1]),
        "mean": sum(map(mul, likes, sizes)) / sum(sizes),
        "whole": whole_likeness(ours, theirs),
        "left over": left / len(theirs.words),
        "many left over": float(left >= MANY),
        "turned": float(places != sorted(places) and ours.ordered == theirs.ordered),
        "single": float(len(ours.words) == 1),
    }


def of_two_generations(one: str, other: str) -> bool:
    """Whether both names say which of a family is meant, and not the same one: "Jr." and "III"."""
    ours, theirs = parts(one).generation, parts(other).generation
    return None not in (ours, theirs) and ours != theirs


def paired(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Pair]:
    """The words of the shorter name, each with another word of the longer, the likest pairs first."""
    free = [Pair(i, j, like(a, b)) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    while free:
        best = max(free, key=lambda pair: (pair.like, -abs(pair.one - pair.other), -pair.one, -pair.other))
        yield best
        free = [pair for pair in free if pair.one != best.one and pair.other != best.other]


def whole_likeness(ours: Parts, theirs: Parts) -> float:
    """How like both are with nothing between their words, in their own order or sorted: "AnnLee" is "Ann Lee"."""
    return max(
        letters("".join(ours.all), "".join(theirs.all)),
        letters("".join(sorted(ours.words)), "".join(sorted(theirs.words))),
    )


@cache
def _weights() -> Weights:
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
