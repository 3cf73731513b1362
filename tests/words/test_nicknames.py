"""Given names and their short forms."""

from __future__ import annotations

import pytest

from opedcheck.words.nicknames import TABLE, is_nickname, may_be_one


@pytest.mark.parametrize(
    ("one", "other", "short", "one_person"),
    [
        ("joe", "joseph", True, True),
        ("ted", "theodore", True, True),
        ("liz", "elizabeth", True, True),
        ("mick", "mikey", False, True),
        ("bill", "billy", True, True),
        ("bob", "dobbin", False, False),
        ("alan", "albert", False, False),
        ("joseph", "joseph", False, True),
        ("joseph", "john", False, False),
        ("nobody", "noone", False, False),
    ],
)
def test_short_forms(one: str, other: str, short: bool, one_person: bool) -> None:
    assert is_nickname(one, other) is is_nickname(other, one) is short
    assert may_be_one(one, other) is may_be_one(other, one) is one_person


def test_the_table_is_in_order_and_names_its_source() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert any("Apache License 2.0" in line for line in lines if line.startswith("#"))
    rows = [line.partition(":")[0] for line in lines if not line.startswith("#")]
    assert rows == sorted(rows) and len(rows) > 1000
