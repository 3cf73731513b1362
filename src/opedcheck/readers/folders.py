"""The articles in a folder: by suffix, sorted, without what .gitignore leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from opedcheck.errors import ArticleError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    Rules = tuple[tuple[Path, GitIgnoreSpec], ...]

# Word keeps a note beside a document that is open, under its name and this.
HIDDEN = (".", "~$")


def search(
    folder: Path, suffixes: frozenset[str], allowed: Callable[[Path], bool] = lambda path: True
) -> Iterator[Path | ArticleError]:
    """Files in `folder` and below that end in one of `suffixes` and are `allowed`, as their folders are. Hidden files
    and linked folders are left out; a folder that can't be listed is an error in its place.
    """
    above: Rules = ()
    for parent in reversed(_within_repository(folder)):
        above += _rules(parent)
    yield from _walk(folder, suffixes, above, allowed)


def _within_repository(folder: Path) -> list[Path]:
    """The folders above, nearest first, up to the root of the repository; none outside of one."""
    found = [folder.resolve()]
    if (found[0] / ".git").exists():
        return []
    for parent in found[0].parents:
        found.append(parent)
        if (parent / ".git").exists():
            return found[1:]
    return []


def _rules(folder: Path) -> Rules:
    from pathspec import GitIgnoreSpec

    file = folder / ".gitignore"
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    return ((folder.resolve(), GitIgnoreSpec.from_lines(line.removesuffix("\r") for line in lines)),)


def _walk(
    folder: Path, suffixes: frozenset[str], rules: Rules, allowed: Callable[[Path], bool]
) -> Iterator[Path | ArticleError]:
    try:
        rules += _rules(folder)
        inside = sorted(folder.iterdir())
    except OSError as fault:
        yield ArticleError(f"can't be searched: {fault.strerror}", place=folder, remedy="Check its permissions.")
        return
    for path in inside:
        if path.name.startswith(HIDDEN) or _ignored(path, rules) or not allowed(path):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _walk(path, suffixes, rules, allowed)
        elif path.suffix.lower() in suffixes and path.is_file():
            yield path


def _ignored(path: Path, rules: Rules) -> bool:
    """The nearest .gitignore that says anything of `path` decides, as git has it."""
    absolute = path.parent.resolve() / path.name
    for folder, spec in reversed(rules):
        name = absolute.relative_to(folder).as_posix()
        verdict = spec.check_file(f"{name}/" if path.is_dir() else name).include
        if verdict is not None:
            return verdict
    return False
