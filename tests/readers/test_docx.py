"""Word documents: what a reader sees of them, paragraph by paragraph, and what can't be opened."""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.wordfiles.made import OFFICE, archive, box, document, note, p, part, r, relationships

from opedcheck import readers
from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers import docx
from opedcheck.readers.source import Given


def read(data: bytes) -> Article:
    (found,) = docx.READER.read(data, Given("a", "a.docx", "a.docx"))
    assert isinstance(found, Article), found
    return found


def fault(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        list(docx.READER.read(data, Given("a", "in/a.docx", "in/a.docx")))
    assert caught.value.remedy and caught.value.message.startswith("in/a.docx:")
    return caught.value.message


def field(code: str, result: str) -> str:
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    return r(marks[0]) + r(f"<w:instrText>{code}</w:instrText>") + r(marks[1]) + result + r(marks[2])


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r("un") + r("bro", "<w:b/>") + r("ken"), "unbroken"),
        (r("one ") + r(" ") + r("two"), "one  two"),
        (r("<w:t>a</w:t><w:tab/>") + r("c"), "a\tc"),
        (r("<w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/>"), "one\ntwo\n"),
        (r("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>s</w:t>"), "co-ops"),
        (r("<w:t>one\n   line</w:t>"), "one    line"),
        (f'<w:ins w:id="1">{r("in")}</w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>', "in"),
        (f'<w:del w:id="2">{r("gone")}</w:del><w:moveFrom w:id="3">{r("from")}</w:moveFrom>{r("here")}', "here"),
        (f'<w:moveTo w:id="3">{r("moved")}</w:moveTo>', "moved"),
        (f'{r("see ")}<w:hyperlink r:id="x">{r("the ")}{r("treaty")}</w:hyperlink>', "see the treaty"),
        (r("seen ") + r("hidden", "<w:vanish/>") + r("again", '<w:vanish w:val="0"/>'), "seen again"),
        (r("a") + r("x", '<w:rStyle w:val="Note"/>') + r("b", '<w:rStyle w:val="Note"/><w:vanish w:val="0"/>'), "ab"),
        (r("$7 ") + r("million", "<w:strike/>") + r("billion", '<w:strike w:val="false"/>'), "$7 billion"),
        (r("$7 ") + r("million", "<w:dstrike/>") + r("bn"), "$7 bn"),
        (r("it was ") + field("REF a", r("47")), "it was 47"),
        (r("it was ") + field("IF " + field("REF b", r("3")), r("47")), "it was 47"),
        (f'<w:fldSimple w:instr="DATE">{r("Monday")}</w:fldSimple>', "Monday"),
        (f'<w:sdt><w:sdtPr/><w:sdtContent>{r("kept")}</w:sdtContent></w:sdt>', "kept"),
        (f'<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r("Click")}</w:sdtContent></w:sdt>{r("x")}', "x"),
        (f"<w:smartTag>{r('Tokyo')}</w:smartTag><w:bookmarkStart w:id='1' w:name='b'/><w:proofErr/>{r('!')}", "Tokyo!"),
        (f"<w:r><w:ruby><w:rt>{r('reading')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>", "base"),
        (f"{r('5')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{r('6')}", "5\ufffc6"),
        (r("5") + r('<w:sym w:font="Wingdings" w:char="F0E0"/>') + r("6"), "5\ufffc6"),
        (r("in 2019") + r("12", '<w:vertAlign w:val="superscript"/>') + r("th", '<w:vertAlign w:val="superscript"/>'),
         "in 2019¹²th"),
        (r("a") + r('<w:commentReference w:id="0"/>') + "<!-- said --><?by somebody?>" + r("b"), "ab"),
        (f'<mc:AlternateContent><mc:Choice Requires="x">{r("b")}</mc:Choice><mc:Fallback>{r("c")}</mc:Fallback>'
         "</mc:AlternateContent>", "b"),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_is_seen_of_it(inner: str, text: str) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Note"><w:basedOn w:val="Hid"/></w:style>'
    )
    assert read(document(p("first") + p(inner) + p("last"), styles=styles)).text == f"first\n\n{text}\n\nlast"


