"""The index of what is known: times held, names folded and parted, candidates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import beside, body, claim, known, person, place, since, span, statement

from opedcheck.matching.known import fold, held_in, name_parts, slug


@pytest.mark.parametrize(
    ("first", "until", "asked", "held"),
    [
        # `until` is the first day on which it no longer holds
        ("2021-10-04", "2024-10-01", "2021-10-03", False),
        ("2021-10-04", "2024-10-01", "2021-10-04", True),
        ("2021-10-04", "2024-10-01", "2024-09-30", True),
        ("2021-10-04", "2024-10-01", "2024-10-01", False),
        # any day of what is asked will do
        ("2021-10-04", "2024-10-01", "2021", True),
        ("2021-10-04", "2024-10-01", "2021-10", True),
        ("2021-10-04", "2024-10-01", "2020", False),
        ("2021-10-04", "2024-10-01", "2020..2025", True),
        ("2021-10-04", "2024-10-01", "..2021-10-03", False),
        ("2021-10-04", "2024-10-01", "2024-10-01..", False),
        # open sides
        (None, None, "2023", True),
        ("2021-10-04", None, "2030", True),
        ("2021-10-04", None, "2021-10-03", False),
        (None, "2024-10-01", "1990", True),
        (None, "2024-10-01", "2024-10-01", False),
        # partial dates: the true day lies somewhere in them
        ("2021", None, "2021-06-15", None),
        ("2021", None, "2021", True),
        ("2021", None, "2022", True),
        ("2021", None, "2020", False),
        ("2021-10", None, "2021-10-31", True),
        ("2021-10", None, "2021-10-30", None),
        ("2021-10", None, "2021-09", False),
        (None, "2024", "2023-12-31", True),
        (None, "2024", "2024-06-15", None),
        (None, "2024", "2024-12-31", False),
        ("2021", "2021", "2021", None),
    ],
)
def test_held_in(first: str | None, until: str | None, asked: str, held: bool | None) -> None:
    assert held_in(since(first), since(until), span(asked)) is held


DAYS = st.dates().map(lambda day: span(day.isoformat()))


@given(DAYS, DAYS, DAYS)
def test_exact_dates_always_tell(first, until, asked) -> None:  # type: ignore[no-untyped-def]
    expected = first.first <= asked.first < until.first
    if first.first < until.first:
        assert held_in(first, until, asked) is expected


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Emmanuel Macron", "emmanuel macron"),
        ("François Hollande", "francois hollande"),
        ("Ban Ki-moon", "ban ki moon"),
        ("George W. Bush", "george w bush"),
        ("ERDOĞAN", "erdogan"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "surname", "parts"),
    [
        ("Fumio Kishida", None, ("Fumio", "Kishida")),
        ("Xi Jinping", "Xi", ("Jinping", "Xi")),
        ("Ursula von der Leyen", "von der Leyen", ("Ursula", "von der Leyen")),
        ("George W. Bush", None, ("George W.", "Bush")),
        ("Pelé", None, ("", "Pelé")),
    ],
)
def test_name_parts(name: str, surname: str | None, parts: tuple[str, str]) -> None:
    assert name_parts(person(name, surname=surname)) == parts


def test_a_series_has_the_slug_of_its_name() -> None:
    assert slug("NATO summit") == "nato-summit"


INDEX = known(place("Japan", kind="country", aliases=("Nippon",)), body("NATO"), person("Fumio Kishida"))


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("japan", "japan"),
        ("Japan", "japan"),
        ("the NATO", "nato"),
        ("Nippon", "japan"),
        ("Ruritania", "Ruritania"),
        (None, None),
    ],
)
def test_entity_of(words: str | None, entity: str | None) -> None:
    assert INDEX.entity_of(words) == entity


@pytest.mark.parametrize(("entity", "name"), [("japan", "Japan"), ("Ruritania", "Ruritania"), (None, None)])
def test_name_of(entity: str | None, name: str | None) -> None:
    assert INDEX.name_of(entity) == name


PLEDGE = claim("amount", subject="@japan", predicate="pledge", object="aid", quantity="7.1e9 USD")


@pytest.mark.parametrize(
    ("kind", "names", "figure", "found"),
    [
        ("amount", {"japan"}, "3 USD", True),
        ("amount", {"japan"}, "3 JPY", True),
        ("amount", {"france", "japan"}, "3 USD", True),
        ("amount", {"france"}, "3 USD", False),
        ("amount", set(), "3 USD", False),
        ("amount", {"japan"}, "3 soldier", False),
        ("count", {"japan"}, "3 USD", False),
    ],
)
def test_candidates_share_kind_unit_and_an_entity(kind: str, names: set[str], figure: str, found: bool) -> None:
    asked = claim(kind, entities=frozenset(names), quantity=figure)  # type: ignore[arg-type]
    assert bool(beside(PLEDGE).candidates(asked)) is found


def test_candidates_may_be_named_near_by() -> None:
    assert beside(PLEDGE).candidates(claim("amount", nearby=frozenset({"japan"}), quantity="3 USD"))


@pytest.mark.parametrize(
    ("verb", "found"),
    [("oppose", True), ("support", True), ("opposition", True), ("pledge", False), ("be", False)],
)
def test_candidates_say_or_deny_the_same_deed(verb: str, found: bool) -> None:
    stated = claim("relation", subject="@japan", predicate="oppose", object="plan")
    asked = claim("relation", subject="@japan", predicate=verb, object="plan")
    assert bool(beside(stated).candidates(asked)) is found


def test_a_figure_is_also_looked_up_by_the_unit_of_the_record() -> None:
    stated = claim("count", subject="@japan", quantity="3 soldier")
    asked = claim("count", subject="@japan", quantity="3 ship")
    assert not beside(stated).candidates(asked)
    assert beside(stated, statement(value="3 ship")).candidates(asked)


def test_what_a_statement_takes_for_granted_is_no_candidate() -> None:
    passing = claim("amount", subject="@japan", quantity="7.1e9 USD", main=False)
    assert not beside(passing).candidates(PLEDGE)
