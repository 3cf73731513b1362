"""Writing into an article's source: plain text replaced where the source has the very same, nothing else touched."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from opedcheck.model import Article, Fix
from opedcheck.readers.source import Given, Reader


class Rewritten(msgspec.Struct, frozen=True):
    """The bytes of a changed file, and the article that it holds now."""

    data: bytes
    article: Article


class Unwritable(msgspec.Struct, frozen=True):
    """A change that can't be made, and why."""

    why: str


def place(article: Article, fix: Fix, reader: Reader) -> tuple[int, int, str] | Unwritable:
    """Where in the source a fix goes, 0-based and half-open, and what is to stand there."""
    writing = reader.writing
    if writing is None:
        return Unwritable("only text, Markdown and HTML are written into")
    start, end = article.source_offset(fix.start), article.source_offset(fix.end, end=True)
    if article.source[start:end] != article.text[fix.start : fix.end]:
        return Unwritable("the source spells these words with markup, escapes or a line end")
    if writing.quotes(article.source, start):
        return Unwritable("it is what somebody else says")
    return start, end, writing.escaped(fix.text)


def rewrite(article: Article, data: bytes, fixes: Sequence[Fix], reader: Reader) -> Rewritten | Unwritable:
    """The file `data`, of which `article` was read, with `fixes` made; encoding, mark and line ends stay.

    What comes out is read again, and must hold the article's text with the fixes and nothing else changed.
    """
    writing = reader.writing
    if writing is None:
        return Unwritable("only text, Markdown and HTML are written into")
    mark, encoding = writing.encoding(data)
    if mark + _encoded(article.source, encoding) != data:
        return Unwritable("the file has changed meanwhile, or its encoding can't be written back")
    source, text = article.source, article.text
    for fix in sorted(fixes, key=lambda one: -one.start):
        found = place(article, fix, reader)
        if isinstance(found, Unwritable):
            return found
        start, end, written = found
        source = source[:start] + written + source[end:]
        text = text[: fix.start] + fix.text + text[fix.end :]
    try:
        changed = mark + source.encode(encoding, "xmlcharrefreplace" if writing.references else "strict")
    except UnicodeEncodeError:
        return Unwritable("the file's encoding lacks a character of it")
    again = next(reader.read(changed, Given(article.id, article.path, article.id)))
    if not isinstance(again, Article) or again.text != text:
        return Unwritable("the format would read it as something else")
    return Rewritten(changed, msgspec.structs.replace(again, date=article.date))


def _encoded(source: str, encoding: str) -> bytes:
    try:
        return source.encode(encoding)
    except UnicodeEncodeError:
        return b""
