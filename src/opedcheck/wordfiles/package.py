"""From the bytes of a .docx file to a document and back; what can't be opened is told of with its remedy.

With comments, a document is packed with every other part of it as it was, byte for byte. Times in the archive are
fixed, so that equal documents are equal files.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from opedcheck.errors import ArticleError
from opedcheck.wordfiles.xml import Element

if TYPE_CHECKING:
    from docx.document import Document

MOST_PARTS = 5_000
MOST_UNPACKED = 200_000_000
MOST_XML = 60_000_000
"""Bytes of all the parts together that would be parsed; a million characters of text make some 20 million."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
STRICT = b"http://purl.oclc.org/ooxml/"
RELATIONSHIPS = ".rels"
CONTENT_TYPES = "[Content_Types].xml"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can say."""

AS_DOCX = "Save it as a Word document (.docx) and check that."
UNPROTECTED = "Take the password off in Word, and save it."
ANEW = "Open it in Word, which may repair it, and save it anew."
# What zipfile, lxml and python-docx run into where a file is damaged; SyntaxError is that of the parser of XML.
FAULTS = (
    AttributeError, BadZipFile, EOFError, IndexError, KeyError, NotImplementedError, OSError, RecursionError,
    RuntimeError, SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def opened(data: bytes, place: str) -> Document:
    """The document in a file. Raises ArticleError where there is none, or more of it than an article can need."""
    import docx

    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise ArticleError("is protected by a password", place=place, remedy=UNPROTECTED)
        raise ArticleError("is a Word file of the old kind (.doc)", place=place, remedy=AS_DOCX)
    if not data.startswith(b"PK"):
        raise ArticleError("is no Word document", place=place, remedy=AS_DOCX)
    with sound(place):
        with ZipFile(BytesIO(data)) as archive:
            _check(archive, place)
            mended = _mended(archive)
        return docx.Document(BytesIO(mended or data))


@contextmanager
def sound(place: str) -> Iterator[None]:
    """Makes an ArticleError of whatever a damaged part of a document leads to."""
    try:
        yield
    except FAULTS as fault:
        said = " ".join(str(fault).split())[:120] or type(fault).__name__
        raise ArticleError(f"is no sound Word document: {said}", place=place, remedy=ANEW) from None


def empty() -> Document:
    """A document of no paragraphs, with the styles that Word has."""
    import docx

    return docx.Document()


def packed(document: Document) -> bytes:
    """A new document as a file."""
    out = BytesIO()
    document.save(out)
    with ZipFile(out) as archive:
        return _archive([(info.filename, archive.read(info)) for info in archive.infolist()])


def with_comments(document: Document, original: bytes) -> bytes:
    """The file that `document` was opened from, with the document's text and comments as they are now."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    part = document.part
    comments = part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    with ZipFile(BytesIO(original)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    names = {name.lower(): name for name in parts}
    for one in (part, comments):
        name = one.partname.membername
        parts[names.get(name.lower(), name)] = one.blob
    relations = part.partname.rels_uri.membername
    relations = names.get(relations.lower(), relations)
    parts[relations] = _related(parts.get(relations), part.rels.xml)
    types = names[CONTENT_TYPES.lower()]
    parts[types] = _typed(parts[types], str(comments.partname), comments.content_type)
    return _archive(list(parts.items()))


def _check(archive: ZipFile, place: str) -> None:
    infos = archive.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise ArticleError("is protected by a password", place=place, remedy=UNPROTECTED)
    unpacked = sum(info.file_size for info in infos)
    parsed = sum(info.file_size for info in infos if info.filename.lower().endswith((".xml", RELATIONSHIPS)))
    if len(infos) > MOST_PARTS or unpacked > MOST_UNPACKED or parsed > MOST_XML:
        what = f"unpacks to {len(infos):,} parts of {unpacked:,} bytes, too many for an article"
        raise ArticleError(what, place=place, remedy="Copy the text into a new document and check that.")
    names = {info.filename.lower(): info for info in infos}
    if CONTENT_TYPES.lower() not in names:
        raise ArticleError("is an archive, but no Word document", place=place, remedy=AS_DOCX)
    root = names.get(f"_rels/{RELATIONSHIPS}")
    if root and STRICT in archive.read(root):
        remedy = "Save it in Word as “Word Document (.docx)” and check that."
        raise ArticleError("is a Strict Open XML document", place=place, remedy=remedy)


def _mended(archive: ZipFile) -> bytes | None:
    """The file with relationships to parts that are not there as links to the outside, which nobody follows.

    Word writes such and reads them; python-docx stops. `None` where there are none.
    """
    parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    changed = False
    for name in [name for name in parts if name.lower().endswith(RELATIONSHIPS)]:
        better = _outward(parts[name], posixpath.dirname(posixpath.dirname(name)), parts)
        changed = changed or better is not None
        parts[name] = better or parts[name]
    return _archive(list(parts.items())) if changed else None


def _outward(relations: bytes, folder: str, parts: Collection[str]) -> bytes | None:
    from docx.opc.oxml import parse_xml, serialize_part_xml

    root = parse_xml(relations)  # type: ignore[arg-type]  # bytes, as python-docx itself hands over
    dangling = [one for one in root if one.get("TargetMode") != "External" and not _there(one, folder, parts)]
    for one in dangling:
        one.set("TargetMode", "External")
    return serialize_part_xml(root) if dangling else None


def _there(relation: Element, folder: str, parts: Collection[str]) -> bool:
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/") in parts


def _related(original: bytes | None, now: bytes) -> bytes:
    """A part's relationships as they were, and behind them those that are new."""
    from docx.opc.oxml import parse_xml, serialize_part_xml

    if original is None:
        return now
    root, latest = parse_xml(original), parse_xml(now)  # type: ignore[arg-type]
    known = {one.get("Id") for one in root}
    fresh = [one for one in latest if one.get("Id") not in known]
    root.extend(fresh)
    return serialize_part_xml(root) if fresh else original


def _typed(original: bytes, part: str, content_type: str) -> bytes:
    """The types of all parts, with that of `part`."""
    from docx.opc.oxml import CT_Override, parse_xml, serialize_part_xml

    root = parse_xml(original)  # type: ignore[arg-type]
    if any(one.get("PartName", "").lower() == part.lower() for one in root):
        return original
    root.append(CT_Override.new(part, content_type))  # type: ignore[no-untyped-call]
    return serialize_part_xml(root)


def _archive(parts: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts:
            info = ZipInfo(name, FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(info, data)
    return out.getvalue()
