"""Markdown: markup, code and comments dropped; front matter gives the date, title and author."""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MAX_BYTES, decode
from opedcheck.readers.markdown.blocks import blocks
from opedcheck.readers.markdown.frontmatter import split
from opedcheck.readers.markdown.inline import write
from opedcheck.readers.source import Given, Pieces, Reader


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
        write(block.stretches, source, labels, pieces)
    yield pieces.article(given, about)


READER = Reader(name="Markdown", suffixes=(".md", ".markdown"), read=read, searched=True, limit=MAX_BYTES)
