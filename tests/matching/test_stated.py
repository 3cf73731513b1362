from decimal import Decimal

import pytest

from opedcheck.matching.compare import stated


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("7.1 billion USD", "7100000000", "USD"),
        ("5,000 person", "5000", "person"),
        ("72 %", "72", "%"),
        ("31", "31", None),
        ("-0.4 percentage point", "-0.4", "percentage point"),
    ],
)
def test_a_value_is_a_figure_with_its_unit(value: str, number: str, unit: str | None) -> None:
    found = stated(value)
    assert found is not None
    assert (found.low, found.high, found.unit) == (Decimal(number), Decimal(number), unit)


@pytest.mark.parametrize("value", [None, "", "many", "about 5"])
def test_words_are_no_figure(value: str | None) -> None:
    assert stated(value) is None
