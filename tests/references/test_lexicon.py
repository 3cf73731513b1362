"""The forms by which records are known."""

from __future__ import annotations

import pytest

from opedcheck.model import Event, LexiconEntry, Office, Organisation, Person, Place, Statement
from opedcheck.references.lexicon import lexicon, slug, surname


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("Ann Oak", None, "Oak"),
        ("Oak Ann", "Oak", "Oak"),
        ("Anna von der Eiche", None, "von der Eiche"),
        ("Luis da Silva", None, "da Silva"),
        ("de Chêne", None, "Chêne"),
        ("Ann Elm-Oak", None, "Elm-Oak"),
        ("Ben Oak Jr.", None, "Oak"),
        ("Ben Oak, Sr.", None, "Oak"),
        ("Ben Oak III", None, "Oak"),
        ("Benny", None, None),
        ("Benny Jr.", None, None),
    ],
)
def test_surnames(name: str, given: str | None, expected: str | None) -> None:
    assert surname(Person(id="a", name=name, surname=given)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("NATO summit", "nato-summit"), ("  Québec — 2nd Fair ", "quebec-2nd-fair"), ("首脳会議", "首脳会議")],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_every_form_of_every_kind_once() -> None:
    offices = (Office(title="Mayor", of="elmtown"), Office(title="Mayor", of="elmtown"), Office(title="Poet"))
    held = (("Mayor", "elmtown"), ("Poet", None))
    records = (
        Statement(id="s", statement="B."),
        Person(id="p", name="Ann Oak", aliases=("Annie", "Ann Oak"), offices=offices),
        Organisation(id="o", name="League of Towns", aliases=("LT",)),
        Place(id="l", name="Elmtown", aliases=("Elm",), demonyms=("Elmer",), metonyms=("Town Hall",)),
        Event(id="e1", name="2020 fair", series="Elm fair"),
        Event(id="e2", name="2021 fair", series="Elm fair"),
    )
    assert lexicon(records) == (
        LexiconEntry("Ann Oak", "p", "person", offices=held),
        LexiconEntry("Annie", "p", "person", offices=held),
        LexiconEntry("Oak", "p", "person", "surname", held),
        LexiconEntry("League of Towns", "o", "organisation"),
        LexiconEntry("LT", "o", "organisation"),
        LexiconEntry("Elmtown", "l", "place"),
        LexiconEntry("Elm", "l", "place"),
        LexiconEntry("Elmer", "l", "place", "demonym"),
        LexiconEntry("Town Hall", "l", "place", "metonym"),
        LexiconEntry("2020 fair", "e1", "event"),
        LexiconEntry("Elm fair", "elm-fair", "event", "series"),
        LexiconEntry("2021 fair", "e2", "event"),
    )
