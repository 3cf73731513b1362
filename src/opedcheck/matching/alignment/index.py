"""Which statements a sentence may tell: found by the words of theirs that few statements have."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from math import ceil
from typing import NamedTuple

import msgspec

from opedcheck.matching.alignment.words import rows_of
from opedcheck.model import Gist

FEW, RAREST = 100, 5
"""A word tells a statement from others if at most so many have it; and so do in any case so many of its rarest ones."""
TOLD = 2
"""So many telling words of a statement must stand in a sentence, or near by."""
WRONG = 2
"""So many rows of a statement may be those that the article has wrong: a name has two words."""
MOST = 80
"""So many statements an article is compared with: the others have less of it, and one of these is likely the fact."""
MANY = 10_000
"""Where an article has more words of statements, counted for each of them, they are asked by columns of numbers."""

Numbers = Sequence[int]


class Ragged(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """Rows of items, one behind the other: row n ends at `ends[n]`. Items are numbers, or what else has so many places.

    Four bytes a number, in the machine's order.
    """

    ends: bytes = b""
    items: bytes = b""

    def span(self, row: int) -> range:
        """Where the items of a row stand."""
        return range(self._ends[row - 1] if row else 0, self._ends[row])

    def __getitem__(self, row: int) -> Numbers:
        return self._items[self._ends[row - 1] if row else 0 : self._ends[row]]

    @cached_property
    def _ends(self) -> Numbers:
        return memoryview(self.ends).cast("I")

    @cached_property
    def _items(self) -> Numbers:
        return memoryview(self.items).cast("I")


class WordIndex(msgspec.Struct, frozen=True, array_like=True):
    """`numbers`: every word of the statements has a number. `holders`: by a telling word's number, where the statements
    that have it stand in `ids`. `rows`: by a statement's place, its rows of words, those first that are telling, of
    which it has `telling`; `words`: by a row, the numbers of the words that may stand for each other."""

    numbers: dict[str, int] = {}
    ids: tuple[str, ...] = ()
    holders: Ragged = Ragged()
    rows: Ragged = Ragged()
    words: Ragged = Ragged()
    telling: bytes = b""


class Near(NamedTuple):
    """A statement, and the sentences (by number) that have enough of its words, with what stands near by."""

    statement: str
    sentences: tuple[int, ...]


def indexed(gists: Mapping[str, Gist]) -> WordIndex:
    """The index of what statements say."""
    said = {record_id: rows_of(gist) for record_id, gist in gists.items()}
    spread = Counter(word for rows in said.values() for word in frozenset().union(*rows))
    numbers = {word: number for number, word in enumerate(spread)}
    holders: list[list[int]] = [[] for _ in numbers]
    words: list[list[int]] = []
    rows_in: list[int] = []
    telling = array("I")
    for place, rows in enumerate(said.values()):
        ranked = sorted((sum(spread[word] for word in row), sorted(row)) for row in rows)
        telling.append(sum(number < RAREST or count <= FEW for number, (count, _) in enumerate(ranked)))
        for word in sorted({word for _, row in ranked[: telling[-1]] for word in row}):
            holders[numbers[word]].append(place)
        rows_in.append(len(ranked))
        words += ([numbers[word] for word in row] for _, row in ranked)
    rows_of_each = Ragged(_bytes(accumulate(rows_in)))
    return WordIndex(numbers, tuple(said), _ragged(holders), rows_of_each, _ragged(words), telling.tobytes())


def near(index: WordIndex, where: Mapping[str, int], article: float, sentence: float) -> Iterator[Near]:
    """The statements that an article may tell, in their order.

    `where` has for each word of the article the sentences that it stands in or near by, as bits. At least a share
    `article` of a statement's rows must be heard in the article, and `sentence` about the sentences that are given;
    WRONG of them don't count. Of many statements the MOST are given of which most is heard about one sentence, in
    number and as a share.
    """
    told = {number: bits for word, bits in where.items() if (number := index.numbers.get(word)) is not None}
    if sum(len(index.holders.span(number)) for number in told) > MANY:
        from opedcheck.matching.alignment.columns import sieved  # numpy: to load it takes longer than to ask a few

        likely = sieved(index, told, article, sentence)
    else:
        hits = Counter(chain.from_iterable(index.holders[number] for number in told))
        likely = [place for place, count in hits.items() if count >= TOLD]
    telling = memoryview(index.telling).cast("I")
    found: list[tuple[float, int, tuple[int, ...]]] = []
    for place in likely:
        rows = [index.words[row] for row in index.rows.span(place)]
        if one := _told(rows, telling[place], told, article, sentence):
            found.append((-one[0], place, one[1]))
    for _, place, sentences in sorted(sorted(found)[:MOST], key=lambda one: one[1]):
        yield Near(index.ids[place], sentences)


def needed(rows: int, share: float) -> float:
    """How many of a statement's rows make a share of them, though some are wrong."""
    return share * max(rows - WRONG, 1)


def _told(
    rows: Sequence[Iterable[int]], telling: int, where: Mapping[int, int], article: float, sentence: float
) -> tuple[float, tuple[int, ...]] | None:
    """How much of a statement one sentence has, and the sentences that have enough; None if none has."""
    heard: list[int] = []
    left = len(rows) - ceil(needed(len(rows), article))
    for row in rows:
        found = 0
        for word in row:
            found |= where.get(word, 0)
        left -= not found
        if left < 0:
            return None
        heard.append(found)
    counts = {n: sum(one >> n & 1 for one in heard) for n in _numbers(_twice(heard[:telling]))}
    enough = {n: count for n, count in counts.items() if count >= needed(len(rows), sentence)}
    return (max(enough.values()) ** 2 / len(rows), tuple(enough)) if enough else None


def _twice(heard: Sequence[int]) -> int:
    """The bits that are set in at least TOLD of the numbers."""
    once = twice = 0
    for one in heard:
        twice |= once & one
        once |= one
    return twice


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        least = bits & -bits
        yield least.bit_length() - 1
        bits ^= least


def _ragged(rows: Sequence[Sequence[int]]) -> Ragged:
    return Ragged(_bytes(accumulate(map(len, rows))), _bytes(chain.from_iterable(rows)))


def _bytes(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()
