from __future__ import annotations

from datetime import date

import pytest

from opedcheck.model import Period
from opedcheck.pipeline.times import values

DAY = date(2023, 7, 10)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-07-11", (2023, 7, 11), (2023, 7, 11)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("201", (2010, 1, 1), (2019, 12, 31)),
        ("19", (1900, 1, 1), (1999, 12, 31)),
        ("2023-W28", (2023, 7, 10), (2023, 7, 16)),
        ("2023-W28-WE", (2023, 7, 15), (2023, 7, 16)),
        ("2023-Q3", (2023, 7, 1), (2023, 9, 30)),
        ("2023-H2", (2023, 7, 1), (2023, 12, 31)),
        ("2023-SU", (2023, 6, 1), (2023, 8, 31)),
        ("2023-07-11TEV", (2023, 7, 11), (2023, 7, 11)),
        ("2023-07-11/2023-07-12", (2023, 7, 11), (2023, 7, 12)),
        ("2014/2018", (2014, 1, 1), (2018, 12, 31)),
    ],
)
def test_a_value_stands_for_its_days(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert values.period(value) == Period(date(*first), date(*last))


@pytest.mark.parametrize(
    "value", ["P3D", "PRESENT_REF", "XXXX-07-11", "2023-02-30", "2023-W60", "0000", "", "٢٠٢٣", "/", "PT2H"]
)
def test_what_stands_for_no_days(value: str) -> None:
    assert values.period(value) is None


@pytest.mark.parametrize(
    ("unit", "number", "value"),
    [
        ("D", -1, "2023-07-09"), ("W", -1, "2023-W27"), ("M", -1, "2023-06"), ("Q", -1, "2023-Q2"), ("Y", 1, "2024"),
        ("E", 0, "202"), ("C", -1, "19"), ("M6", 0, "2023-H2"), ("WE", 0, "2023-W28-WE"), ("Y", -3000, None),
        ("D", 10**9, None),
    ],
)  # fmt: skip
def test_neighbours(unit: str, number: int, value: str | None) -> None:
    assert values.neighbour(DAY, unit, number) == value


def test_the_end_of_a_month_moves_to_the_end_of_a_shorter_one() -> None:
    assert values.moved(date(2023, 3, 31), "M", -1) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (3, "D", "P3D"), (2, "TH", "PT2H"), (None, "Y", "PXY"), (2, "E", "P20Y"), (1, "C", "P100Y"), (1, "F", "P2W"),
        (2.5, "D", "P2.5D"), (None, "E", "PXE"),
    ],
)  # fmt: skip
def test_durations(amount: float | None, unit: str, value: str) -> None:
    assert values.duration(amount, unit) == value


@pytest.mark.parametrize(
    ("value", "unit"),
    [("2023", "Y"), ("2023-07", "M"), ("2023-07-10", "D"), ("2023-Q1", "Q"), ("201", "E"), ("19", "C"), ("P3D", None)],
)
def test_units_of_values(value: str, unit: str | None) -> None:
    assert values.unit_of(value) == unit
