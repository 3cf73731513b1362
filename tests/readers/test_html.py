"""HTML: the body found, every character in its place, and what the head declares."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers import html
from opedcheck.readers.html.blocks import parse
from opedcheck.readers.source import Given

LONG = "The minister went to the summit of the alliance, which was the second time that a leader had done so."
MORE = "Aid to the country had grown by a third since the winter, most of it for people who had fled the war."
PAGE = """<!DOCTYPE html>\r
<html><head><meta charset="utf-8"><title>Aid &amp; more</title>{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li>Politics</li></ul></nav>
<header><h1>Aid &amp; the alliance</h1></header>
<main><article>{body}</article></main>
<footer>Copyright 2023 Somebody. All rights reserved.</footer></body></html>"""


def read(data: str | bytes) -> Article:
    data = data.encode() if isinstance(data, str) else data
    (found,) = html.READER.read(data, Given("a", "a.html", "a.html"))
    assert isinstance(found, Article), found
    return found


def page(body: str, head: str = "") -> Article:
    return read(PAGE.format(head=head, body=body))


def in_place(article: Article) -> None:
    """Every character of the text stands in the source, or stands for markup or a reference there."""
    for at, letter in enumerate(article.text):
        there = article.source[article.source_offset(at) :]
        assert there.startswith((letter, "&", "<")) or (letter.isspace() and there[:1].isspace()), (at, letter)


def test_the_body_is_read_and_nothing_about_it() -> None:
    found = page(f"<p>{LONG}</p><script>var a = 1;</script><p hidden>not shown at all to anybody</p><p>{MORE}</p>")
    assert found.text == f"Aid & the alliance\n\n{LONG}\n\n{MORE}"
    in_place(found)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("half&nbsp;way &amp; &#8220;on&#x201d;", "half\xa0way & “on”"),
        ("one\r\n   two\t three", "one two three"),
        ("one<br>two", "one\ntwo"),
        ("un<b>br</b>oken", "unbroken"),
        ("a<!-- opedcheck: x -->b", "ab"),
        ("a &unknown; b & c", "a &unknown; b & c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ],
)
def test_text_is_what_a_browser_shows(body: str, text: str) -> None:
    found = page(f"<p>{LONG}</p><p>{body} {MORE}</p>")
    assert f"{text} {MORE}" in found.text
    in_place(found)


def test_a_position_is_that_of_the_file() -> None:
    found = page(f"<p>{LONG}</p>\n<p>It&#39;s <em>$7.1</em> million. {MORE}</p>")
    start = found.text.index("$7.1")
    at = found.position(start)
    line = found.source.split("\n")[at.line - 1]
    assert line[at.column - 1 :].startswith("$7.1</em> million")


def test_headings_keep_their_level() -> None:
    one = page(f"<p>{LONG}</p><h3>The <i>cost</i></h3><p>{MORE}</p>")
    found = [(one.text[start:].split("\n")[0], level) for start, level in one.headings]
    assert found == [("Aid & the alliance", 1), ("The cost", 3)]


def test_the_same_words_in_navigation_are_not_the_article() -> None:
    body = f"<p>{LONG}</p><p>Politics</p><p>{MORE}</p>"
    found = page(body)
    if "Politics" in found.text:
        assert found.source_offset(found.text.index("Politics")) > found.source.index("<article>")


LD = '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2023-07-10T08:00Z",'
LD += ' "headline": "H", "author": [{"name": "A. Writer"}]}]}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (LD, (date(2023, 7, 10), "H", "A. Writer")),
        ('<meta property="article:published_time" content="2023-07-10"><meta name="author" content="B">',
         (date(2023, 7, 10), "Aid & more", "B")),
        ('<meta name="date" content="July 10, 2023">', (date(2023, 7, 10), "Aid & more", None)),
        ('<meta property="article:author" content="https://a.example/b">', (None, "Aid & more", None)),
        ('<script type="application/ld+json">{broken</script>', (None, "Aid & more", None)),
        ("", (None, "Aid & more", None)),
    ],
)  # fmt: skip
def test_what_the_head_declares(head: str, expected: tuple[date | None, str, str | None]) -> None:
    found = page(f"<p>{LONG}</p><p>{MORE}</p>", head)
    assert (found.date, found.title, found.author) == expected


def test_a_malformed_date_is_told_of() -> None:
    found = page(f"<p>{LONG}</p>", '<meta name="date" content="10/07/23">')
    assert found.date is None and "malformed" in found.notes[0]


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    assert page(f"<p>On 3 May 2019, {LONG}</p><time>2019-05-03</time>").date is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="windows-1252"><p>caf\u00e9 \u201cx\u201d'.encode("cp1252"), "café “x”"),
        ('<meta charset="iso-8859-1"><p>\u201cx\u201d'.encode("cp1252"), "“x”"),
        ('<meta charset="utf-16"><p>café'.encode(), "café"),
        ("\ufeff<p>café".encode(), "café"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read(data).text.strip() == text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<p>  </p>", b"\0\0\0"])
def test_what_holds_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError):
        read(data)


def test_broken_and_deep_markup_does_no_harm() -> None:
    assert "text" in read("<div>" * 50_000 + "text" + "</p></span>").text
    assert "text" in read("<p>text<b><i></p></b><table><tr>").text


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
PARTS = st.lists(
    st.one_of(
        WORDS.map(lambda t: t.replace("<", "&lt;")),
        st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<br>", "&amp;", "&#233;", "&nbsp", "<!--x-->", "<script>",
                         "</script>", "<td>", "<", ">", "&", "&#", "<a href='", "\r\n", "</div>", "<div hidden>"]),
    ),
    max_size=30,
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(PARTS)
def test_whatever_the_markup_every_stretch_says_what_stands_there(parts: list[str]) -> None:
    source = "<p>start " + "".join(parts)
    for block in parse(source).blocks:
        said = "".join(s.text if s.text is not None else source[s.start : s.end] for s in block.stretches)
        assert said == block.text
        ends = [0, *(s.end for s in block.stretches)]
        assert all(
            0 <= before <= s.start <= s.end <= len(source) for before, s in zip(ends, block.stretches, strict=False)
        )
