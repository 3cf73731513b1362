"""Which figures, dates and names differ, and which of them as slips of the pen do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opedcheck.matching.alignment import days, figures, names
from opedcheck.model import Name, Quantity, Time, partial
from opedcheck.model.mentions import NameKind


def quantity(text: str) -> Quantity:
    number, _, unit = text.partition(" ")
    return Quantity(start=0, end=1, text=text, low=Decimal(number), high=Decimal(number), unit=unit or None)


@pytest.mark.parametrize(
    ("ours", "theirs", "closeness"),
    [
        ("3990 crown", "3979 crown", "weak"),  # within a hundredth
        ("3978 crown", "3979 crown", "strong"),
        ("3997 crown", "3979 crown", "strong"),  # two in the wrong order
        ("12 %", "21 %", "strong"),
        ("37 %", "33 %", "weak"),
        ("2700000 USD", "3700000 USD", "weak"),
        ("7100000 USD", "7100000000 USD", "strong"),  # a million for a billion
        ("0.002 %", "0.2 %", "strong"),
        ("3 %", "30 %", "far"),
        ("3 %", "6 %", "far"),
        ("420 crown", "3979 crown", "far"),
        ("120 crown", "3979 crown", None),  # too far apart to be meant for it
        ("1 crown", "3979 crown", None),
        ("24 crown", "24 crown", None),
        ("24", "23 year of age", "weak"),
        ("0 %", "10 %", "far"),
    ],
)
def test_figures(ours: str, theirs: str, closeness: str | None) -> None:
    assert figures.comparable(quantity(ours), quantity(theirs))
    assert figures.closeness(quantity(ours), quantity(theirs)) == closeness
    assert figures.closeness(quantity(theirs), quantity(theirs)) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "comparable"),
    [
        ("24 crown", "42 horse", False),
        ("24 USD", "42 EUR", False),
        ("24", "42 horse", False),
        ("24", "42 year", True),
        ("24 inquiry", "42 investigation", True),
    ],
)
def test_what_can_be_compared(ours: str, theirs: str, comparable: bool) -> None:
    assert figures.comparable(quantity(ours), quantity(theirs)) == comparable


@pytest.mark.parametrize(
    ("ours", "theirs", "unit", "closeness"),
    [
        ("over 2", "under 2", "year", "strong"),
        ("over 2", "over 2", "year", None),
        ("under 65", "under 56", "year of age", "strong"),  # two limits, of which one has its digits in the wrong order
        ("under 65", "under 56", "horse", None),
        ("over 14", "16", "horse", None),  # which is over 14
    ],
)
def test_bounds(ours: str, theirs: str, unit: str, closeness: str | None) -> None:
    one, other = bounded(ours, unit), bounded(theirs, unit)
    assert figures.closeness(one, other) == closeness


def bounded(text: str, unit: str) -> Quantity:
    *bound, number = text.split()
    low = Decimal(number)
    return Quantity(start=0, end=1, text=text, low=low, high=low, unit=unit, bound=bound[0] if bound else "exact")  # type: ignore[arg-type]


def test_a_change_is_no_level_and_a_range_no_slip() -> None:
    rise = Quantity(start=0, end=1, text="34", low=Decimal(34), high=Decimal(34), unit="%", change="up")
    span = Quantity(start=0, end=1, text="34", low=Decimal(34), high=Decimal(35), unit="%")
    assert figures.closeness(rise, quantity("24 %")) is None
    assert figures.closeness(span, quantity("24 %")) == "far"
    assert figures.closeness(span, quantity("34 %")) is None


def test_a_verb_may_tell_the_change_of_things() -> None:
    cut = Quantity(start=0, end=1, text="15", low=Decimal(15), high=Decimal(15), unit="job", change="down")
    assert figures.closeness(quantity("50 job"), cut) == "far"
    added = Quantity(start=0, end=1, text="50", low=Decimal(50), high=Decimal(50), unit="job", change="up")
    assert figures.closeness(added, cut) is None


@pytest.mark.parametrize(
    ("preposition", "ours", "theirs", "open_"),
    [
        ("after", "1986-06-05", "1999-04-01", True),
        ("after", "1986-06-05", "1985-04-01", False),
        ("since", "1986", "1986-06-05", True),
        ("before", "1986-06-05", "1985", True),
        ("by", "1986-06", "1986-07-01", False),
        ("on", "1986-06-05", "1999-04-01", False),
    ],
)
def test_what_a_preposition_leaves_open(preposition: str, ours: str, theirs: str, open_: bool) -> None:
    assert days.leaves_open(preposition, time(ours), time(theirs)) == open_


@pytest.mark.parametrize(
    ("ours", "theirs", "exclusive", "like"),
    [
        ("Zenda State University", "Hofbau University", False, "far"),  # two of a sort
        ("Zenda State University", "Hofbau University", True, "weak"),
        ("the University of Zenda", "the University of Strelsau", True, "weak"),
        ("General Motors", "General Electric", False, "weak"),
        ("Strelsau Post", "Strelsau Daily Herald", False, "weak"),
    ],
)
def test_bodies_of_a_sort(ours: str, theirs: str, exclusive: bool, like: str) -> None:
    one, two = (Name(start=0, end=len(text), text=text, kind="organisation") for text in (ours, theirs))
    assert names.closeness(one, two, exclusive=exclusive) == like


@pytest.mark.parametrize(
    ("ours", "theirs", "other"),
    [
        ("University of Southern Zenda", "University of Zenda", True),
        ("Center for Mining", "Center for Open Mining", True),
        ("Strelsau Bank", "Royal Strelsau Bank", False),
        ("Strelsau", "Strelsau Bank", False),
        ("University of Zenda", "University of Zenda", False),
    ],
)
def test_words_within_a_name(ours: str, theirs: str, other: bool) -> None:
    one, two = (Name(start=0, end=len(text), text=text, kind="organisation") for text in (ours, theirs))
    assert names.put_in(one, two) == other


def time(value: str, text: str | None = None) -> Time:
    period = partial(value)
    return Time(start=0, end=1, text=text or value, type="DATE", value=value, first=period.first, last=period.last)


@pytest.mark.parametrize(
    ("ours", "theirs", "closeness"),
    [
        ("2017-09-17", "2017-09-15", "strong"),
        ("2016-09-15", "2017-09-15", "strong"),
        ("2017-09-20", "2017-09-15", "weak"),
        ("2017-08-15", "2017-09-15", "weak"),
        ("2017-06-02", "2017-09-15", "far"),
        ("2017-09", "2017-09-15", None),
        ("2017-08", "2017-09-15", "far"),
        ("2017-08", "2017-09", "weak"),
        ("2016-09", "2017-09", "weak"),
        ("2017-05", "2017-09", "far"),
        ("1995", "1994-06-17", "far"),
        ("1991", "1994-06-17", "far"),
        ("1994", "1994-06-17", None),
        ("1995", "1994", "weak"),
    ],
)
def test_days(ours: str, theirs: str, closeness: str | None) -> None:
    assert days.closeness(time(ours), time(theirs)) == closeness


def test_what_is_not_written_out_may_be_told_of_anything() -> None:
    assert days.closeness(time("2017-09-16", "the next day"), time("2017-09-15")) is None
    assert days.closeness(time("2017-09-16", "Saturday"), time("2017-09-15")) == "strong"
    undated = Time(start=0, end=1, text="5 days", type="DURATION", value="P5D", first=date(2017, 9, 1))
    assert days.closeness(undated, time("2017-09-15")) is None


def name(text: str, kind: NameKind = "person") -> Name:
    return Name(start=0, end=1, text=text, kind=kind)


@pytest.mark.parametrize(
    ("ours", "theirs", "closeness"),
    [
        ("Rudolf Rassendyl", "Rudolf Rassendyll", "strong"),
        ("Rudolph Rassendyll", "Rudolf Rassendyll", "strong"),
        ("Robert Rassendyll", "Rudolf Rassendyll", "weak"),
        ("Rudolf Tarlenheim", "Rudolf Rassendyll", "far"),
        ("Rassendyl", "Rudolf Rassendyll", "far"),
        ("Rassendyll", "Rudolf Rassendyll", None),
        ("Kit Sapt", "Christopher Sapt", None),  # another one
        ("Chris Sapt", "Christopher Sapt", None),  # a short form
        ("C. Sapt", "Christopher Sapt", None),
        ("Rudolf V Rassendyll", "Rudolf Rassendyll", None),
    ],
)
def test_persons(ours: str, theirs: str, closeness: str | None) -> None:
    assert names.closeness(name(ours), name(theirs)) == closeness


@pytest.mark.parametrize(
    ("ours", "theirs", "closeness"),
    [
        ("Strelsau Post", "Strelsau Daily Herald", "weak"),
        ("the University of Zenda", "the University of Strelsau", "far"),
        ("Strelsau Herald", "Strelsau Daily Herald", None),  # a shorter form
        ("Zenda Railway", "Strelsau Post", "far"),
        ("Streslau Post", "Strelsau Post", "strong"),
    ],
)
def test_bodies(ours: str, theirs: str, closeness: str | None) -> None:
    assert names.closeness(name(ours, "organisation"), name(theirs, "organisation")) == closeness


def test_a_person_is_no_body() -> None:
    assert names.closeness(name("Rudolf Rassendyl"), name("Rudolf Rassendyll", "organisation")) is None
    assert names.closeness(name("Zendan", "group"), name("Zendam", "group")) == "far"


@pytest.mark.parametrize(
    ("ours", "theirs"), [("DOT", "Tourism Department"), ("DoT", "Department of Tourism"), ("ZDC", "Zenda Dam Campaign")]
)
def test_initials_are_no_other_name(ours: str, theirs: str) -> None:
    assert names.closeness(name(ours, "organisation"), name(theirs, "organisation")) is None
    assert names.closeness(name("QQX", "organisation"), name(theirs, "organisation")) == "far"


def test_who_follows_somebody_is_nobody_else() -> None:
    assert names.closeness(name("Team Rassendyll"), name("Rudolf Rassendyll")) is None
    assert names.closeness(name("Anna Rassendyll"), name("Rudolf Rassendyll")) == "weak"
