"""Given names that Americans bear."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.make_given_names import table

from opedcheck.words.given_names import TABLE, is_american


@pytest.mark.parametrize(
    ("name", "borne"),
    [("james", True), ("malik", True), ("toni", True), ("rafael", True), ("fumio", False), ("dilma", False)],
)
def test_names_from_everywhere_are_borne(name: str, borne: bool) -> None:
    assert is_american(name) is borne


def test_the_list_is_in_order_and_names_its_source() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert any("Census" in line for line in lines if line.startswith("#"))
    names = " ".join(line for line in lines if not line.startswith("#")).split()
    assert names == sorted(set(names)) and len(names) > 5000


def test_the_list_is_made_of_the_first_words(tmp_path: Path) -> None:
    men, women = tmp_path / "men", tmp_path / "women"
    men.write_text("ZENO           0.004 90.000   1219\nADAM 0.1 1 2\n", encoding="ascii")
    women.write_text("ADAM           0.001 90.000   4275\n\n", encoding="ascii")
    assert table((men, women)).splitlines()[2:] == ["adam zeno"]
