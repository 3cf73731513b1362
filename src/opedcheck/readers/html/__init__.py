"""HTML: the article's body alone, every character with its place in the file; its head gives date, title, author."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from functools import partial

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MARKS, MAX_BYTES, decode, encoding_of, fit
from opedcheck.readers.html.blocks import parse
from opedcheck.readers.html.body import article
from opedcheck.readers.html.metadata import about
from opedcheck.readers.source import Given, Pieces, Reader, Writing

# Where the HTML standard has a browser look for the encoding: in a meta element within the first 1,024 bytes.
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
LOOKED_AT = 1024
QUOTATION = re.compile(r"</?(?:blockquote|q)\b", re.I)


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a page; a blank line stands between its blocks."""
    source = _decoded(data, given.place)
    found = parse(source)
    pieces = Pieces(source)
    end = 0
    for number, block in enumerate(article(source, found.blocks)):
        if number:
            pieces.put("\n\n", end)
        start = pieces.length
        for stretch in block.stretches:
            if stretch.text is None:
                pieces.keep(stretch.start, stretch.end)
            else:
                pieces.put(stretch.text, stretch.start)
            end = stretch.end
        pieces.head(start, block.level)
    yield pieces.article(given, about(found))


def _decoded(data: bytes, place: str) -> str:
    """The text of a page: UTF-8, UTF-16 by its mark, or in the encoding that the page declares."""
    told = declared(data)
    return fit(data.decode(told), place) if told is not None else decode(data, place)


def declared(data: bytes) -> str | None:
    """The encoding that a page declares, if it is another one than UTF-8 and the page could be in it."""
    found = CHARSET.search(data[:LOOKED_AT])
    marked = any(data.startswith(mark) for mark, _ in MARKS)
    if found is None or marked or len(data) > MAX_BYTES:
        return None
    try:
        # Latin-1 means Windows-1252 on the web (WHATWG Encoding Standard).
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
        encoding = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
        data.decode(encoding)
    except (LookupError, ValueError):  # a UnicodeDecodeError is a ValueError
        return None
    return encoding if encoding != "utf-8" else None


def encoding(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark of a page, and its encoding."""
    told = declared(data)
    return (b"", told) if told is not None else encoding_of(data)


def quotes(source: str, at: int) -> bool:
    """Whether a quotation's element is open at an offset."""
    told = [found[0].startswith("</") for found in QUOTATION.finditer(source, 0, at)]
    return told.count(False) > told.count(True)


READER = Reader(
    name="HTML",
    suffixes=(".html", ".htm"),
    read=read,
    searched=True,
    limit=MAX_BYTES,
    writing=Writing(encoding=encoding, escaped=partial(html.escape, quote=False), quotes=quotes, references=True),
)
