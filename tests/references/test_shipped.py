"""Where our own references lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedcheck.references.shipped import shipped


@pytest.mark.parametrize(
    ("package", "wheel", "expected"),
    [
        ("src/opedcheck", False, "claims"),
        ("src/opedcheck", True, "src/opedcheck/claims"),
        ("lib/opedcheck", False, "lib/opedcheck/claims"),
    ],
)
def test_a_wheel_carries_them_and_sources_have_them_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, wheel: bool, expected: str
) -> None:
    (tmp_path / package / "claims" if wheel else tmp_path / package).mkdir(parents=True)
    monkeypatch.setattr("opedcheck.references.shipped.PACKAGE", tmp_path / package)
    assert shipped() == tmp_path / expected
