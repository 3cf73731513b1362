"""Names and offices beside the people known."""

from __future__ import annotations

import pytest
from tests.by_hand import PUBLISHED, known, named, office, person, place

from opedcheck.matching.lookalikes import alike, lookalikes, split
from opedcheck.matching.people import name
from opedcheck.matching.people import office as offices
from opedcheck.model import OfficeMatch

PM, FRENCH = "Prime Minister of japan", "President of france"
INDEX = known(
    place("Japan", kind="country"),
    place("France", kind="country"),
    place("United States", kind="country"),
    person("Fumio Kishida", f"{PM} 2021-10-04..2024-10-01"),
    person("Yoshihide Suga", f"{PM} 2020-09-16..2021-10-04"),
    person("Shinzo Abe", f"{PM} 2006-09-26..2007-09-26", f"{PM} 2012-12-26..2020-09-16"),
    person("Emmanuel Macron", f"{FRENCH} 2017-05-14.."),
    person("Nicolas Sarkozy", f"{FRENCH} 2007-05-16..2012-05-15"),
    person("George H. W. Bush", "President of united-states 1989-01-20..1993-01-20"),
    person("George W. Bush", "President of united-states 2001-01-20..2009-01-20"),
    person("Xi Jinping", "President of china 2013-03-14..", surname="Xi"),
    person("Ursula von der Leyen", "President of european-commission 2019-12-01..", surname="von der Leyen"),
    person("Ann Smith", "Mayor of springfield 2020-01-01.."),
)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Emanuel", "Emmanuel", True),
        ("Fumiko", "Fumio", True),
        ("Macaron", "Macron", True),
        ("Volodimir", "Volodymyr", False),
        ("Emmanuel", "Emmanuel", False),
        ("John", "Joan", False),
        ("Ann", "Anne", False),
        ("Yoshihide", "Fumio", False),
        ("George", "George W.", False),
        ("George Walker", "George", False),
        ("Éric", "Eric", False),
    ],
)
def test_alike(ours: str, theirs: str, same: bool) -> None:
    assert alike(ours, theirs) is alike(theirs, ours) is same


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Kishida", ("", "Kishida")),
        ("Yoshihide Kishida", ("Yoshihide", "Kishida")),
        ("Ursel von der Leyen", ("Ursel", "von der Leyen")),
        ("Xi Jinpeng", ("Jinpeng", "Xi")),
        ("Mary Jane Watson", ("Mary Jane", "Watson")),
    ],
)
def test_split(written: str, parts: tuple[str, str]) -> None:
    assert split(written, INDEX) == parts


@pytest.mark.parametrize(
    ("written", "shares"),
    [
        ("Yoshihide Kishida", {"fumio-kishida": "surname", "yoshihide-suga": "given"}),
        ("Fumiko Kishida", {"fumio-kishida": "spelling"}),
        ("Emanuel Macron", {"emmanuel-macron": "spelling"}),
        ("Emmanuel Macaron", {"emmanuel-macron": "spelling"}),
        ("Brigitte Macron", {"emmanuel-macron": "surname"}),
        ("Emmanuel Hollande", {"emmanuel-macron": "given"}),
        ("Emmanuel Jean Macron", {}),
        ("George Bush", {}),
        ("Jeb Bush", {"george-h.-w.-bush": "surname", "george-w.-bush": "surname"}),
        ("Jinpeng Xi", {"xi-jinping": "spelling"}),
        ("John Doe", {}),
        ("Macron", {"emmanuel-macron": "surname"}),
        ("Macaron", {}),
    ],
)
def test_lookalikes(written: str, shares: dict[str, str]) -> None:
    assert {like.person.id: like.shares for like in lookalikes(written, INDEX, None, None)} == shares


def test_a_bare_misspelt_name_is_sought_among_the_holders_of_its_office() -> None:
    found = {like.person.id: like.shares for like in lookalikes("Macaron", INDEX, ("president", "france"), None)}
    assert found == {"emmanuel-macron": "spelling"}


def test_a_name_nobody_shares_gives_no_match() -> None:
    assert list(name(named("John Doe"), INDEX)) == []
    assert [match.person.id for match in name(named("Ann Smith", entity="ann-smith"), INDEX) if match.person] == [
        "ann-smith"
    ]


def match(*slots: str | None, **more: object) -> OfficeMatch:
    (found,) = offices(office(*slots, **more), INDEX, PUBLISHED)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("slots", "more", "held", "ever", "near"),
    [
        (("Fumio Kishida", "PM", "japan", "fumio-kishida"), {}, True, True, True),
        (("Fumio Kishida", "premier", "japan", "fumio-kishida"), {}, True, True, True),
        (("Fumio Kishida", "PM", "japan", "fumio-kishida"), {"when": "2020"}, False, True, False),
        (("Fumio Kishida", "PM", "japan", "fumio-kishida"), {"when": "2021"}, True, True, True),
        (("Fumio Kishida", "PM", "japan", "fumio-kishida"), {"when": "2021-09-30"}, False, True, True),
        (("Shinzo Abe", "PM", "japan", "shinzo-abe"), {}, False, True, False),
        (("Shinzo Abe", "PM", "japan", "shinzo-abe"), {"when": "2010"}, False, True, False),
        (("Shinzo Abe", "PM", "japan", "shinzo-abe"), {"when": "2007"}, True, True, True),
        (("Emmanuel Macron", "President", "germany", "emmanuel-macron"), {}, False, False, False),
        (("Emmanuel Macron", "President", None, "emmanuel-macron"), {}, True, True, True),
        (("Emmanuel Macron", "Prime Minister", "france", "emmanuel-macron"), {}, False, False, False),
    ],
)
def test_whether_an_office_is_held(
    slots: tuple[str, ...], more: dict[str, str], held: bool, ever: bool, near: bool
) -> None:
    found = match(*slots, **more)
    assert (found.held, found.ever, found.near) == (held, ever, near)


def test_the_office_tells_who_held_it_then() -> None:
    assert match("Shinzo Abe", "PM", "japan", "shinzo-abe").holder == INDEX.holdings["fumio-kishida"][0]
    assert match("Shinzo Abe", "PM", "japan", "shinzo-abe", when="1990").holder is None


def test_a_bare_surname_is_the_one_bearer_who_held_the_office() -> None:
    assert match("Kishida", "Prime Minister", "japan").person == INDEX.records["fumio-kishida"]
    assert match("Bush", "President", "united-states").person is None
    assert match("Smith", "President", "france").person is None


def test_what_is_no_title_gives_no_match() -> None:
    assert list(offices(office("Fumio Kishida", "novelist", "japan", "fumio-kishida"), INDEX, PUBLISHED)) == []


def test_without_any_date_nothing_is_told() -> None:
    (found,) = offices(office("Shinzo Abe", "PM", "japan", "shinzo-abe"), INDEX, None)
    assert (found.held, found.holder, found.asked) == (None, None, None)


def test_a_time_told_elsewhere_in_the_sentence() -> None:
    assert match("Shinzo Abe", "PM", "japan", "shinzo-abe", told=("2007",)).told
    assert not match("Shinzo Abe", "PM", "japan", "shinzo-abe", told=("2010",)).told
