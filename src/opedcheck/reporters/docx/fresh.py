"""A new document of articles: a title or headings, the paragraphs as they came in, and where each of them went."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from opedcheck.model import Article
from opedcheck.reporters.shown import escaped, place
from opedcheck.wordfiles import empty, legal

if TYPE_CHECKING:
    from docx.document import Document

BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")
WIDTHS = range(50, 101)
"""The widths at which text is wrapped; lines of a poem are shorter, and paragraphs that stand one a line longer."""
# White space that XML has no place for.
BREAKS = str.maketrans("\v\f", "\n\n")
UNDATED = ("created", "modified")
Whereabouts = Callable[..., tuple[int, int]]
"""From an offset in an article's text to the number of a paragraph and the offset in it; with `end=True`, just behind
the code point before it."""


def document(articles: Sequence[Article]) -> tuple[Document, list[Whereabouts]]:
    """The document, and for each article the way from its text into the document."""
    made = empty()
    alone = len(articles) == 1
    _declare(made, articles[0] if alone else None)
    ways, number = [], 0
    for article in articles:
        blocks = list(_blocks(article.text))
        heading = escaped(article.title or ("" if alone else place(article)))
        has_own = bool(blocks) and heading == escaped(blocks[0][1].strip())
        if heading and not has_own:
            made.add_heading(legal(heading), 0 if alone else 1)
            number += 1
        ways.append(_way(number, blocks))
        for at, (_, text) in enumerate(blocks):
            style = ("Title" if alone else "Heading 1") if has_own and at == 0 else None
            made.add_paragraph(legal(_unwrapped(text.translate(BREAKS))), style)
        number += len(blocks)
    return made, ways


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, and where it begins."""
    at = 0
    for gap in BLANK_LINES.finditer(text):
        if gap.start() > at:
            yield at, text[at : gap.start()]
        at = gap.end()
    last = text[at:].removesuffix("\n")
    if last:
        yield at, last


def _unwrapped(text: str) -> str:
    """`text` on one line, of the same length, if its lines end because the next word would not have fitted."""
    rows = [row.rstrip("\r") for row in text.split("\n")]
    width = max(map(len, rows))
    if width not in WIDTHS:
        return text
    wrapped = all(len(row) + 1 + len(after.split(None, 1)[0]) > width for row, after in pairwise(rows) if after.strip())
    return text.replace("\n", " ") if wrapped else text


def _way(first: int, blocks: Sequence[tuple[int, str]]) -> Whereabouts:
    starts = [start for start, _ in blocks]

    def way(offset: int, *, end: bool = False) -> tuple[int, int]:
        if end and offset > 0:
            number, at = way(offset - 1)
            return number, at + 1
        at = max(bisect_right(starts, offset) - 1, 0)
        return first + at, offset - starts[at]

    return way


def _declare(made: Document, article: Article | None) -> None:
    """Say whose text it is, and leave out when the template was made."""
    core = made.core_properties
    core.title = legal(escaped(article.title or ""))[:255] if article else ""
    core.author = legal(escaped(article.author or ""))[:255] if article else ""
    core.comments = ""
    element = core._element  # python-docx can set these dates and not take them away
    for child in [child for child in element if child.tag.rpartition("}")[2] in UNDATED]:
        element.remove(child)
