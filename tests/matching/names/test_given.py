"""Given names beside each other."""

from __future__ import annotations

import pytest

from opedcheck.matching.names import may_bear


@pytest.mark.parametrize(
    ("given", "forms", "may"),
    [
        ("George", ("George Walker",), True),
        ("George W.", ("George Walker",), True),
        ("W.", ("George Walker",), True),
        ("G. W.", ("George Walker",), True),
        ("Ronald W.", ("George Walker",), False),
        ("Joe", ("Joseph",), True),
        ("James", ("J. D.",), True),
        ("Donald J.", ("James",), False),
    ],
)
def test_an_initial_counts_where_nothing_else_is_told(given: str, forms: tuple[str, ...], may: bool) -> None:
    assert may_bear(given, forms) is may
