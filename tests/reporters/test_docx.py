"""Word documents with comments: at the very words, everything else as it was, and the same file every time."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporters.made import ANY, article, finding, fixed
from tests.reporters.made import report as run_of
from tests.wordfiles.made import OFFICE, box, document, note, p, r, relationships

from opedcheck.model import Article, Finding, Report
from opedcheck.readers import docx as reader
from opedcheck.readers.markdown import READER as MARKDOWN
from opedcheck.readers.source import Given
from opedcheck.reporters import SCAN, FileReporter, Look, named
from opedcheck.reporters.docx import fresh
from opedcheck.reporters.paragraphs import BLANK_LINES

HERE = Path(__file__).parent
LINK = (
    '<Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
    'Target="https://a.example/" TargetMode="External"/></Relationships>'
)


def made(run: Report, look: Look | None = None) -> bytes:
    reporter = named(SCAN, "docx")
    assert isinstance(reporter, FileReporter)
    return reporter.make(run, look or Look())


def word(data: bytes) -> Article:
    (found,) = reader.READER.read(data, Given("a", "in/a.docx", "in/a.docx"))
    assert isinstance(found, Article)
    return found


def at(one: Article, quote: str, **more: str) -> Finding:
    start = one.text.index(quote)
    return finding(one, start, start + len(quote), **more)  # type: ignore[arg-type]


def commented(body: str, *quotes: str, **parts: str) -> tuple[bytes, bytes]:
    """A document of that body before and after, a comment at each of the quotes."""
    data = document(body, **parts)
    one = word(data)
    return data, made(run_of((one, tuple(at(one, quote) for quote in quotes))))


def opened(data: bytes) -> Document:
    return python_docx.Document(io.BytesIO(data))


def ranges(found: Document) -> list[tuple[str, str]]:
    """For every comment its own text, and the text of the document between its marks."""
    inside: dict[str, str] = {}
    done: dict[str, str] = {}
    referred: list[str] = []
    for element in found.element.body.iter():
        name = element.tag if isinstance(element.tag, str) else ""
        number = element.get(qn("w:id"))
        if name == qn("w:commentRangeStart"):
            inside[number] = ""
        elif name == qn("w:commentRangeEnd"):
            done[number] = inside.pop(number)
        elif name == qn("w:commentReference"):
            assert number in done
            referred.append(number)
        elif name == qn("w:t"):
            inside = {key: said + (element.text or "") for key, said in inside.items()}
        elif name in (qn("w:br"), qn("w:cr"), qn("w:tab")) and element.getparent().tag == qn("w:r"):
            inside = {key: said + ("\t" if name == qn("w:tab") else "\n") for key, said in inside.items()}
    assert not inside and sorted(referred) == sorted(done) == sorted(str(one.comment_id) for one in found.comments)
    return [(one.text, done[str(one.comment_id)]) for one in found.comments]


def letters(found: Document) -> Iterator[tuple[str, str]]:
    """Every letter of the body with its run's formatting, and every other part of a run."""
    for run in found.element.body.iter(qn("w:r")):
        if run.find(qn("w:commentReference")) is not None:
            continue
        look = "".join(re.sub(r" xmlns:\w+=\"[^\"]*\"", "", one.xml) for one in run.iterchildren(qn("w:rPr")))
        look += "/".join(one.tag.rpartition("}")[2] for one in run.iterancestors())
        for child in run:
            if child.tag == qn("w:t"):
                yield from ((letter, look) for letter in child.text or "")
            elif child.tag != qn("w:rPr"):
                yield child.tag, look


# In the article's own document

BOLD, RED = "<w:b/>", '<w:b/><w:color w:val="FF0000"/>'


