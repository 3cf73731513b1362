from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from opedcheck.model import Statement, partial
from opedcheck.references import lint, load, writing
from opedcheck.references.claimreview import LeftOut, Unreadable, document, reviews, statements
from opedcheck.references.claimreview.dates import in_address, read
from opedcheck.references.claimreview.ratings import rating
from opedcheck.references.writing import written

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checkers.example/2019/02/28/moon/",
    "claimReviewed": "The Moon is made of cheese.",
    "name": "No, it is rock",
    "datePublished": "2019-03-01T10:00:00Z",
    "author": {"@type": "Organization", "name": "The Checkers"},
    "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A Mouse"}},
}


def found(node: Any) -> list[dict[str, Any] | Unreadable]:
    return list(reviews(json.dumps(node).encode()))


def made(*nodes: dict[str, Any]) -> list[Statement | LeftOut]:
    return list(statements(nodes))


def one(node: dict[str, Any]) -> Statement:
    (only,) = made(node)
    assert isinstance(only, Statement)
    return only


@pytest.mark.parametrize(
    ("node", "verdict", "original"),
    [
        ("False", "false", "False"),
        ("FALSE", "false", "FALSE"),
        ("Pants on Fire!", "false", "Pants on Fire!"),
        ({"alternateName": "False: there is no such office"}, "false", "False: there is no such office"),
        ({"alternateName": "Faux"}, "false", "Faux"),
        ({"alternateName": ["Fałsz"]}, "false", "Fałsz"),
        ("True", "true", "True"),
        ({"alternateName": "True, but misleading"}, "mixed", "True, but misleading"),
        ({"alternateName": "True. Yet the year is wrong"}, "mixed", "True. Yet the year is wrong"),
        ({"alternateName": "Not false"}, "mixed", "Not false"),
        ("Half-True", "mixed", "Half-True"),
        ("Mostly False", "mixed", "Mostly False"),
        # Words come before numbers.
        ({"alternateName": "Mostly true", "ratingValue": 5, "bestRating": 5, "worstRating": 1}, "mixed", "Mostly true"),
        ({"alternateName": "False", "ratingValue": 5}, "false", "False"),
        ({"alternateName": "Satire", "ratingValue": "1"}, "mixed", "Satire"),
        ({"alternateName": "Three whatsits", "ratingValue": "1"}, "false", "Three whatsits"),
        # Numbers, on their scale or on none.
        (1, "false", "1"),
        ("5", "true", "5"),
        ({"ratingValue": 1, "bestRating": 5}, "false", "1 of 5"),
        ({"ratingValue": "2", "bestRating": "10", "worstRating": "2"}, "false", "2 of 10"),
        ({"ratingValue": 4, "bestRating": 5}, "mixed", "4 of 5"),
        ({"ratingValue": -1, "bestRating": 5}, "mixed", "-1 of 5"),
        ({"ratingValue": 100, "bestRating": 5}, "mixed", "100 of 5"),
        ({"ratingValue": 1, "bestRating": 1, "worstRating": 5}, "mixed", "1 of 1"),
        ({"ratingValue": "False"}, "false", "False"),
        ({"ratingValue": float("nan")}, "mixed", None),
        ([{"name": "Rating"}, {"alternateName": "False"}], "false", "False"),
        (True, "mixed", None),
        (None, "mixed", None),
        ([], "mixed", None),
        ({"alternateName": ""}, "mixed", None),
    ],
)
def test_ratings(node: Any, verdict: str, original: str | None) -> None:
    assert (rating(node).verdict, rating(node).original) == (verdict, original)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-01", "2019-03-01"),
        ("2019-03-01T10:00:00+02:00", "2019-03-01"),
        ("2019-03", "2019-03"),
        ("on Thursday, August 23rd, 2007", "2007-08-23"),
        ("Sept. 4, 2019", "2019-09-04"),
        ("4 September 2019", "2019-09-04"),
        ("", None),
        ("yesterday", None),
        ("2019-02-30", None),
        ("Foo 3, 2019", None),
        ("20190301", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert read(text) == (partial(day) if day else None)
    if day:
        assert written(partial(day)) == day


def test_a_date_in_an_address() -> None:
    assert in_address("https://x.example/statements/2019/feb/8/who/what/") == partial("2019-02-08")
    assert in_address("https://x.example/2019/02/28/what/") == partial("2019-02-28")
    assert in_address("https://x.example/2019/99/28/what/") is None
    assert in_address("https://x.example/what/") is None


@pytest.mark.parametrize(
    "node",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"dataFeedElement": [{"item": [REVIEW]}]},
        {**REVIEW, "@type": ["Review", "ClaimReview"]},
        {**REVIEW, "@type": "http://schema.org/ClaimReview"},
        {**REVIEW, "@type": "schema:ClaimReview"},
        {key: value for key, value in REVIEW.items() if key != "@type"},
        {
            "@graph": [
                {**REVIEW, "author": {"@id": "#us"}},
                {"@id": "#us", "name": "The Checkers"},
            ]
        },
        {
            "claims": [
                {
                    "text": REVIEW["claimReviewed"],
                    "claimant": "A Mouse",
                    "claimReview": [
                        {
                            "publisher": {"name": "The Checkers", "site": "checkers.example"},
                            "url": REVIEW["url"],
                            "title": REVIEW["name"],
                            "reviewDate": "2019-03-01T00:00:00Z",
                            "textualRating": "False",
                        }
                    ],
                }
            ]
        },
    ],
)
def test_reviews_wherever_they_are(node: Any) -> None:
    (review,) = found(node)
    assert isinstance(review, dict)
    statement = one(review)
    assert statement == one(REVIEW)
    assert statement.statement == "The Moon is made of cheese."
    assert (statement.verdict, statement.rating, statement.claimant) == ("false", "False", "A Mouse")
    (source,) = statement.sources
    assert (source.publisher, source.title, source.url) == ("The Checkers", REVIEW["name"], REVIEW["url"])
    assert source.published == partial("2019-03-01")