def test_a_line_is_a_paragraph() -> None:
    found = read(document(p("one") + p() + p(r("<w:t>two</w:t><w:br/><w:t>three</w:t>")) + p("four five")))
    assert found.source == "one\n\ntwo three\nfour five"
    assert found.text == "one\n\n\n\ntwo\nthree\n\nfour five"
    at = found.position(found.text.index("five"))
    assert (at.line, at.column) == (4, 6)
    assert (found.position(found.text.index("three")).line, found.position(found.text.index("three")).column) == (3, 5)
    letters = [i for i, letter in enumerate(found.text) if not letter.isspace()]
    assert all(found.source[found.source_offset(i)] == found.text[i] for i in letters)


def test_tables_stand_in_the_flow_and_other_stories_behind_it() -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("c1", "c2"))
    gone = f'<w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc>{p("gone")}</w:tc></w:tr>'
    body = (
        p(r("one") + r('<w:footnoteReference w:id="7"/>') + box(p("boxed")))
        + f"<w:tbl><w:tr>{cells}</w:tr>{gone}</w:tbl>"
        + p(
            r("two")
            + r('<w:endnoteReference w:id="2"/>')
            + '<w:del w:id="1"><w:r><w:footnoteReference w:id="8"/></w:r></w:del>'
        )
        + p(r("three") + r('<w:footnoteReference w:id="3"/>'))
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
    found = read(
        document(
            body,
            footnotes=separator + note(3, "note three") + note(7, "note one") + note(8, "of what is gone"),
            endnotes=note(2, "at the end", "endnote"),
            header=p("head"),
            footer=p("foot"),
        )
    )
    said = ["one", "c1", "c2", "two", "three", "boxed", "note one", "note three", "at the end", "head", "foot"]
    assert found.text.split("\n\n") == said
    assert found.source.split("\n") == said


def test_headings_are_those_whose_style_is_one_by_its_name_or_by_what_it_is_based_on() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/></w:style>'
        for style, name, base in (
            ("berschrift2", "heading 2", ""), ("Desk", "Desk head", "berschrift2"), ("Titel", "Title", ""),
            ("Text", "Body Text", "Loop"), ("Loop", "Loop", "Text"), ("Deep", "heading 9", ""),
        )
    )  # fmt: skip
    said = [("Titel", "One"), ("Text", "two"), ("berschrift2", "three"), ("Desk", ""), ("Desk", "four"), ("Deep", "5")]
    body = "".join(p(text, f'<w:pStyle w:val="{style}"/>') for style, text in said)
    one = read(document(body, styles=styles))
    starts = [(one.text.index(text), level) for text, level in (("One", 1), ("three", 2), ("four", 2), ("5", 6))]
    assert list(one.headings) == starts


def test_a_deleted_end_of_paragraph_joins_two() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    found = read(
        document(p("Aid grew ", mark) + p("by a third.") + p(f'<w:del w:id="3">{r("x")}</w:del>', mark) + p("End."))
    )
    assert found.text == "Aid grew by a third.\n\nEnd."
    assert found.source == "Aid grew \nby a third.\n\nEnd."


def test_an_initial_is_part_of_its_word() -> None:
    initial = p("J", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    found = read(document(initial + p("apan gave aid.") + p("Framed", '<w:framePr w:w="9"/>') + p("apart.")))
    assert found.text == "Japan gave aid.\n\nFramed\n\napart."
    assert found.position(1).line == 2


def test_a_field_that_is_never_closed_hides_its_paragraph_alone() -> None:
    assert read(document(p(r("a") + r('<w:fldChar w:fldCharType="begin"/>') + r("code")) + p("b"))).text == "a\n\nb"


def test_the_bio_at_the_end_is_found_though_notes_stand_behind_it() -> None:
    words = " ".join(["The alliance met and agreed on what it would do next."] * 12)
    bio = "Jane Smith is a fellow at the Institute. Follow her on Twitter @janesmith."
    found = read(document(p(words + "") + p(bio), footer=p("Draft of the desk")))
    ((start, end),) = found.skipped
    assert found.text[start:end].strip() == bio


PUBLISHED = '<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><PublishDate>{}</PublishDate></CoverPageProperties>'
CUSTOM = (
    f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}">'
    "<vt:lpwstr>{}</vt:lpwstr></property></Properties>"
)


