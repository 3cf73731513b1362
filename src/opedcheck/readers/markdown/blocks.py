"""The blocks of a Markdown file: which stretches of the source make up each paragraph, heading, item and row.

A segmenter, not a renderer: it keeps every offset, and reads what op-eds use as CommonMark 0.31 does. Where the two
differ, more text stays: a number of four digits before a dot is a year, not a list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from opedcheck.readers.source import lines

BULLET = re.compile(r"[-+*](?=[ \t]|\Z)[ \t]*")
NUMBERED = re.compile(r"(\d{1,3})[.)](?=[ \t]|\Z)[ \t]*")
QUOTE = re.compile(r">[ \t]?")
FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
RULE = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}\Z")
HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)[ \t]*")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
DEFINITION = re.compile(r"\[([^\[\]]{1,999})\]:[ \t]*(\S)?")
DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# HTML whose content is no text, with what ends it.
HIDDEN = re.compile(r"<!--|<(script|style|pre|textarea)\b", re.IGNORECASE)
TAB = 4
DEEPEST = 32


class Block(msgspec.Struct, frozen=True):
    """Stretches of the source that belong together, newlines between them included; `newline` ends the last line.

    `level` is that of a heading, 0 for anything else.
    """

    stretches: tuple[tuple[int, int], ...]
    newline: int
    level: int = 0


def blocks(source: str, start: int = 0) -> tuple[tuple[Block, ...], frozenset[str]]:
    """The blocks of `source` from `start` on, and the labels that its links refer to."""
    parser = _Parser(source)
    found = tuple(parser.blocks(start))
    return found, frozenset(parser.labels)


def label(text: str) -> str:
    """A link's label as labels are compared."""
    return " ".join(text.split()).casefold()


