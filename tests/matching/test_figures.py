"""Figures by year beside claims: whose, what, when, and how far off."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from tests.by_hand import SOURCES, claim, filler, judged, known, outcome, place

from opedcheck.model import Figures, Filler, Kind


def by_year(of: str, measure: str, unit: str, *called: str, tolerance: str = "0.03", **values: str) -> Figures:
    """The record of figures: `y2021="125.7"`."""
    return Figures(
        id=f"{of}-{measure}",
        of=of,
        measure=measure,
        unit=unit,
        called=called,
        tolerance=Decimal(tolerance),
        values={int(year[1:]): Decimal(value) for year, value in values.items()},
        sources=SOURCES,
    )


INDEX = known(
    place("Japan", kind="country", demonyms=("Japanese",)),
    place("Chad", kind="country"),
    by_year("japan", "population", "person", y2019="126.6e6", y2020="126.3e6", y2021="125.7e6", y2022="125.1e6"),
    by_year("japan", "GDP", "USD", "gross domestic product", y2021="5.03e12", y2022="4.26e12", tolerance="0.07"),
    by_year("japan", "exports", "USD", y2022="922.8e9", tolerance="0.1"),
    by_year("japan", "military spending", "%", "defense spending of GDP", y2021="1", y2022="1.1", tolerance="0.06"),
    by_year("chad", "population", "person", y1990="5.8e6", y1991="6e6"),
)
RIGHT, OPEN, COUNT = ("supported", None), ("unverified", None), ("contradicted", "count-mismatch")
AMOUNT, PERCENT = ("contradicted", "amount-mismatch"), ("contradicted", "percent-mismatch")


def phrase(text: str) -> Filler:
    """A phrase in which the two countries of these tests are known."""
    made = filler(re.sub(r"(Japan|Chad)('s)?", lambda found: f"@{found[1].lower()}", text))
    return msgspec.structs.replace(made, text=text)


def population(quantity: str, subject: str = "Japan's population", **more: Any) -> dict[str, Any]:
    """The slots of a claim about a population, or what else the subject says."""
    more["others"] = tuple(map(phrase, more.get("others", ())))
    if "object" in more:
        more["object"] = phrase(more["object"])
    return {"predicate": "be", "quantity": quantity, **more, "subject": phrase(subject)}


@pytest.mark.parametrize(
    ("kind", "slots", "expected"),
    [
        ("count", population("125e6 person"), RIGHT),
        ("count", population("225e6 person"), COUNT),
        ("count", population("12.5e6 person"), COUNT),
        ("count", population("135e6 person"), OPEN),  # between right and surely wrong: another source's
        ("count", population("about 130e6 person"), RIGHT),
        ("count", population("over 100e6 person"), RIGHT),
        ("count", population("over 1e6 person"), OPEN),  # loose, but true
        ("count", population("under 1000e6 person"), OPEN),
        ("count", population("over 300e6 person"), COUNT),
        ("count", population("225e6 person", when="2022"), COUNT),
        ("count", population("126e6 person", when="2022"), RIGHT),
        ("count", population("72e6 person", when="1945"), OPEN),
        ("count", population("72e6 person", past=True), OPEN),
        ("count", population("72e6 person", told=("1945",)), OPEN),
        ("count", population("72e6 person", quoted=True), OPEN),
        ("count", population("88e6 person", modality="predicted"), OPEN),
        ("count", population("up 225e6 person"), OPEN),
        ("count", population("225e6 person", part=True), OPEN),
        ("count", population("225e6 woman"), OPEN),
        ("count", population("225e6 person", subject="the total population of Japan"), COUNT),
        ("count", population("25e6 person", subject="the rural population of Japan"), OPEN),
        ("count", population("25e6 person", subject="the population of Japan over 65"), OPEN),
        ("count", population("25e6 person", subject="the Japanese population of Japan"), OPEN),
        ("count", population("25e6 person", subject="Japan's capital"), OPEN),
        ("count", population("25e6 person", subject="Japan's and Chad's population"), OPEN),
        ("count", population("225e6 person", subject="Chad's population"), OPEN),  # none of these years is known
        ("count", population("225e6 person", subject="Japan", predicate="have", object="a population"), COUNT),
        ("count", population("25e6 person", subject="Japan", predicate="have", object="a Muslim population"), OPEN),
        ("count", population("25e6 person", subject="Japan", predicate="welcome", object="a population"), OPEN),
        ("amount", population("4.2e12 USD", subject="Japan's GDP"), RIGHT),
        ("amount", population("4.2e9 USD", subject="Japan's gross domestic product"), AMOUNT),
        ("amount", population("34e3 USD", subject="Japan's GDP per capita"), OPEN),
        ("amount", population("4.2e12 EUR", subject="Japan's GDP"), OPEN),
        ("amount", population("922e6 USD", subject="Japan's export"), AMOUNT),
        ("amount", population("922e6 USD", subject="Japan's export", others=("Chad",)), OPEN),
        ("percent", population("1 %", subject="Japan", predicate="spend", object="GDP", others=("defense",)), RIGHT),
        ("percent", population("5 %", subject="Japan", predicate="spend", object="GDP", others=("defense",)), PERCENT),
        ("percent", population("5 %", subject="Japan", predicate="spend", object="GDP", others=("education",)), OPEN),
        ("percent", population("5 %", subject="Japan's defense spending", object="GDP"), PERCENT),
        ("percent", population("5 %", subject="Japan's defense spending"), OPEN),
    ],
)
def test_figures(kind: Kind, slots: dict[str, Any], expected: tuple[str, str | None]) -> None:
    assert outcome(claim(kind, **slots), INDEX) == expected


def test_without_a_date_nothing_is_compared_with_the_present() -> None:
    assert outcome(claim("count", **population("225e6 person")), INDEX, None) == OPEN


def test_what_is_told_is_the_figure_of_the_year_and_its_source() -> None:
    found = judged(claim("count", text="225 million", **population("225e6 person", when="2020")), INDEX)
    told = "The text has 225e6 person, the reference 126.3 million: Japan: population 126.3 million in 2020."
    assert found.message == told
    assert (found.suggestion, found.references) == ("126.3 million", ("japan-population",))
    assert found.evidence[0].sources == SOURCES
