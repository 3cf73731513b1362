"""Numbers in characters alone: no Doc, no model."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opedcheck.pipeline.quantities.numbers import numbers

VALUES = [
    ("7.1", ["7.1"]),
    ("1,200,000", ["1200000"]),
    ("12,34,567.89", ["1234567.89"]),
    ("1 234 567", ["1234567"]),
    ("40 000", ["40000"]),
    ("1.111,11", ["1111.11"]),
    ("22,24,26", ["22", "24", "26"]),
    (".08", ["0.08"]),
    ("7.1 billion", ["7100000000"]),
    ("10k", ["10"]),  # the letter waits for its neighbours, see test_finding
    ("13 lakh", ["1300000"]),
    ("three lakh crore", ["3000000000000"]),
    ("4 hundred million", ["400000000"]),
    ("twenty-eight thousand six hundred forty-two", ["28642"]),
    ("two hundred and two thousand", ["202000"]),
    ("3 hundred and 2 hundred", ["300", "200"]),
    ("3 hundred and 21", ["321"]),
    ("4000 3 hundred and 21", ["4000", "321"]),
    ("2 million and 300", ["2000000", "300"]),
    ("fifty - two", ["52"]),
    ("fifty 2", ["50", "2"]),
    ("a dozen", ["12"]),
    ("half a dozen", ["6"]),
    ("half a million", ["500000"]),
    ("a quarter of a million", ["250000"]),
    ("five and a half million", ["5500000"]),
    ("one million and a half", ["1500000"]),
    ("one billion and a half million", ["1000500000"]),
    ("3 million and a quarter", ["3250000"]),
    ("it fell by a third.", ["0.333333"]),
    ("it rose by about a quarter since May", ["0.25"]),
    ("owned by a third party", ["3"]),
    ("2-1/2", ["2.5"]),
    ("2½", ["2.5"]),
    ("2 1/4 million", ["2250000"]),
    ("two-thirds", ["0.666667"]),
    ("three-quarters", ["0.75"]),
    ("one-eighth", ["0.125"]),
    ("one in five", ["0.2"]),
    ("two out of three", ["0.666667"]),
    ("one in 1990", ["0.000503"]),
    ("8 in 5", ["8", "5"]),
    ("nine point nought four", ["9.04"]),
    ("thousands of people", ["1000"]),
    ("tens of thousands of people", ["10000"]),
    ("the thousands", []),
    ("several hundred", []),
    ("the second half", ["2"]),
    ("half-hearted", []),
    ("in the quarter", []),
    ("1.3x10^6", ["1300000"]),
    ("1e10", ["10000000000"]),
    ("9/11", []),
    ("24/7", []),
    ("3/4", ["0.75"]),
    ("2023-07-11", []),
    ("192.168.1.2", []),
    ("+1-222-333-4444", []),
    ("10:30", []),
    ("5 p.m.", []),
    ("from 1.05am to 7.05am", []),
    ("the 1990s", []),
    ("9" * 60, []),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text: str, values: list[str]) -> None:
    assert [round(number.low, 6) for number in numbers(text)] == [Decimal(value) for value in values]


STEPS = [
    ("7.1 billion", 10**8),
    ("7 billion", 10**9),
    ("1,200", 1),
    ("1,200,000", 1),
    ("0.3", Decimal("0.1")),
    ("1.20", Decimal("0.01")),
    ("five thousand", 1000),
    ("twenty-one", 1),
    ("two dozen", 12),
    ("half a million", 0),
    ("two-thirds", Decimal("0.05")),
    ("one in five", Decimal("0.05")),
    ("one in 400", 0),
]


@pytest.mark.parametrize(("text", "step"), STEPS)
def test_step_is_the_place_of_the_last_digit_printed_or_how_near_a_part_is_told(text: str, step: Decimal) -> None:
    assert [number.step for number in numbers(text)] == [step]


ORDINALS = [("first", 1), ("11th", 11), ("twenty-first", 21), ("the 1,000th", 1000), ("one hundred and fifth", 105)]


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals(text: str, value: int) -> None:
    assert [(number.low, number.ordinal) for number in numbers(text)] == [(value, True)]


def test_vague_scales_are_one_order_of_magnitude() -> None:
    (number,) = numbers("hundreds of thousands of people")
    assert (number.low, number.high) == (100_000, 1_000_000)


@pytest.mark.parametrize("unit", ["1", "9.", "million ", "last ", "$", "1,000,", "1-1/", "a "])
def test_a_long_text_of_anything_is_read_in_one_pass(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert all(0 <= number.start < number.end <= len(text) for number in numbers(text))
