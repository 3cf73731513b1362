"""`scan --watch`: checked again whenever an article, a reference or the settings change, with the model kept loaded."""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from opedcheck import config
from opedcheck.cli import guard, run
from opedcheck.errors import OpedcheckError, ReferencesError, SettingError
from opedcheck.model import Article, ArticleReport

if TYPE_CHECKING:
    from opedcheck.checker import Checker

# How often to look up from waiting, and how long to let a burst of changes come to rest, in milliseconds.
LOOK_UP, REST, AT_MOST = 50, 50, 500
REFERENCES = frozenset({".yaml", ".yml", ".jsonl"})
CLEAR = "\033[2J\033[3J\033[H"
NAMED = 3
UNREAD = frozenset({"node_modules", "__pycache__"})


class Kept:
    """What stays from one turn to the next: the checker with its model, and the report of each article."""

    def __init__(self) -> None:
        self.claims: tuple[Path, ...] = ()
        self.settings_files: tuple[Path, ...] = ()
        self.anew = 0
        self._checker: Checker | None = None
        self._before: dict[Article, ArticleReport] = {}
        self._now: dict[Article, ArticleReport] = {}

    def begin(self) -> None:
        """A turn begins: what was checked in the last one that checked anything is known, the rest is forgotten."""
        self._before, self._now, self.anew = self._now or self._before, {}, 0

    def ready(self, settings: config.Settings, baseline: Path | None) -> run.Ready:
        """What gives the checker of a turn, for the settings that hold in it."""
        known = baseline or (Path(settings.baseline) if settings.baseline else None)
        origins = {Path(path) for path, _ in settings.origins.values()}
        self.settings_files = (*origins, *((known,) if known else ()))
        return self._prepare

    def _prepare(
        self,
        request: run.Request,
        articles: Sequence[Article],
        *,
        faulty: Callable[[ReferencesError], None] | None = None,
    ) -> Checker:
        """The checker of the turn before, unless references or model have changed; the model is loaded once."""
        self.claims = run.claims_paths(request, articles)[0]
        fresh = run.prepare(request, articles, faulty=faulty)
        if self._checker is None or not fresh.is_like(self._checker):
            if self._checker is not None:
                fresh.adopt(self._checker)
            self._checker, self._before = fresh, {}
        return self._checker

    def check(self, checker: Checker, article: Article) -> ArticleReport:
        """The report of an article, made anew only where the article has changed."""
        found = self._now.get(article) or self._before.get(article)
        if found is None:
            found = checker.check(article)
            self.anew += 1
        self._now[article] = found
        return found

    def load(self) -> None:
        """Load the model before it is needed, so that the next change does not wait for it."""
        if self._checker is not None:
            self._checker.load()


class Watched(msgspec.Struct, frozen=True):
    """What to watch: `folders` that are looked at without those below, and which files in them matter.

    `inputs` and `claims` are files, or folders with all below; `files` are single files of any kind; `ours` are
    written by each turn, and so never begin one.
    """

    folders: frozenset[Path]
    inputs: frozenset[Path]
    claims: frozenset[Path]
    files: frozenset[Path]
    ours: frozenset[Path]

    def matters(self, path: Path) -> bool:
        """Whether a change of a file, or of a folder, can change the report."""
        from opedcheck.readers import SEARCHED

        if path in self.ours:
            return False
        if path in self.files or path in self.inputs or path in self.claims or path in self.folders:
            return True
        if path.name.startswith(".") and path.name != ".gitignore":
            return False
        kind = path.suffix.lower()
        searched = kind in SEARCHED or path.name == ".gitignore" or path.is_dir()
        return (searched and _under(path, self.inputs)) or (
            (kind in REFERENCES or path.is_dir()) and _under(path, self.claims)
        )


def allow(inputs: Sequence[str], fixing: bool) -> None:
    """Refuse what can't be watched."""
    if "-" in inputs or not inputs:
        raise typer.BadParameter("only files and folders can be watched.", param_hint="--watch")
    if fixing:
        raise typer.BadParameter("what is watched is not fixed: run --fix by itself.", param_hint="--watch")


