"""A document's paragraphs as a reader sees them: insertions made, deletions gone, fields by their results.

The body comes first, its tables cell by cell; then text boxes, footnotes, endnotes, headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

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
STRUCK = ("vanish", "strike", "dstrike")
"""Formatting that takes words out: nobody who strikes them through asserts them."""
OFF = frozenset({"0", "false", "off"})


class Leaf(msgspec.Struct):
    """An element that holds text, the run that it stands in (or `None`), and where in its paragraph it begins."""

    text: str
    element: Element
    run: Element
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: its leaves, its element, and where it stands ("" is the body; "footnote 2", "header").

    `anchor` is the run of the body that leads to it, where it is no part of the body. `joined`: its end has been
    deleted, or it is a drop cap, so that it goes on in the next one.
    """

    leaves: list[Leaf]
    element: Element
    place: str
    anchor: Element
    joined: bool

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
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._hidden = _hidden_styles(document)
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
        style = _style(element, "pPr", "pStyle")
        leaves, at = [], 0
        for leaf in self._inline(element, story, style):
            leaf.start, at = at, at + len(leaf.text)
            leaves.append(leaf)
        # The code of a field ends in the paragraph in which it begins: a field that is never closed hides no more.
        self._fields = [True] * len(self._fields)
        return Paragraph(leaves, element, story.place, story.anchor, _goes_on(element))

    def _inline(self, element: Element, story: _Story, style: str | None) -> Iterator[Leaf]:
        for child in element:
            tag = child.tag
            if tag == w("r"):
                yield from self._run(child, story, style)
            elif tag in FORMULAS:
                yield Leaf(HOLE, child, None)
            elif tag == ALTERNATE:
                yield from self._inline(_chosen(child), story, style)
            elif tag not in UNREAD and not _is_placeholder(child):
                yield from self._inline(child, story, style)

    def _run(self, run: Element, story: _Story, style: str | None) -> Iterator[Leaf]:
        hidden = self._is_hidden(run, {style, _style(run, "rPr", "rStyle")})
        raised = run.find(f"{w('rPr')}/{w('vertAlign')}[@{w('val')}='superscript']") is not None
        for child in run:
            tag = child.tag
            if tag == w("fldChar"):
                self._field(child.get(w("fldCharType")))
            elif hidden or not all(self._fields):
                continue
            elif tag == w("t"):
                text = (child.text or "").translate(ONE_LINE)
                yield Leaf(text.translate(RAISED) if raised else text, child, run)
            elif tag in BREAKS:
                yield Leaf(BREAKS[tag], child, run)
            elif tag in NOTES:
                self._note(NOTES[tag], child.get(w("id")), story.anchor if story.place else run)
            elif tag in PICTURES:
                for box in _boxes(child):
                    self._waiting["text box"].append(_Story(box, "text box", story.anchor if story.place else run))
            elif tag == w("ruby"):
                for base in child.iterchildren(w("rubyBase")):
                    yield from self._inline(base, story, style)

    def _is_hidden(self, run: Element, styles: set[str | None]) -> bool:
        said = {name: _switch(run, name) for name in STRUCK}
        return any(own if own is not None else self._hidden[name] & styles for name, own in said.items())

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

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


def _hidden_styles(document: Document) -> dict[str, frozenset[str | None]]:
    """For each of STRUCK the ids of the styles that have it, by themselves or by what they are based on."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    rels = [one for one in document.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.STYLES]
    root = () if not rels or rels[0].is_external else rels[0].target_part.element.iterchildren(w("style"))
    styles = {one.get(w("styleId")): one for one in root}
    return {name: frozenset(style for style in styles if _has(style, name, styles)) for name in STRUCK}


def _has(style: str | None, name: str, styles: Mapping[str | None, Element]) -> bool:
    seen = set[str | None]()
    while style in styles and style not in seen:
        seen.add(style)
        own = _switch(styles[style], name)
        if own is not None:
            return own
        base = styles[style].find(w("basedOn"))
        style = None if base is None else base.get(w("val"))
    return False


def _switch(element: Element, name: str) -> bool | None:
    """Whether a property is on; `None` where nothing is said of it."""
    found = element.find(f"{w('rPr')}/{w(name)}")
    return None if found is None else found.get(w("val")) not in OFF


def _style(element: Element, properties: str, name: str) -> str | None:
    found = element.find(f"{w(properties)}/{w(name)}")
    return None if found is None else found.get(w("val"))


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
