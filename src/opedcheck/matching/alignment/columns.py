"""What an article has of very many statements, asked of all of them at once by columns of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from opedcheck.matching.alignment.index import MOST, TOLD, WRONG

if TYPE_CHECKING:
    from opedcheck.matching.alignment.index import Ragged, WordIndex

Array = npt.NDArray[Any]
LANE = 64
"""So many sentences go into one number, a bit each."""


def sieved(index: WordIndex, told: Mapping[int, int], article: float, sentence: float) -> list[int]:
    """The places of the statements that `index.near` would give, in any order, and few beside them.

    `told` has for each word, by its number, the sentences that it stands in or near by, as bits.
    """
    at, _ = _spans(index.holders, _some(index.holders, np.array(list(told), np.int64)))
    hits = np.bincount(np.frombuffer(index.holders.items, np.uint32)[at], minlength=len(index.ids))
    places = np.flatnonzero(hits >= TOLD)
    if not len(places):
        return []
    bits = _lanes(told, len(index.numbers))
    everywhere = np.asarray(bits.any(axis=1))
    rows, begins = _spans(index.rows, places)
    at, starts = _spans(index.words, rows)
    items = np.frombuffer(index.words.items, np.uint32)
    anywhere = np.maximum.reduceat(everywhere[items[at]], starts)
    sizes = np.diff(np.append(begins, len(rows)))
    counted = np.maximum(sizes - WRONG, 1)
    kept = np.add.reduceat(anywhere, begins, dtype=np.int64) >= article * counted
    places, sizes, counted = places[kept], sizes[kept], counted[kept]
    if not len(places):
        return []
    rows, begins = _spans(index.rows, places)
    at, starts = _spans(index.words, rows)
    heard = np.bitwise_or.reduceat(bits[items[at]], starts, axis=0)
    telling = np.frombuffer(index.telling, np.uint32)[places].astype(np.int64)
    most = _most(heard, begins, sizes, telling, sentence * counted)
    worth = np.where(most > 0, most * most / sizes, 0.0)
    least = np.partition(worth, len(worth) - MOST)[len(worth) - MOST] if len(worth) > MOST else 0.0
    return [int(place) for place in places[(worth > 0) & (worth >= least)]]


def _most(heard: Array, begins: Array, sizes: Array, telling: Array, least: Array) -> Array:
    """How many rows of each statement the sentence has that has most of it, where that is enough; else 0."""
    shape = (len(begins), heard.shape[1])
    once, twice = np.zeros(shape, np.uint64), np.zeros(shape, np.uint64)
    for number in range(int(telling.max())):
        one = np.where((number < telling)[:, None], heard[begins + np.minimum(number, sizes - 1)], np.uint64(0))
        twice |= once & one
        once |= one
    found = np.zeros(len(begins), np.int64)
    some = np.flatnonzero(twice.any(axis=1))
    counts = np.zeros((len(some), heard.shape[1] * LANE), np.uint16)
    for number in range(int(sizes[some].max(initial=0))):
        more = np.flatnonzero(number < sizes[some])
        counts[more] += _unpacked(heard[begins[some[more]] + number])
    enough = (counts >= least[some][:, None]) & (_unpacked(twice[some]) > 0)
    found[some] = np.where(enough, counts, 0).max(axis=1, initial=0)
    return found


def _lanes(told: Mapping[int, int], words: int) -> Array:
    """The sentences that each word stands in, a row a word, a bit a sentence, LANE of them in a number."""
    lanes = max((bits.bit_length() for bits in told.values()), default=1) // LANE + 1
    found = np.zeros((words, lanes), np.uint64)
    size = lanes * LANE // 8
    packed = b"".join(bits.to_bytes(size, "little") for bits in told.values())
    found[list(told)] = np.frombuffer(packed, "<u8").reshape(-1, lanes)
    return found


def _unpacked(lanes: Array) -> Array:
    """Bits as numbers, a column a sentence."""
    return np.unpackbits(lanes.astype("<u8").view(np.uint8), axis=1, bitorder="little")


def _some(ragged: Ragged, rows: Array) -> Array:
    """Those of some rows that are not empty."""
    ends = np.frombuffer(ragged.ends, np.uint32)
    return rows[ends[rows] > np.where(rows > 0, ends[rows - 1], 0)]


def _spans(ragged: Ragged, rows: Array) -> tuple[Array, Array]:
    """Where the items of some rows stand, one row behind the other, and where each begins there. None may be empty."""
    ends = np.frombuffer(ragged.ends, np.uint32)
    first = np.where(rows > 0, ends[rows - 1], 0).astype(np.int64)
    sizes = ends[rows] - first
    begins = np.cumsum(sizes) - sizes
    return np.arange(int(sizes.sum())) + np.repeat(first - begins, sizes), begins