def watch(turn: Callable[[Kept], object], inputs: Sequence[str], settings: Path | None, ours: Iterable[Path]) -> None:
    """Do `turn` now and after every change, until interrupted. Faults are told of, and mended by the next change."""
    kept = Kept()
    written = frozenset(_whole(path) for path in ours)
    watched = _watched(inputs, settings, kept, written)
    changes = _changes(watched)  # before anything is read, so that no change is missed
    changed: set[Path] = set()
    while True:
        began = time.time()
        _turn(turn, kept, changed)
        now = _watched(inputs, settings, kept, written)
        changed = set()
        if now.folders != watched.folders:
            later = _changes(now)
            added = now.folders - watched.folders
            changed = {path for path in next(changes) if now.matters(path)} | _touched(added, now, began)
            changes = later
        watched = now
        while not changed:
            changed = {path for path in next(changes) if watched.matters(path)}


def _turn(turn: Callable[[Kept], object], kept: Kept, changed: set[Path]) -> None:
    """One turn, with the time before it, and how long it took behind it."""
    if sys.stdout.isatty():
        print(CLEAR, end="", flush=True)
    names = ", ".join(path.name for path in sorted(changed)[:NAMED])
    more = f" and {len(changed) - NAMED} more" if len(changed) > NAMED else ""
    guard.say(f"{datetime.now():%H:%M:%S}: {f'changed: {names}{more}' if changed else 'watching; Ctrl-C ends'}")
    began = time.perf_counter()
    kept.begin()
    try:
        turn(kept)
    except OpedcheckError as fault:
        guard.report(fault)
    told = f"{kept.anew} {'article' if kept.anew == 1 else 'articles'} checked anew"
    guard.say(f"{datetime.now():%H:%M:%S}: {told} in {time.perf_counter() - began:.2f} s")
    kept.load()


def _watched(inputs: Sequence[str], settings: Path | None, kept: Kept, ours: frozenset[Path]) -> Watched:
    """What the next report depends on, as far as is known: articles, references, settings, the baseline."""
    named = [Path(name) for name in inputs]
    read = [settings] if settings else [Path(name) for name in config.NAMES]
    read += kept.settings_files
    claims = list(kept.claims)
    files = frozenset(map(_whole, read))
    roots = {_whole(path) for path in (*named, *claims)} | {path.resolve() for path in (*named, *claims)}
    folders = {folder for root in roots for folder in _folders(root)} | {path.parent for path in files}
    return Watched(
        folders=frozenset(folder for folder in folders if folder.is_dir()),
        inputs=frozenset(found for path in named for found in (_whole(path), path.resolve())),
        claims=frozenset(found for path in claims for found in (_whole(path), path.resolve())),
        files=files,
        ours=ours,
    )


def _folders(root: Path) -> Iterator[Path]:
    """A folder with all that may hold articles or references below; for a file, and for what is not there, the folder
    that it would be in."""
    yield root.parent
    if root.is_dir():
        yield root
        for folder, below, _ in os.walk(root):
            below[:] = [name for name in below if not name.startswith(".") and name not in UNREAD]
            yield from (Path(folder, name) for name in below)


def _changes(watched: Watched) -> Iterator[set[Path]]:
    """Batches of paths that changed; empty ones while nothing does. Every change from now on is in one of them."""
    from watchfiles import watch as changes

    found = changes(
        *watched.folders,
        watch_filter=None,
        debounce=AT_MOST,
        step=REST,
        rust_timeout=LOOK_UP,
        yield_on_timeout=True,
        recursive=False,
    )
    try:
        first = {Path(path) for _, path in next(found)}
    except OSError as fault:
        what = f"can't be watched: {fault}"
        raise SettingError(what, place="--watch", remedy="Name fewer folders, or the files themselves.") from None
    return itertools.chain((first,), ({Path(path) for _, path in batch} for batch in found))


def _touched(folders: frozenset[Path], watched: Watched, since: float) -> set[Path]:
    """What has changed in `folders` from the time `since` on, before they were watched."""
    found = (path for folder in folders for path in (folder, *folder.iterdir()) if watched.matters(path))
    return {path for path in found if path.exists() and path.stat().st_mtime >= since}


def _whole(path: Path) -> Path:
    """A path as changes of it are told: absolute, links of folders followed, but not of the file itself."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def _under(path: Path, roots: frozenset[Path]) -> bool:
    return any(path.is_relative_to(root) for root in roots)
