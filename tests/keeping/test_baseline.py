"""The baseline's file: sorted, whole, and refused where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedcheck.errors import SettingError
from opedcheck.keeping import baseline
from opedcheck.keeping.baseline import Entry
from opedcheck.model import Finding

FINDING = Finding(rule="r", severity="error", message="m", start=0, end=1, quote="a\n b", fingerprint="f1")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    entries = [Entry("b.md", "r", "q ✓", "2"), Entry("a.md", "r", "q", "1"), Entry("a.md", "r", "q", "1")]
    baseline.write(path, entries)
    assert baseline.read(path).entries == (entries[1], entries[0])
    assert path.read_text(encoding="utf-8").count("\n") == 4  # one entry a line
    baseline.write(path, [])
    assert baseline.read(path).entries == ()
    assert [one.name for one in tmp_path.iterdir()] == ["b.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "can't be read"),
        ("", "is no baseline"),
        ("{", "is no baseline"),
        ('{"entries": [{"path": 1}]}', "is no baseline"),
        ('{"schema": "opedcheck/baseline@9", "entries": []}', "of this version"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    path = tmp_path / "b.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(SettingError) as fault:
        baseline.read(path)
    assert said in fault.value.message and "baseline create" in fault.value.message


def test_known_findings_are_set_apart() -> None:
    known = baseline.Baseline(entries=(baseline.entry("a.md", FINDING),))
    assert known.entries[0].quote == "a b"
    new, gone = baseline.heeded((FINDING,), known)
    assert new == () and [one.by for one in gone] == ["baseline"]
    assert baseline.heeded((FINDING,), baseline.Baseline()) == ((FINDING,), ())
