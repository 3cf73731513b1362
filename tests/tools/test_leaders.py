"""Leaders of states: what the data say is read right, and where the references differ from it is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from leaders import Spell, of_state, since, spells  # noqa: E402


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Jane ROE (since 8 February 2024)", "2024-02-08"),
        ("Prime Minister Jane ROE (28 October 2022)", "2022-10-28"),
        ("Prime Minister Jane ROE (since 5 Sep 2025)", "2025-09-05"),
        ("Prime Minister ROE Jane (since April 2018)", "2018-04"),
        ("President Jane ROE (since 1997)", "1997"),
        ("President (vacant)", ""),
    ],
)
def test_since_when_a_head_is_in_office(text: str, day: str) -> None:
    assert since(text) == day


def test_archigos_goes_on_in_reign(shared: Path) -> None:
    """Who was in office at the end of 2015, where Archigos ends, left it when REIGN says; later ones are REIGN's."""
    row = of_state(spells(shared / "facts"), "united-kingdom")
    assert row[:2] == [
        Spell("united-kingdom", "Thatcher", "1979-05-04", "1990-11-28", True, True),
        Spell("united-kingdom", "Major", "1990-11-28", "1997-05-02", True, True),
    ]
    assert [(one.since, one.until, one.archigos, one.reign) for one in row[4:]] == [
        ("2010-05-11", "2016-07", True, True),
        ("2016-07-13", "2019-07", False, True),
        ("2019-07-24", "", False, True),
    ]


def test_what_differs_is_listed(shared: Path, tmp_path: Path) -> None:
    for folder in ("claims", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    mali = tmp_path / "claims" / "offices" / "leaders" / "mali.yaml"
    text = mali.read_text(encoding="utf-8")
    assert "from: 1992-06-06, until: 2002-06-08" in text
    mali.write_text(text.replace("1992-06-06, until: 2002-06-08", "1993-06-06, until: 2001-06-08"), encoding="utf-8")
    run = [sys.executable, str(tmp_path / "tools" / "compare_leaders.py"), str(shared / "facts")]
    told = subprocess.run(run, check=True, capture_output=True, text=True).stdout.splitlines()
    assert any(
        line.startswith("data: mali: Konare, 1992-06-06 until 2002-06-08 (Archigos and REIGN);") for line in told
    )
    assert not any("mali: Amadou Toure, 2002-06-09" in line for line in told)
