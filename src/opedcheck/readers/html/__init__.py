"""HTML: the article's body alone, every character with its place in the file; its head gives date, title, author."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import MARKS, MAX_BYTES, decode, fit
from opedcheck.readers.html.blocks import parse
from opedcheck.readers.html.body import article
from opedcheck.readers.html.metadata import about
from opedcheck.readers.source import Given, Pieces, Reader

# Where the HTML standard has a browser look for the encoding: in a meta element within the first 1,024 bytes.
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
LOOKED_AT = 1024


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a page; a blank line stands between its blocks."""
    source = _decoded(data, given.place)
    found = parse(source)
    pieces = Pieces(source)
    end = 0
    for number, block in enumerate(article(source, found.blocks)):
        if number:
            pieces.put("\n\n", end)
        for stretch in block.stretches:
            if stretch.text is None:
                pieces.keep(stretch.start, stretch.end)
            else:
                pieces.put(stretch.text, stretch.start)
            end = stretch.end
    yield pieces.article(given, about(found))


def _decoded(data: bytes, place: str) -> str:
    """The text of a page: UTF-8, UTF-16 by its mark, or in the encoding that the page declares."""
    declared = CHARSET.search(data[:LOOKED_AT])
    marked = any(data.startswith(mark) for mark, _ in MARKS)
    if declared is None or marked or len(data) > MAX_BYTES:
        return decode(data, place)
    try:
        # Latin-1 means Windows-1252 on the web (WHATWG Encoding Standard).
        name = codecs.lookup(declared[1].decode("ascii", "replace")).name
        encoding = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
        return fit(data.decode(encoding), place) if encoding != "utf-8" else decode(data, place)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data, place)


READER = Reader(name="HTML", suffixes=(".html", ".htm"), read=read, searched=True, limit=MAX_BYTES)
