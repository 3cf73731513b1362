"""Offsets in code points, and positions as the client counts them: 0-based lines and UTF-8, UTF-16 or UTF-32 units."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

# LSP 3.17 has these three end a line; the article's own lines end at "\n" alone.
ENDS = re.compile(r"\r\n|\n|\r")
ASTRAL = 0xFFFF
Encoding = types.PositionEncodingKind


class Positions:
    """The positions of one source."""

    def __init__(self, source: str, encoding: str) -> None:
        self._source = source
        self._encoding = encoding
        ends = list(ENDS.finditer(source))
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(source)]

    def at(self, offset: int) -> types.Position:
        """The position of an offset; behind a line's text, and within its end, that of the end."""
        line = bisect_right(self._starts, offset) - 1
        offset = min(offset, self._stops[line])
        return types.Position(line, self._units(self._source[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> types.Range:
        """The range of a stretch, end exclusive."""
        return types.Range(self.at(start), self.at(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one beyond the line's end means its end, one within a character its beginning."""
        if position.line >= len(self._starts):
            return len(self._source)
        start, stop = self._starts[position.line], self._stops[position.line]
        units, at = 0, start
        while at < stop:
            units += self._units(self._source[at])
            if units > position.character:
                break
            at += 1
        return at

    def line_end(self, offset: int) -> int:
        """The offset at which the text of the line ends that `offset` stands on."""
        return self._stops[bisect_right(self._starts, offset) - 1]

    def _units(self, text: str) -> int:
        if self._encoding == Encoding.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) if self._encoding == Encoding.Utf32 else len(text) + sum(ord(c) > ASTRAL for c in text)
