"""What a document's styles say of the text that has them: that it is hidden or struck out, that it is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from opedcheck.wordfiles.xml import Element, w

if TYPE_CHECKING:
    from docx.document import Document

STRUCK = ("vanish", "strike", "dstrike")
"""Formatting that takes words out: nobody who strikes them through asserts them."""
OFF = frozenset({"0", "false", "off"})
# The names that these styles have in every language (ISO 29500-1, 17.7.4.9); a title is a heading of level 1.
HEADING = re.compile(r"heading ([1-9])|title", re.IGNORECASE)
DEEPEST = 6

Styles = Mapping[str | None, Element]


def hidden_styles(document: Document) -> dict[str, frozenset[str | None]]:
    """For each of STRUCK the ids of the styles that have it, by themselves or by what they are based on."""
    styles = _styles(document)
    return {name: frozenset(style for style in styles if _has(style, name, styles)) for name in STRUCK}


def heading_levels(document: Document) -> dict[str | None, int]:
    """The ids of the styles that headings have, each with its level, 1 to 6."""
    styles = _styles(document)
    found = {style: next(filter(None, map(_heading, _line(style, styles))), None) for style in styles}
    return {style: min(int(name[1] or 1), DEEPEST) for style, name in found.items() if name}


def switch(element: Element, name: str) -> bool | None:
    """Whether a property is on; `None` where nothing is said of it."""
    found = element.find(f"{w('rPr')}/{w(name)}")
    return None if found is None else found.get(w("val")) not in OFF


def style_of(element: Element, properties: str, name: str) -> str | None:
    """The id of the style that a paragraph's or a run's properties name."""
    found = element.find(f"{w(properties)}/{w(name)}")
    return None if found is None else found.get(w("val"))


def _styles(document: Document) -> dict[str | None, Element]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    rels = [one for one in document.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.STYLES]
    root = () if not rels or rels[0].is_external else rels[0].target_part.element.iterchildren(w("style"))
    return {one.get(w("styleId")): one for one in root}


def _line(style: str | None, styles: Styles) -> Iterator[Element]:
    """A style, what it is based on, and so on."""
    seen = set[str | None]()
    while style in styles and style not in seen:
        seen.add(style)
        yield styles[style]
        base = styles[style].find(w("basedOn"))
        style = None if base is None else base.get(w("val"))


def _has(style: str | None, name: str, styles: Styles) -> bool:
    return next((own for one in _line(style, styles) if (own := switch(one, name)) is not None), False)


def _heading(style: Element) -> re.Match[str] | None:
    name = style.find(w("name"))
    return None if name is None else HEADING.fullmatch(name.get(w("val"), ""))
