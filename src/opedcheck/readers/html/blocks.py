"""HTML -> blocks of text, each stretch with its place in the source.

The tree is kept only as far as text needs it: which block an inline stretch belongs to, what is hidden, and what
stands about the article rather than in it. Nothing is ever looked for in the source a second time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from opedcheck.readers.source import line_starts
from opedcheck.words.lists import listed

# Elements that begin and end a block of text (HTML Living Standard, 15.3: rendered as blocks), and cells.
BLOCKS = listed(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table
    tbody td tfoot th thead tr ul"""
)
VOID = listed("area base br col embed hr img input link meta source track wbr")
# What a reader of the page never sees as text of it.
UNREAD = listed(
    """audio button canvas datalist head iframe math noscript object option script select style svg template textarea
    title video"""
)
ABOUT = listed("aside footer form nav")
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
SPACE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
DEEPEST = 2_000


class Stretch(NamedTuple):
    """Source from `start` to `end`; `text` is what it means where that is not what it says."""

    start: int
    end: int
    text: str | None = None


class Block(NamedTuple):
    """A block's stretches, spaces already as a browser would show them, and the elements that it lies in."""

    stretches: tuple[Stretch, ...]
    within: frozenset[str]
    text: str

    @property
    def level(self) -> int:
        """The level of the heading that it is, or 0."""
        return next((level for level in range(1, 7) if f"h{level}" in self.within), 0)


class Found(NamedTuple):
    """What a page holds: blocks of text in order, and what its head and data say."""

    blocks: tuple[Block, ...]
    metas: tuple[dict[str, str], ...]
    data: tuple[str, ...]
    title: str


def parse(source: str) -> Found:
    """The blocks of a page, broken or not. Elements nested deeper than DEEPEST are taken for siblings."""
    page = _Page(source)
    page.feed(source)
    page.close()
    page.flush()
    return Found(tuple(page.blocks), tuple(page.metas), tuple(page.data), " ".join("".join(page.title).split()))


class _Page(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self.metas: list[dict[str, str]] = []
        self.data: list[str] = []
        self.title: list[str] = []
        self._source = source
        self._lines = line_starts(source)
        self._open: list[tuple[str, bool]] = []
        self._unread = 0
        self._is_data = False
        self._parts: list[Stretch] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in ("meta", "time", "link"):
            self.metas.append({**said, "element": tag})
        if tag in BLOCKS:
            self.flush()
        if tag == "br":
            self._parts.append(Stretch(self._at(), self._at(), "\n"))
        if tag in VOID or len(self._open) >= DEEPEST:
            return
        if tag == "p":
            self._close("p", until=BLOCKS - {"p"})
        unread = tag in UNREAD or _is_hidden(said)
        self._is_data = tag == "script" and said.get("type", "").lower() == "application/ld+json"
        if self._is_data:
            self.data.append("")
        self._open.append((tag, unread))
        self._unread += unread

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        self._close(tag)

    def handle_data(self, data: str) -> None:
        tag = self._open[-1][0] if self._open else ""
        if tag == "title":
            self.title.append(data)
        elif tag == "script" and self._is_data:
            self.data[-1] += data
        if not self._unread:
            at = self._at()
            self._parts.append(Stretch(at, at + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def flush(self) -> None:
        """End the block at hand."""
        stretches = tuple(_spaced(self._parts, self._source))
        self._parts = []
        if stretches:
            text = "".join(s.text if s.text is not None else self._source[s.start : s.end] for s in stretches)
            self.blocks.append(Block(stretches, frozenset(tag for tag, _ in self._open), text))

    def _reference(self, written: str) -> None:
        at = self._at()
        end = at + len(written)
        end += self._source.startswith(";", end)
        meant = html.unescape(self._source[at:end])
        if self._open and self._open[-1][0] == "title":
            self.title.append(meant)
        if not self._unread:
            self._parts.append(Stretch(at, end, meant))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _close(self, tag: str, until: frozenset[str] = frozenset()) -> None:
        """Close the innermost open `tag` with all within it; nothing where none is open this side of `until`."""
        for at in range(len(self._open) - 1, -1, -1):
            name = self._open[at][0]
            if name == tag:
                self._unread -= sum(unread for _, unread in self._open[at:])
                del self._open[at:]
                return
            if name in until:
                return


def _is_hidden(said: dict[str, str]) -> bool:
    return "hidden" in said or said.get("aria-hidden") == "true" or bool(HIDDEN.search(said.get("style", "")))


def _spaced(parts: list[Stretch], source: str) -> Iterator[Stretch]:
    """The stretches with every run of white space as one space, and none at either end (CSS Text 3, 4.1)."""
    gap: Stretch | None = None
    begun = False
    for part in parts:
        if part.text is not None and part.text.strip(" \t\n\r\f"):
            pieces = [part]
        elif part.text is not None:
            pieces = [Stretch(part.start, part.end, " " if part.text != "\n" else "\n")]
        else:
            pieces = [
                Stretch(part.start + m.start(), part.start + m.end())
                for m in SPACE.finditer(source[part.start : part.end])
            ]
        for piece in pieces:
            said = piece.text if piece.text is not None else source[piece.start : piece.end]
            if not said.strip(" \t\n\r\f"):
                gap = (
                    gap
                    if gap is not None and gap.text == "\n"
                    else Stretch(piece.start, piece.end, "\n" if said == "\n" and piece.text else " ")
                )
                continue
            if gap is not None and begun:
                yield gap
            gap, begun = None, True
            yield piece
