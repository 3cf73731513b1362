"""What a Word document declares of its article: title, author, and the day of publication if anybody wrote it down.

When a file was created, changed or printed says nothing of that day and is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from opedcheck.readers.published import published
from opedcheck.readers.source import About

if TYPE_CHECKING:
    from docx.document import Document

# The "Publish Date" of Word's cover pages (MS-OE376, 2.4.2).
COVER_DATE = "{http://schemas.microsoft.com/office/2006/coverPageProps}PublishDate"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
# Names of custom properties (File, Info, Advanced Properties), without their case, spaces and hyphens.
DATES = (
    "publicationdate",
    "publishdate",
    "publisheddate",
    "datepublished",
    "dateofpublication",
    "published",
    "pubdate",
)


def about(document: Document) -> About:
    """What the properties say; a date that can't be read makes a note."""
    said = dict(reversed(list(_dates(document))))
    date, notes = published(next((said[name] for name in ("", *DATES) if said.get(name)), None))
    title, author = _core(document)
    return About(date=date, title=title, author=author, notes=notes)


def _core(document: Document) -> tuple[str | None, str | None]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    package = document.part.package
    # python-docx makes properties up where there are none.
    if package is None or not any(one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in package.rels.values()):
        return None, None
    core = package.core_properties
    return core.title.strip() or None, core.author.strip() or None


def _dates(document: Document) -> Iterator[tuple[str, str]]:
    """The dates of publication that are declared, under the names of custom properties; a cover page's under none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.parser import parse_xml

    package = document.part.package
    for one in document.part.rels.values():
        if (
            one.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
            and not one.is_external
            and b"PublishDate" in one.target_part.blob
        ):
            for found in parse_xml(one.target_part.blob).iter(COVER_DATE):
                yield "", (found.text or "").strip()
    for one in package.rels.values() if package is not None else ():
        if one.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES and not one.is_external:
            for found in parse_xml(one.target_part.blob).iter(CUSTOM):
                name = "".join(letter for letter in found.get("name", "").lower() if letter not in " -_")
                yield name, "".join(found.itertext()).strip()
