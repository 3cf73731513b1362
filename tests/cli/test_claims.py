"""`claims search`, `claims import` and `claims export`: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.matching.semantic.test_encoder import needs_extra

if TYPE_CHECKING:
    from conftest import Run

ROWS = [
    {"id": "a", "statement": "The dam broke in 1911.", "title": "Did the dam break?"},
    {"id": "b", "statement": "The bridge cost $3 million."},
]
OWN = ("--no-default-claims", "--isolated", "--claims", "some.jsonl")
REVIEW = {
    "@type": "ClaimReview",
    "identifier": "moon",
    "claimReviewed": "The Moon is made of cheese.",
    "author": {"name": "The Checkers"},
    "datePublished": "2019-03-01",
    "reviewRating": {"alternateName": "False"},
}


@pytest.fixture
def some(bench: object) -> None:
    """References without sources, in the folder that the commands run in."""
    Path("some.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))


@pytest.mark.usefixtures("some")
def test_search_shows_the_ranking_and_why(run: Run) -> None:
    found = run("claims", "search", "a broken dam", *OWN, "--no-semantic")
    assert found.status == 0
    assert found.out.startswith("1. 0.")
    assert "The dam broke in 1911. [a]" in found.out
    assert "shared: dam" in found.out
    assert "2 statements searched" in found.err
    explained = run("claims", "search", "$3m for the bridges", *OWN, "--no-semantic", "--explain")
    added = [row.split(maxsplit=2) for row in explained.out.splitlines() if row.startswith("   +")]
    assert {(kind, told) for _, kind, told in added} >= {("number", "3 m"), ("word", "bridges")}
    best = float(explained.out.split()[1])
    assert sum(float(weight) for weight, *_ in added) == pytest.approx(best, abs=0.01)


@pytest.mark.usefixtures("some")
def test_a_word_that_is_near_is_told_as_the_statement_has_it(run: Run) -> None:
    explained = run("claims", "search", "a viaduct of three millions, bridgee", *OWN, "--no-semantic", "--explain")
    assert "bridgee, spelled like “bridge”" in explained.out


@needs_extra
@pytest.mark.usefixtures("some")
def test_search_ranks_by_meaning_where_the_extra_is_installed(run: Run) -> None:
    text = ("claims", "search", "money for a crossing over the river", "--top", "1", *OWN)
    found = run(*text)
    assert "The bridge cost $3 million. [b]\n   alike in meaning alone" in found.out
    assert "embedding 2 statements" in found.err
    again = run(*text, "--semantic", "--explain")
    assert "meaning" in again.out and "embedding" not in again.err
    assert "[b]" not in run(*text, "--no-semantic").out


def test_search_tells_of_what_is_known_to_be_false(run: Run) -> None:
    Path("reviews.json").write_text(json.dumps(REVIEW))
    run("claims", "import", "claimreview", "reviews.json", "-o", "moon.yaml")
    found = run("claims", "search", "cheese", "--no-default-claims", "--claims", "moon.yaml")
    assert "The Moon is made of cheese. [moon] (false: rated “False”)" in found.out


@pytest.mark.usefixtures("some")
def test_search_for_what_is_not_there(run: Run) -> None:
    found = run("claims", "search", "zyzzyva", *OWN)
    assert (found.status, found.out) == (0, "nothing shares a word, a name or a number with it\n")


@pytest.mark.usefixtures("some")
def test_a_batch_of_queries(run: Run) -> None:
    queries = [
        {"id": "q1", "text": "dam"},
        {"id": "q2", "text": "zyzzyva", "relevant": ["a"]},
        {"id": "q3", "text": ""},
    ]
    Path("queries.jsonl").write_text("\n".join(map(json.dumps, queries)) + "\n\n")
    found = run("claims", "search", "--batch", "queries.jsonl", "--top", "1", "--format", "jsonl", *OWN)
    answers = [json.loads(row) for row in found.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["q1", "q2", "q3"]
    assert [[result["reference"] for result in answer["results"]] for answer in answers] == [["a"], [], []]
    assert set(answers[0]["results"][0]) == {"reference", "score"}
    explained = run("claims", "search", "dam", "--format", "jsonl", "--explain", "--no-semantic", *OWN)
    (result,) = json.loads(explained.out)["results"]
    assert result["why"][0]["term"] == "dam"


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "TEXT"),
        (("dam", "--batch", "some.jsonl"), "TEXT"),
        (("dam", "--format", "xml"), "--format"),
        (("dam", "--top", "0"), "--top"),
        (("--batch", "no.jsonl"), "no.jsonl"),
        (("--batch", "some.jsonl"), "some.jsonl:1"),
        (("dam", "--claims", "no.yaml"), "no.yaml"),
    ],
)
def test_what_search_can_not_use(run: Run, arguments: tuple[str, ...], told: str) -> None:
    found = run("claims", "search", *arguments, *OWN)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


def test_import_lint_search_and_export(run: Run) -> None:
    Path("reviews.json").write_text(json.dumps([REVIEW, {**REVIEW, "claimReviewed": ""}]))
    imported = run("claims", "import", "claimreview", "reviews.json", "-o", "moon.yaml")
    assert imported.status == 0
    assert "2 reviews, 1 references: 1 false, 0 mixed, 0 true" in imported.err
    assert "left out" in imported.err
    assert run("claims", "lint", "--no-default-claims", "moon.yaml").out == "moon.yaml: errors 0, warnings 0\n"
    found = run("claims", "search", "cheese", "--no-default-claims", "--claims", "moon.yaml")
    assert "[moon]" in found.out
    exported = run("claims", "export", "claimreview", "moon.yaml", "-o", "moon.json")
    assert (exported.status, exported.out) == (0, "")
    assert "reviewRating" not in Path("moon.json").read_text()
    signed = json.loads(run("claims", "export", "claimreview", "moon.yaml", "--curator", "A. Curator").out)
    assert signed["@graph"][0]["reviewRating"]["alternateName"] == "False"
    Path("again.json").write_text(json.dumps(signed))
    assert "1 false" in run("claims", "import", "claimreview", "again.json").err


def test_import_goes_on_behind_what_it_can_not_read(run: Run) -> None:
    Path("some.jsonl").write_text(json.dumps(REVIEW) + "\n{\n" + json.dumps({**REVIEW, "identifier": "b"}) + "\n")
    found = run("claims", "import", "claimreview", "no.json", "some.jsonl")
    assert found.status == 2
    assert "no.json" in found.err
    assert "some.jsonl:2" in found.err
    assert found.out.count("- id:") == 2


def test_import_of_what_holds_no_review(run: Run) -> None:
    Path("x.json").write_text("{}")
    found = run("claims", "import", "claimreview", "x.json")
    assert found.status == 0
    assert "no ClaimReview" in found.err
    assert run("claims", "import", "claimreview", "x.json", "-o", "x.txt").status == 2
    assert run("claims", "import", "claimreview", "x.json", "-o", "no/x.yaml").status == 2
