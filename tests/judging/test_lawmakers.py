"""Unknown names beside a lawmaker's title: who is meant, and when it may be another one."""

from __future__ import annotations

import msgspec
import pytest
from tests.by_hand import known, office, outcome, person, place

from opedcheck.model import Claim, Name, Reading

INDEX = known(
    *(place(name, kind="country") for name in ("United States", "Borland", "China")),
    *(place(name, within="united-states", kind="state") for name in ("Ohio", "Iowa")),
    person("Clara Ostrow", "Senator of ohio 2015-01-03.."),
    person("Tim Ward", "Senator of iowa 2013-01-03.."),
    person("Nell Quimby", "Senator of iowa 2009-01-03..2013-01-03"),
    person("Ada Quist", "Senator of iowa 2017-01-03.."),
    person("Piet Vanloo", "Prime Minister of borland 2010-01-01.."),
    person("Hank Tarrow", "Secretary of State of united-states 2015-01-01.."),
    person("Song Ping", "Foreign Minister of china 1990-01-01..1994-01-01", surname="Song"),
)
DOUBT, OPEN = ("unverified", "doubtful-name"), ("unverified", None)
NOBODY = Name(start=900, end=905, text="Nobody", kind="person")


def senator(name: str, of: str | None, title: str = "Sen.") -> Claim:
    made = office(name, title, of, when="2020")
    assert made.subject is not None
    start = len(title) + 1
    return msgspec.structs.replace(
        made, subject=msgspec.structs.replace(made.subject, start=start, end=start + len(name))
    )


def seen(entity: str) -> Name:
    return Name(start=900, end=905, text="Them", kind="person", candidates=(entity,))


@pytest.mark.parametrize(
    ("name", "of", "also", "expected"),
    [
        # the surname of who sits for that very state, or is named elsewhere
        ("Mary Ostrow", "ohio", NOBODY, DOUBT),
        ("Mary Ostrow", "iowa", NOBODY, OPEN),
        ("Mary Ostrow", None, seen("clara-ostrow"), DOUBT),
        ("Mary Ostrow", None, NOBODY, OPEN),
        ("Mary Ward", "iowa", NOBODY, DOUBT),
        ("Mary Ward", None, seen("tim-ward"), OPEN),  # a common surname
        ("Mary Quimby", "iowa", NOBODY, OPEN),  # no senator any more: somebody else may be
        # the given name of who sits for that state, with a surname that is no senator's
        ("Clara Vanloo", "ohio", NOBODY, DOUBT),
        ("Clara Tarrow", "ohio", NOBODY, OPEN),  # of this country: somebody may have had the seat before
        ("Tim Tarrow", "iowa", NOBODY, DOUBT),
        ("Clara Song", "ohio", NOBODY, DOUBT),
        ("Clara Ward", "ohio", NOBODY, OPEN),
        ("Tim Ostrow", "iowa", NOBODY, DOUBT),  # a senator, but for another state
        ("Clara Unheard", "ohio", NOBODY, OPEN),
        ("Clara Vanloo", "iowa", NOBODY, OPEN),
        # named elsewhere: only with a surname that nobody has who served the country, nor very many have
        ("Clara Vanloo", None, seen("clara-ostrow"), DOUBT),
        ("Clara Vanloo", None, NOBODY, DOUBT),  # by the surname's country
        ("Clara Tarrow", None, seen("clara-ostrow"), OPEN),
        ("Clara Song", None, seen("clara-ostrow"), OPEN),
    ],
)
def test_an_unknown_senator(name: str, of: str | None, also: Name, expected: tuple[str, str | None]) -> None:
    claim = senator(name, of)
    assert outcome(claim, INDEX, text=f"Sen. {name} spoke.", reading=Reading(names=(also,))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mary Ostrow", OPEN),  # another Ostrow may have had the seat before
        ("Mary Ward", DOUBT),
    ],
)
def test_of_the_past_a_senator_who_has_sat_for_years_is_meant(name: str, expected: tuple[str, str | None]) -> None:
    index = known(
        place("Ohio"),
        person("Clara Ostrow", "Senator of ohio 2017-01-03.."),
        person("Tim Ward", "Senator of ohio 2009-01-03.."),
    )
    claim = msgspec.structs.replace(senator(name, "ohio"), past=True)
    assert outcome(claim, index, text=f"Sen. {name} spoke.") == expected


@pytest.mark.parametrize(
    ("name", "of", "also", "expected"),
    [
        ("Mary Ostrow", "ohio", seen("clara-ostrow"), DOUBT),
        ("Mary Ostrow", "ohio", NOBODY, OPEN),
        ("Mary Ostrow", "iowa", seen("clara-ostrow"), OPEN),
        ("Mary Ostrow", None, seen("clara-ostrow"), OPEN),
        ("Mary Ward", "ohio", seen("tim-ward"), OPEN),  # a common surname
        ("Clara Vanloo", "ohio", seen("clara-ostrow"), OPEN),
    ],
)
def test_of_many_representatives_one_is_meant_who_is_named_elsewhere(
    name: str, of: str | None, also: Name, expected: tuple[str, str | None]
) -> None:
    index = known(
        place("Ohio"),
        place("Iowa"),
        person("Clara Ostrow", "Representative of ohio 2009-01-03.."),
        person("Tim Ward", "Representative of ohio 2009-01-03.."),
        person("Piet Vanloo", "Prime Minister of borland 2010-01-01.."),
    )
    claim = senator(name, of, "Rep.")
    assert outcome(claim, index, text=f"Rep. {name} spoke.", reading=Reading(names=(also,))) == expected


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (senator("Tim Tarrow", "iowa"), "Sen. Tim Tarrow spoke. Tarrow left."),
        (senator("Mary Ostrow", "ohio"), "Sen. Mary Ostrow spoke. Mary Ostrow left."),
        (senator("Mary Ostrow", "ohio", "state senator"), "state senator Mary Ostrow spoke."),
        (senator("Mary Ostrow", "ohio", "senator"), "senator Mary Ostrow spoke."),
        (senator("Mary Ostrow", "ohio", "Representative"), "Representative Mary Ostrow spoke."),
    ],
)
def test_who_is_named_again_or_is_no_senator_is_somebody(claim: Claim, text: str) -> None:
    assert outcome(claim, INDEX, text=text) == OPEN
