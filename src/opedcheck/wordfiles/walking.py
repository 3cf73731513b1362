"""A document's paragraphs as a reader sees them: insertions made, deletions gone, fields by their results.

The body comes first, its tables cell by cell; then text boxes, footnotes, endnotes, headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from opedcheck.wordfiles.styles import STRUCK, heading_levels, hidden_styles, style_of, switch
from opedcheck.wordfiles.xml import ALTERNATE, CHOICE, FALLBACK, FORMULAS, RELATIONSHIP_ID, Element, w

if TYPE_CHECKING:
    from docx.document import Document

HOLE = "\ufffc"
"""Stands for what is seen and has no text, such as a formula: nothing may be read across it."""
BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): HOLE}
# Gone or moved away, another's pronunciation, properties.
UNREAD = frozenset(map(w, ("del", "moveFrom", "rt", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "sectPr")))
NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
PICTURES = frozenset((w("drawing"), w("pict"), w("object"), ALTERNATE))
ONE_LINE = str.maketrans("\n\r", "  ")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Field(msgspec.Struct):
    """Text that Word works out: the elements it stands between, its code, whether what it came to has begun, and
    whether it goes on over several paragraphs (a table of contents)."""

    begin: Element
    end: Element = None
    code: str = ""
    shown: bool = False
    long: bool = False

    @property
    def is_link(self) -> bool:
        return self.code.lstrip().upper().startswith("HYPERLINK")


class Leaf(msgspec.Struct):
    """An element that holds text, the run that it stands in (or `None`), and where in its paragraph it begins.

    `fields` are those that it is worked out by, the outermost first.
    """

    text: str
    element: Element
    run: Element
    fields: tuple[Field, ...] = ()
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def field(self) -> Field | None:
        """The field within which nothing should be put, since Word may work it out anew."""
        return next((one for one in self.fields if not one.is_link and not one.long and one.end is not None), None)


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: its leaves, its element, and where it stands ("" is the body; "footnote 2", "header").

    `anchor` is the run of the body that leads to it, where it is no part of the body. `joined`: its end has been
    deleted, or it is a drop cap, so that it goes on in the next one. `level` is that of a heading, or 0.
    """

    leaves: list[Leaf]
    element: Element
    place: str
    anchor: Element
    joined: bool
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(leaf.text for leaf in self.leaves)


class _Story(msgspec.Struct, frozen=True):
    """A container of paragraphs that is read behind the body."""

    element: Element
    place: str
    anchor: Element


def paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph of a document, in the order in which they are read."""
    return list(_Walk(document).all())


def lines(found: Iterable[Paragraph]) -> str:
    """The paragraphs one a line; a line break within one is a space, so that lines are paragraphs."""
    return "\n".join(paragraph.text.replace("\n", " ") for paragraph in found)


class _Walk:
    """A walk over a document: which fields are open, and what is still to be read, in that order."""

    def __init__(self, document: Document) -> None:
        self._fields: list[Field] = []  # those that are open, the outermost first
        self._hidden = hidden_styles(document)
        self._levels = heading_levels(document)
        self._notes = {kind: _notes(document, kind) for kind in NOTES.values()}
        self._met = dict.fromkeys(NOTES.values(), 0)
        body = document.element.body
        self._waiting: dict[str, list[_Story]] = {
            "": [_Story(() if body is None else body, "", None)],
            "text box": [],
            **{kind: [] for kind in NOTES.values()},
            **{kind: [_Story(one, kind, None) for one in _margins(document, kind)] for kind in ("header", "footer")},
        }

    def all(self) -> Iterator[Paragraph]:
        while waiting := next(filter(None, self._waiting.values()), None):
            self._fields = []
            yield from self._blocks(waiting.pop(0))

    def _blocks(self, story: _Story, within: Element = None) -> Iterator[Paragraph]:
        for child in story.element if within is None else within:
            tag = child.tag
            if tag == w("p"):
                yield self._paragraph(child, story)
            elif tag == ALTERNATE:
                yield from self._blocks(story, _chosen(child))
            elif tag not in UNREAD and not _is_gone(child) and not _is_placeholder(child):
                yield from self._blocks(story, child)

    def _paragraph(self, element: Element, story: _Story) -> Paragraph:
        style = style_of(element, "pPr", "pStyle")
        leaves, at = [], 0
        for leaf in self._inline(element, story, style):
            leaf.start, at = at, at + len(leaf.text)
            leaves.append(leaf)
        # The code of a field ends in the paragraph in which it begins: a field that is never closed hides no more.
        for field in self._fields:
            field.shown = field.long = True
        level = self._levels.get(style, 0)
        return Paragraph(leaves, element, story.place, story.anchor, _goes_on(element), level)

    def _inline(self, element: Element, story: _Story, style: str | None) -> Iterator[Leaf]:
        for child in element:
            tag = child.tag
            if tag == w("r"):
                yield from self._run(child, story, style)
            elif tag in FORMULAS:
                yield self._leaf(HOLE, child, None)
            elif tag == w("fldSimple"):
                self._fields.append(Field(child, child, child.get(w("instr"), ""), shown=True))
                yield from self._inline(child, story, style)
                self._fields.pop()
            elif tag == ALTERNATE:
                yield from self._inline(_chosen(child), story, style)
            elif tag not in UNREAD and not _is_placeholder(child):
                yield from self._inline(child, story, style)

    def _run(self, run: Element, story: _Story, style: str | None) -> Iterator[Leaf]:
        hidden = self._is_hidden(run, {style, style_of(run, "rPr", "rStyle")})
        raised = run.find(f"{w('rPr')}/{w('vertAlign')}[@{w('val')}='superscript']") is not None
        for child in run:
            tag = child.tag
            if tag == w("fldChar"):
                self._field(child.get(w("fldCharType")), run)
            elif tag == w("instrText") and self._fields:
                self._fields[-1].code += child.text or ""
            elif hidden or not all(field.shown for field in self._fields):
                continue
            elif tag == w("t"):
                text = (child.text or "").translate(ONE_LINE)
                yield self._leaf(text.translate(RAISED) if raised else text, child, run)
            elif tag in BREAKS:
                yield self._leaf(BREAKS[tag], child, run)
            elif tag in NOTES:
                self._note(NOTES[tag], child.get(w("id")), story.anchor if story.place else run)
            elif tag in PICTURES:
                for box in _boxes(child):
                    self._waiting["text box"].append(_Story(box, "text box", story.anchor if story.place else run))
            elif tag == w("ruby"):
                for base in child.iterchildren(w("rubyBase")):
                    yield from self._inline(base, story, style)

    def _is_hidden(self, run: Element, styles: set[str | None]) -> bool:
        said = {name: switch(run, name) for name in STRUCK}
        return any(own if own is not None else self._hidden[name] & styles for name, own in said.items())

    def _field(self, kind: str | None, run: Element) -> None:
        if kind == "begin":
            self._fields.append(Field(run))
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop().end = run

    def _leaf(self, text: str, element: Element, run: Element) -> Leaf:
        return Leaf(text, element, run, tuple(self._fields))

    def _note(self, kind: str, number: str | None, anchor: Element) -> None:
        note = self._notes[kind].pop(number, None)
        if note is not None:
            self._met[kind] += 1
            self._waiting[kind].append(_Story(note, f"{kind} {self._met[kind]}", anchor))


def _notes(document: Document, kind: str) -> dict[str | None, Element]:
    """The notes of a document by their ids; the lines that part notes from text are none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.parser import parse_xml

    reltype = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}[kind]
    parts = [one.target_part for one in document.part.rels.values() if one.reltype == reltype and not one.is_external]
    notes = [note for part in parts for note in parse_xml(part.blob).iterchildren(w(kind))]
    return {note.get(w("id")): note for note in notes if note.get(w("type"), "normal") == "normal"}


def _margins(document: Document, kind: str) -> list[Element]:
    """The headers, or the footers, that the sections refer to, each once."""
    ids = dict.fromkeys(one.get(RELATIONSHIP_ID) for one in document.element.iter(w(f"{kind}Reference")))
    rels = document.part.rels
    return [rels[one].target_part.element for one in ids if one in rels and not rels[one].is_external]


def _goes_on(paragraph: Element) -> bool:
    """Whether another paragraph follows, and this one's end has been deleted or it is the other one's initial."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return False
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    if frame is not None and frame.get(w("dropCap"), "none") != "none":
        return True
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def _is_gone(row: Element) -> bool:
    return row.tag == w("tr") and row.find(f"{w('trPr')}/{w('del')}") is not None


def _is_placeholder(control: Element) -> bool:
    """Whether it is a control that nobody has filled in."""
    return control.tag == w("sdt") and control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


def _chosen(alternate: Element) -> Element:
    """What Word shows of several ways to say the same: the first choice, else what is meant for older programs."""
    for name in (CHOICE, FALLBACK):
        found = alternate.find(name)
        if found is not None:
            return found
    return ()


def _boxes(picture: Element) -> Iterator[Element]:
    """The text boxes in a drawing, those within others left to them."""
    for child in _chosen(picture) if picture.tag == ALTERNATE else picture:
        if child.tag == w("txbxContent"):
            yield child
        elif isinstance(child.tag, str):
            yield from _boxes(child)