@pytest.mark.parametrize(
    ("inner", "quote"),
    [
        (r("Aid of $7.1 million was given."), "$7.1 million"),
        (r("$7.1 million"), "$7.1 million"),
        (r("$7.1 million", BOLD) + r(" was given"), "$7.1 million"),
        (r("Aid of $7", BOLD) + r(".1 mil") + r("lion was", RED), "$7.1 million"),
        (r("of $", BOLD) + r("7", RED) + r(".") + r("1 million of it", BOLD), "$7.1 million"),
        (r("of ") + f'<w:hyperlink r:id="link">{r("$7.1 million in aid", RED)}</w:hyperlink>', "$7.1 million"),
        (r("of $7.") + f'<w:hyperlink r:id="link">{r("1 million in aid")}</w:hyperlink>', "$7.1 million"),
        (f'<w:hyperlink r:id="link">{r("of $7.")}</w:hyperlink>{r("1 million")}', "$7.1 million"),
        (r("of $7.") + f'<w:ins w:id="9" w:author="J">{r("1 million")}</w:ins>' + r(" or so"), "$7.1 million"),
        (r("<w:t>aid</w:t><w:tab/><w:t>$7.1 million</w:t><w:br/><w:t>it was</w:t>", BOLD), "$7.1 million"),
        (r("<w:t>aid</w:t><w:tab/><w:t>$7.1</w:t><w:br/><w:t>million it was</w:t>", BOLD), "$7.1\nmillion"),
        (r("<w:t>aid</w:t><w:tab/><w:t>x</w:t>"), "\t"),
        (f"<w:sdt><w:sdtContent>{r('of $7.1 million in')}</w:sdtContent></w:sdt>", "$7.1 million"),
        (f"<w:smartTag>{r('of $7.1')}</w:smartTag>{r(' million in')}", "$7.1 million"),
        (r("<w:t>of $7</w:t><w:lastRenderedPageBreak/><w:t>.1 million</w:t>"), "$7.1 million"),
    ],
)
def test_a_comment_is_at_the_very_words_and_nothing_else_changes(inner: str, quote: str) -> None:
    before, after = commented(p("first") + p(inner, '<w:jc w:val="both"/>') + p("last"), quote)
    ((said, text),) = ranges(opened(after))
    assert text == quote
    assert said.startswith("error: amount-mismatch\nThe text has ")
    assert list(letters(opened(after))) == list(letters(opened(before)))
    assert word(after).text == word(before).text


def field(code: str, result: str) -> str:
    marks = [r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    return marks[0] + r(f"<w:instrText>{code}</w:instrText>") + marks[1] + result + marks[2]


@pytest.mark.parametrize(
    ("inner", "quote", "inside"),
    [
        (f'<w:fldSimple w:instr="A">{r("of $7.1 million in")}</w:fldSimple>', "$7.1 million", "of $7.1 million in"),
        (r("of ") + field("REF a", r("$7.1 million in")), "$7.1 million", "$7.1 million in"),
        (r("of ") + field("REF a", r("$7.1")) + r(" million in"), "$7.1 million", "$7.1 million"),
        (r("of $7.") + field("REF a", r("1") + field("PAGE", r(" million"))), "$7.1 million", "$7.1 million"),
        (field("TOC", r("One") + "</w:p><w:p>" + r("of $7.1 million in")), "$7.1 million", "$7.1 million"),
        (r("of ") + field(' HYPERLINK "x"', r("$7.1 million in")), "$7.1 million", "$7.1 million"),
        (r("of $7 or so") + r('<w:fldChar w:fldCharType="begin"/>'), "$7", "$7"),
    ],
)
def test_what_word_works_out_is_marked_as_a_whole_and_a_link_is_not(inner: str, quote: str, inside: str) -> None:
    before, after = commented(p(inner), quote)
    assert [text for _, text in ranges(opened(after))] == [inside]
    assert list(letters(opened(after))) == list(letters(opened(before)))
    depth = 0
    for one in opened(after).element.body.iter(qn("w:fldChar"), qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
        depth += {"begin": 1, "end": -1}.get(one.get(qn("w:fldCharType")), 0)
        assert depth == 0 or re.search("HYPERLINK|TOC", inner) or one.tag == qn("w:fldChar")


def test_a_deletion_within_is_left_alone() -> None:
    gone = '<w:del w:id="5" w:author="J"><w:r><w:delText>9</w:delText></w:r></w:del>'
    before, after = commented(p(r("of $7.") + gone + r("1 million")), "$7.1 million")
    assert [text for _, text in ranges(opened(after))] == ["$7.1 million"]
    assert list(letters(opened(after))) == list(letters(opened(before)))


def test_comments_overlap_and_follow_one_another() -> None:
    quotes = ("Aid of $7.1 million", "$7.1 million", "$7.1 million", "million was given", "given", "$7")
    _, after = commented(p(r("Aid of $7.1") + r(" million was given.", BOLD)), *quotes)
    assert sorted(text for _, text in ranges(opened(after))) == sorted(quotes)


def test_a_comment_over_paragraphs_and_one_that_may_not_leave_its_cell() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('cell one')}{p('cell two')}</w:tc><w:tc>{p('next')}</w:tc></w:tr></w:tbl>"
    quotes = ("two\n\nthree", "one\n\ncell two", "cell two\n\nnext", "three four\n\ncell")
    _, after = commented(p("one two") + p("three four") + table + p("end"), *quotes)
    assert sorted(text for _, text in ranges(opened(after))) == ["cell two", "onecell two", "three four", "twothree"]


STORIES = {
    "footnotes": note(1, "Aid of $7.1 million."),
    "endnotes": note(2, "Aid of $7.2 million.", "endnote"),
    "header": p("Aid of $7.3 million."),
    "footer": p("Aid of $7.4 million."),
}


def test_where_word_heeds_no_comment_it_stands_at_the_reference_and_says_so() -> None:
    body = (
        p(r("One", BOLD) + r('<w:footnoteReference w:id="1"/>') + r(" more"))
        + p(r("two") + r('<w:endnoteReference w:id="2"/>'))
        + p(r("three") + box(p("Aid of $7.5 million.")) + r(" four"))
        + p("the end")
    )
    quotes = [f"$7.{n} million" for n in range(1, 6)]
    before, after = commented(body, *quotes, **STORIES)
    said = {text.split("\n")[1]: inside for text, inside in ranges(opened(after))}
    assert said == {
        "In footnote 1: “$7.1 million”": "",
        "In endnote 1: “$7.2 million”": "",
        "In the header: “$7.3 million”": "",
        "In the footer: “$7.4 million”": "",
        "In a text box: “$7.5 million”": "Aid of $7.5 million.Aid of $7.5 million.",  # the picture that holds it
    }
    assert list(letters(opened(after))) == list(letters(opened(before)))
    order = [one.tag for one in opened(after).element.body.iter(qn("w:footnoteReference"), qn("w:commentReference"))]
    assert order[:2] == [qn("w:footnoteReference"), qn("w:commentReference")]


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    more = {
        "word/_rels/document.xml.rels": relationships(("rId7", f"{OFFICE}/relationships/image", "NULL"))
        .replace("</Relationships>", LINK),
        "word/media/image1.png": "not even a picture", "customXml/item9.xml": "<a>  <b/> </a>", "trash.dat": "x",
    }  # fmt: skip
    data = document(p("Aid of $7.1 million."), more)
    one = word(data)
    before, after = parts_of(data), parts_of(made(run_of((one, (at(one, "$7.1"),)))))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
    }  # fmt: skip
    assert before.keys() <= after.keys()
    rels = after["word/_rels/document.xml.rels"].decode()
    assert all(row in rels for row in ('Target="NULL"/>', 'Id="link"', 'Target="comments.xml"'))


