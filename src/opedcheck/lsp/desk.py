"""Documents checked as the command line would check their files: settings, references and suppressions alike."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import msgspec

from opedcheck import config
from opedcheck.cli import filtering, run
from opedcheck.config import Settings
from opedcheck.errors import ArticleError, OpedcheckError, ReferencesError
from opedcheck.model import Article, ArticleReport
from opedcheck.readers import BY_SUFFIX
from opedcheck.readers.source import Given

if TYPE_CHECKING:
    from opedcheck.checker import Checker

# What an editor calls a document that has no file yet.
SUFFIXES = {"markdown": ".md", "plaintext": ".txt", "text": ".txt", "html": ".html"}


class Checked(msgspec.Struct, frozen=True):
    """A document's report, `None` where there is nothing to check, and what is to be told to whoever writes."""

    report: ArticleReport | None
    faults: tuple[str, ...] = ()


class Desk:
    """Checks documents one after the other; the model is loaded once. For one thread at a time."""

    def __init__(self) -> None:
        self._checkers: dict[tuple[object, ...], Checker] = {}
        self._stale = False

    def load(self) -> None:
        """Load the model for what lies in the working directory, before the first document asks for it."""
        request = run.Request(inputs=(), settings=config.load(Path.cwd()))
        self._checker(request, (), []).load()

    def renew(self) -> None:
        """References may have changed: read them again when they are needed next."""
        self._stale = True

    def check(self, path: Path, text: str) -> Checked:
        """Check the text of a document that has, or would have, the name `path`."""
        faults: list[str] = []
        try:
            return Checked(self._check(path, text, faults), tuple(faults))
        except ArticleError:
            return Checked(None)  # empty, or too long: no slip of whoever has just begun to write
        except OpedcheckError as fault:
            return Checked(None, tuple(_lines(fault)))

    def _check(self, path: Path, text: str, faults: list[str]) -> ArticleReport | None:
        settings = config.load(Path.cwd())
        if not serves(path) or _is_excluded(settings, path):
            return None
        # With a mark, since what the page declares is the encoding of the file, not of the editor's text.
        data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
        article = next(BY_SUFFIX[path.suffix.lower()].read(data, Given(path.stem, path.as_posix(), path.name)))
        if isinstance(article, ArticleError):
            raise article
        request = run.Request(inputs=(), settings=settings)
        checker = self._checker(request, (article,), faults)
        return filtering.prepare(settings, say=lambda message: None)(checker.check(article))

    def _checker(self, request: run.Request, articles: Sequence[Article], faults: list[str]) -> Checker:
        """The checker for the references of a document's project, read again only where they may have changed."""
        old = tuple(self._checkers.values())
        if self._stale:
            self._stale = False
            self._checkers.clear()
        key = (*run.claims_paths(request, articles), request.settings.model)
        if key not in self._checkers:
            told: list[ReferencesError] = []
            fresh = run.prepare(request, articles, faulty=told.append)
            faults += [line for fault in told for line in _lines(fault)]
            same = next((one for one in old if fresh.is_like(one)), None)
            for one in old if same is None else ():
                fresh.adopt(one)
            self._checkers[key] = same or fresh
        return self._checkers[key]


def serves(path: PurePath) -> bool:
    """Whether a document of this name is text that can be checked as it stands in the editor."""
    reader = BY_SUFFIX.get(path.suffix.lower())
    return reader is not None and reader.writing is not None


def _is_excluded(settings: Settings, path: Path) -> bool:
    whole = path.absolute()
    gone = partial(config.matches, settings.exclude, home=settings.home)
    return not config.allows(settings, whole) or any(gone(folder) for folder in whole.parents)


def _lines(fault: OpedcheckError) -> Iterator[str]:
    yield fault.message
    if isinstance(fault, ReferencesError):
        yield from fault.faults
