from datetime import date

import pytest

from opedcheck.readers.published import published

DAY = date(2023, 7, 10)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-07-10", DAY),
        ("2023-07-10T08:00:00Z", DAY),
        ("July 10, 2023", DAY),
        ("10 July 2023", DAY),
        ("Mon, 10 Jul 2023 08:00:00 GMT", DAY),
        ("July 2023", None),
        ("10/07/2023", None),
        ("32 July 2023", None),
        ("2023-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_noted(value: str, expected: date | None) -> None:
    day, notes = published(value)
    assert day == expected
    assert bool(notes) == (expected is None)


def test_an_absent_date_needs_no_note() -> None:
    assert published(None) == (None, ())
