"""Where the references lie that opedcheck comes with."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def shipped() -> Path:
    """`opedcheck/claims` of an installed wheel, the repository's `claims/` where opedcheck runs from its sources."""
    inside = PACKAGE / "claims"
    from_sources = PACKAGE.parent.name == "src" and not inside.is_dir()
    return PACKAGE.parents[1] / "claims" if from_sources else inside
