"""An article: its plain text, its date, and the map from its plain text back to the source file."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

import msgspec


class Segment(msgspec.Struct, frozen=True):
    """`length` code points of plain text from `plain` on stand in the source from `source` on, one to one."""

    plain: int
    source: int
    length: int


class Position(msgspec.Struct, frozen=True, order=True):
    """1-based line and column in the source, in code points; lines end at `\\n` or `\\r\\n` alone."""

    line: int
    column: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One text to check.

    `text` is the plain text that all offsets refer to; `segments` are ordered by `plain`, and by `source` too.
    `lines` are the 0-based code-point offsets in the source at which its lines begin (0 first).
    `source` is the source as decoded, for excerpts. `skipped` are stretches of `text` that yield no claims
    (boilerplate, code), as (start, end). `headings` are where headings begin in `text`, as (start, level), the level
    1 to 6 as in HTML. `notes` are what the reader has to say of it (a malformed date).
    `original` is the file itself where `source` is not its text (a Word document).
    """

    id: str
    path: str | None
    text: str
    source: str
    segments: tuple[Segment, ...]
    lines: tuple[int, ...]
    date: date | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    skipped: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()
    original: bytes = b""

    def source_offset(self, offset: int, *, end: bool = False) -> int:
        """Where a plain offset stands in the source; with `end`, just behind the code point before it."""
        if end and offset > 0:
            return self.source_offset(offset - 1) + 1
        if not self.segments:
            return 0
        at = bisect_right(self.segments, offset, key=lambda s: s.plain) - 1
        segment = self.segments[max(at, 0)]
        return segment.source + min(max(offset - segment.plain, 0), segment.length)

    def position(self, offset: int, *, end: bool = False) -> Position:
        """The line and column of a plain offset."""
        source = self.source_offset(offset, end=end)
        line = bisect_right(self.lines, source)
        return Position(line, source - self.lines[line - 1] + 1)
