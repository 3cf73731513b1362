"""Offices and names: claim and records in, verdict and rule out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import body, judged, known, named, office, outcome, person, place

from opedcheck.model import Reading, Seat, Sentence

PM = "Prime Minister of japan"
INDEX = known(
    *(place(name, kind="country") for name in ("Japan", "France", "Germany", "United States", "China")),
    person("Fumio Kishida", f"{PM} 2021-10-04..2024-10-01"),
    person("Yoshihide Suga", f"{PM} 2020-09-16..2021-10-04"),
    person("Shinzo Abe", f"{PM} 2006-09-26..2007-09-26", f"{PM} 2012-12-26..2020-09-16"),
    person("Emmanuel Macron", "President of france 2017-05-14.."),
    person("Nicolas Sarkozy", "President of france 2007-05-16..2012-05-15"),
    person("Edouard Philippe", "Prime Minister of france 2017-05-15..2020-07-03"),
    person("Frank-Walter Steinmeier", "President of germany 2017-03-19.."),
    person("Donald Trump", "President of united-states 2017-01-20..2021-01-20"),
    person("Joe Biden", "President of united-states 2021-01-20.."),
    person("George H. W. Bush", "President of united-states 1989-01-20..1993-01-20"),
    person("George W. Bush", "President of united-states 2001-01-20..2009-01-20"),
    person("Xi Jinping", "President of china 2013-03-14..", surname="Xi"),
    person("Ann Smith", "Foreign Minister of japan 2023.."),
    person("Bob Jones", "Foreign Minister of japan"),
    person("Kay Writer", "Senator of united-states 1990-01-03..1996-01-03"),
    place("Ohio", within="united-states"),
    body("League"),
    person("James Madison", "President of united-states 1809-03-04..1817-03-04"),
    person("Ada Ohler", "Senator of ohio 2015-01-03..2021-01-03"),
    person("Tim Moor", "Senator of ohio 2009-01-03.."),
    person("Macy Kay", "Senator of ohio 2025-01-03.."),
    person("Joe Brown", "Senator of ohio 2019-01-03.."),
    person("Joe R. Brown", "Prime Minister of france 1990-01-01..1996-01-01"),
)
SUPPORTED, OPEN = ("supported", None), ("unverified", None)
OFFICE, NAME = ("contradicted", "office-mismatch"), ("contradicted", "name-mismatch")
DOUBT = ("unverified", "doubtful-name")


@pytest.mark.parametrize(
    ("name", "title", "of", "more", "expected"),
    [
        # held
        ("Fumio Kishida", "Prime Minister", "japan", {}, SUPPORTED),
        ("Fumio Kishida", "PM", "japan", {}, SUPPORTED),
        ("Fumio Kishida", "Prime Minister", None, {}, SUPPORTED),
        ("Shinzo Abe", "Prime Minister", "japan", {"when": "2015"}, SUPPORTED),
        ("Shinzo Abe", "Prime Minister", "japan", {"told": ("2015",)}, SUPPORTED),
        # another's office
        ("Emmanuel Macron", "President", "germany", {}, OFFICE),
        ("Emmanuel Macron", "Prime Minister", "france", {}, OFFICE),
        ("Fumio Kishida", "President", "japan", {}, OFFICE),
        ("Fumio Kishida", "Emperor", "japan", {}, OFFICE),
        # left long ago
        ("Shinzo Abe", "Prime Minister", "japan", {}, OFFICE),
        ("Nicolas Sarkozy", "President", "france", {}, OFFICE),
        ("Shinzo Abe", "Prime Minister", "japan", {"when": "2010"}, OFFICE),
        ("Shinzo Abe", "Prime Minister", "japan", {"when": "2010", "told": ("2015",)}, OFFICE),
        # not yet
        ("Fumio Kishida", "Prime Minister", "japan", {"when": "2015"}, OFFICE),
        # near a change of hands
        ("Yoshihide Suga", "Prime Minister", "japan", {"when": "2021-12-01"}, OPEN),
        ("Fumio Kishida", "Prime Minister", "japan", {"when": "2021-09-20"}, OPEN),
        ("Yoshihide Suga", "Prime Minister", "japan", {"when": "2022-03-01"}, OFFICE),
        # former, then, late
        ("Shinzo Abe", "Prime Minister", "japan", {"status": "former"}, SUPPORTED),
        ("Shinzo Abe", "Prime Minister", "japan", {"status": "then"}, SUPPORTED),
        ("Shinzo Abe", "Prime Minister", "japan", {"status": "late"}, SUPPORTED),
        ("Fumio Kishida", "Prime Minister", "japan", {"status": "former"}, OFFICE),
        ("Fumio Kishida", "Prime Minister", "japan", {"status": "then"}, SUPPORTED),
        ("Emmanuel Macron", "President", "germany", {"status": "former"}, OPEN),
        # elect
        ("Joe Biden", "President", "united-states", {"status": "elect"}, SUPPORTED),
        ("Emmanuel Macron", "President", "germany", {"status": "elect"}, OPEN),
        # told of the past
        ("Shinzo Abe", "Prime Minister", "japan", {"past": True}, SUPPORTED),
        ("Emmanuel Macron", "President", "germany", {"past": True}, OFFICE),
        # kept by courtesy
        ("Donald Trump", "President", None, {}, OPEN),
        ("Donald Trump", "President", "united-states", {}, OFFICE),
        ("Kay Writer", "Senator", None, {}, OPEN),
        ("Shinzo Abe", "Prime Minister", None, {}, OFFICE),
        # quoted: said who knows when
        ("Nicolas Sarkozy", "President", "france", {"quoted": True}, OPEN),
        ("Emmanuel Macron", "President", "germany", {"quoted": True}, OFFICE),
        # not asserted
        ("Shinzo Abe", "Prime Minister", "japan", {"negated": True}, OPEN),
        # a land that is not known, an office that the records may not tell
        ("Emmanuel Macron", "President", "Ruritania", {}, OPEN),
        ("Fumio Kishida", "Governor", "japan", {}, OPEN),
        ("Shinzo Abe", "Foreign Minister", "japan", {}, OPEN),
        # a body's president is no head of state
        ("Emmanuel Macron", "President", "league", {}, OPEN),
        # an office that many hold: of a state, or of the country that it is part of
        ("Tim Moor", "Senator", "united-states", {}, SUPPORTED),
        ("Ada Ohler", "Senator", "ohio", {}, OFFICE),
        ("Macy Kay", "Senator", "ohio", {}, OPEN),  # of the state's own legislature, before
        # dates too coarse, or none
        ("Ann Smith", "Foreign Minister", "japan", {"when": "2023-06-01"}, OPEN),
        ("Bob Jones", "Foreign Minister", "japan", {}, SUPPORTED),
    ],
)
def test_an_office_of_a_known_person(
    name: str, title: str, of: str | None, more: dict[str, object], expected: tuple[str, str | None]
) -> None:
    assert outcome(office(name, title, of, name.lower().replace(" ", "-"), **more), INDEX) == expected


@pytest.mark.parametrize(
    ("name", "title", "of", "more", "expected"),
    [
        # conflated and misspelt
        ("Yoshihide Kishida", "Prime Minister", "japan", {}, NAME),
        ("Shinzo Kishida", "Prime Minister", "japan", {}, NAME),
        ("Fumiko Kishida", "Prime Minister", "japan", {}, NAME),
        ("Edouard Macron", "President", "france", {}, NAME),
        ("Emmanuel Macaron", "President", "france", {}, NAME),
        ("Macaron", "President", "france", {}, NAME),
        ("John Doe", "Prime Minister", "japan", {}, NAME),
        ("Jinpeng Xi", "President", "china", {}, NAME),
        # of an office that many hold there is always one with that given name
        ("Tim Ohler", "Senator", "ohio", {"status": "former"}, OPEN),
        # a description, not a title: may be of someone else
        ("John Doe", "prime minister", "japan", {}, OPEN),
        ("Yoshihide Kishida", "prime minister", "japan", {}, NAME),
        # whose office is implied by whom the name is made of
        ("Yoshihide Kishida", "Prime Minister", None, {}, NAME),
        ("John Doe", "Prime Minister", None, {}, OPEN),
        # middle initials and shorter forms are no slips
        ("George Bush", "President", "united-states", {"status": "former"}, OPEN),
        ("Joe R. Biden", "President", "united-states", {}, SUPPORTED),
        ("Emmanuel Jean-Michel Frédéric Macron", "President", "france", {}, SUPPORTED),
        # namesakes
        ("Bush", "President", "united-states", {}, OPEN),
        ("Hiroshi Kishida", "Governor", "japan", {}, OPEN),
        # former holders: only who is surely misspelt or put together
        ("John Doe", "Prime Minister", "japan", {"status": "former"}, OPEN),
        ("Yoshihide Abe", "Prime Minister", "japan", {"status": "former"}, NAME),
        ("Shinzou Abe", "Prime Minister", "japan", {"status": "former"}, NAME),
        ("John Doe", "Prime Minister", "japan", {"past": True}, OPEN),
        # not asserted, not understood, not dated
        ("John Doe", "Prime Minister", "japan", {"modality": "hypothetical"}, OPEN),
        ("John Doe", "Prime Minister", "japan", {"modality": "questioned"}, OPEN),
        ("John Doe", "Prime Minister", "Ruritania", {}, OPEN),
        ("John Doe", "Prime Minister", "japan", {"when": "1950"}, OPEN),
        ("John Doe", "Senator", "united-states", {}, OPEN),
    ],
)
def test_an_office_of_an_unknown_name(
    name: str, title: str, of: str | None, more: dict[str, object], expected: tuple[str, str | None]
) -> None:
    assert outcome(office(name, title, of, **more), INDEX) == expected


@pytest.mark.parametrize(
    ("name", "also", "expected"),
    [
        ("Emanuel Macron", {"emmanuel-macron"}, NAME),
        ("Emanuel Macron", set(), OPEN),
        ("Emanuel Macron", {"fumio-kishida"}, OPEN),
        ("Yoshihide Kishida", {"fumio-kishida"}, DOUBT),
        ("Yoshihide Kishida", {"yoshihide-suga"}, DOUBT),
        ("Yoshihide Kishida", set(), OPEN),
        ("Brigitte Macron", {"emmanuel-macron"}, OPEN),
        ("Emmanuel Sarkozy", {"emmanuel-macron"}, DOUBT),
        ("Emmanuel Suga", {"emmanuel-macron", "yoshihide-suga"}, OPEN),
        ("George Bush", {"george-w.-bush"}, OPEN),
        ("James Biden", {"joe-biden"}, OPEN),  # two hundred years lie between the two
        ("Tim Ohler", {"ada-ohler", "tim-moor"}, OPEN),
        ("John Doe", {"fumio-kishida"}, OPEN),
    ],
)
def test_a_name_without_an_office(name: str, also: set[str], expected: tuple[str, str | None]) -> None:
    """It is judged only beside someone of the same article whom it may be."""
    assert outcome(named(name), INDEX, persons=frozenset(also)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yoshihide Kishida spoke.", DOUBT),
        ("His son Yoshihide Kishida spoke.", OPEN),
        ("They are brothers. Yoshihide Kishida spoke.", OPEN),
        ("Yoshihide Kishida spoke. Yoshihide Kishida left.", OPEN),
    ],
)
def test_a_relative_and_who_is_named_again_are_people_of_their_own(text: str, expected: tuple[str, str | None]) -> None:
    start = text.index("Yoshihide")
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    sentences = tuple(Sentence(start=a, end=b, checkworthiness=0) for a, b in zip([0, *ends], ends, strict=False))
    claim, reading = named("Yoshihide Kishida", start=start), Reading(sentences=sentences)
    assert outcome(claim, INDEX, persons=frozenset({"fumio-kishida"}), text=text, reading=reading) == expected


def test_a_common_surname_with_a_leaders_given_name_is_anybodys() -> None:
    people = [person("Boris Brown", f"{PM} 2010-01-01.."), person("Gordon Reed", f"{PM} 2005-01-01..2010-01-01")]
    assert outcome(named("Gordon Brown"), known(*people), persons=frozenset({"boris-brown"})) == OPEN


def test_of_an_office_that_states_have_too_a_given_name_tells_nothing() -> None:
    index = known(
        place("Japan", kind="country"),
        person("William Bar", "Attorney General of japan 2019-01-01.."),
        person("Anote Tung", "President of kiribati 2003-01-01..2016-01-01"),
    )
    named_too = frozenset({"william-bar"})
    assert outcome(office("William Tung", "Attorney General"), index, persons=named_too) == OPEN
    assert outcome(office("William Tung", "Attorney General", "japan"), index) == NAME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When Fumio Kishida is president, much will change.", OPEN),
        ("Now Fumio Kishida is president, much will change.", OFFICE),
    ],
)
def test_an_office_that_is_put_off_is_not_claimed_for_today(text: str, expected: tuple[str, str | None]) -> None:
    claim = office("Fumio Kishida", "president", "france", "fumio-kishida", start=text.index("Fumio"))
    assert outcome(claim, INDEX, text=text) == expected


def test_of_namesakes_the_one_who_held_the_office_is_meant() -> None:
    claim = office("Joe Brown", "Prime Minister", "france", "joe-brown", when="1995")
    assert outcome(claim, INDEX) == SUPPORTED


def test_a_known_name_is_supported() -> None:
    assert outcome(named("Fumio Kishida", entity="fumio-kishida"), INDEX) == SUPPORTED


@pytest.mark.parametrize("published", [None])
def test_an_undated_article_tells_no_office(published: date | None) -> None:
    assert outcome(office("Shinzo Abe", "Prime Minister", "japan", "shinzo-abe"), INDEX, published) == OPEN
    assert outcome(office("John Doe", "Prime Minister", "japan"), INDEX, published) == OPEN


@pytest.mark.xfail(strict=True, reason="needs to know that no date at all would make it right")
def test_an_undated_article_still_tells_an_office_never_held() -> None:
    assert outcome(office("Emmanuel Macron", "President", "germany", "emmanuel-macron"), INDEX, None) == OFFICE


@pytest.mark.parametrize(
    ("claim", "message", "suggestion"),
    [
        (
            office("Yoshihide Kishida", "Prime Minister", "japan"),
            "No Yoshihide Kishida is known; Japan's prime minister on 10 July 2023 was Fumio Kishida; "
            "Yoshihide Suga held the office until 4 October 2021.",
            "Fumio Kishida",
        ),
        (
            office("Emmanuel Macron", "President", "germany", "emmanuel-macron"),
            "On 10 July 2023 Emmanuel Macron was President of France; "
            "President of Germany on 10 July 2023 was Frank-Walter Steinmeier.",
            None,
        ),
        (
            office("Shinzo Abe", "Prime Minister", "japan", "shinzo-abe"),
            "Shinzo Abe was Prime Minister of Japan from 26 December 2012 until 16 September 2020; "
            "Prime Minister of Japan on 10 July 2023 was Fumio Kishida.",
            None,
        ),
        (
            office("Fumio Kishida", "Prime Minister", "japan", "fumio-kishida", status="former"),
            "Fumio Kishida was Prime Minister of Japan from 4 October 2021 until 1 October 2024, not a former one.",
            None,
        ),
        (
            office("Fumiko Kishida", "Prime Minister", "japan", speaker="Ann Smith"),
            "No Fumiko Kishida is known; Japan's prime minister on 10 July 2023 was Fumio Kishida (said by Ann Smith).",
            "Fumio Kishida",
        ),
    ],
)
def test_the_message_says_who_and_why(claim: object, message: str, suggestion: str | None) -> None:
    found = judged(claim, INDEX)  # type: ignore[arg-type]
    assert (found.message, found.suggestion) == (message, suggestion)


@pytest.mark.parametrize(
    ("claim", "details"),
    [
        (
            office("Emmanuel Macron", "President", "germany", "emmanuel-macron"),
            [
                "Emmanuel Macron was President of France from 14 May 2017",
                "Frank-Walter Steinmeier was President of Germany from 19 March 2017",
            ],
        ),
        (
            office("Shinzo Abe", "Prime Minister", "japan", "shinzo-abe"),
            [
                "Shinzo Abe was Prime Minister of Japan from 26 December 2012 until 16 September 2020",
                "Fumio Kishida was Prime Minister of Japan from 4 October 2021 until 1 October 2024",
            ],
        ),
        (
            office("James Madison", "Governor", "ohio", "james-madison"),
            ["James Madison: no office then is known"],
        ),
    ],
)
def test_the_evidence_tells_the_office_that_was_held(claim: object, details: list[str]) -> None:
    assert [piece.detail for piece in judged(claim, INDEX).evidence] == details  # type: ignore[arg-type]


def test_a_misnamed_person_is_underlined_by_name_alone() -> None:
    found = judged(office("Yoshihide Kishida", "Prime Minister", "japan", start=0, end=40), INDEX)
    assert (found.start, found.end) == (0, 17)
    assert found.references == ("fumio-kishida", "yoshihide-suga")


@pytest.mark.parametrize(
    ("name", "of", "more", "expected"),
    [
        ("Ada Ohler", "ohio", {}, SUPPORTED),
        ("Ada Ohler", "iowa", {}, OFFICE),
        ("Ada Ohler", "iowa", {"status": "former"}, OPEN),
        ("Ada Ohler", "iowa", {"modality": "hypothetical"}, OPEN),
        ("Macy Kay", "iowa", {}, OPEN),  # not in office then: whoever that was may have had the name
        ("Ann Smith", "iowa", {}, OPEN),
    ],
)
def test_a_senator_stands_for_one_state(name: str, of: str, more: dict[str, str], expected: tuple[str, str]) -> None:
    seat = Seat(state=of.title(), party=None, start=3, end=7)
    entity = name.lower().replace(" ", "-")
    ours = office(name, "Sen.", of, entity, seat=seat, **more)
    index = known(*INDEX.records.values(), place("Iowa", within="united-states"))
    assert outcome(ours, index, date(2020, 6, 1)) == expected
