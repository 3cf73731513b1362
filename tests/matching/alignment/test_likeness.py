"""Which words say the same, and which the contrary."""

from __future__ import annotations

import pytest

from opedcheck.matching.alignment.likeness import KIN, SAME, SYNONYM, WIDER, contrary, likeness


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("pledge", "pledges", SAME),
        ("crash", "collision", SYNONYM),
        ("death", "die", KIN),
        ("aid", "help", SYNONYM),
        ("court", "verdict", 0.0),
        ("director", "administrator", WIDER),
        ("mill", "member", 0.0),
    ],
)
def test_likeness(one: str, other: str, share: float) -> None:
    assert likeness(one, other) == likeness(other, one) == share


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("majority", "minority", True),
        ("more", "less", True),
        ("win", "lose", True),
        ("majority", "majority", False),
        ("majority", "member", False),
        ("aid", "help", False),
    ],
)
def test_contraries(one: str, other: str, expected: bool) -> None:
    assert contrary(one, other) == contrary(other, one) == expected
