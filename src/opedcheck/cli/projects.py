"""Where an article's project keeps its own references: the nearest folder above that holds claims/*.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

NAME = "claims"
SUFFIXES = ("*.yaml", "*.yml")


def claims_folders(starts: Iterable[Path]) -> tuple[Path, ...]:
    """The claims folders of the projects that the folders `starts` lie in, each once, in order."""
    found = (nearest(start) for start in dict.fromkeys(starts))
    return tuple(dict.fromkeys(folder for folder in found if folder is not None))


def nearest(start: Path) -> Path | None:
    """The nearest claims folder from `start` up to the root of its repository; `None` if there is none."""
    absolute = start.resolve()
    for folder in (absolute, *absolute.parents):
        claims = folder / NAME
        if claims.is_dir() and any(next(claims.rglob(suffix), None) for suffix in SUFFIXES):
            return _shown(claims)
        if (folder / ".git").exists():
            return None
    return None


def _shown(folder: Path) -> Path:
    """Relative to the working directory where that is above it, as people would write it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
