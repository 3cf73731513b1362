"""From a source to an Article: which stretches of it are plain text, and where its lines begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from opedcheck.errors import ArticleError
from opedcheck.model import Article, Segment
from opedcheck.readers.tail import boilerplate

MAX_CHARACTERS = 1_000_000


class Given(msgspec.Struct, frozen=True):
    """What is known of an article before it is read: id, path (`None`: standard input), place in messages."""

    id: str
    path: str | None
    place: str


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """How to write into a source. `encoding` gives a file's byte-order mark and encoding, `escaped` what stands for a
    text, `quotes` whether the source at an offset is marked as a quotation; `references`: characters that the encoding
    lacks can be written as numbers."""

    encoding: Callable[[bytes], tuple[bytes, str]]
    escaped: Callable[[str], str] = lambda text: text
    quotes: Callable[[str, int], bool] = lambda source, at: False
    references: bool = False


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """A format. `read` gives articles and, for those that can't be read, errors.

    Folders are searched for its suffixes if `searched`. A file of one article is refused beyond `limit` bytes.
    `writing`: its source is text, and can be written into.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, Given], Iterator[Article | ArticleError]]
    searched: bool = False
    limit: int | None = None
    writing: Writing | None = None


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What front matter or a record says of its article."""

    date: date | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


class Pieces:
    """Plain text in the making, with the way back into its source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._texts: list[str] = []
        self._segments: list[Segment] = []
        self._headings: list[tuple[int, int]] = []
        self._length = 0

    def keep(self, start: int, end: int) -> None:
        """The source from `start` to `end` is plain text."""
        if start < end:
            self._add(self.source[start:end], start)

    def put(self, text: str, at: int) -> None:
        """What stands in the source at `at` means `text`: every code point of it leads back there."""
        for character in text:
            self._add(character, at)

    def head(self, start: int, level: int) -> None:
        """The plain text from `start` on, if there is any, is a heading of this level; at level 0 it is none."""
        if level and start < self._length:
            self._headings.append((start, level))

    def _add(self, text: str, source: int) -> None:
        last = self._segments[-1] if self._segments else None
        if last is not None and last.source + last.length == source:
            self._segments[-1] = Segment(last.plain, last.source, last.length + len(text))
        else:
            self._segments.append(Segment(self._length, source, len(text)))
        self._texts.append(text)
        self._length += len(text)

    @property
    def length(self) -> int:
        """How many code points of plain text there are so far."""
        return self._length

    def article(self, given: Given, about: About, *, body: int | None = None, original: bytes = b"") -> Article:
        """The finished article, of which the first `body` code points are running text (all of them, if `None`).

        Raises ArticleError where nothing to read is left.
        """
        text = "".join(self._texts)
        if not text.strip():
            raise ArticleError("holds no text", place=given.place, remedy="Check that this is the right file.")
        return Article(
            id=given.id,
            path=given.path,
            text=text,
            source=self.source,
            segments=tuple(self._segments),
            lines=line_starts(self.source),
            date=about.date,
            title=about.title,
            author=about.author,
            url=about.url,
            skipped=boilerplate(text[:body], about.author),
            headings=tuple(self._headings),
            notes=about.notes,
            original=original,
        )


def line_starts(source: str) -> tuple[int, ...]:
    """The offsets at which lines begin; `\\r\\n` ends in `\\n`, so the one rule serves both."""
    return (0, *(found.end() for found in re.finditer("\n", source)))


def lines(source: str, start: int = 0) -> Iterator[tuple[int, int, int]]:
    """Every line from `start` on: where it begins, where its text ends, and where its `\\n` stands (or the end)."""
    while start < len(source):
        newline = source.find("\n", start)
        stop = len(source) if newline < 0 else newline
        end = stop - 1 if newline > start and source[stop - 1] == "\r" else stop
        yield start, end, stop
        start = stop + 1
