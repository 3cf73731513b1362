"""The page: well-formed whatever the text, read back as it went in, every word marked by what is said of it."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.reporters.made import ANY, HOSTILE, article, finding, fixed, written
from tests.reporters.made import report as run_of

from opedcheck.model import Article, Claim, Evidence, Finding, Judged, Report, Source, Suppressed, Verdict, partial
from opedcheck.readers.markdown import READER as MARKDOWN
from opedcheck.readers.source import Given
from opedcheck.reporters.html.summary import summary
from opedcheck.reporters.html.text import link
from opedcheck.reporters.paragraphs import BLANK_LINES

X = "{http://www.w3.org/1999/xhtml}"


def page(run: Report) -> Any:
    """The page as the strictest of parsers reads it."""
    return etree.fromstring(written(run, "html").encode(), etree.XMLParser(resolve_entities=False))


def found(root: Any, name: str) -> list[Any]:
    """The elements that have a class."""
    return [one for one in root.iter() if name in (one.get("class") or "").split()]


def read(element: Any) -> str:
    """Its text, a character that is shown by its number as what it is."""
    text = element.text or ""
    if "control" in (element.get("class") or "").split():
        text = chr(int(text.removeprefix("U+"), 16))
    return text + "".join(read(child) + (child.tail or "") for child in element)


def texts(root: Any) -> list[str]:
    """The paragraphs and headings of all articles."""
    return [read(one) for one in root.iter() if {"text", "headline"} & set((one.get("class") or "").split())]


def claim(one: Article, number: int, quote: str, verdict: Verdict, said: str = "So it is.") -> Judged:
    start = one.text.index(quote)
    whole = Claim(
        id=f"c{number}", family="measure", kind="amount", start=start, end=start + len(quote), text=quote,
        sentence_start=start, sentence_end=start + len(quote),
    )  # fmt: skip
    return Judged(claim=whole, verdict=verdict, reason=said)


def judged(one: Article, *claims: Judged, findings: tuple[Finding, ...] = (), **more: Any) -> Report:
    run = run_of((one, findings))
    return msgspec.structs.replace(run, articles=(msgspec.structs.replace(run.articles[0], judged=claims, **more),))


# The page as a whole


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    root = page(fixed())
    (policy,) = [one.get("content") for one in root.iter(f"{X}meta") if one.get("http-equiv")]
    told = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert told.pop("default-src") == told.pop("base-uri") == told.pop("form-action") == "'none'"
    assert told.pop("img-src") == "data:"
    for name, source in told.items():
        (element,) = root.iter(X + name.removesuffix("-src"))
        assert source == f"'sha256-{b64encode(sha256(element.text.encode()).digest()).decode()}'"
    assert told.keys() == {"style-src", "script-src"}
    names = {attribute for one in root.iter() for attribute in one.attrib}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action")]


def test_nothing_leads_anywhere_but_to_pages_and_places_in_this_one() -> None:
    root = page(fixed())
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    links = [one.get("href") for one in root.iter(f"{X}a")]
    assert {one for one in links if not one.startswith("#")} == {"https://a.example/x"}
    assert {one[1:] for one in links if one.startswith("#")} <= set(ids)
    (icon,) = root.iter(f"{X}link")
    assert icon.get("href").startswith("data:image/svg+xml,")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x_(y)?q=1&r=ä#z", True),
        ("http://a.example:8080", True),
        ("HTTPS://a.example/", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://a.example", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example", False),
        ("https:a.example", False),
        ("https://[a", False),
        ("https://a.example:port", False),
        ("https://a.example/\u202egpj.exe", False),
        ('https://a.example/"onclick="x', False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_pages_are_links(url: str | None, safe: bool) -> None:
    assert link(url) == (url if safe else None)
    source = Source(publisher="Ministry", url=url)
    evidence = Evidence(reference="r", score=1, outcome="differs", detail="", statement="Aid grew.", sources=(source,))
    one = article("Aid of $7 grew.")
    told = msgspec.structs.replace(finding(one, 7, 9), references=("r",), evidence=(evidence,))
    (cited,) = found(page(run_of((one, (told,)))), "sources")
    assert [one.get("href") for one in cited.iter(f"{X}a")] == ([url] if safe else [])
    assert "".join(cited.itertext()).strip().startswith("Ministry, undated")


# What is marked


def marked(root: Any) -> list[tuple[str, str, str]]:
    """Every marked stretch: its words, its colour, and the notes on it."""
    marks = [one for one in root.iter() if "data-notes" in one.attrib or "mark" in (one.get("class") or "").split()]
    return [
        (read(one), re.search(r"tone-(\w+)", one.get("class"))[1], one.get("data-notes") or "")  # type: ignore[index]
        for one in marks
    ]


def test_findings_and_claims_are_marked_at_their_words() -> None:
    one = article("Aid of $7 million from Ur went to Uruk in May, said Ea.")
    wrong, right = claim(one, 1, "$7 million", "contradicted"), claim(one, 2, "Ur went to Uruk", "supported")
    told = msgspec.structs.replace(finding(one, 7, 17), claim="c1")
    run = judged(one, wrong, right, claim(one, 3, "in May", "unverified"), findings=(told,))
    root = page(run)
    assert marked(root) == [
        ("$7 million", "contradicted", "1"), ("Ur went to Uruk", "supported", "2"), ("in May", "unverified", "")
    ]  # fmt: skip
    assert texts(root)[1:] == [one.text]
    assert [note.get("class") for note in found(root, "note")] == [
        "note tone-contradicted is-finding is-contradicted",
        "note minor tone-supported is-supported",
        "note aside tone-unverified is-unverified",
    ]
    assert [ref.get("aria-label") for ref in found(root, "ref")] == ["Note 1: contradicted", "Note 2: supported"]
    counts = {one.get("value"): "".join(one.getnext().itertext()) for one in root.iter(f"{X}input")}
    assert (counts["all"], counts["finding"], counts["disputed"]) == ("Everything 3", "Findings 1", "Disputed 0")


def test_marks_that_overlap_and_cross_paragraphs_keep_every_word() -> None:
    one = article("alpha beta gamma\n\ndelta epsilon")
    long = claim(one, 1, "beta gamma\n\ndelta", "supported")
    cross, inner = claim(one, 2, "alpha beta", "contradicted"), claim(one, 3, "gamma", "unverified")
    root = page(judged(one, long, cross, inner))
    assert texts(root)[1:] == ["alpha beta gamma", "delta epsilon"]
    assert marked(root) == [
        ("alpha ", "contradicted", "1"), ("beta", "contradicted", "1 2"), (" ", "supported", "2"),
        ("gamma", "supported", "2"), ("delta", "supported", "2"),
    ]  # fmt: skip
    behind = {one.get("data-number"): one.getprevious().text for one in found(root, "ref")}
    assert behind == {"1": "beta", "2": "delta"}


def test_a_finding_about_no_claim_is_coloured_by_its_severity() -> None:
    one = article("It was Monday, 3 May 2022.")
    told = msgspec.structs.replace(finding(one, 7, 25, "warning"), claim=None)
    root = page(run_of((one, (told,))))
    assert marked(root) == [("Monday, 3 May 2022", "outdated", "1")]
    assert "".join(found(root, "verdict")[0].itertext()).split() == ["1", "Warning", "amount-mismatch"]


def test_the_note_says_what_is_wrong_by_whom_and_what_to_print() -> None:
    one = article("Aid of $7 million grew.")
    said = "The text has $7 million, the reference $7 billion: Aid of $7 billion grew."
    sources = (
        Source(publisher="Ministry", title="Aid", url="https://www.a.example/x", published=partial("2023-03")),
        Source(publisher="Agency", accessed=partial("2026-01-02")),
    )
    evidence = msgspec.structs.replace(
        finding(one, 7, 17).evidence[0], statement="Aid of $7 billion grew.", sources=sources
    )
    told = msgspec.structs.replace(finding(one, 7, 17, said=said), evidence=(evidence,))
    (note,) = found(page(run_of((one, (told,)))), "note")
    lines = [" ".join("".join(row.itertext()).split()) for row in note.iter(f"{X}p", f"{X}li")][1:]
    assert lines == [
        "1 Error amount-mismatch",
        "The text has $7 million, the reference $7 billion.",
        "Aid of $7 billion grew.",
        "Aid, Ministry, March 2023 · a.example",
        "Suggestion: $7.1 billion",
        "An earlier version of this article misstated an amount. Aid of $7 billion grew.",
        "Agency, seen 2 January 2026",
    ]


def test_what_was_not_checked_is_told() -> None:
    text = "Aid of $7 grew. Ur fell.\n\nSubscribe now\n"
    one = msgspec.structs.replace(article(text), skipped=((text.index("Subscribe"), len(text)),))
    run = judged(
        one, claim(one, 1, "$7", "unverified", "No reference speaks of this."), claim(one, 2, "Ur", "contradicted"),
        suppressed=(Suppressed(finding=msgspec.structs.replace(finding(one, 16, 18), claim="c2"), by="comment",
                               reason="It did."),),
    )  # fmt: skip
    root = page(run)
    (section,) = found(root, "unchecked")
    assert [read(row) for row in section.iter(f"{X}li")] == [
        "1 claim: No reference speaks of this.",
        "2 words shown in grey: not read, as no part of the article itself.",
        "The article has no date: what depends on it was left open.",
        "“Ur” (amount-mismatch): not reported, by a comment in the article: It did.",
    ]
    assert [read(one) for one in found(root, "skipped")] == ["Subscribe now"]
    assert read(found(root, "suppressed")[0]) == "Not reported, by a comment in the article: It did."
    assert read(found(root, "told")[0]).startswith(
        "No findings. Of 2 claims, 1 is contradicted. No reference settles the other claim."
    )


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [
        ("", "No findings. No claim that can be checked was found."),
        ("unverified", "No findings. No reference settles the only claim."),
        ("unverified unverified", "No findings. No reference settles any of the 2 claims."),
        ("supported", "No findings. Of 1 claim, 1 is supported."),
        (
            "supported supported outdated contradicted contradicted unverified",
            "No findings. Of 6 claims, 2 are contradicted, 1 outdated and 2 supported. No reference settles the other"
            " claim.",
        ),
    ],
)
def test_the_summary_is_a_sentence(verdicts: str, told: str) -> None:
    one = article("Aid of $7 grew.")
    claims = [claim(one, number, "$7", verdict) for number, verdict in enumerate(verdicts.split())]  # type: ignore[arg-type]
    assert summary(judged(one, *claims).articles) == told


# Headings


def markdown(source: str) -> Article:
    (one,) = MARKDOWN.read(source.encode(), Given("a", "in/a.md", "in/a.md"))
    assert isinstance(one, Article)
    return one


def headings(run: Report) -> list[tuple[str, str]]:
    rows = (one for one in page(run).iter() if re.fullmatch(r"h[1-6]", etree.QName(one).localname))
    return [(etree.QName(one).localname, read(one)) for one in rows]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One\n\nText\n\n#### Two\n\n## Three\n\n###### Four", ["h1 One", "h2 Two", "h2 Three", "h3 Four"]),
        ("---\ntitle: Told\n---\nText\n\n# One\n\n## Two", ["h1 Told", "h2 One", "h3 Two"]),
        ("---\ntitle: Text\n---\nText\n\nmore", ["h1 Text"]),
        ("Text", ["h1 in/a.md"]),
    ],
)
def test_headings_keep_their_order_and_leave_out_no_level(source: str, expected: list[str]) -> None:
    told = [f"{name} {text}" for name, text in headings(run_of((markdown(source), ())))]
    assert told == [*expected, "h2 What was not checked"]


def test_several_articles_stand_below_a_title_of_their_own() -> None:
    run = run_of((markdown("# One\n\n## Two"), ()), (article("Text"), ()))
    names = [(name, text) for name, text in headings(run) if text != "What was not checked"]
    assert names == [("h1", "2 articles checked"), ("h2", "One"), ("h3", "Two"), ("h2", "in/a.txt")]
    assert [one.get("id") for one in found(page(run), "story")] == ["a1", "a2"]


def test_title_author_date_and_file_are_told_and_wrapped_lines_run_on() -> None:
    line = "word " * 14 + "word"
    one = msgspec.structs.replace(
        markdown(f"---\ntitle: A <b>\nauthor: Ea\ndate: 2023-07-10\n---\n{line}\n{line}"), date=date(2023, 7, 10)
    )
    root = page(run_of((one, ())))
    assert [read(row) for row in found(root, "byline")[0]] == ["By Ea", "10 July 2023", "in/a.md"]
    assert next(root.iter(f"{X}title")).text == "A <b> · opedcheck"
    assert texts(root) == ["A <b>", f"{line} {line}"]


# Whatever the text


def plain(text: str) -> str:
    """All of a text but the white space that paragraphs, and lines that run on, do without."""
    return re.sub("[ \t\n]", "", BLANK_LINES.sub("", text))


@settings(deadline=None, max_examples=150)
@given(said=ANY, quoted=ANY, start=st.integers(0, 60), length=st.integers(0, 60), where=ANY)
def test_the_page_is_well_formed_and_gives_back_what_went_in(
    said: str, quoted: str, start: int, length: int, where: str
) -> None:
    one = article(f"x {quoted} y\n")
    start, end = min(start, len(one.text)), min(start + length, len(one.text))
    source = Source(publisher=where, title=said, url=f"https://a.example/{where}")
    told = finding(one, start, end, said=said)
    ground = msgspec.structs.replace(told.evidence[0], sources=(source,))
    root = page(run_of((one, (msgspec.structs.replace(told, evidence=(ground,)),))))
    assert plain("".join(texts(root)[1:])) == plain(one.text)
    assert plain("".join(text for text, _, _ in marked(root))) == plain(one.text[start:end])
    (message,) = found(root, "message")
    assert read(message) == told.message
    assert read(found(root, "statement")[0]) == told.evidence[0].statement
    assert read(next(found(root, "sources")[0].iter(f"{X}a", f"{X}cite"))) == (said or where)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", written(run_of((one, (told,))), "html")
    )
    assert [name for name in ("script", "style", "iframe", "img") if len(list(root.iter(X + name))) > 1] == []


def test_text_that_looks_like_markup_is_text() -> None:
    one = article(HOSTILE)
    root = page(run_of((one, ())))
    assert plain("".join(texts(root)[1:])) == plain(one.text)
    assert [read(c) for c in found(root, "control")] == ["\x1b", "\u202e", "\u202c"]
