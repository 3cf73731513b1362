"""From bytes to text: UTF-8, with or without a byte-order mark, and UTF-16 with one."""

from __future__ import annotations

import codecs

from opedcheck.errors import ArticleError
from opedcheck.readers.source import MAX_CHARACTERS

# At most four bytes a character, and a byte-order mark.
MAX_BYTES = 4 * MAX_CHARACTERS + 4
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SAVE_AS_UTF8 = "Save it as UTF-8."
SPLIT = "Split it into articles."


def decode(data: bytes, place: str) -> str:
    """The text of one article's file, without its byte-order mark.

    Raises ArticleError where it is empty, binary, in another encoding, or too long.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(f"holds {len(data):,} bytes, too many for an article", place=place, remedy=SPLIT)
    mark, encoding = encoding_of(data)
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(body, fault, place) from None
    if "\0" in text:
        raise _binary(place)
    return fit(text, place)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark that a file begins with, and its encoding."""
    return next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))


def fit(text: str, place: str, line: int | None = None) -> str:
    """`text` itself. Raises ArticleError where it is empty or too long."""
    if not text.strip():
        raise ArticleError("is empty", place=place, line=line, remedy="Check that this is the right file.")
    if len(text) > MAX_CHARACTERS:
        what = f"holds {len(text):,} characters, more than {MAX_CHARACTERS:,}"
        raise ArticleError(what, place=place, line=line, remedy=SPLIT)
    return text


def _undecodable(body: bytes, fault: UnicodeDecodeError, place: str) -> ArticleError:
    """An unmarked file with NUL bytes is no text; any other has been saved in an older encoding."""
    if fault.encoding == "utf-8" and b"\0" in body:
        return _binary(place)
    name = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}[fault.encoding]
    line = body.count(b"\n", 0, fault.start) + 1 if name == "UTF-8" else None
    what = f"is not {name}: byte 0x{body[fault.start]:02x} at offset {fault.start:,}"
    return ArticleError(what, place=place, line=line, remedy=SAVE_AS_UTF8)


def _binary(place: str) -> ArticleError:
    what = "is a binary file, or UTF-16 without a byte-order mark"
    return ArticleError(what, place=place, remedy=f"Export it as plain text or Markdown. {SAVE_AS_UTF8}")
