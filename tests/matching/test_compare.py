"""How figures, phrases and validity lie to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import figure, filler

from opedcheck.matching.compare import figures, fillers, interval


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("7.1e9 USD", "7.05e9", "7.15e9"),
        ("7e9 USD", "6.5e9", "7.5e9"),
        ("31 member", "30.5", "31.5"),
        ("72 %", "71.5", "72.5"),
        ("0.5 %", "0.45", "0.55"),
        ("5-7 member", "4.5", "7.5"),
        ("about 10 %", "9", "11"),
        ("about 7.1e9 USD", "6.39e9", "7.81e9"),
        ("over 7e9 USD", "7e9", "10.5e9"),
        ("under 8e9 USD", "6.8e9", "8e9"),
    ],
)
def test_a_printed_figure_stands_for_an_interval(text: str, low: str, high: str) -> None:
    assert interval(figure(text)) == (Decimal(low), Decimal(high))


def test_two_sides_of_one_figure_may_meet_in_it_or_not() -> None:
    assert figures(figure("over 2 member"), figure("under 2 member")) == "incomparable"
    assert figures(figure("over 2 member"), figure("over 2 member")) == "agrees"


def test_a_tolerance_widens_and_never_narrows() -> None:
    assert interval(figure("100 member"), Decimal("0.05")) == (95, 105)
    assert interval(figure("about 100 member"), Decimal("0.05")) == (90, 110)
    assert interval(figure("1e2 member"), Decimal("0.05")) == (50, 150)


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        # the same, or as coarse as printed
        ("7.1e9 USD", "7.1e9 USD", "agrees"),
        ("7e9 USD", "7.1e9 USD", "agrees"),
        ("7.1e9 USD", "7e9 USD", "agrees"),
        ("7e9 USD", "7.49e9 USD", "agrees"),
        ("7e9 USD", "7.6e9 USD", "differs"),
        ("7.1e9 USD", "7.2e9 USD", "differs"),
        ("7.1e9 USD", "7.15e9 USD", "agrees"),
        ("30 member", "31 member", "differs"),
        ("31 member", "31 member", "agrees"),
        # scale
        ("7.1e6 USD", "7.1e9 USD", "differs"),
        ("7.1e12 USD", "7.1e9 USD", "differs"),
        # hedges and bounds
        ("about 7e9 USD", "7.1e9 USD", "agrees"),
        ("about 8e9 USD", "7.1e9 USD", "near"),
        ("about 9e9 USD", "7.1e9 USD", "differs"),
        ("over 7e9 USD", "7.1e9 USD", "agrees"),
        ("over 7.1e9 USD", "7.1e9 USD", "agrees"),
        ("over 5e9 USD", "7.1e9 USD", "agrees"),
        ("over 3e9 USD", "7.1e9 USD", "differs"),
        ("over 7.2e9 USD", "7.1e9 USD", "near"),
        ("over 9e9 USD", "7.1e9 USD", "differs"),
        ("under 8e9 USD", "7.1e9 USD", "agrees"),
        ("under 9e9 USD", "7.1e9 USD", "near"),
        ("under 7e9 USD", "7.1e9 USD", "near"),
        ("under 6e9 USD", "7.1e9 USD", "differs"),
        ("7.1e9 USD", "over 7e9 USD", "agrees"),
        ("7.1e9 USD", "about 7e9 USD", "agrees"),
        # ranges
        ("5-7 member", "6 member", "agrees"),
        ("5-7 member", "7-9 member", "agrees"),
        ("5-7 member", "8-9 member", "differs"),
        ("6 member", "5-7 member", "agrees"),
        ("4 member", "5-7 member", "differs"),
        # currencies and units
        ("7.1e9 EUR", "7.1e9 USD", "differs"),
        ("6.5e9 EUR", "7.1e9 USD", "incomparable"),
        ("7.1e9 USD", "7.1e9 vehicle", "incomparable"),
        ("72 %", "72 percentage point", "incomparable"),
        ("72 soldier", "72 troop", "agrees"),
        ("72 soldier", "72 Soldier", "agrees"),
        ("72 soldier", "72 tank", "incomparable"),
        ("72", "72", "agrees"),
        ("72", "72 soldier", "incomparable"),
    ],
)
def test_figures(ours: str, theirs: str, outcome: str) -> None:
    assert figures(figure(ours), figure(theirs)) == outcome


@pytest.mark.parametrize(
    ("ours", "theirs", "tolerance", "outcome"),
    [
        ("105 tank", "100 tank", "0.05", "agrees"),
        ("106 tank", "100 tank", "0.05", "differs"),
        ("94 tank", "100 tank", "0.05", "differs"),
        ("100 tank", "100 tank", "0", "agrees"),
    ],
)
def test_figures_within_a_references_tolerance(ours: str, theirs: str, tolerance: str, outcome: str) -> None:
    assert figures(figure(ours), figure(theirs), Decimal(tolerance)) == outcome


AMOUNTS = st.builds(
    "{} {}{} USD".format,
    st.sampled_from(["", "about", "over", "under"]),
    st.integers(1, 9_999),
    st.sampled_from(["", "e3", "e6", "e9"]),
).map(str.strip)


@given(AMOUNTS)
def test_every_figure_agrees_with_itself(text: str) -> None:
    assert figures(figure(text), figure(text)) == "agrees"


@given(AMOUNTS, AMOUNTS)
def test_whether_two_figures_agree_does_not_depend_on_their_order(one: str, other: str) -> None:
    ours, theirs = figure(one), figure(other)
    assert figures(ours, theirs) == figures(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (None, "@japan", "incomparable"),
        ("@japan", "@japan", "agrees"),
        ("@japan", "@france", "differs"),
        ("the novelist", "@japan", "incomparable"),
        ("@japan", "the novelist", "incomparable"),
        ("the office", "the office", "agrees"),
        ("the facility", "the office", "agrees"),
        ("the tank", "the office", "incomparable"),
        ("the liaison office", "the office", "near"),
        ("the office", "the liaison office", "near"),
        ("the lethal weapon", "the lethal arm", "agrees"),
        ("the military office", "the liaison office", "incomparable"),
        ("the council of @nato", "the council of @nato", "agrees"),
        ("the council of @european-union", "the council of @nato", "differs"),
        ("the council", "the council of @nato", "incomparable"),
    ],
)
def test_phrases(ours: str | None, theirs: str, outcome: str) -> None:
    assert fillers(filler(ours) if ours else None, filler(theirs)) == outcome


def test_an_entity_named_elsewhere_in_the_sentence_belongs_to_the_phrase() -> None:
    ours, theirs = filler("the council"), filler("the council of @nato", lemmas=("council",))
    assert fillers(ours, theirs) == "incomparable"
    assert fillers(ours, theirs, frozenset({"nato"})) == "agrees"


def test_an_unknown_person_is_not_a_known_one() -> None:
    ours, theirs = filler("Ann Smith", kind="person"), filler("@fumio-kishida", kind="person")
    assert fillers(ours, theirs) == "differs"


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        ("Ann Smith", "Smith", "incomparable"),
        ("Smith", "Ann Smith", "incomparable"),
        ("Annie Smith", "Ann Smith", "incomparable"),
        ("A. Smith", "Ann Smith", "incomparable"),
        ("Kim Ji - yeon", "Kim Ji-yeon", "incomparable"),
        ("Bob Smith", "Ann Smith", "differs"),
        ("Ann Jones", "Ann Smith", "differs"),
    ],
)
def test_two_names_may_be_one_persons(ours: str, theirs: str, outcome: str) -> None:
    one, other = (filler(name, kind="person", key=f"~{name.lower()}") for name in (ours, theirs))
    assert fillers(one, other) == outcome


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (("~turnout", "italy"), ("~turnout", "france"), "incomparable"),
        (("~turnout", "italy"), ("~turnout", "italy", "rome"), "agrees"),
        (("~pact", "italy", "nato"), ("~pact", "france", "nato"), "incomparable"),
        (("~ann smith", "italy"), ("~ann smith",), "agrees"),
        (("~ann smith",), ("~bob jones",), "differs"),
    ],
)
def test_names_that_no_record_has(ours: tuple[str, ...], theirs: tuple[str, ...], outcome: str) -> None:
    one, other = (filler(keys[0][1:], kind="person", key=keys[0], entities=keys) for keys in (ours, theirs))
    assert fillers(one, other) == outcome
