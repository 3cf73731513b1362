"""Dates and places of events: which edition is meant, and what differs from it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import PUBLISHED, claim, event, filler, known, place

from opedcheck.matching.events import days
from opedcheck.matching.events import event as events

SERIES = "NATO summit"
INDEX = known(
    place("Lithuania", kind="country", capital="vilnius"),
    place("Latvia", kind="country", capital="riga"),
    place("Spain", kind="country", capital="madrid"),
    place("Vilnius", "lithuania"),
    place("Old Town", "vilnius", kind="other"),
    place("Riga", "latvia"),
    place("Madrid", "spain"),
    event("Madrid summit", "2022-06-28", "2022-06-30", ("madrid", "spain"), series=SERIES),
    event("Vilnius summit", "2023-07-11", "2023-07-12", ("Vilnius", "Lithuania"), series=SERIES),
    event("Washington summit", "2024-07-09", "2024-07-11", ("Washington",), series=SERIES),
    event("Undated summit", "2023", None, ("riga",)),
    event("Online summit", "2021-02-19"),
)


def told(
    kind: str, subject: str = "@nato-summit", published: date | None = PUBLISHED, **slots: object
) -> tuple[str, str, str] | None:
    """The edition, what shows it, and how the slot compares."""
    slots.setdefault("predicate", "take place")
    found = list(events(claim(kind, subject=subject, **slots), INDEX, published))  # type: ignore[arg-type]
    if not found:
        return None
    (match,) = found
    return match.event.id, match.by, match.slots[0].outcome if match.slots else ""


@pytest.mark.parametrize(
    ("when", "edition"),
    [
        ("2023-07-11..2023-07-12", ("vilnius-summit", "date", "agrees")),
        ("2023-07-11", ("vilnius-summit", "date", "agrees")),
        ("2023-07", ("vilnius-summit", "date", "agrees")),
        ("2023", ("vilnius-summit", "date", "agrees")),
        ("2023-07-10..2023-07-16", ("vilnius-summit", "date", "agrees")),
        ("2023-07-12..2023-07-13", ("vilnius-summit", "date", "differs")),
        ("2023-07-10..2023-07-12", ("vilnius-summit", "date", "differs")),
        ("2023-07-13", ("vilnius-summit", "year", "differs")),
        ("2023-06-11", ("vilnius-summit", "year", "differs")),
        ("2022-06-29", ("madrid-summit", "date", "agrees")),
        ("2022-07", ("madrid-summit", "year", "differs")),
        ("2024-07-09", ("washington-summit", "date", "agrees")),
        ("2015-07-09", None),
        ("2022..2023", ("madrid-summit", "date", "agrees")),
    ],
)
def test_the_edition_by_its_date_or_year(when: str, edition: tuple[str, str, str] | None) -> None:
    assert told("date", when=when) == edition


@pytest.mark.parametrize(
    ("subject", "when", "outcome"),
    [
        ("@vilnius-summit", "2023-07-11", "agrees"),
        ("@vilnius-summit", "2022-07-11", "differs"),
        ("@vilnius-summit", "2023", "agrees"),
        ("@undated-summit", "2023-07-11", "agrees"),
        ("@undated-summit", "2022", "differs"),
        ("@online-summit", "2021-02-19", "agrees"),
        ("@online-summit", "2021-02-20", "differs"),
    ],
)
def test_an_edition_by_its_own_name(subject: str, when: str, outcome: str) -> None:
    assert told("date", subject, when=when) == (subject[1:], "name", outcome)


@pytest.mark.parametrize(
    ("slots", "edition"),
    [
        ({"place": "@vilnius"}, ("vilnius-summit", "next", "agrees")),
        ({"place": "@riga"}, ("vilnius-summit", "next", "differs")),
        ({"place": "@riga", "past": True}, None),
        ({"place": "@madrid", "past": True}, ("madrid-summit", "place", "agrees")),
        ({"place": "@madrid", "predicate": "be named"}, ("madrid-summit", "place", "agrees")),
        ({"place": "@riga", "predicate": "be named"}, ("vilnius-summit", "next", "differs")),
        ({"place": "@madrid", "when": "2022"}, ("madrid-summit", "date", "agrees")),
        ({"place": "@riga", "when": "2022"}, ("madrid-summit", "date", "differs")),
    ],
)
def test_the_edition_by_its_place_or_as_the_next(slots: dict[str, object], edition: tuple[str, str, str]) -> None:
    assert told("venue", **slots) == edition  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "edition"),
    [
        (date(2023, 4, 27), "vilnius-summit"),
        (date(2023, 4, 26), None),
        (date(2023, 7, 11), "vilnius-summit"),
        (date(2023, 7, 22), "vilnius-summit"),
        (date(2023, 7, 23), None),
        (None, None),
    ],
)
def test_the_next_edition_is_near_the_publication_date(published: date | None, edition: str | None) -> None:
    found = told("venue", published=published, place="@riga")
    assert (found and found[0]) == edition


@pytest.mark.parametrize(
    ("where", "outcome"),
    [
        (filler("@vilnius"), "agrees"),
        (filler("@lithuania"), "agrees"),
        (filler("@riga"), "differs"),
        (filler("@latvia"), "differs"),
        (filler("@old-town"), "incomparable"),
        (filler("the Lithuanian capital", head="capital", entities=("lithuania",)), "agrees"),
        (filler("the Latvian capital", head="capital", entities=("latvia",)), "differs"),
        (filler("the capital", head="capital"), "incomparable"),
        (filler("Kaunas", kind="place", entities=("lithuania",)), "differs"),
        (filler("Kaunas", kind="place"), "incomparable"),
        (filler("a hotel"), "incomparable"),
    ],
)
def test_where(where: object, outcome: str) -> None:
    assert told("venue", "@vilnius-summit", place=where) == ("vilnius-summit", "name", outcome)


def test_an_event_without_a_place_says_nothing_of_places() -> None:
    assert told("venue", "@online-summit", place="@riga") == ("online-summit", "name", "")


def test_a_place_that_is_no_record_is_not_told_apart() -> None:
    assert told("venue", "@washington-summit", place="@riga") == ("washington-summit", "name", "incomparable")


@pytest.mark.parametrize("subject", ["the summit", "@unheard-of", "@vilnius"])
def test_what_is_no_known_event_gives_no_match(subject: str) -> None:
    assert told("date", subject, when="2023-07-11") is None


def test_days() -> None:
    assert str(days(event("A", "2023-07-11", "2023-07-12"))) == "2023-07-11/2023-07-12"
    assert str(days(event("A", "2023-07-11"))) == "2023-07-11"
    assert str(days(event("A", "2023-07"))) == "2023-07-01/2023-07-31"
