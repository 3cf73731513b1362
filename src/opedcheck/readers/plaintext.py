"""Plain text: all of it is text, but for the carriage return of a Windows line end."""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MAX_BYTES, decode
from opedcheck.readers.source import About, Given, Pieces, Reader, lines


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a text file."""
    yield article(decode(data, given.place), given, About())


def article(source: str, given: Given, about: About) -> Article:
    """The article that a decoded text is. Raises ArticleError where it holds nothing to read."""
    pieces = Pieces(source)
    for start, end, stop in lines(source):
        pieces.keep(start, end)
        pieces.keep(stop, stop + 1)
    return pieces.article(given, about)


READER = Reader(name="plain text", suffixes=(".txt",), read=read, searched=True, limit=MAX_BYTES)
