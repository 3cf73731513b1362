"""What Markdown leaves of its markup in the plain text: nothing."""

from __future__ import annotations

from datetime import date

import pytest

from opedcheck.model import Article
from opedcheck.readers.markdown import READER
from opedcheck.readers.source import Given


def article(source: str) -> Article:
    (found,) = READER.read(source.encode(), Given("a", "a.md", "a.md"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# A *title* ##\nText", "A title\n\nText"),
        ("Title\n=====\nText", "Title\n\nText"),
        ("#hashtag", "#hashtag"),
        ("a\n***\nb", "a\n\nb"),
        ("one **two** __three__ *four* _five_ ***six*** ~~seven~~", "one two three four five six seven"),
        ("5 * 3 and snake_case and 2 ** 3", "5 * 3 and snake_case and 2 ** 3"),
        ("**$7.1** billion", "$7.1 billion"),
        ("[Japan](https://a.example/b_(c) \"t\") pledged", "Japan pledged"),
        ("[Japan][1], [NATO][], [Kyiv]\n\n[1]: https://a.example\n[nato]: <b> 't'\n[kyiv]: c", "Japan, NATO, Kyiv"),
        ("a [sic] and [/i] and [1]", "a [sic] and [/i] and [1]"),
        ("![a chart](c.png)A chart", "A chart"),
        ("Said[^1] so.\n\n[^1]: A note.", "Said so.\n\nA note."),
        ("`7 billion` and ``a`b``", "7 billion and a`b"),
        ("Text\n\n```python\n$9 billion\n```\n\nMore", "Text\n\nMore"),
        ("Text\n~~~\n$9 billion\n~~~~\nMore", "Text\n\nMore"),
        ("Text\n\n    $9 billion\n\nMore", "Text\n\nMore"),
        ("- one\n- two\n  goes on\n\n      deep text", "one\n\ntwo\ngoes on\n\ndeep text"),
        ("1. one\n2) two", "one\n\ntwo"),
        ("1986. A great year", "1986. A great year"),
        ("It was in\n1986. A great year", "It was in\n1986. A great year"),
        ("> quoted\n> text\nlazy\n\nText", "quoted\ntext\nlazy\n\nText"),
        ("a <!-- $9 billion --> b", "a  b"),
        ("<!-- $9\n\nbillion -->\nText", "Text"),
        ("Text\n<!-- opedcheck: a -->\nMore", "Text\n\nMore"),
        ("<script>\nvar x = 9\n</script>\nText", "Text"),
        ("a <b>bold</b> <a href='x'>link</a> 3 < 5 > 2", "a bold link 3 < 5 > 2"),
        ("one<br>two", "one\ntwo"),
        ("AT&amp;T, Japan&rsquo;s $7.1&nbsp;billion &nope;", "AT&T, Japan’s $7.1\u00a0billion &nope;"),
        (r"\*not\* 5\% \a", r"*not* 5% \a"),
        ("<https://a.example> and <a@b.example>", "https://a.example and a@b.example"),
        ("| a | b |\n|---|--:|\n| 1 | 2 |\n\nText", "a | b\n\n1 | 2\n\nText"),
        ("a | b\n\nText", "a | b\n\nText"),
        ("one\r\ntwo\r\n\r\n# three\r\nfour", "one\ntwo\n\nthree\n\nfour"),
        ("word " * 60 + "$5", "word " * 60 + "$5"),
        ("“Curly” é 🇺🇦 e\u0301", "“Curly” é 🇺🇦 e\u0301"),
    ],
)  # fmt: skip
def test_text(source: str, text: str) -> None:
    assert article(source).text == text


@pytest.mark.parametrize(
    ("front", "day", "title", "author"),
    [
        ("---\ndate: 2023-07-10\ntitle: A [sic] title\nauthor: Ann\n---\n", date(2023, 7, 10), "A [sic] title", "Ann"),
        ("---\r\ndate: '2023-07-10T09:30:00Z'\r\n---\r\n", date(2023, 7, 10), None, None),
        ("---\nDate: 2023-07-10 09:30:00 +0200\nauthors: [Ann, Bo]\n...\n", date(2023, 7, 10), None, "Ann"),
        ("+++\ndate = 2023-07-10\ntitle = 'T'\n+++\n", date(2023, 7, 10), "T", None),
        ("+++\r\ndate = 2023-07-10T10:00:00Z\r\nauthors = ['Ann']\r\n+++\r\n", date(2023, 7, 10), None, "Ann"),
        ("---\ntags:\n  - date: 2020-01-01\nmeta: {date: 2020-01-01}\n---\n", None, None, None),
        ("---\n---\n", None, None, None),
    ],
)  # fmt: skip
def test_front_matter(front: str, day: date | None, title: str | None, author: str | None) -> None:
    found = article(front + "Text.")
    assert (found.text, found.date, found.title, found.author, found.notes) == ("Text.", day, title, author, ())


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("---\ndate: tomorrow\n---\n", "the date 'tomorrow' is malformed"),
        ("---\ndate: 2023-02-30\n---\n", "the date '2023-02-30' is malformed"),
        ("---\ndate:\n---\n", "the date '' is malformed"),
        ("---\ntitle: a: b: [\n---\n", "the front matter can't be read"),
        ("+++\ndate = \n+++\n", "the front matter can't be read"),
    ],
)
def test_faulty_front_matter_is_noted(front: str, note: str) -> None:
    found = article(front + "Text.")
    assert found.text == "Text."
    assert found.date is None
    assert note in found.notes[0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\n\nText without an end", "Text without an end"),
        ("---\nJust a sentence.\n---\nText", "Just a sentence.\n\nText"),
        ("Text\n\n---\ndate: 2023-07-10\n---", "Text\n\ndate: 2023-07-10"),
    ],
)
def test_dashes_that_are_no_front_matter(source: str, text: str) -> None:
    found = article(source)
    assert (found.text, found.date, found.notes) == (text, None, ())


def test_an_alias_bomb_in_front_matter_is_harmless() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert article(f"---\n{bomb}date: 2023-07-10\n---\nText").date == date(2023, 7, 10)


def test_headings_keep_their_level() -> None:
    one = article(
        "---\ntitle: T\n---\n# One #\nText\n\n####\n\nTwo\n---\n\n### <!-- x -->\n\n> ### *Three*\n\nFour\n====\n"
    )
    found = [(one.text[start:].split("\n")[0], level) for start, level in one.headings]
    assert found == [("One", 1), ("Two", 2), ("Three", 3), ("Four", 1)]
