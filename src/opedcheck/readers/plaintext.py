"""Plain text: all of it is text, but for the carriage return of a Windows line end."""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MAX_BYTES, decode, encoding_of
from opedcheck.readers.source import About, Given, Pieces, Reader, Writing, lines


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a text file."""
    pieces = Pieces(decode(data, given.place))
    for start, end, stop in lines(pieces.source):
        pieces.keep(start, end)
        pieces.keep(stop, stop + 1)
    yield pieces.article(given, About())


READER = Reader(
    name="plain text",
    suffixes=(".txt",),
    read=read,
    searched=True,
    limit=MAX_BYTES,
    writing=Writing(encoding=encoding_of),
)
