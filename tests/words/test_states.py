"""States of the US by their abbreviations."""

from __future__ import annotations

import pytest

from opedcheck.words.states import STATES, state


@pytest.mark.parametrize(
    ("short", "name"),
    [("NY", "New York"), ("N.Y.", "New York"), ("Ky.", "Kentucky"), ("W.Va.", "West Virginia"), ("Texas", "Texas"),
     ("Ohio", "Ohio"), ("D", None), ("XX", None)],
)  # fmt: skip
def test_state(short: str, name: str | None) -> None:
    assert state(short) == name


def test_there_are_fifty() -> None:
    assert len(set(STATES.values())) == 50