def test_comments_of_others_stay_and_no_comment_is_made_twice() -> None:
    theirs = '<w:comment w:id="4" w:author="Jane"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment>'
    marks = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>' + r('<w:commentReference w:id="4"/>')
    body = p(r("Aid ") + marks[0] + r("of $7.1") + marks[1] + r(" million, $7.1 million."))
    data, after = commented(body, "$7.1 million", comments=theirs)
    assert [(one.author, one.comment_id) for one in opened(after).comments] == [("Jane", 4), ("opedcheck", 5)]
    assert [text for _, text in ranges(opened(after))] == ["of $7.1", "$7.1 million"]
    again = word(after)
    assert made(run_of((again, (at(again, "$7.1 million"),)))) == after
    second = at(again, "$7.1 million.")
    alike = msgspec.structs.replace(second, message=at(again, "$7.1 million").message)
    assert len(opened(made(run_of((again, (at(again, "$7.1 million"), alike))))).comments) == 3
    assert data != after


def test_a_document_without_findings_is_the_same_file() -> None:
    data = document(p("Nothing to see."))
    assert made(run_of((word(data), ()))) == data


@pytest.mark.parametrize("span", [(0, 0), (0, 1), (3, 4), (4, 4), (2, 2)])
def test_spans_at_the_edges(span: tuple[int, int]) -> None:
    one = word(document(p("a") + p("b")))
    ((_, text),) = ranges(opened(made(run_of((one, (finding(one, *span),))))))
    assert text == one.text[slice(*span)].strip()


def test_claims_are_shown_where_they_are_asked_for(report: Report) -> None:
    found = opened(made(report, Look(show=("unverified", "contradicted"))))
    assert [(said.split("\n")[0], text) for said, text in ranges(found)] == [
        ("error: amount-mismatch", "$7.1 million"), ("unverified: organisation", "NATO"),
    ]  # fmt: skip


# A new document


