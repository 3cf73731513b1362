"""An article's paragraphs cut where marks begin or end: marks overlap and cross, elements can't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from opedcheck.model import Verdict
from opedcheck.reporters.html.items import Item
from opedcheck.reporters.paragraphs import Paragraph

SKIPPED = "skipped"


class Stretch(msgspec.Struct, frozen=True):
    """Words that are marked alike: the colour on top ("" for none), all that they can be filtered by, their notes."""

    text: str
    tone: Verdict | str = ""
    kinds: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


Piece = Stretch | Item
"""Words, or an item whose note is referred to there, just behind the last of its words."""


def pieces(found: Sequence[Paragraph], items: Sequence[Item], skipped: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """For every paragraph its pieces, in order; together their texts are the paragraph's."""
    inside = defaultdict[int, list[Item]](list)
    ends = defaultdict[int, list[Item]](list)
    for item in items:
        first, last = home(found, item.start), home(found, max(item.end - 1, item.start))
        for number in range(first, last + 1):
            inside[number].append(item)
        if item.number:
            ends[last].append(item)
    return [list(_pieces(paragraph, inside[number], ends[number], skipped)) for number, paragraph in enumerate(found)]


def home(found: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph that a place in the text belongs to."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if found[middle].start <= offset else (low, middle)
    return max(low - 1, 0)


def _pieces(
    one: Paragraph, inside: Sequence[Item], ends: Sequence[Item], skipped: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    behind = defaultdict[int, list[Item]](list)
    for item in ends:
        behind[min(max(item.end, one.start), one.end)].append(item)
    cuts = {one.start, one.end, *behind, *(item.start for item in inside), *(item.end for item in inside)}
    cuts |= {offset for stretch in skipped for offset in stretch}
    places = sorted(cut for cut in cuts if one.start <= cut <= one.end)
    yield from behind[one.start]
    for start, end in pairwise(places):
        yield _stretch(one.text[start - one.start : end - one.start], start, end, inside, skipped)
        yield from behind[end]


def _stretch(text: str, start: int, end: int, inside: Sequence[Item], skipped: Sequence[tuple[int, int]]) -> Stretch:
    over = sorted(
        (item for item in inside if item.start <= start and end <= item.end),
        key=lambda item: (item.grade, item.end - item.start),
    )
    if not over:
        return Stretch(text, SKIPPED if any(a <= start and end <= b for a, b in skipped) else "")
    kinds = dict.fromkeys(kind for item in over for kind in item.kinds)
    return Stretch(text, over[0].tone, tuple(kinds), tuple(item.number for item in over if item.number))
