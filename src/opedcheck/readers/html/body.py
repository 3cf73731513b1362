"""Which blocks of a page are the article: trafilatura says what its text is, the blocks say where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from opedcheck.readers.html.blocks import ABOUT, Block

LETTERS = re.compile(r"[^\W_]+")
ENOUGH = 0.5
"""The share of what trafilatura finds that must be found among the blocks before it is believed."""
LINES = 12
"""So many lines of one block, at most, does trafilatura give as lines of their own."""
AHEAD = 50
HEADINGS = frozenset({"h1"})


def article(source: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the article's body, its headline before them; all but navigation where nobody can tell."""
    chosen = _aligned(_extracted(source), blocks)
    if not chosen:
        return _plainly(blocks)
    first = min(chosen)
    headline = [at for at in range(first) if blocks[at].within & HEADINGS and not blocks[at].within & ABOUT][-1:]
    return [blocks[at] for at in sorted({*headline, *chosen})]


def _extracted(source: str) -> list[str]:
    """The paragraphs that trafilatura takes for the article, as letters and figures alone."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, RecursionError):
        text = None
    return [key for line in (text or "").split("\n") if (key := _key(line))]


def _aligned(paragraphs: Sequence[str], blocks: Sequence[Block]) -> set[int]:
    """The blocks that say what the paragraphs say, in their order; none where too little is found again."""
    places: dict[str, list[int]] = defaultdict(list)
    keys = [_key(block.text) for block in blocks]
    for at, key in enumerate(keys):
        places[key].append(at)
    chosen: set[int] = set()
    last = found = at = 0
    while at < len(paragraphs):
        place, used = _whole(paragraphs[at : at + LINES], places, last)
        parts = [place] if place is not None else _parts(paragraphs[at], keys, last)  # a row of a table, a list
        if parts:
            chosen.update(parts)
            last, found = parts[-1] + 1, found + sum(map(len, paragraphs[at : at + used]))
        at += used
    return chosen if found >= ENOUGH * sum(map(len, paragraphs)) and chosen else set()


def _whole(paragraphs: Sequence[str], places: dict[str, list[int]], first: int) -> tuple[int | None, int]:
    """The next block, from `first` on, that is the first paragraph or, where a block has line breaks, the first few;
    and how many they are."""
    said = ""
    for used, paragraph in enumerate(paragraphs, start=1):
        said += paragraph
        place = next((place for place in places.get(said, ()) if place >= first), None)
        if place is not None:
            return place, used
    return None, 1


def _parts(paragraph: str, keys: Sequence[str], first: int) -> list[int]:
    """Blocks from `first` on, one after the other, that make up the paragraph between them."""
    for start in range(first, min(first + AHEAD, len(keys))):
        if not keys[start] or not paragraph.startswith(keys[start]):
            continue
        rest, parts = paragraph, []
        for at in range(start, len(keys)):
            if not keys[at] or not rest.startswith(keys[at]):
                break
            rest = rest[len(keys[at]) :]
            parts.append(at)
        if not rest:
            return parts
    return []


def _plainly(blocks: Sequence[Block]) -> list[Block]:
    """What lies in <article>, else in <main>, else anywhere, without navigation, asides and forms."""
    own = [block for block in blocks if not block.within & ABOUT]
    for element in ("article", "main"):
        inside = [block for block in own if element in block.within]
        if inside:
            return inside
    return [block for block in own if "header" not in block.within] or list(blocks)


def _key(text: str) -> str:
    return "".join(LETTERS.findall(text)).casefold()
