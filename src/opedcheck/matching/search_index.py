"""The inverted index behind search: which statements hold a term, and what it weighs there. Kept as bytes.

The weights are BM25F's (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009): a term's
frequencies in the fields, each against the field's usual length, are added before they saturate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec
import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]
Fields = tuple[Sequence[str], ...]

SATURATION = 2.0
"""BM25's k1: how much a second mention still counts."""
LENGTH = 0.6
"""BM25's b: how much a long statement or title pays for its length, from 0 to 1."""
GRAM = 3


class Postings(msgspec.Struct, frozen=True):
    """Rows of numbers, one behind the other: row n ends at `ends[n]`. Arrays as bytes in the machine's order."""

    ends: bytes
    items: bytes
    weights: bytes = b""


class Index(msgspec.Struct, frozen=True, dict=True):
    """Terms, and for each the statements (as places in `ids`) that hold it; for each trigram the terms."""

    ids: tuple[str, ...]
    terms: tuple[str, ...]
    seen: bytes
    grams: tuple[str, ...]
    by_term: Postings
    by_gram: Postings
    fields: int = 1

    @cached_property
    def places(self) -> dict[str, int]:
        """Where a term stands in `terms`."""
        return {term: place for place, term in enumerate(self.terms)}

    @cached_property
    def idf(self) -> Weights:
        """What a term is worth by its rarity alone, in the order of `terms`."""
        return idf(np.frombuffer(self.seen, np.int32), len(self.ids))

    @cached_property
    def unknown(self) -> float:
        """What a term is worth that no statement holds."""
        return float(idf(np.zeros(1, np.int32), len(self.ids))[0])

    def holders(self, place: int) -> tuple[Ids, Weights]:
        """The statements that hold a term, in order, and its weight in each."""
        part = _span(self._ends, place)
        return np.frombuffer(self.by_term.items, np.int32, *part), np.frombuffer(
            self.by_term.weights, np.float32, *part
        )

    def alike(self, word: str, least: float) -> list[tuple[int, float]]:
        """Terms spelled like `word` and how much so (Dice's coefficient of their trigrams), itself left out."""
        grams = trigrams(word)
        places = (at for at in map(self._gram_places.get, grams) if at is not None)
        rows = [np.frombuffer(self.by_gram.items, np.int32, *_span(self._gram_ends, at)) for at in places]
        if not rows:
            return []
        shared = np.bincount(np.concatenate(rows), minlength=len(self.terms))
        dice = 2 * shared / (len(grams) + self._sizes)
        own = self.places.get(word, -1)
        return [(int(at), float(dice[at])) for at in np.flatnonzero(dice >= least) if at != own]

    @cached_property
    def _ends(self) -> npt.NDArray[np.int64]:
        return np.frombuffer(self.by_term.ends, np.int64)

    @cached_property
    def _gram_ends(self) -> npt.NDArray[np.int64]:
        return np.frombuffer(self.by_gram.ends, np.int64)

    @cached_property
    def _gram_places(self) -> dict[str, int]:
        return {gram: place for place, gram in enumerate(self.grams)}

    @cached_property
    def _sizes(self) -> npt.NDArray[np.int64]:
        """How many trigrams every term has."""
        items = np.frombuffer(self.by_gram.items, np.int32)
        return np.bincount(items, minlength=len(self.terms))


def build(ids: Sequence[str], documents: Iterable[Fields]) -> Index:
    """The index of documents, each a row of fields, each field the keys of its terms; all have as many fields."""
    counted = [[Counter(field) for field in fields] for fields in documents]
    usual = _usual_lengths(counted)
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, fields in enumerate(counted):
        frequencies: dict[str, float] = defaultdict(float)
        for counts, length in zip(fields, usual, strict=True):
            share = 1 - LENGTH + LENGTH * counts.total() / length
            for key, count in counts.items():
                frequencies[key] += count / share
        for key, frequency in frequencies.items():
            held[key].append((place, frequency))
    names = tuple(sorted(held))
    seen = np.array([len(held[name]) for name in names], np.int32)
    often = np.array([f for name in names for _, f in held[name]], np.float64)
    weights = np.repeat(idf(seen, len(ids)), seen) * saturated(often)
    items = np.array([place for name in names for place, _ in held[name]], np.int32)
    by_term = Postings(np.cumsum(seen, dtype=np.int64).tobytes(), items.tobytes(), weights.astype(np.float32).tobytes())
    grams, by_gram = _by_gram(names)
    filled = sum(any(fields[at] for fields in counted) for at in range(len(usual)))
    return Index(tuple(ids), names, seen.tobytes(), grams, by_term, by_gram, max(filled, 1))


def saturated(frequency: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """What a frequency is worth: 1 for once, never more than 1 + SATURATION."""
    return frequency * (SATURATION + 1) / (frequency + SATURATION)


def idf(seen: Ids, count: int) -> Weights:
    """Inverse document frequency, never negative, of terms that so many of `count` documents hold."""
    return np.log1p((count - seen + 0.5) / (seen + 0.5)).astype(np.float32)


def trigrams(word: str) -> frozenset[str]:
    """Three letters each, the word's edges marked."""
    edged = f"<{word}>"
    return frozenset(edged[at : at + GRAM] for at in range(len(edged) - GRAM + 1))


def _usual_lengths(counted: Sequence[Sequence[Counter[str]]]) -> list[float]:
    """The mean length of each field where it is filled."""
    width = len(counted[0]) if counted else 0
    lengths = [[total for fields in counted if (total := fields[at].total())] for at in range(width)]
    return [sum(row) / len(row) if row else 1.0 for row in lengths]


def _by_gram(names: Sequence[str]) -> tuple[tuple[str, ...], Postings]:
    """For every trigram the words that it occurs in; numbers and entities are not compared by spelling."""
    held: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if name.isalpha():
            for gram in trigrams(name):
                held[gram].append(place)
    grams = tuple(sorted(held))
    ends = np.cumsum([len(held[gram]) for gram in grams], dtype=np.int64)
    return grams, Postings(ends.tobytes(), np.array([p for gram in grams for p in held[gram]], np.int32).tobytes())


def _span(ends: npt.NDArray[np.int64], row: int) -> tuple[int, int]:
    """How many items a row has, and at which byte they begin: items are four bytes wide."""
    start = int(ends[row - 1]) if row else 0
    return int(ends[row]) - start, start * 4
