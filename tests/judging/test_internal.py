"""The rules without references, on mentions made by hand: no model."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from opedcheck.judging import Case
from opedcheck.judging.internal import findings
from opedcheck.model import Name, Quantity, Reading, Sentence, Time

PUBLISHED = date(2023, 7, 10)


def quantity(text: str, part: str, unit: str | None, **fields: object) -> Quantity:
    """The figure `part` of `text`; "40 to 60" is a change up or down."""
    start = text.index(part)
    numbers = [Decimal(n) for n in re.findall(r"\d[\d.]*", part)]
    change = None if len(numbers) == 1 else "up" if numbers[0] < numbers[1] else "down"
    step = Decimal(1).scaleb(min(n.as_tuple().exponent for n in numbers))  # type: ignore[type-var]
    known = {"low": min(numbers), "high": max(numbers), "change": change, "step": step, **fields}
    return Quantity(start=start, end=start + len(part), text=part, unit=unit, **known)  # type: ignore[arg-type]


def case(text: str, **mentions: object) -> Case:
    reading = Reading(sentences=(Sentence(start=0, end=len(text)),), **mentions)  # type: ignore[arg-type]
    return Case(text=text, path="a.txt", published=PUBLISHED, reading=reading)


def rules(of: Case) -> list[tuple[str, str]]:
    return [(finding.rule, finding.quote) for finding in findings(of)]


def time(text: str, part: str, value: str) -> Time:
    start = text.index(part)
    return Time(start=start, end=start + len(part), text=part, type="DATE", value=value)


DATES = [
    ("They met on June 31.", "June 31", "2023-06-31", True),
    ("They met on June 30.", "June 30", "2023-06-30", False),
    ("In June 31 people left.", "June 31", "2023-06-31", False),
    ("In June 31, 12 people left.", "June 31", "2023-06-31", True),
    ("In June 31,000 left.", "June 31", "2023-06-31", False),
    ("In June 31% left.", "June 31", "2023-06-31", False),
    ("Signed on February 29, 2023.", "February 29, 2023", "2023-02-29", True),
    ("Signed on February 29, 2024.", "February 29, 2024", "2024-02-29", False),
    ("Signed on February 29.", "February 29", "2023-02-29", False),
    ("Signed on February 30.", "February 30", "2023-02-30", True),
    ("There is no February 30.", "February 30", "2023-02-30", False),
    ("February 30 doesn't exist.", "February 30", "2023-02-30", False),
    ("They met in June.", "June", "2023-06", False),
]


@pytest.mark.parametrize(("text", "part", "value", "wrong"), DATES)
def test_a_day_that_no_calendar_has(text: str, part: str, value: str, wrong: bool) -> None:
    expected = [("impossible-date", part)] if wrong else []
    assert rules(case(text, times=(time(text, part, value),))) == expected


WEEKDAYS = [
    ("On Tuesday, July 12, 2023, they met.", ["Tuesday, July 12, 2023"], ["2023-07-12"], "Tuesday"),
    ("On Wednesday, July 12, 2023, they met.", ["Wednesday, July 12, 2023"], ["2023-07-12"], None),
    ("On Tues., July 12, they met.", ["Tues., July 12"], ["2023-07-12"], "Tues"),
    ("In 2016 they met on Tuesday, July 12.", ["Tuesday, July 12"], ["2023-07-12"], None),
    ("On Tuesday, March 2, they met.", ["Tuesday, March 2"], ["2023-03-02"], None),  # of which year?
    ("On Monday, July 13, 1789, they met.", ["Monday, July 13, 1789"], ["1789-07-13"], None),
    ("From Monday to Friday, July 10, 2023.", ["Friday, July 10, 2023"], ["2023-07-10"], None),
    ("On July 12, 2023, a Monday, they met.", ["July 12, 2023", "Monday"], ["2023-07-12", "2023-07-10"], "Monday"),
    ("On Monday (July 12, 2023) they met.", ["Monday", "July 12, 2023"], ["2023-07-10", "2023-07-12"], "Monday"),
    ("On Monday he left; July 12, 2023 came.", ["Monday", "July 12, 2023"], ["2023-07-10", "2023-07-12"], None),
]


@pytest.mark.parametrize(("text", "parts", "values", "wrong"), WEEKDAYS)
def test_a_weekday_that_the_date_did_not_fall_on(
    text: str, parts: list[str], values: list[str], wrong: str | None
) -> None:
    times = tuple(time(text, part, value) for part, value in zip(parts, values, strict=True))
    expected = [("weekday-mismatch", wrong)] if wrong else []
    assert rules(case(text, times=times)) == expected


def test_an_undated_article_has_no_year_for_a_date() -> None:
    text = "On Tuesday, July 12, they met."
    undated = case(text, times=(time(text, "Tuesday, July 12", "2023-07-12"),))
    assert rules(Case(text=text, path="a.txt", reading=undated.reading)) == []


SUMS = [
    ("It fell from 600 to 400 units, a drop of 50 percent.", ["600 to 400|unit", "50 percent|%"], "50 percent"),
    ("It fell from 600 to 400 units, a drop of 33 percent.", ["600 to 400|unit", "33 percent|%"], None),
    ("It rose from 40 to 60 percent, up 20 percent.", ["40 to 60|%", "20 percent|%"], "20 percent"),
    ("It rose from 40 to 60 percent, up 20 points.", ["40 to 60|%", "20 points|percentage point"], None),
    ("It rose from 40 to 60 percent, up 10 points.", ["40 to 60|%", "10 points|percentage point"], "10 points"),
    ("It rose 50 percent, from 400 to 500 cases.", ["50 percent|%", "400 to 500|case"], "50 percent"),
    ("It rose 25 percent, from 400 to 500 cases.", ["25 percent|%", "400 to 500|case"], None),
    ("It rose to 400 to 500 cases, or 50 percent.", ["400 to 500|case", "50 percent|%"], None),
    ("Of these 45 of 90 senators, or 60 percent, agreed.", ["45|senator", "90|senator", "60 percent|%"], "60 percent"),
    ("Of these 45 of 90 senators, or 50 percent, agreed.", ["45|senator", "90|senator", "50 percent|%"], None),
    ("Only 30 of 225 reports (12.5%) came.", ["30|report", "225|report", "12.5%|%"], "12.5%"),
    ("Only 30 of 225 reports (13.3%) came.", ["30|report", "225|report", "13.3%|%"], None),
    ("The 13 members: 5 men and 6 women.", ["13|member", "5|man", "6|woman"], "13"),
    ("The 11 members: 5 men and 6 women.", ["11|member", "5|man", "6|woman"], None),
    ("The 13 members, 5 men and 6 women among them.", ["13|member", "5|man", "6|woman"], None),
]


@pytest.mark.parametrize(("text", "figures", "wrong"), SUMS)
def test_what_does_not_follow(text: str, figures: list[str], wrong: str | None) -> None:
    split = [figure.split("|") for figure in figures]
    quantities = tuple(quantity(text, part, unit) for part, unit in split)
    expected = [("arithmetic-mismatch", wrong)] if wrong else []
    assert rules(case(text, quantities=quantities)) == expected


def test_a_hedge_gives_room() -> None:
    text = "It fell from 600 to 400 units, a drop of about 35 percent."
    change = quantity(text, "35 percent", "%", bound="about")
    assert rules(case(text, quantities=(quantity(text, "600 to 400", "unit"), change))) == []


def name(text: str, part: str, title: str, **fields: object) -> Name:
    start = text.index(part)
    known = {"kind": "person", "title": title, **fields}
    return Name(start=start, end=start + len(part), text=part, **known)  # type: ignore[arg-type]


TWO = "Mayor Karel Novotny spoke. Later Mayor Pavel Novotny left."
NAMES = [
    (TWO, {}, {}, True),
    (TWO, {"entity": "a"}, {"entity": "b"}, False),  # the references know both
    (TWO, {}, {"status": "former"}, False),
    (TWO, {"of": "a"}, {"of": "b"}, False),
    (TWO, {"title": "Sen."}, {"title": "Sen."}, False),  # many hold the office
    (TWO.replace("Later", "His son,"), {}, {}, False),
    (TWO.replace("Pavel", "K."), {}, {}, False),
    (TWO.replace("Karel", "Katherine").replace("Pavel", "Kate"), {}, {}, False),
]


@pytest.mark.parametrize(("text", "one", "other", "wrong"), NAMES)
def test_two_given_names_for_one_office(
    text: str, one: dict[str, object], other: dict[str, object], wrong: bool
) -> None:
    parts = re.findall(r"[KP][a-z.]+ Novotny", text)
    names = tuple(
        name(text, part, **{"title": "Mayor", **fields}) for part, fields in zip(parts, (one, other), strict=True)
    )
    assert rules(case(text, names=names)) == ([("name-conflict", parts[1])] if wrong else [])
