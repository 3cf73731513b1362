"""Word documents: paragraphs one a line, so that a line's number is the paragraph's; a blank line between them.

Notes, text boxes, headers and footers stand behind the body, so that they do not break its flow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers.decoding import fit
from opedcheck.readers.docx.properties import about
from opedcheck.readers.source import Given, Pieces, Reader
from opedcheck.wordfiles import Paragraph, lines, opened, paragraphs, sound
from opedcheck.wordfiles.xml import w

MAX_BYTES = 32_000_000
"""Pictures count; the text itself is measured on its own."""

EMBEDDED = "a web page or file that is embedded as it is, and is not read"
UNFOLDED = "Open it in Word, which unfolds it, and save it anew"


def read(data: bytes, given: Given) -> Iterator[Article | ArticleError]:
    """The one article of a document."""
    if len(data) > MAX_BYTES:
        remedy = "Take pictures out, or split it."
        raise ArticleError(f"holds {len(data):,} bytes, too many for an article", place=given.place, remedy=remedy)
    document = opened(data, given.place)
    with sound(given.place):
        found = paragraphs(document)
        said = about(document)
        embedded = next(document.element.iter(w("altChunk")), None) is not None
    text = lines(found)
    if embedded:
        if not text.strip():
            raise ArticleError(f"has its text in {EMBEDDED}", place=given.place, remedy=f"{UNFOLDED}.")
        said = msgspec.structs.replace(said, notes=(*said.notes, f"has a part in {EMBEDDED}. {UNFOLDED}"))
    pieces = Pieces(fit(text, given.place))
    body = _fill(pieces, found)
    yield pieces.article(given, said, body=body, original=data)


def _fill(pieces: Pieces, found: Sequence[Paragraph]) -> int:
    """Put every paragraph into `pieces`; how much of it is the body."""
    at = body = 0
    for number, paragraph in enumerate(found):
        if number and not found[number - 1].joined:
            pieces.put("\n\n", at - 1)
        start = pieces.length
        for rest, line in enumerate(paragraph.text.split("\n")):
            if rest:
                pieces.put("\n", at)
                at += 1
            pieces.keep(at, at + len(line))
            at += len(line)
        pieces.head(start, paragraph.level)
        at += 1
        body = body if paragraph.place else pieces.length
    return body


READER = Reader(name="Word", suffixes=(".docx",), read=read, searched=True, limit=MAX_BYTES)
