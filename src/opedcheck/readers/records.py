"""`.jsonl`: one article a line, its text plain and verbatim, so that offsets, lines and columns refer to that text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import fit
from opedcheck.readers.published import published
from opedcheck.readers.source import About, Given, Pieces, Reader

UTF8_MARK = b"\xef\xbb\xbf"
REMEDY = 'Write each line like {"id": "a1", "text": "...", "date": "2023-07-10"}, in UTF-8.'


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A line. Keys that are not named here are nobody's business and pass; any date is taken, a bad one noted."""

    id: str | int
    text: str
    date: Any = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


_decoder = msgspec.json.Decoder(ArticleRecord)


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """Every article of the file; a line that can't be read is an error, and the next is read all the same."""
    empty = True
    for number, line in enumerate(data.removeprefix(UTF8_MARK).split(b"\n"), 1):
        if line.strip():
            empty = False
            yield _article(line, number, given)
    if empty:
        yield ArticleError("is empty", place=given.place, remedy=REMEDY)


def _article(line: bytes, number: int, given: Given) -> Article | ArticleError:
    try:
        record = _decoder.decode(line)
        text = fit(record.text, given.place, number)
    except ArticleError as fault:
        return fault
    # A byte that is not UTF-8 is a UnicodeDecodeError, nesting without end a RecursionError.
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        return ArticleError(f"is no article record: {fault}", place=given.place, line=number, remedy=REMEDY)
    pieces = Pieces(text)
    pieces.keep(0, len(text))
    date, notes = published(record.date)
    about = About(date=date, title=record.title, author=record.author, url=record.url, notes=notes)
    return pieces.article(Given(str(record.id), given.path, f"{given.place}:{number}"), about)


READER = Reader(name="JSON lines", suffixes=(".jsonl",), read=read)
