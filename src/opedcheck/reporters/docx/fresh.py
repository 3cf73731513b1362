"""A new document of articles: a title or headings, the paragraphs as they came in, and where each of them went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from opedcheck.model import Article
from opedcheck.reporters.paragraphs import heading, heads, paragraphs
from opedcheck.reporters.shown import escaped
from opedcheck.wordfiles import empty, legal

if TYPE_CHECKING:
    from docx.document import Document

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
        found = list(paragraphs(article))
        title = heading(article, alone=alone)
        headed = bool(found) and heads(found[0], title)
        if title and not headed:
            made.add_heading(legal(title), 0 if alone else 1)
            number += 1
        ways.append(_way(number, [one.start for one in found]))
        for at, one in enumerate(found):
            made.add_paragraph(legal(one.text.translate(BREAKS)), _style(one.level, headed and at == 0, alone))
        number += len(found)
    return made, ways


def _style(level: int, headline: bool, alone: bool) -> str | None:
    """The style of a paragraph: headings are one level below the article's title, which only one article has."""
    if headline:
        return "Title" if alone else "Heading 1"
    below = 1 if alone else 2
    return f"Heading {max(level - 2 + below, below)}" if level else None


def _way(first: int, starts: Sequence[int]) -> Whereabouts:
    """The way from an offset into paragraphs that begin at `starts`, the first of which has the number `first`."""

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
