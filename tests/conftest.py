"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from opedcheck.checker import Checker

ROOT = Path(__file__).parents[1]

# How long an example takes says more about the machine than about us.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads what an earlier run, perhaps of other code, left in the user's cache, nor leaves anything there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPEDCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The real model with all our components and no references."""
    from opedcheck.pipeline import build

    return build()


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The real model with the references that ship."""
    from opedcheck.checker import prepare

    return prepare()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of yardsticks and articles that lies beside the repository, where there is one."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared folder beside the repository")
    return folder