def with_properties(cover: str = "", custom: tuple[str, str] = ("", "")) -> bytes:
    more = {
        "_rels/.rels": relationships(
            ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        ),
        "docProps/custom.xml": CUSTOM.format(*custom),
        "word/_rels/document.xml.rels": relationships(
            ("rId1", f"{OFFICE}/relationships/customXml", "../customXml/item1.xml")
        ),
        "customXml/item1.xml": PUBLISHED.format(cover),
    }  # fmt: skip
    return document(p("Text."), more)


@pytest.mark.parametrize(
    ("data", "day"),
    [
        (with_properties("2023-07-10T00:00:00"), date(2023, 7, 10)),
        (with_properties("", ("Date published", "2023-07-10T10:00:00Z")), date(2023, 7, 10)),
        (with_properties("2023-07-11", ("published", "2023-07-10")), date(2023, 7, 11)),
        (with_properties("", ("Date completed", "2023-07-10")), None),
    ],
)
def test_the_date_of_publication_is_what_was_written_down(data: bytes, day: date | None) -> None:
    assert (read(data).date, read(data).notes) == (day, ())


def test_a_date_that_is_none_is_told_of() -> None:
    found = read(with_properties("", ("Published", "10/07/2023")))
    assert found.date is None and "10/07/2023" in found.notes[0]


def test_title_and_author_are_the_properties_and_the_time_of_writing_is_no_date() -> None:
    made = python_docx.Document()
    made.add_paragraph("Text.")
    made.core_properties.title, made.core_properties.author = " On aid ", "Jane Smith"
    out = BytesIO()
    made.save(out)
    found = read(out.getvalue())
    assert (found.title, found.author, found.date, found.notes) == ("On aid", "Jane Smith", None, ())
    assert found.original == out.getvalue()
    bare = read(document(p("Text.")))
    assert (bare.title, bare.author) == (None, None)


# What can't be opened

SOUND = document(p("Text."), footnotes=note(1, "x"))
DEEP = "<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 50}">' for before, name in zip("abcdefg", "bcdefgh", strict=True)
) + "]>"  # fmt: skip


def changed(name: str, text: str | None) -> bytes:
    """A sound document, one part of it replaced or left out."""
    with ZipFile(BytesIO(SOUND)) as packed:
        files = {info.filename: packed.read(info).decode() for info in packed.infolist()}
    files.pop(name, None)
    return archive({**files, **({name: text} if text is not None else {})})


