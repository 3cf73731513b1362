"""Which statements a sentence may tell: found by the words of theirs that few statements have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
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
MOST = 100
"""So many statements an article is compared with: the others have less of it, and one of these is likely the fact."""

Rows = tuple[tuple[str, ...], ...]
_rows = msgspec.msgpack.Decoder(tuple[int, Rows])
_encode = msgspec.msgpack.Encoder().encode


class WordIndex(msgspec.Struct, frozen=True, array_like=True):
    """`places`: a telling word -> where the statements that have it stand in `ids`. `rows`: what each statement says,
    encoded: how many of its rows of words are telling, and the rows, those first."""

    places: dict[str, tuple[int, ...]] = {}
    ids: tuple[str, ...] = ()
    rows: tuple[msgspec.Raw, ...] = ()


class Near(NamedTuple):
    """A statement, and the sentences (by number) that have enough of its words, with what stands near by."""

    statement: str
    sentences: tuple[int, ...]


def indexed(gists: Mapping[str, Gist]) -> WordIndex:
    """The index of what statements say."""
    said = {record_id: rows_of(gist) for record_id, gist in gists.items()}
    spread = Counter(word for rows in said.values() for word in frozenset().union(*rows))
    places: dict[str, list[int]] = defaultdict(list)
    encoded = []
    for place, rows in enumerate(said.values()):
        ranked = sorted((sum(spread[word] for word in row), sorted(row)) for row in rows)
        telling = sum(number < RAREST or count <= FEW for number, (count, _) in enumerate(ranked))
        for word in sorted({word for _, row in ranked[:telling] for word in row}):
            places[word].append(place)
        encoded.append(msgspec.Raw(_encode((telling, [row for _, row in ranked]))))
    return WordIndex({word: tuple(found) for word, found in places.items()}, tuple(said), tuple(encoded))


def near(index: WordIndex, where: Mapping[str, int], article: float, sentence: float) -> Iterator[Near]:
    """The statements that an article may tell, in their order.

    `where` has for each word of the article the sentences that it stands in or near by, as bits. At least a share
    `article` of a statement's rows must be heard in the article, and `sentence` about the sentences that are given.
    Of many statements the MOST are given of which most is heard about one sentence, in number and as a share.
    """
    hits = Counter(chain.from_iterable(index.places.get(word, ()) for word in where))
    found: list[tuple[float, int, tuple[int, ...]]] = []
    for place, count in hits.items():
        if count >= TOLD and (told := _told(_rows.decode(index.rows[place]), where, article, sentence)):
            found.append((-told[0], place, told[1]))
    for _, place, sentences in sorted(sorted(found)[:MOST], key=lambda one: one[1]):
        yield Near(index.ids[place], sentences)


def _told(
    said: tuple[int, Rows], where: Mapping[str, int], article: float, sentence: float
) -> tuple[float, tuple[int, ...]] | None:
    """How much of a statement one sentence has, and the sentences that have enough; None if none has."""
    telling, rows = said
    heard = [_heard(row, where) for row in rows]
    needed = max(len(rows) - WRONG, 1)
    if sum(map(bool, heard)) < article * needed:
        return None
    counts = {n: sum(one >> n & 1 for one in heard) for n in _numbers(_twice(heard[:telling]))}
    enough = {n: count for n, count in counts.items() if count >= sentence * needed}
    return (max(enough.values()) ** 2 / len(rows), tuple(enough)) if enough else None


def _heard(row: Sequence[str], where: Mapping[str, int]) -> int:
    found = 0
    for word in row:
        found |= where.get(word, 0)
    return found


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
