"""What `scan` and `extract` have in common: articles and references in, a report out, and what is said meanwhile."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
import typer

from opedcheck.cli import guard, writing
from opedcheck.cli.progress import Progress
from opedcheck.cli.projects import claims_folders
from opedcheck.config import Settings, allows
from opedcheck.errors import ArticleError, ReferencesError
from opedcheck.model import Article, ArticleReport, Report
from opedcheck.reporters import AnyReporter, FileReporter, Look, Reporter
from opedcheck.reporters.shown import place

if TYPE_CHECKING:
    from opedcheck.checker import Checker

UNDATED_NAMED = 3
SILENT = Reporter(name="none", write=lambda report, out, look: None)
Work = Callable[["Checker", Article], ArticleReport]
Done = tuple[Report | None, bool]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line and the configuration ask for, of both commands."""

    inputs: tuple[str, ...]
    settings: Settings
    published: date | None = None
    claims: tuple[Path, ...] = ()
    default_claims: bool | None = None
    allow_unsourced: bool = False
    model: str | None = None
    stdin_name: str | None = None
    no_cache: bool = False
    force_exclude: bool = False
    stdin: bytes | None = None


class Ready(Protocol):
    """Gives the checker of a run, as `prepare` does."""

    def __call__(
        self, request: Request, articles: Sequence[Article], *, faulty: Callable[[ReferencesError], None]
    ) -> Checker: ...


class Wanted(msgspec.Struct, frozen=True):
    """A further report: in which format, and where to."""

    reporter: AnyReporter
    path: Path


def run(
    request: Request,
    work: Work,
    reporter: AnyReporter,
    look: Look,
    output: Path | None,
    reports: Sequence[Wanted] = (),
    ready: Ready | None = None,
) -> Done:
    """Do `work` for every article and write the report, and `reports` beside it; what came out, and whether all could
    be read.

    No report where no article could be read. `ready` gives a checker that is ready already.
    """
    output = None if output == writing.STANDARD_OUTPUT else output
    files = [*reports, *([Wanted(reporter, output)] if output is not None else [])]
    _check_files(files, request.inputs)
    if isinstance(reporter, FileReporter) and output is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{reporter.name} is nothing to print; -o FILE says where to.", param_hint="--format")
    originals = any(isinstance(one, FileReporter) for one in (reporter, *(wanted.reporter for wanted in reports)))
    articles, complete = _read(request, originals=originals, written=[one.path for one in files])
    if not articles:
        return None, complete
    faults: list[ReferencesError] = []
    checker = (ready or prepare)(request, articles, faulty=faults.append)
    for fault in faults:
        guard.report(fault)
    report = checker.report(_each(checker, articles, work))
    for wanted in reports:
        writing.write_report(report, wanted.reporter, look, wanted.path)
    writing.write_report(report, reporter, look, output)
    return report, complete and not faults


def _check_files(files: Sequence[Wanted], inputs: Sequence[str]) -> None:
    """Refuse to write two reports to one file, or one in the place of an article that would not be in it."""
    articles = {os.path.realpath(name) for name in inputs}
    seen: set[str] = set()
    for one in files:
        writing.check_output(one.path)
        where = os.path.realpath(one.path)
        comments = isinstance(one.reporter, FileReporter) and where.lower().endswith(".docx") and len(articles) == 1
        if where in articles and not comments:
            raise typer.BadParameter(f"{one.path} is an article to be checked: a report would replace it.")
        if where in seen and (one.path.is_file() or not one.path.exists()):
            raise typer.BadParameter(f"two reports would be written to {one.path}.", param_hint="--report")
        seen.add(where)


def prepare(
    request: Request, articles: Sequence[Article], *, faulty: Callable[[ReferencesError], None] | None = None
) -> Checker:
    """A checker with the shipped references, those of the articles' projects, and those that were asked for.

    With `faulty`, references that have faults are told of, and the run goes on with the others.
    """
    from opedcheck import checker
    from opedcheck.keeping import cache

    paths, default = claims_paths(request, articles)
    return checker.prepare(
        paths,
        default_claims=default,
        model=request.model or request.settings.model,
        allow_unsourced=request.allow_unsourced,
        faulty=faulty,
        storage=None if request.no_cache else cache,
    )


def claims_paths(request: Request, articles: Sequence[Article]) -> tuple[tuple[Path, ...], bool]:
    """Where the references of a run lie, the shipped ones apart, and whether to use those as well."""
    from opedcheck.references.shipped import shipped

    settings = request.settings
    default = settings.default_claims if request.default_claims is None else request.default_claims
    homes = [Path(article.path).parent if article.path else Path() for article in articles] or [Path()]
    own = shipped().resolve()
    folders = (folder for folder in claims_folders(homes) if folder.resolve() != own)
    return (*folders, *map(Path, settings.claims), *request.claims), default


def _read(request: Request, *, originals: bool = False, written: Sequence[Path] = ()) -> tuple[list[Article], bool]:
    """The articles, dated; what can't be read, and what is to be said of the others, goes to standard error.

    Their files are kept in memory only where `originals` are needed. What is about to be `written` is no article of
    a folder.
    """
    from opedcheck import readers

    if not request.inputs:
        raise typer.BadParameter("name a file or a folder, or - for standard input.", param_hint="PATHS")
    ours = {os.path.realpath(path) for path in written} - {os.path.realpath(name) for name in request.inputs}
    articles: list[Article] = []
    complete = True
    for found in readers.read(
        request.inputs,
        sys.stdin.buffer.read if request.stdin is None else lambda: request.stdin or b"",
        stdin_name=request.stdin_name,
        allowed=lambda path: allows(request.settings, path) and os.path.realpath(path) not in ours,
        strict=request.force_exclude,
    ):
        if isinstance(found, ArticleError):
            guard.report(found)
            complete = False
            continue
        for note in found.notes:
            guard.say(f"note: {place(found)}: {note}.")
        day, file = request.published or found.date, found.original if originals else b""
        articles.append(msgspec.structs.replace(found, date=day, original=file))
    _note_undated([article for article in articles if article.date is None])
    return articles, complete


def _note_undated(articles: Sequence[Article]) -> None:
    if not articles:
        return
    names = ", ".join(place(article) for article in articles[:UNDATED_NAMED])
    rest = f" and {len(articles) - UNDATED_NAMED:,} more" if len(articles) > UNDATED_NAMED else ""
    guard.say(f"note: {names}{rest}: undated, so what depends on the date is left open; --date YYYY-MM-DD gives it.")


def _each(checker: Checker, articles: Sequence[Article], work: Work) -> Iterator[ArticleReport]:
    """The work, article by article; who waits for it sees how far it is."""
    shown = Progress()
    checker.watch = shown.statements
    whole = sum(len(article.text) for article in articles)
    for article in shown.articles(articles, len(articles), whole, lambda article: len(article.text)):
        yield work(checker, article)
        if not gc.get_freeze_count():
            gc.freeze()  # model and references stay, and are many: to look through them for garbage again takes long