def test_what_is_no_review() -> None:
    assert found({"@type": "Article", "name": "x"}) == []
    assert found(3) == []
    assert found([]) == []


def test_json_lines_go_on_behind_a_broken_one() -> None:
    rows = [json.dumps(REVIEW), '{"@type": ', "", json.dumps({**REVIEW, "identifier": "b"})]
    got = list(reviews("\n".join(rows).encode()))
    assert [type(one) for one in got] == [dict, Unreadable, dict]
    assert isinstance(got[1], Unreadable)
    assert got[1].line == 2


@pytest.mark.parametrize(
    ("data", "line"), [(b"{\n  nope\n}", 2), (b"\xff", 1), (b'{"a"\n:1,\n\xff}', 3), (b"", 1), (b"[" * 100_000, 1)]
)
def test_what_is_no_json(data: bytes, line: int) -> None:
    got = list(reviews(data))
    assert [one.line for one in got if isinstance(one, Unreadable)] == [line]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"claimReviewed": ""}, "which claim"),
        ({"claimReviewed": None, "itemReviewed": None}, "which claim"),
        ({"author": None, "url": None}, "neither its author nor its address"),
    ],
)
def test_what_is_left_out(change: dict[str, Any], why: str) -> None:
    (left,) = made({**REVIEW, **change})
    assert isinstance(left, LeftOut)
    assert why in left.why


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claimReviewed": '"It is so."'}, "It is so."),
        ({"claimReviewed": '"It" is "so"'}, '"It" is "so"'),
        ({"claimReviewed": "A &amp; B\n are <b>one</b>"}, "A & B are one"),
        ({"claimReviewed": "a < b and c > d"}, "a < b and c > d"),
        ({"claimReviewed": None, "itemReviewed": {"name": "Said elsewhere."}}, "Said elsewhere."),
        ({"claimReviewed": ["In a list."]}, "In a list."),
    ],
)
def test_the_claim(change: dict[str, Any], said: str) -> None:
    assert one({**REVIEW, **change}).statement == said


