"""Markdown: markup, code and comments dropped; front matter gives the date, title and author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MAX_BYTES, decode, encoding_of
from opedcheck.readers.markdown.blocks import blocks
from opedcheck.readers.markdown.frontmatter import split
from opedcheck.readers.markdown.inline import write
from opedcheck.readers.source import Given, Pieces, Reader, Writing

# What may act in a line of Markdown, and the mark of a block quotation, in a list or not.
ACTING = re.compile(r"[\\`*_{}\[\]<>#|~&]")
QUOTATION = re.compile(r"^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*>", re.MULTILINE)


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a Markdown file; a blank line stands between its blocks."""
    source = decode(data, given.place)
    about, body = split(source)
    pieces = Pieces(source)
    found, labels = blocks(source, body)
    for at, block in enumerate(found):
        if at:
            # The newline that ends the block above has to stand in for both of a blank line.
            pieces.put("\n\n", found[at - 1].newline)
        start = pieces.length
        write(block.stretches, source, labels, pieces)
        pieces.head(start, block.level)
    yield pieces.article(given, about)


def escaped(text: str) -> str:
    """Plain text as Markdown has it (CommonMark 0.31, 2.4)."""
    return ACTING.sub(r"\\\g<0>", text)


def quotes(source: str, at: int) -> bool:
    """Whether a block quotation, or a paragraph that goes on with one, stands at an offset."""
    return bool(QUOTATION.search(source[source.rfind("\n\n", 0, at) + 1 : at]))


READER = Reader(
    name="Markdown",
    suffixes=(".md", ".markdown"),
    read=read,
    searched=True,
    limit=MAX_BYTES,
    writing=Writing(encoding=encoding_of, escaped=escaped, quotes=quotes),
)
