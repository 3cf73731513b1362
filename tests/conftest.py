"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The real model with all our components and no references."""
    from opedcheck.pipeline import build

    return build()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of yardsticks and articles that lies beside the repository, where there is one."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared folder beside the repository")
    return folder
