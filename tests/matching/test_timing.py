"""How a claim's time lies to that for which a statement holds."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import claim, statement

from opedcheck.matching.timing import relation

TODAY = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("when", "past", "expected"),
    [
        ("2022", False, "same"),
        (None, False, "later"),  # of today
        (None, True, "earlier"),  # of whenever it was: nothing is shown by it
        ("2024", True, "later"),
        ("2019", True, "earlier"),
    ],
)
def test_a_statement_that_held_for_a_time(when: str | None, past: bool, expected: str) -> None:
    ours = claim("count", when=when, past=past)
    assert relation(ours, claim("count"), statement(valid="2020-03-27..2023-04-04"), TODAY) == expected


def test_a_past_is_of_another_time_than_what_holds_unless_both_are_told_so() -> None:
    since, had = statement(valid="2024-03-07.."), claim("count", past=True)
    assert relation(had, claim("count"), since, TODAY) == "earlier"
    assert relation(had, claim("count", past=True), since, TODAY) == "same"
    assert relation(claim("count"), claim("count"), since, TODAY) == "same"