def locked() -> bytes:
    """A sound document whose archive says that it is encrypted."""
    data = bytearray(SOUND)
    at = data.index(b"PK\x01\x02")
    data[at + 8 : at + 10] = struct.pack("<H", 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"{\\rtf1 text}", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of the old kind (.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        (locked(), "by a password"),
        (SOUND[: len(SOUND) // 2], "no sound Word document"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "an archive, but no Word document"),
        (changed("_rels/.rels", None), "no sound Word document"),
        (changed("word/document.xml", None), "no sound Word document"),
        (changed("word/document.xml", "<w:document"), "no sound Word document"),
        (changed("word/document.xml", part("document", f"<w:body>{DEEP}</w:body>")), "no sound Word document"),
        (changed("word/footnotes.xml", "<"), "no sound Word document"),
        (changed("_rels/.rels", '<a xmlns="http://purl.oclc.org/ooxml/officeDocument"/>'), "Strict Open XML"),
        (document(""), "is empty"),
        (document('<w:altChunk r:id="x"/>'), "has its text in a web page or file that is embedded"),
        (document(p() + p(" ")), "is empty"),
        (document(p(r("hidden", "<w:vanish/>"))), "is empty"),
        (document(p("x" * 1_000_001)), "1,000,001 characters"),
        (document(p("x"), {"word/media/a.png": "\0" * 201_000_000}), "too many for an article"),
        (document(p("x"), {"word/a.xml": " " * 61_000_000}), "too many for an article"),
        (document(p("x"), {f"word/{n}.bin": "" for n in range(5_001)}), "too many for an article"),
        (bytes(docx.MAX_BYTES + 1), "too many for an article"),
    ],
    ids=range(22),
)  # fmt: skip
def test_what_cannot_be_opened_is_told_with_its_remedy(data: bytes, said: str) -> None:
    assert said in fault(data)


def test_what_is_embedded_and_not_read_is_told_of() -> None:
    found = read(document(p("Text.") + '<w:altChunk r:id="x"/>'))
    assert found.text == "Text." and "embedded" in found.notes[0]


def test_entities_without_end_are_not_expanded() -> None:
    body = f"<w:body>{p(r('<w:t>a&h;b</w:t>'))}</w:body>"
    head, rest = part("document", body).split("?>", 1)
    try:
        assert len(read(changed("word/document.xml", f"{head}?>{BOMB}{rest}")).text) < 10
    except ArticleError as error:  # newer parsers refuse it
        assert "amplification" in error.message


def test_a_relationship_to_a_part_that_is_not_there_stops_nothing() -> None:
    more = {
        "word/_rels/document.xml.rels": relationships(
            ("rId1", f"{OFFICE}/relationships/image", "NULL"), ("rId2", f"{OFFICE}/relationships/hyperlink", "#_top")
        )
    }
    assert read(document(p("Text."), more)).text == "Text."


def test_a_missing_body_is_empty() -> None:
    assert "is empty" in fault(changed("word/document.xml", part("document", "")))


@settings(deadline=None, max_examples=150)
@given(at=st.integers(0, len(SOUND) - 1), put=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_told_of(at: int, put: bytes) -> None:
    data = SOUND[:at] + put + SOUND[at + len(put) :]
    try:
        (found,) = docx.READER.read(data, Given("a", "a.docx", "a.docx"))
        assert isinstance(found, Article)
    except ArticleError as error:
        assert error.remedy


XML = (lambda text: text, lambda text: text[:200], lambda text: text.replace("w:body", "w:nobody"),
       lambda text: text.replace("w:p>", "w:q>"), lambda text: text.replace("rId1", "rId9"),
       lambda text: text.replace("main+xml", "other+xml"), lambda text: "")  # fmt: skip


@pytest.mark.parametrize("change", XML)
@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
                                  "word/document.xml", "word/footnotes.xml"])  # fmt: skip
def test_a_damaged_part_is_read_or_told_of(name: str, change: Callable[[str], str]) -> None:
    with ZipFile(BytesIO(SOUND)) as packed:
        text = packed.read(name).decode()
    try:
        read(changed(name, change(text)))
    except ArticleError as error:
        assert error.remedy


# Whatever the text

LEGAL = st.text(st.characters(codec="utf-8", exclude_characters="\r\ufffe\uffff", exclude_categories=["Cs"])
                .filter(lambda one: one >= " " or one in "\t\n"), max_size=40)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.lists(LEGAL, min_size=1, max_size=4), st.booleans())
def test_text_comes_back_as_it_went_in(said: list[str], table: bool) -> None:
    made = python_docx.Document()
    for text in said:
        made.add_paragraph(text)
    if table:
        made.add_table(1, 1).cell(0, 0).text = "cell"
    out = BytesIO()
    made.save(out)
    want = "\n\n".join(said + ["cell"] * table)
    if not want.strip():
        assert "empty" in fault(out.getvalue())
        return
    found = read(out.getvalue())
    assert found.text == want
    assert all(found.source[found.source_offset(i)] in (letter, " ", "\n") for i, letter in enumerate(found.text))


def test_folders_are_searched_and_what_word_keeps_beside_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(SOUND)
    (tmp_path / "~$a.docx").write_bytes(b"\x04Jane")
    (found,) = readers.read([str(tmp_path)], lambda: b"")
    assert isinstance(found, Article)
    assert (found.id, found.text) == ("a", "Text.")


def test_standard_input_may_be_a_document() -> None:
    (found,) = readers.read(["-"], lambda: SOUND, stdin_name="desk/a.docx")
    assert isinstance(found, Article)
    assert (found.id, found.path, found.text) == ("a", "desk/a.docx", "Text.")
