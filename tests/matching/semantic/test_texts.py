"""What is embedded of a text."""

from __future__ import annotations

import pytest

from opedcheck.matching.semantic.texts import plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam broke in 1911.", "The dam broke in 1911."),
        ("“It’s over,” the mayor’s son said.", "It's over, the mayor's son said."),
        ("He said 'no', she ‘yes’; the Joneses' car.", "He said no , she yes ; the Joneses car."),
        ("#BuildTheBridge now,@city_hall!", "Build The Bridge now, city hall !"),
        ("see https://a.example/x?y now", "see now"),
        ("seen here: pic.example.com/abc", "seen here:"),
        ("#日本 and #2023", "日本 and 2023"),
        ("''\"", ""),
        ("", ""),
    ],
)
def test_plain(text: str, said: str) -> None:
    assert plain(text) == said
