"""An article's paragraphs and headings, as a page or a document shows them; every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from opedcheck.model import Article
from opedcheck.reporters.shown import escaped, place

BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")
WIDTHS = range(50, 131)
"""The widths at which text is wrapped; lines of a poem are shorter, and paragraphs that stand one a line longer."""

SENTENCE_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')
"""Of two lines alone, nothing but this tells whether the first was wrapped."""


class Paragraph(msgspec.Struct, frozen=True):
    """A stretch of an article's text from `start` on.

    `text` is as long as what stands there, a space where a line was wrapped. `level` is that of a heading, or 0.
    """

    start: int
    text: str
    level: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """What stands between blank lines; line by line where lines are too long to be anything but paragraphs."""
    levels = dict(article.headings)
    for start, text in _blocks(article.text):
        rows = text.split("\n")
        if start in levels or max(map(len, rows)) < WIDTHS.stop:
            yield Paragraph(start, _unwrapped(text), levels.get(start, 0))
            continue
        at = start
        for row in rows:
            if row.strip():
                yield Paragraph(at, row)
            at += len(row) + 1


def heading(article: Article, *, alone: bool) -> str:
    """What to head an article with, escaped: its title; else, where it is not `alone`, its file; "" for nothing."""
    return escaped(article.title or ("" if alone else place(article)))


def heads(paragraph: Paragraph, title: str) -> bool:
    """Whether an article's first paragraph is its title already: a heading of the first level, or the same words."""
    return paragraph.level == 1 or escaped(paragraph.text.strip()) == title


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, and where it begins."""
    at = 0
    for gap in BLANK_LINES.finditer(text):
        if gap.start() > at:
            yield at, text[at : gap.start()]
        at = gap.end()
    last = text[at:].removesuffix("\n")
    if last:
        yield at, last


def _unwrapped(text: str) -> str:
    """`text` on one line, of the same length, if its lines end because the next word would not have fitted."""
    rows = [row.rstrip("\r") for row in text.split("\n")]
    width = max(map(len, rows))
    if width not in WIDTHS or (len(rows) == 2 and rows[0].endswith(SENTENCE_ENDS)):
        return text
    wrapped = all(len(row) + 1 + len(after.split(None, 1)[0]) > width for row, after in pairwise(rows) if after.strip())
    return text.replace("\n", " ") if wrapped else text
