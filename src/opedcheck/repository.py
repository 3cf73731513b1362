"""Where a file stands in its repository: the name that it goes by on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath


def relative(path: str) -> str:
    """A file as its repository knows it, with forward slashes; as it was given where it lies outside."""
    root = _root(Path.cwd())
    whole = Path(path).absolute()
    return (PurePosixPath(whole.relative_to(root)) if whole.is_relative_to(root) else PurePosixPath(path)).as_posix()


@cache
def _root(here: Path) -> Path:
    """The folder of the repository that `here` lies in; `here` itself where there is none."""
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