class _Parser:
    """Goes through the lines once; what it keeps is the open block and what it stands in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.labels: set[str] = set()
        self.open: list[tuple[int, int, int]] = []  # the lines of the open paragraph: start, end, newline
        self.blank = True
        self.in_list = False
        self.in_table = False
        self.quotes = 0
        self.fence = ""
        self.hidden: re.Pattern[str] | None = None

    def blocks(self, start: int) -> Iterator[Block]:
        for begin, end, newline in lines(self.source, start):
            at = self._resume(begin, end)
            if at is None:
                continue
            if not self.source[at:end].strip(" \t>"):
                yield from self._close()
                self.blank, self.in_table = True, False
            else:
                yield from self._line(at, end, newline)
                self.blank = False
        yield from self._close()

    def _resume(self, begin: int, end: int) -> int | None:
        """Where text begins on a line, given the code or comment that it may stand in; `None`: nowhere."""
        if self.fence:
            row = self.source[begin:end].lstrip(" \t>").rstrip(" \t")
            if len(row) >= len(self.fence) and set(row) == set(self.fence):
                self.fence = ""
            return None
        if self.hidden:
            found = self.hidden.search(self.source, begin, end)
            if not found:
                return None
            self.hidden = None
            return found.end()
        return begin

    def _close(self, level: int = 0) -> Iterator[Block]:
        """The open paragraph, now finished; a heading, if it has a level."""
        if self.open:
            stretches: list[tuple[int, int]] = []
            for start, end, newline in self.open:
                stretches += [(start, end), (newline, newline + 1)]
            yield Block(tuple(stretches[:-1]), self.open[-1][2], level)
            self.open = []

    def _line(self, begin: int, end: int, newline: int) -> Iterator[Block]:
        at, indent = self._indented(begin, end)
        if indent == 0 and self.blank and not self._item(at, end):
            self.in_list = False
        if indent >= TAB and not self.open and not self.in_list:
            return  # indented code
        at, fresh = self._containers(at, end)
        if fresh:
            yield from self._close()
        while hidden := HIDDEN.match(self.source, at, end):
            yield from self._close()
            self.hidden = re.compile(rf"</{hidden[1]}\s*>" if hidden[1] else "-->", re.IGNORECASE)
            rest = self._resume(hidden.end(), end)
            if rest is None:
                return
            at = self._indented(rest, end)[0]
        if at < end:
            yield from self._leaf(at, end, newline)

    def _leaf(self, at: int, end: int, newline: int) -> Iterator[Block]:
        """What a line is, behind its bullets and quote marks."""
        row = self.source[at:end]
        if fence := FENCE.match(row):
            yield from self._close()
            self.fence = fence[1] or fence[2]
        elif self.open and UNDERLINE.match(row) and not self.in_table:
            yield from self._close(1 if row.startswith("=") else 2)
        elif RULE.match(row):
            yield from self._close()
        elif heading := HEADING.match(row):
            yield from self._close()
            self._extend(at + heading.end(), at + max(heading.end(), len(_unclosed(row))), newline)
            yield from self._close(heading[0].count("#"))
        elif not self.open and (definition := DEFINITION.match(row)):
            self._define(definition, at, end, newline)
        elif len(self.open) == 1 and "|" in row and DIVIDER.match(row) and "|" in self.source[slice(*self.open[0][:2])]:
            self.in_table = True
            header = self.open.pop()
            yield from self._row(*header)
        elif self.in_table:
            yield from self._row(at, end, newline)
        else:
            self._extend(at, end, newline)

    def _extend(self, start: int, end: int, newline: int) -> None:
        if start < end:
            self.open.append((start, end, newline))

    def _row(self, start: int, end: int, newline: int) -> Iterator[Block]:
        """A row of a table, a block of its own. The bars between its cells stay: nothing else keeps those apart."""
        row = self.source[start:end]
        left = len(row) - len(row.lstrip("| \t"))
        right = len(row.rstrip("| \t"))
        self._extend(start + left, start + right, newline)
        yield from self._close()

    def _define(self, found: re.Match[str], at: int, end: int, newline: int) -> None:
        """A footnote's text is text; where a link leads is not."""
        if found[1].startswith("^"):
            self._extend(at + found.start(2) if found[2] else end, end, newline)
        elif found[2]:
            self.labels.add(label(found[1]))
        else:
            self._extend(at, end, newline)

    def _indented(self, at: int, end: int) -> tuple[int, int]:
        """Where a line's text begins behind its white space, and how many columns that takes."""
        columns = 0
        while at < end and self.source[at] in " \t":
            columns += TAB - columns % TAB if self.source[at] == "\t" else 1
            at += 1
        return at, columns

    def _item(self, at: int, end: int) -> re.Match[str] | None:
        """The list marker at `at`. Only a bullet with text or the number 1 can break into a paragraph."""
        row = self.source[at:end]
        if RULE.match(row):
            return None
        found = BULLET.match(row) or NUMBERED.match(row)
        if (
            found
            and self.open
            and not self.in_list
            and (found.end() == len(row) or (found.re is NUMBERED and found[1] != "1"))
        ):
            return None
        return found

    def _containers(self, at: int, end: int) -> tuple[int, bool]:
        """Where a line's text begins behind its bullets and quote marks, and whether those begin a new block.

        A paragraph goes on in a quote as deep, and in a lazy line that has lost its quote mark.
        """
        quotes, item = 0, False
        for _ in range(DEEPEST):
            if quote := QUOTE.match(self.source, at, end):
                at, quotes = quote.end(), quotes + 1
            elif found := self._item(at, end):
                at, item, self.in_list = at + found.end(), True, True
            else:
                break
            at = self._indented(at, end)[0]
        deeper, self.quotes = quotes > self.quotes, quotes or (self.quotes if self.open else 0)
        return at, item or deeper


def _unclosed(row: str) -> str:
    """A heading's line without the signs that may close it."""
    bare = row.rstrip(" \t")
    opened = bare.rstrip("#")
    return opened.rstrip(" \t") if not opened or opened[-1] in " \t" else bare