def test_an_article_that_was_no_document_becomes_one_with_its_title() -> None:
    one = msgspec.structs.replace(article("First.\n\nAid of $7.1 million.\n"), title="On aid", author="Jane Smith")
    found = opened(made(run_of((one, (at(one, "$7.1 million"),)))))
    assert [(x.text, x.style and x.style.name) for x in found.paragraphs] == [
        ("On aid", "Title"), ("First.", "Normal"), ("Aid of $7.1 million.", "Normal"),
    ]  # fmt: skip
    assert [text for _, text in ranges(found)] == ["$7.1 million"]
    core = found.core_properties
    assert (core.title, core.author, core.comments, core.created) == ("On aid", "Jane Smith", "", None)


def test_a_title_that_the_text_has_is_not_set_twice() -> None:
    one = msgspec.structs.replace(article("On aid\n\nIt grew.\n"), title="On aid")
    found = opened(made(run_of((one, (at(one, "On aid"),)))))
    assert [(x.text, x.style and x.style.name) for x in found.paragraphs] == [
        ("On aid", "Title"),
        ("It grew.", "Normal"),
    ]
    assert [text for _, text in ranges(found)] == ["On aid"]


def test_several_articles_make_one_document_with_headings() -> None:
    data = document(p("Aid of $7.1 million."))
    text = article("Aid of $7.2 million.\n", "in/b.txt")
    found = opened(made(run_of((word(data), (at(word(data), "$7.1"),)), (text, (at(text, "$7.2"),)))))
    assert [x.text for x in found.paragraphs if x.style and x.style.name == "Heading 1"] == ["in/a.docx", "in/b.txt"]
    assert [text for _, text in ranges(found)] == ["$7.1", "$7.2"]


def test_a_comment_says_all_that_is_known() -> None:
    one = article("Aid of $7.1 million.\n")
    ((said, _),) = ranges(opened(made(run_of((one, (at(one, "$7.1 million", said="It was $7.1 billion."),))))))
    assert said.split("\n") == [
        "error: amount-mismatch",
        "It was $7.1 billion.",
        "Reference: Aid grew. It was $7.1 billion. [aid]",
        "Source: Ministry, “It was $7.1 billion.”, https://a.example/x",
        "Suggestion: $7.1 billion",
    ]
    (comment,) = opened(made(run_of((one, (at(one, "$7.1 million"),))))).comments
    assert (comment.author, comment.initials, comment.timestamp) == ("opedcheck", "oc", None)
    assert comment.paragraphs[0].runs[-1].bold


LONG = "It was agreed at the summit of the alliance that aid"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"{LONG}\nshould grow.\n", [f"{LONG} should grow."]),
        ("Roses are red,\nviolets are blue.\n", ["Roses are red,\nviolets are blue."]),
        (f"{LONG}\nit\nshould grow.\n", [f"{LONG}\nit\nshould grow."]),
        (f"{LONG} {LONG} should grow.\nIt did.\n", [f"{LONG} {LONG} should grow.\nIt did."]),
        (f"{LONG} {LONG} {LONG} grow.\nIt did.\n", [f"{LONG} {LONG} {LONG} grow.", "It did."]),
        ("one\n\n\n \t\ntwo\n", ["one", "two"]),
        ("\n\none\n", ["one"]),
        ("one\ttwo", ["one\ttwo"]),
    ],
)
def test_lines_that_were_wrapped_run_on_and_others_stay(text: str, paragraphs: list[str]) -> None:
    found, (way,) = fresh.document([article(text)])
    assert [x.text for x in found.paragraphs] == paragraphs
    for offset, letter in enumerate(article(text).text):
        if not letter.isspace():
            number, column = way(offset)
            assert found.paragraphs[number].text[column] == letter


def test_headings_are_headings_below_the_title() -> None:
    source = b"# One\n\nText\n\n### Deep\n\nMore\n\n# Again\n"
    (one,) = MARKDOWN.read(source, Given("a", "a.md", "a.md"))
    assert isinstance(one, Article)
    assert _styles([one]) == ["Title", "Normal", "Heading 2", "Normal", "Heading 1"]
    titled = msgspec.structs.replace(one, title="Another title")
    assert _styles([titled]) == ["Title", "Normal", "Heading 2", "Normal", "Heading 1"]
    assert _styles([one, article("Text")])[:5] == ["Heading 1", "Normal", "Heading 3", "Normal", "Heading 2"]


def _styles(articles: list[Article]) -> list[str]:
    found, _ = fresh.document(articles)
    return [x.style.name for x in found.paragraphs if x.style is not None and x.style.name]


# The same every time


