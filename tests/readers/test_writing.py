"""What is written into a source reads back as meant, and nothing else of the file changes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.errors import ArticleError
from opedcheck.model import Article, Fix
from opedcheck.readers import BY_SUFFIX
from opedcheck.readers.source import Given
from opedcheck.readers.writing import Rewritten, Unwritable, rewrite

PAGE = "<html><head>{head}</head><body><article><p>{body}</p></article></body></html>"


def read(data: bytes, suffix: str) -> Article:
    article = next(BY_SUFFIX[suffix].read(data, Given("a", f"a{suffix}", "a")))
    assert isinstance(article, Article)
    return article


def written(data: bytes, suffix: str, old: str, new: str) -> Rewritten | Unwritable:
    article = read(data, suffix)
    start = article.text.index(old)
    return rewrite(article, data, [Fix(start, start + len(old), new)], BY_SUFFIX[suffix])


@pytest.mark.parametrize(
    ("suffix", "data", "old", "new", "after"),
    [
        (".txt", b"It cost 7.\r\nNo more.\r\n", "7", "9", b"It cost 9.\r\nNo more.\r\n"),
        (".txt", codecs.BOM_UTF8 + b"It cost 7.", "7", "9", codecs.BOM_UTF8 + b"It cost 9."),
        (".txt", codecs.BOM_UTF16_LE + "It cost 7.".encode("utf-16-le"), "7", "€9",
         codecs.BOM_UTF16_LE + "It cost €9.".encode("utf-16-le")),
        (".txt", "𝔄 ends in 7\n".encode(), "7", "*_<&", "𝔄 ends in *_<&\n".encode()),
        (".md", b"It cost **7** euros.\n", "7", "9", b"It cost **9** euros.\n"),
        (".md", b"Found in Rome.\n", "Rome", "*Paris* <b> & [x] \\ `c` ~~d~~",
         rb"Found in \*Paris\* \<b\> \& \[x\] \\ \`c\` \~\~d\~\~." + b"\n"),
        (".html", PAGE.format(head="", body="Found in <b>Rome</b>.").encode(), "Rome", "A & B <i>",
         PAGE.format(head="", body="Found in <b>A &amp; B &lt;i&gt;</b>.").encode()),
        (".html", PAGE.format(head='<meta charset="latin1">', body="caf\xe9 in Rome").encode("latin1"), "Rome", "Łódź",
         PAGE.format(head='<meta charset="latin1">', body="caf\xe9 in &#321;\xf3d&#378;").encode("latin1")),
    ],
)  # fmt: skip
def test_writing(suffix: str, data: bytes, old: str, new: str, after: bytes) -> None:
    found = written(data, suffix, old, new)
    assert isinstance(found, Rewritten), found
    assert found.data == after
    assert new in found.article.text


@pytest.mark.parametrize(
    ("suffix", "data", "old", "why"),
    [
        (".md", b"It cost **7** million.\n", "7 million", "spells"),
        (".md", b"It cost 7\\. million.\n", "7. million", "spells"),
        (".html", PAGE.format(head="", body="It cost 7&nbsp;million.").encode(), "7\xa0million", "spells"),
        (".html", PAGE.format(head="", body="It cost 7\nmillion.").encode(), "7 million", "spells"),
        (".md", b"He said:\n\n> It cost 7.\n", "7", "somebody else"),
        (".md", b"He said:\n\n> It\ncost 7.\n", "7", "somebody else"),
        (".md", b"- > It cost 7.\n", "7", "somebody else"),
        (".html", PAGE.format(head="", body="He: <q>It cost 7.</q>").encode(), "7", "somebody else"),
        (".jsonl", b'{"id": "a", "text": "It cost 7."}', "7", "only text"),
    ],
)
def test_what_can_not_be_written(suffix: str, data: bytes, old: str, why: str) -> None:
    found = written(data, suffix, old, "9")
    assert isinstance(found, Unwritable) and why in found.why


def test_a_file_that_has_changed_is_left_alone() -> None:
    article = read(b"It cost 7.", ".txt")
    found = rewrite(article, b"It cost 8.", [Fix(8, 9, "9")], BY_SUFFIX[".txt"])
    assert isinstance(found, Unwritable) and "changed" in found.why


@pytest.mark.parametrize(
    ("suffix", "data"),
    [(".md", b"> A.\n\nIt cost 7.\n"), (".html", PAGE.format(head="", body="<q>A</q> cost 7").encode())],
)
def test_a_quotation_that_has_ended_is_none(suffix: str, data: bytes) -> None:
    assert isinstance(written(data, suffix, "7", "9"), Rewritten)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=30)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@given(word=WORDS, before=WORDS)
def test_whatever_is_written_reads_back_or_is_refused(suffix: str, word: str, before: str) -> None:
    body = f"<p>{before} HERE and there</p>" if suffix == ".html" else f"{before} HERE and there\n"
    data = body.encode()
    try:
        article = read(data, suffix)
        start = article.text.index("HERE")
    except (ArticleError, AssertionError, ValueError):
        return  # what stands before made it something else than text, or left none
    found = rewrite(article, data, [Fix(start, start + 4, word)], BY_SUFFIX[suffix])
    if isinstance(found, Rewritten):
        assert found.article.text == article.text.replace("HERE", word, 1) or "HERE" in before
        assert found.article.source.startswith(article.source[: article.source_offset(start)])
