"""Comments at the exact words: runs are split where a comment begins or ends, their formatting kept.

Word heeds no comment in notes, text boxes, headers and footers (MS-OI29500, 2.1.315): such a comment stands where the
body refers to them, or at the document's end, and says where it belongs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

import msgspec

from opedcheck.reporters.shown import escaped
from opedcheck.wordfiles import Leaf, Paragraph, legal
from opedcheck.wordfiles.xml import Element, w

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR = "opedcheck"
INITIALS = "oc"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLACES = {"header": "the header", "footer": "the footer", "text box": "a text box"}


class Span(msgspec.Struct, frozen=True):
    """From `start` in the paragraph `first` to `end` in `last` (numbers and offsets from 0), and what is said there."""

    first: int
    start: int
    last: int
    end: int
    lines: tuple[str, ...]


def mark(document: Document, found: Sequence[Paragraph], spans: Sequence[Span]) -> int:
    """Add a comment for each span that has none yet from an earlier run; how many were added."""
    known = Counter(comment.text for comment in document.comments if comment.author == AUTHOR) if spans else Counter()
    fitted = [_within_one_story(span, found) for span in spans]
    fresh = []
    for span in fitted:
        text = _text(span, found)
        if known[text]:
            known[text] -= 1
        else:
            fresh.append((span, text))
    _split_all(found, [span for span, _ in fresh])
    for span, text in fresh:
        first, last = _ends(document, found, span)
        _comment(document, first, last, text)
    return len(fresh)


def _within_one_story(span: Span, found: Sequence[Paragraph]) -> Span:
    """A comment may not leave the cell or the story in which it begins: it ends with its first paragraph instead."""
    first, last = found[span.first], found[span.last]
    if first.element.getparent() is last.element.getparent():
        return span
    return msgspec.structs.replace(span, last=span.first, end=len(first.text))


def _text(span: Span, found: Sequence[Paragraph]) -> str:
    place = found[span.first].place
    lines = span.lines
    if place:
        quote = found[span.first].text[span.start : span.end if span.last == span.first else None]
        lines = (lines[0], f"In {PLACES.get(place, place)}: “{escaped(quote)}”", *lines[1:])
    return "\n".join(map(legal, lines))


def _comment(document: Document, first: Element, last: Element, text: str) -> None:
    from docx.oxml.parser import OxmlElement

    comment = document.comments.add_comment(text, author=AUTHOR, initials=INITIALS)
    comment.paragraphs[0].runs[-1].bold = True
    del comment._comment_elm.attrib[w("date")]  # the time of the run would make every file another one
    number = {w("id"): str(comment.comment_id)}
    reference = OxmlElement("w:r")
    reference.get_or_add_rPr().style = "CommentReference"
    reference.append(OxmlElement("w:commentReference", number))
    first.addprevious(OxmlElement("w:commentRangeStart", number))
    last.addnext(reference)
    last.addnext(OxmlElement("w:commentRangeEnd", number))


def _ends(document: Document, found: Sequence[Paragraph], span: Span) -> tuple[Element, Element]:
    """What a comment begins before and ends behind: runs, or the whole of a field, within which none may stand."""
    first = found[span.first]
    if first.place:
        anchor = first.anchor if first.anchor is not None else _at_the_end(document)
        return anchor, anchor
    inside = [
        leaf
        for number in range(span.first, span.last + 1)
        for leaf in found[number].leaves
        if leaf.run is not None
        and (number > span.first or leaf.end > span.start)
        and (number < span.last or leaf.start < span.end)
    ]
    if not inside:
        return (_new_run(first.element),) * 2
    begin, end = inside[0], inside[-1]
    before = begin.run if begin.field is None else begin.field.begin
    behind = end.run if end.field is None else end.field.end
    return before, behind


def _at_the_end(document: Document) -> Element:
    paragraphs = list(document.element.body.iterchildren(w("p")))
    return _new_run(paragraphs[-1] if paragraphs else document.add_paragraph()._p)


def _new_run(paragraph: Element) -> Element:
    return paragraph.add_r()


def _split_all(found: Sequence[Paragraph], spans: Sequence[Span]) -> None:
    cuts = defaultdict[int, set[int]](set)
    for span in spans:
        if not found[span.first].place:
            cuts[span.first].add(span.start)
            cuts[span.last].add(span.end)
    for number, offsets in cuts.items():
        for offset in sorted(offsets):
            _split(found[number].leaves, offset)


def _split(leaves: list[Leaf], cut: int) -> None:
    """Make a run begin at `cut`: what stands behind it in its run moves to a new one of the same formatting."""
    number = next((number for number, leaf in enumerate(leaves) if leaf.end > cut), None)
    if number is None or (run := leaves[number].run) is None or leaves[number].field is not None:
        return
    if leaves[number].start < cut:
        leaves.insert(number + 1, _torn(leaves[number], cut))
        number += 1
    elif not any(leaf.run is run for leaf in leaves[:number]):
        return
    rest = [leaves[number].element, *leaves[number].element.itersiblings()]
    new = run.makeelement(run.tag, run.attrib, run.nsmap)
    new.extend([*map(deepcopy, run.iterchildren(w("rPr"))), *rest])
    run.addnext(new)
    for leaf in leaves[number:]:
        if leaf.run is run:
            leaf.run = new


def _torn(leaf: Leaf, cut: int) -> Leaf:
    """The end of a leaf from `cut` on, torn off."""
    at = cut - leaf.start
    tail = deepcopy(leaf.element)
    written = leaf.element.text
    leaf.element.text, tail.text = written[:at], written[at:]
    for element in (leaf.element, tail):
        element.set(SPACE, "preserve")
    leaf.element.addnext(tail)
    torn = Leaf(leaf.text[at:], tail, leaf.run, start=cut)
    leaf.text = leaf.text[:at]
    return torn
