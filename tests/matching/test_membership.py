"""Who belongs to what, and which place lies in which."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import PUBLISHED, body, claim, known, place

from opedcheck.matching.membership import membership
from opedcheck.matching.membership import place as places
from opedcheck.model import MembershipMatch

INDEX = known(
    body("NATO", "finland 2023-04-04..", "sweden 2024-03-07..", "france 1949-08-24..", "ruritania 2000..2010"),
    body("Partners", "japan 2012..", partial=True),
    body("Pact", "iceland by 2021-06-01"),
    body("G8", "russia 1997-06-20..2014-03-25", "russia 2030-01-01.."),
    body("Listless"),
    place("Europe", kind="region"),
    place("Lithuania", "europe", kind="country"),
    place("Latvia", "europe", kind="country"),
    place("Vilnius", "lithuania"),
    place("Nowhere"),
    place("Texas", kind="region"),
    place("Atlantic Ocean", kind="water"),
)


def match(member: str, group: str, published: date | None = PUBLISHED, **slots: str) -> MembershipMatch:
    slots.setdefault("predicate", "member")
    (found,) = membership(claim("membership", subject=member, object=group, **slots), INDEX, published)
    return found


@pytest.mark.parametrize(
    ("member", "group", "when", "held"),
    [
        ("@finland", "@nato", None, True),
        ("@sweden", "@nato", None, False),
        ("@sweden", "@nato", "2024-03-07", True),
        ("@sweden", "@nato", "2024", True),
        ("@sweden", "@nato", "2024-03-06", False),
        ("@japan", "@nato", None, False),
        ("@japan", "@partners", None, True),
        ("@japan", "@partners", "2012-06-01", None),
        ("@korea", "@partners", None, None),
        ("@ruritania", "@nato", None, False),
        ("@ruritania", "@nato", "2005", True),
        ("@ruritania", "@nato", "2010-06-01", None),
        ("@russia", "@g8", None, False),
        ("@russia", "@g8", "2010", True),
        ("@russia", "@g8", "2031", True),
        ("@iceland", "@pact", "2019", None),
        ("@iceland", "@pact", "2022", True),
    ],
)
def test_whether_a_body_has_a_member(member: str, group: str, when: str | None, held: bool | None) -> None:
    more = {"when": when} if when else {}
    assert match(member, group, **more).held is held


@pytest.mark.parametrize(
    ("member", "when", "since"),
    [
        ("@finland", "2023-04", "agrees"),
        ("@finland", "2023", "agrees"),
        ("@finland", "2022", "differs"),
        ("@finland", "2023-04-05", "differs"),
        ("@finland", None, "unknown"),
        ("@japan", "2023", "unknown"),
        ("@ruritania", "2000-02-03", "agrees"),
    ],
)
def test_since_when(member: str, when: str | None, since: str) -> None:
    more = {"when": when} if when else {}
    assert match(member, "@nato", predicate="join", **more).since == since


@pytest.mark.parametrize(("when", "since"), [("2019", "unknown"), ("2021-06-01", "unknown"), ("2022", "differs")])
def test_since_when_where_it_is_known_by_a_day_alone(when: str, since: str) -> None:
    assert match("@iceland", "@pact", predicate="join", when=when).since == since


def test_an_undated_article_tells_no_membership() -> None:
    assert match("@finland", "@nato", None).held is None
    assert match("@japan", "@nato", None).held is False  # on no list at any time


@pytest.mark.parametrize(
    ("member", "group"),
    [("@finland", "@listless"), ("@finland", "@unheard-of"), ("the novelist", "@nato"), ("@finland", "the club")],
)
def test_what_is_not_known_gives_no_match(member: str, group: str) -> None:
    assert list(membership(claim("membership", subject=member, object=group), INDEX, PUBLISHED)) == []


@pytest.mark.parametrize(
    ("inner", "land", "agrees"),
    [
        ("@vilnius", "@lithuania", True),
        ("@vilnius", "@europe", True),
        ("@vilnius", "@latvia", False),
        ("@vilnius", "@nowhere", None),
        ("@vilnius", "@texas", None),
        ("@lithuania", "@latvia", None),
        ("@nowhere", "@latvia", None),
        ("@unheard-of", "@latvia", None),
        ("@vilnius", "@unheard-of", None),
        ("@vilnius", "the west", None),
    ],
)
def test_a_place_within_another(inner: str, land: str, agrees: bool | None) -> None:
    found = list(places(claim("place", subject=inner, object=land), INDEX))
    assert [match.agrees for match in found] == ([] if agrees is None else [agrees])


def test_places_that_lie_in_each_other_end_the_search() -> None:
    index = known(
        place("A", "b"), place("B", "c", kind="region"), place("C", "b", kind="region"), place("D", kind="country")
    )
    (found,) = places(claim("place", subject="@a", object="@d"), index)
    assert not found.agrees
