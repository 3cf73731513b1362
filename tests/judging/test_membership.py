"""Memberships, and places within places: claim and records in, verdict and rule out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import PUBLISHED, body, claim, judged, known, outcome, place

INDEX = known(
    body("NATO", "finland 2023-04-04..", "sweden 2024-03-07..", "france 1949-08-24..", "ruritania 2000..2010"),
    body("Partners", "japan 2012..", partial=True),
    body("Pact", "japan by 2021-06-01"),
    *(place(name, kind="country") for name in ("Finland", "Sweden", "Japan", "Lithuania", "Latvia")),
    place("Vilnius", "lithuania"),
)
SUPPORTED, OPEN = ("supported", None), ("unverified", None)
MEMBER, DATE, PLACE = (("contradicted", f"{kind}-mismatch") for kind in ("membership", "date", "place"))


@pytest.mark.parametrize(
    ("member", "group", "more", "expected"),
    [
        ("@finland", "@nato", {}, SUPPORTED),
        ("@finland", "@nato", {"negated": True}, MEMBER),
        ("@finland", "@nato", {"when": "2022"}, MEMBER),
        ("@finland", "@nato", {"when": "2022", "negated": True}, SUPPORTED),
        ("@japan", "@nato", {}, MEMBER),
        ("@japan", "@nato", {"negated": True}, SUPPORTED),
        ("@sweden", "@nato", {}, MEMBER),
        ("@sweden", "@nato", {"when": "2024-04"}, SUPPORTED),
        ("@ruritania", "@nato", {}, MEMBER),
        ("@ruritania", "@nato", {"when": "2005"}, SUPPORTED),
        # a list that is not complete denies nobody
        ("@finland", "@partners", {}, OPEN),
        ("@japan", "@partners", {}, SUPPORTED),
        ("@japan", "@partners", {"negated": True}, MEMBER),
        # not asserted
        ("@japan", "@nato", {"modality": "predicted"}, OPEN),
        ("@japan", "@nato", {"modality": "hypothetical"}, OPEN),
        ("@japan", "@nato", {"modality": "questioned"}, OPEN),
        ("@japan", "@nato", {"modality": "opinion"}, OPEN),
        # a past that is not named
        ("@ruritania", "@nato", {"past": True}, OPEN),
        ("@finland", "@nato", {"past": True}, SUPPORTED),
        ("@finland", "@nato", {"past": True, "negated": True}, OPEN),
        # since when
        ("@finland", "@nato", {"predicate": "join", "when": "2023-04"}, SUPPORTED),
        ("@finland", "@nato", {"predicate": "join", "when": "2022-04"}, DATE),
        ("@finland", "@nato", {"predicate": "join", "when": "2022-04", "past": True}, DATE),
        ("@sweden", "@nato", {"predicate": "join", "when": "2023-07-10"}, MEMBER),
    ],
)
def test_membership(member: str, group: str, more: dict[str, object], expected: tuple[str, str | None]) -> None:
    more = {"predicate": "member", **more}
    assert outcome(claim("membership", subject=member, object=group, **more), INDEX) == expected


@pytest.mark.parametrize(("member", "expected"), [("@finland", OPEN), ("@japan", MEMBER)])
def test_an_undated_article_tells_only_what_no_date_makes_right(member: str, expected: tuple[str, str | None]) -> None:
    assert outcome(claim("membership", subject=member, object="@nato", predicate="member"), INDEX, None) == expected


def test_the_wrong_year_of_joining_is_underlined_alone() -> None:
    joined = claim(
        "membership", subject="@finland", object="@nato", predicate="join", when="2022-04", when_start=30, when_end=40
    )
    found = judged(joined, INDEX)
    assert (found.start, found.end, found.suggestion) == (30, 40, "4 April 2023")


def test_a_year_after_the_day_by_which_it_was_held_is_wrong_and_no_other_is_suggested() -> None:
    found = judged(claim("membership", subject="@japan", object="@pact", predicate="join", when="2022"), INDEX)
    message = "Japan is on the list of members of Pact by 1 June 2021."
    assert (found.rule and found.rule.name, found.message, found.suggestion) == ("date-mismatch", message, None)


@pytest.mark.parametrize(
    ("member", "published", "message"),
    [
        ("@japan", PUBLISHED, "Japan is not on the list of members of NATO."),
        ("@sweden", PUBLISHED, "Sweden is on the list of members of NATO since 7 March 2024."),
        ("@ruritania", date(2020, 1, 1), "ruritania is on the list of members of NATO since 2000 until 2010."),
    ],
)
def test_the_message_tells_what_the_list_says(member: str, published: date, message: str) -> None:
    assert judged(claim("membership", subject=member, object="@nato"), INDEX, published).message == message


@pytest.mark.parametrize(
    ("land", "expected"),
    [("@lithuania", SUPPORTED), ("@latvia", PLACE), ("@atlantis", OPEN), ("the north", OPEN)],
)
def test_a_city_in_a_country(land: str, expected: tuple[str, str | None]) -> None:
    assert outcome(claim("place", subject="@vilnius", object=land, predicate="lie"), INDEX) == expected


def test_a_city_put_elsewhere_is_given_its_country() -> None:
    found = judged(claim("place", subject="@vilnius", object="@latvia", predicate="lie"), INDEX)
    assert (found.message, found.suggestion) == ("Vilnius lies in Lithuania, not in Latvia.", "Vilnius, Lithuania")
