"""Large figures, read and printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opedcheck.words.scales import figure, in_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7.1 billion", "7100000000"),
        ("125.68 million", "125680000"),
        ("5,000", "5000"),
        ("-0.4", "-0.4"),
        ("1 Trillion", "1000000000000"),
        ("12 thousand", "12000"),
        ("many", None),
        ("5 USD", None),
        ("", None),
        ("1.2.3", None),
    ],
)
def test_figure(text: str, number: str | None) -> None:
    assert figure(text) == (Decimal(number) if number else None)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("7100000000", "7.1 billion"),
        ("125680000", "125.68 million"),
        ("12500", "12,500"),
        ("3.40", "3.4"),
        ("100", "100"),
        ("4213000000000", "4.213 trillion"),
        ("1000000000000000", "1,000 trillion"),
        ("-2500000", "-2.5 million"),
        ("0", "0"),
    ],
)
def test_in_words(number: str, text: str) -> None:
    assert in_words(Decimal(number)) == text