def test_the_site_stands_in_for_a_missing_author() -> None:
    assert one({**REVIEW, "author": {}}).sources[0].publisher == "checkers.example"


def test_an_address_that_is_none_is_dropped() -> None:
    statement = one({**REVIEW, "url": "javascript:alert(1)"})
    assert statement.sources[0].url is None


def test_ids() -> None:
    other = {**REVIEW, "claimReviewed": "The Moon is made of Swiss cheese."}
    ids = [s.id for s in made(REVIEW, REVIEW, other) if isinstance(s, Statement)]
    assert len(ids) == len(set(ids)) == 2  # the same review twice is one
    assert ids[1] == f"{ids[0]}-2"
    assert one({**REVIEW, "identifier": "MOON 7"}).id == "moon-7"
    assert one({**REVIEW, "identifier": {"@type": "PropertyValue", "value": "m7"}}).id == "m7"


TRICKY = [
    {**REVIEW, "claimReviewed": text, "identifier": f"t{number}"}
    for number, text in enumerate(
        (
            "yes",
            "null",
            "1:30",
            "- a: b # c",
            "it's {odd}",
            "'",
            "~",
            "2019-01-01",
            "é — “x”",
            "NO",
            "a: [b",
            "&x *y !z %",
        )
    )
]


@pytest.mark.parametrize("suffix", ["yaml", "jsonl"])
def test_what_is_written_can_be_read(tmp_path: Path, suffix: str) -> None:
    given = [s for s in made(REVIEW, *TRICKY) if isinstance(s, Statement)]
    path = tmp_path / f"x.{suffix}"
    path.write_text(writing.as_yaml(given, "# a") if suffix == "yaml" else writing.as_jsonl(given), encoding="utf-8")
    assert [fault for fault in lint([path]) if fault.severity == "error"] == []
    nowhere = given[0].at
    read_again = [msgspec.structs.replace(r, at=nowhere) for r in load([path], default_claims=False).records]
    assert read_again == given


def test_nothing_to_write_is_a_file_all_the_same() -> None:
    assert writing.as_yaml([], "# a").endswith("statements: []\n")


def test_no_rating_without_a_curator() -> None:
    (review,) = document([one(REVIEW)])["@graph"]
    assert "reviewRating" not in review
    assert "author" not in review
    assert review["claimReviewed"] == REVIEW["claimReviewed"]
    assert review["isBasedOn"][0]["url"] == REVIEW["url"]


@pytest.mark.parametrize("words", ["False", "Half-True", "Pants on Fire!", "Something else", "True"])
def test_export_and_import_again(words: str) -> None:
    given = one({**REVIEW, "reviewRating": words})
    (review,) = found(document([given], curator="A. Curator"))
    assert isinstance(review, dict)
    assert review["reviewRating"]["author"]["name"] == "A. Curator"
    again = one(review)
    for key in ("id", "statement", "title", "verdict", "claimant"):
        assert getattr(again, key) == getattr(given, key)
    assert again.sources[1:] == given.sources


def test_real_reviews(shared: Path, tmp_path: Path) -> None:
    data = (shared / "bench/matching/claimreview.jsonl").read_bytes()
    rows = [json.loads(row) for row in data.splitlines()]
    got = [s for s in statements(r for r in reviews(data) if isinstance(r, dict)) if isinstance(s, Statement)]
    assert [s.id for s in got] == [row["identifier"] for row in rows]
    words = {row["identifier"]: row["reviewRating"]["alternateName"] for row in rows}
    plain = {"False": "false", "FALSE": "false", "Pants on Fire!": "false", "True": "true", "TRUE": "true"}
    assert all(s.verdict == plain.get(words[s.id], "mixed") for s in got)
    path = tmp_path / "real.yaml"
    path.write_text(writing.as_yaml(got, "# a"), encoding="utf-8")
    assert not [fault for fault in lint([path], default_claims=False) if fault.severity == "error"]
    assert len(load([path], default_claims=False).records) == len(rows)
