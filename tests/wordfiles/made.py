"""Word documents written by hand, part by part."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = ("footnotes", "endnotes", "header", "footer", "styles", "comments")


def p(inner: str = "", properties: str = "") -> str:
    """A paragraph; plain words make a run of their own."""
    inner = r(inner) if inner and not inner.startswith("<") else inner
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def box(inner: str) -> str:
    """A run with a text box, as Word writes it: twice."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>'


def part(kind: str, inner: str) -> str:
    """A part of the document: its root, by the kind."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"{HEAD}<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def relationships(*targets: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{a}" Type="{b}" Target="{c}"/>' for a, b, c in targets)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def document(body: str, more: dict[str, str] | None = None, **parts: str) -> bytes:
    """A document; `parts` are the insides of KINDS (footnotes, header ...), `more` other parts by their names."""
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer") if kind in parts
    )
    types = (
        "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{MAIN}.{kind}+xml"/>' for kind in (*parts,))
        + f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    )
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    files = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": relationships(("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            *((kind, f"{OFFICE}/relationships/{kind}", f"{kind}.xml") for kind in parts)
        ),
        "word/document.xml": (
            f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>"
        ),
        **{f"word/{kind}.xml": part(kind, inner) for kind, inner in parts.items()},
        **(more or {}),
    }  # fmt: skip
    return archive(files)


def archive(files: dict[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return out.getvalue()