def test_equal_reports_are_equal_files_and_no_time_is_in_them() -> None:
    one = word(document(p("Aid of $7.1 million.")))
    for run in (fixed(), run_of((one, (at(one, "$7.1"),)))):
        assert made(run) == made(run)
        with ZipFile(io.BytesIO(made(run))) as packed:
            assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(rb"w:date=|20\d\d-\d\d-\d\dT", b"".join(parts_of(made(run)).values()))


@pytest.mark.parametrize("name", ["fresh", "original"])
def test_golden(name: str) -> None:
    """Text and comments as they stand in the file, an element a line."""
    body = p(r("Aid of $7", BOLD) + r(".1 million") + r('<w:footnoteReference w:id="1"/>')) + p("End.")
    one = word(document(body, footnotes=note(1, "Or $7.2 million.")))
    run = fixed() if name == "fresh" else run_of((one, (at(one, "$7.1 million"), at(one, "$7.2 million"))))
    parts = parts_of(made(run))
    xml = b"\n".join(parts[f"word/{one}.xml"].partition(b"<w:body>")[2] or parts[f"word/{one}.xml"] for one in
                     ("document", "comments")).decode()  # fmt: skip
    found = re.sub(r"(?<=>)(?=<w:(?:p|r|comment\w*)[ >])", "\n", re.sub(r' xmlns:\w+="[^"]*"', "", xml)) + "\n"
    file = HERE / "golden" / f"report.docx.{name}.xml"
    if os.environ.get("OPEDCHECK_GOLDEN"):
        file.write_bytes(found.encode())
    assert found.encode() == file.read_bytes()


# Whatever the text

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat(text: str) -> str:
    """What a document can hold of a text: blank lines as one, no line end behind it, no code points that XML lacks."""
    text = ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\v", "\n").replace("\f", "\n"))
    return text.replace("\r", "\n")


def run_on(text: str) -> str:
    """Lines of a paragraph as one: what looks wrapped for its width is unwrapped."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


@settings(deadline=None, max_examples=40)
@given(said=ANY, quoted=ANY)
def test_what_went_in_comes_back(said: str, quoted: str) -> None:
    one = article(f"x {quoted} y\n")
    start = one.text.index("x")
    data = made(run_of((one, (finding(one, start, len(one.text) - 1, said=said or "m"),))))
    blocks = [flat(block) for block in BLANK_LINES.split(one.text.removesuffix("\n"))]
    assert run_on(word(data).text) == run_on("\n\n".join(blocks))
    ((comment, inside),) = ranges(opened(data))
    assert run_on(inside) == run_on("".join(blocks))
    assert comment.startswith("error: amount-mismatch\n") and not ILLEGAL.search(comment)


RUNS = st.lists(
    st.tuples(st.text(st.sampled_from("ab \t\n🇯é"), max_size=6), st.sampled_from(["", BOLD, RED])), max_size=8
)


@settings(deadline=None, max_examples=100)
@given(rows=st.lists(RUNS, min_size=1, max_size=3), wraps=st.lists(st.booleans()), data=st.data())
def test_any_words_of_any_document_can_be_marked(
    rows: list[list[tuple[str, str]]], wraps: list[bool], data: st.DataObject
) -> None:
    def inner(text: str) -> str:
        pieces = re.findall(r"[^\t\n]+|\t|\n", text)
        special = {"\t": "<w:tab/>", "\n": "<w:br/>"}
        return "".join(special.get(one, f'<w:t xml:space="preserve">{one}</w:t>') for one in pieces)

    def run(at: int, text: str, look: str) -> str:
        whole = f"<w:r><w:rPr>{look}</w:rPr>{inner(text)}</w:r>"
        return f'<w:ins w:id="90{at}">{whole}</w:ins>' if at < len(wraps) and wraps[at] else whole

    body = p("begin") + "".join(p("".join(run(at, *one) for at, one in enumerate(row))) for row in rows)
    before = document(body)
    one = word(before)
    spans = data.draw(
        st.lists(st.tuples(*[st.integers(0, len(one.text))] * 2).map(sorted).filter(lambda x: x[0] < x[1]), max_size=4)
    )
    after = made(run_of((one, tuple(finding(one, *span) for span in spans))))
    texts = ["begin", *("".join(text for text, _ in row) for row in rows)]
    assert one.text == "\n\n".join(texts)
    owned = "\0\0".join(texts)  # the blank lines between paragraphs stand in none
    want = sorted(owned[start:end].replace("\0", "") for start, end in spans)
    assert sorted(text for _, text in ranges(opened(after))) == want
    assert list(letters(opened(after))) == list(letters(opened(before)))
