"""Names that mix two countries: who may be warned of, and who must be left alone."""

from __future__ import annotations

import msgspec
import pytest
from tests.by_hand import known, named, office, outcome, person, place

from opedcheck.model import Name, Reading, Sentence

INDEX = known(
    *(place(name, kind="country") for name in ("United States", "France", "Belgium", "Kenya", "Japan", "China")),
    place("Ohio", within="united-states", kind="state"),
    person("Joe Biden", "President of united-states 2021-01-20.."),
    person("Danny Davis", "Representative of ohio 1997-01-03.."),
    person("Bernie Sanders", "Senator of ohio 2007-01-03.."),
    person("Emmanuel Macron", "President of france 2017-05-14.."),
    person("Jean Castex", "Prime Minister of france 2020-07-03..2022-05-16"),
    person("Jean-Luc Dehaene", "Prime Minister of belgium 1992-03-07..1999-07-12"),
    person("Brigitte Dupont", "Prime Minister of belgium 2014-03-07..2015-07-12"),
    person("Uhuru Kenyatta", "President of kenya 2013-04-09..2022-09-13"),
    person("Fumio Kishida", "Prime Minister of japan 2021-10-04..2024-10-01"),
    person("Song Ping", "Foreign Minister of china 1990-01-01..1994-01-01", surname="Song"),
    person("Ursula Lang", "Foreign Minister of belgium 2021-10-04..2024-10-01"),
    person("Ro Khanna", "Representative of ohio 2017-01-03.."),
)
DOUBT, OPEN = ("unverified", "doubtful-name"), ("unverified", None)


def seen(name: str, entity: str | None = None, *candidates: str, start: int = 90) -> Name:
    return Name(start=start, end=start + 5, text=name, kind="person", entity=entity, candidates=candidates)


@pytest.mark.parametrize(
    ("name", "also", "expected"),
    [
        ("Fumio Biden", seen("Biden", None, "joe-biden"), DOUBT),
        ("Fumio Biden", seen("Joe Biden", "joe-biden"), DOUBT),
        # the one head of state of that surname; a lawmaker only where named
        ("Fumio Biden", seen("Emmanuel Macron", "emmanuel-macron"), DOUBT),
        ("Fumio Khanna", seen("Ro Khanna", "ro-khanna"), DOUBT),
        ("Fumio Khanna", seen("Khanna", None, "ro-khanna"), OPEN),
        ("Fumio Khanna", seen("Ro Khanna", "ro-khanna", start=0), OPEN),  # its own mention
        # relatives: English names, and names of nobody known
        ("Hunter Biden", seen("Joe Biden", "joe-biden"), OPEN),
        ("Ashley Biden", seen("Joe Biden", "joe-biden"), OPEN),
        ("Natalie Fumio Biden", seen("Joe Biden", "joe-biden"), OPEN),
        # a common surname: only where its bearer is surely named
        ("Fumio Sanders", seen("Sanders", None, "bernie-sanders"), OPEN),
        ("Fumio Sanders", seen("Bernie Sanders", "bernie-sanders"), DOUBT),
        # of a country of whose given names few are known, and of one near to it in language
        ("Brigitte Macron", seen("Emmanuel Macron", "emmanuel-macron"), OPEN),
        ("Jean Macron", seen("Emmanuel Macron", "emmanuel-macron"), OPEN),
        ("Ursula Macron", seen("Emmanuel Macron", "emmanuel-macron"), OPEN),
        # somebody's given name with a surname from elsewhere
        ("Uhuru Kishida", seen("Uhuru Kenyatta", "uhuru-kenyatta"), DOUBT),
        ("Uhuru Kishida", seen("Joe Biden", "joe-biden"), OPEN),
        ("Joe Kishida", seen("Uhuru Kenyatta", "uhuru-kenyatta"), DOUBT),  # the one head of that given name
        ("Ursula Kishida", seen("Joe Biden", "joe-biden"), OPEN),
        ("Ursula Kishida", seen("Ursula Lang", "ursula-lang"), DOUBT),
        ("Uhuru Kishida", seen("Japan", "japan"), OPEN),
        ("Uhuru Sanders", seen("Uhuru Kenyatta", "uhuru-kenyatta"), OPEN),
        ("Uhuru Song", seen("Uhuru Kenyatta", "uhuru-kenyatta"), OPEN),  # a surname of very many
        ("Brigitte Castex", seen("Brigitte Dupont", "brigitte-dupont"), OPEN),
        # a known person is never doubted
        ("Emmanuel Macron", seen("Joe Biden", "joe-biden"), OPEN),
    ],
)
def test_a_name_by_itself(name: str, also: Name, expected: tuple[str, str | None]) -> None:
    assert outcome(named(name), INDEX, reading=Reading(names=(also,)), text=name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Fumio Biden spoke.", DOUBT),
        ("Then his son Fumio Biden spoke.", OPEN),
        ("Then Fumio Biden spoke. Fumio Biden left.", OPEN),
        ("Then Fumio Biden spoke. Fumio left, and Biden with him.", OPEN),
    ],
)
def test_who_is_named_again_or_is_kin_is_somebody(text: str, expected: tuple[str, str | None]) -> None:
    start = text.index("Fumio")
    reading = Reading(
        names=(seen("Joe Biden", "joe-biden"),), sentences=(Sentence(start=0, end=len(text), checkworthiness=0),)
    )
    assert outcome(named("Fumio Biden", start=start), INDEX, reading=reading, text=text) == expected


@pytest.mark.parametrize(
    ("name", "title", "of", "expected"),
    [
        ("Fumio Sanders", "Senator", "ohio", DOUBT),
        ("Fumio Sanders", "Senator", None, DOUBT),
        ("Fumio Davis", "Representative", None, OPEN),  # a common surname, and of whatever state
        ("Hunter Sanders", "Senator", "ohio", OPEN),
        ("Bernie Kishida", "Senator", "ohio", DOUBT),
        ("Fumio Kenyatta", "Senator", "ohio", OPEN),
        ("Bernie Song", "Senator", "ohio", OPEN),  # a surname of very many
    ],
)
def test_beside_a_title_that_many_hold(name: str, title: str, of: str | None, expected: tuple[str, str | None]) -> None:
    assert outcome(office(name, title, of, when="2020"), INDEX, text=name) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Emmanuel Horn", "President Emmanuel Horn spoke.", DOUBT),
        ("Emmanuel Horn", "His son, President Emmanuel Horn, spoke.", OPEN),
        ("Peter Horn", "President Peter Horn spoke.", OPEN),
    ],
)
def test_a_name_that_two_heads_lend_its_parts(name: str, text: str, expected: tuple[str, str | None]) -> None:
    index = known(
        *(place(name, kind="country") for name in ("Belgium", "France")),
        person("Jan Horn", "President of belgium 1990-01-01..1999-01-20"),
        person("Charles de Gaulle", "President of france 1970-01-01..2017-05-14"),
        person("Emmanuel Macron", "President of france 2017-05-14.."),
        person("Emmanuel Ohler", "Senator of belgium 2017-05-14.."),
    )
    start = text.index("President")
    made = office(name, "President", past=True, start=start, end=start + len("President " + name))
    assert made.subject is not None
    at = start + len("President ")
    claim = msgspec.structs.replace(made, subject=msgspec.structs.replace(made.subject, start=at, end=at + len(name)))
    reading = Reading(sentences=(Sentence(start=0, end=len(text), checkworthiness=0),))
    assert outcome(claim, index, text=text, reading=reading) == expected
