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
    begins, behind = defaultdict[int, list[Item]](list), defaultdict[int, list[Item]](list)
    for item in inside:
        begins[max(item.start, one.start)].append(item)
    for item in ends:
        behind[min(max(item.end, one.start), one.end)].append(item)
    cuts = {
        one.start,
        one.end,
        *begins,
        *behind,
        *(item.end for item in inside),
        *(at for gap in skipped for at in gap),
    }
    yield from behind[one.start]
    over: list[Item] = []
    for start, end in pairwise(sorted(cut for cut in cuts if one.start <= cut <= one.end)):
        over = [item for item in (*over, *begins[start]) if item.end >= end]
        yield _stretch(
            one.text[start - one.start : end - one.start], over, any(a <= start and end <= b for a, b in skipped)
        )
        yield from behind[end]


def _stretch(text: str, over: Sequence[Item], skipped: bool) -> Stretch:
    """Words with all that is over them, the gravest and, among alike, the shortest on top."""
    if not over:
        return Stretch(text, SKIPPED if skipped else "")
    ranked = sorted(over, key=lambda item: (item.grade, item.end - item.start))
    kinds = dict.fromkeys(kind for item in ranked for kind in item.kinds)
    return Stretch(text, ranked[0].tone, tuple(kinds), tuple(item.number for item in ranked if item.number))
