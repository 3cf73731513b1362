"""How days and periods are put in words."""

from __future__ import annotations

import pytest
from tests.by_hand import since, span

from opedcheck.words.days import period_in_words, period_said, term_in_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023-07-10", "10 July 2023"),
        ("2023-07", "July 2023"),
        ("2024-02", "February 2024"),
        ("2023", "2023"),
        ("2022..2023", "2022 to 2023"),
        ("2023-07-11..2023-07-12", "11 to 12 July 2023"),
        ("2023-07-01..2023-07-30", "1 to 30 July 2023"),
        ("2023-06-28..2023-07-02", "28 June 2023 to 2 July 2023"),
        ("2023-07-10..", "from 10 July 2023"),
        ("..2023-07-10", "until 10 July 2023"),
        ("..", "an unknown time"),
        ("1999-12-31", "31 December 1999"),
        ("9999-12-31", "31 December 9999"),
    ],
)
def test_period(period: str, words: str) -> None:
    assert period_in_words(span(period)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-10-04", "2024-10-01", "from 4 October 2021 until 1 October 2024"),
        ("2021-10-04", None, "from 4 October 2021"),
        ("..2021-10-04", None, "by 4 October 2021"),
        ("..2021-10-04", "2024-10-02..", "by 4 October 2021 until at least 1 October 2024"),
        (None, None, ""),
    ],
)
def test_term(first: str | None, last: str | None, words: str) -> None:
    assert term_in_words(*(span(text) if text else None for text in (first, last))) == words


def test_no_period() -> None:
    assert period_in_words(None) == period_in_words(since(None)) == "an unknown time"


@pytest.mark.parametrize("last", ["9999-12", "9999-12-01..9999-12-31"])
def test_the_last_month_of_all(last: str) -> None:
    assert period_in_words(span(last)) == "December 9999"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("10 July 2023", "2023-07-10"),
        ("July 2023", "2023-07"),
        ("2023", "2023"),
        ("11 to 12 July 2023", "2023-07-11..2023-07-12"),
        ("2023-07-11/2023-07-12", "2023-07-11..2023-07-12"),
        ("2023-07", "2023-07"),
    ],
)
def test_a_period_is_read_as_it_was_put(text: str, period: str) -> None:
    assert period_said(text) == span(period)


@pytest.mark.parametrize(
    "text", ["28 June 2023 to 2 July 2023", "from 10 July 2023", "31 June 2023", "12 to 31 June 2023", "soon", ""]
)
def test_no_other_period_is_read(text: str) -> None:
    assert period_said(text) is None
