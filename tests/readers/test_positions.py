"""Whatever the text: every code point leads back to its place, and lines and columns are those an editor shows."""

from __future__ import annotations

import html
import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers import markdown, plaintext, records
from opedcheck.readers.source import Given, Reader

SOMEWHERE = Given("a", "a.txt", "a.txt")
ODD = "\ufeff\u00a0\u2028\u2029\u0085\f\v’“”…é\u0301🇺🇦👩‍🚀\U0001f600"
PROSE = st.text(st.one_of(st.characters(codec="utf-8", exclude_characters="\0"), st.sampled_from(ODD + "\r\n\n\n ")))
MARKS = (
    "# ", "## x ##", "> ", "- ", "* ", "1. ", "1986. ", "    ", "\t", "```\n", "~~~\n", "---\n", "===\n", "***", "**",
    "*", "_", "__", "~~", "`", "``", "[", "]", "![", "](u)", "](<u> 't')", "[r]", "[r]: u\n", "[^1]", "[^1]: note",
    "<!--", "-->", "<b>", "<br>", "<p>", "</p>", "<script>", "</script>", "<http://u>", "&amp;", "&nbsp;", "&#8217;",
    "&nope;", "|", "|-|-|\n", "\\", "\\*", "\n", "\n", "\n\n", "\r\n", "\r", " ", "word", "Japan’s", "$7.1 billion",
    "🇺🇦", "+++\n", "date: 2023-07-10\n", "title: x\n",
)  # fmt: skip
HARD = (
    "[", "](", "![", "*", "**a", "_", "`", "<", "<a ", "<a '", "<!--", "> ", "- ", "1. ", "[a](", "&a", "\\", "|",
    "# ", "~~~", "a\n", "|-", "- - ", '<a "', "]: ", "[a]: ", " #", "=\n", "<p>",
)  # fmt: skip
MARKDOWN = st.lists(st.one_of(st.sampled_from(MARKS), PROSE), max_size=40).map("".join)
ENCODINGS = st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))


def article(reader: Reader, source: str, encoding: str = "utf-8") -> Article | None:
    try:
        (found,) = reader.read(source.encode(encoding), SOMEWHERE)
    except ArticleError:
        return None
    assert isinstance(found, Article)
    return found


def naive(source: str, offset: int) -> tuple[int, int]:
    before = source[:offset].split("\n")
    return len(before), len(before[-1]) + 1


def check_positions(found: Article) -> None:
    for offset in range(len(found.text)):
        source = found.source_offset(offset)
        at = found.position(offset)
        assert (at.line, at.column) == naive(found.source, source)
        behind = found.position(offset + 1, end=True)
        assert (behind.line, behind.column) in ((at.line, at.column + 1), (at.line + 1, 1))
    assert [(s.plain, s.source) for s in found.segments] == sorted((s.plain, s.source) for s in found.segments)
    assert sum(s.length for s in found.segments) == len(found.text)


@given(source=PROSE, encoding=ENCODINGS)
def test_plain_text_leads_back(source: str, encoding: str) -> None:
    found = article(plaintext.READER, source, encoding)
    if found is None:
        assert not source.lstrip("\ufeff").strip()
        return
    assert found.source.lstrip("\ufeff") == source.lstrip("\ufeff")
    assert found.text == found.source.replace("\r\n", "\n")
    assert all(found.source[found.source_offset(i)] == found.text[i] for i in range(len(found.text)))
    check_positions(found)


@settings(max_examples=400)
@given(source=MARKDOWN)
def test_markdown_leads_back(source: str) -> None:
    """But for entities and parting tags, which stand for other characters: those lead back to where they begin."""
    found = article(markdown.READER, source)
    if found is None:
        return
    for at, character in enumerate(found.text):
        origin = found.source_offset(at)
        here = found.source[origin]
        if here == character:
            continue
        if here == "&":
            entity = re.match(r"&#?\w+;", found.source[origin:])
            assert entity and character in html.unescape(entity[0])
        else:
            assert here == "<" and character in " \n"
    check_positions(found)


@given(text=PROSE)
def test_a_record_is_verbatim(text: str) -> None:
    (found,) = records.READER.read(json.dumps({"id": 7, "text": text}).encode(), SOMEWHERE)
    if not text.strip():
        assert isinstance(found, ArticleError)
        return
    assert isinstance(found, Article)
    assert found.text == found.source == text
    assert all(found.source_offset(i) == i for i in range(len(text)))


@pytest.mark.parametrize(
    ("source", "quote", "line", "column"),
    [
        ("one two", "two", 1, 5),
        ("one\ntwo three", "three", 2, 5),
        ("one\r\ntwo three", "three", 2, 5),
        ("one\rtwo", "two", 1, 5),
        ("a\u2028b\u0085c\fd e", "e", 1, 9),
        ("🇺🇦 pledged é $5", "$5", 1, 14),
        ("\ufeffone two", "two", 1, 5),
        ("word " * 60 + "$5", "$5", 1, 301),
    ],
)
def test_lines_and_columns(source: str, quote: str, line: int, column: int) -> None:
    for reader in (plaintext.READER, markdown.READER):
        found = article(reader, source)
        assert found is not None
        at = found.position(found.text.index(quote))
        assert (at.line, at.column) == (line, column)


@pytest.mark.parametrize("unit", HARD)
def test_no_text_makes_it_hang(unit: str) -> None:
    """So many characters take a second or less of computing; squared, they would take the better part of an hour."""
    begin = time.process_time()
    article(markdown.READER, unit * (200_000 // len(unit)) + "x")
    assert time.process_time() - begin < 30
