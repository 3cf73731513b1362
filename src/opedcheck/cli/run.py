"""What `scan` and `extract` have in common: articles and references in, a report out, and what is said meanwhile."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import msgspec
import typer

from opedcheck.cli import guard
from opedcheck.cli.projects import claims_folders
from opedcheck.config import Settings, allows
from opedcheck.errors import ArticleError, ReferencesError, SettingError
from opedcheck.model import Article, ArticleReport, Report
from opedcheck.reporters import AnyReporter, FileReporter, Look, Reporter
from opedcheck.reporters.shown import place

if TYPE_CHECKING:
    from opedcheck.checker import Checker

# From how many articles on a bar shows how far it is.
MANY = 3
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
    written = [path for path in (output, *(wanted.path for wanted in reports)) if path is not None]
    for path in written:
        check_output(path)
    if isinstance(reporter, FileReporter) and output is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{reporter.name} is nothing to print; -o FILE says where to.", param_hint="--format")
    originals = any(isinstance(one, FileReporter) for one in (reporter, *(wanted.reporter for wanted in reports)))
    articles, complete = _read(request, originals=originals, written=written)
    if not articles:
        return None, complete
    faults: list[ReferencesError] = []
    checker = (ready or prepare)(request, articles, faulty=faults.append)
    for fault in faults:
        guard.report(fault)
    report = checker.report(_each(checker, articles, work))
    for wanted in reports:
        _write(report, wanted.reporter, look, wanted.path)
    _write(report, reporter, look, output)
    return report, complete and not faults


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
    ours = {path.resolve() for path in written} - {Path(name).resolve() for name in request.inputs}
    articles: list[Article] = []
    complete = True
    for found in readers.read(
        request.inputs,
        sys.stdin.buffer.read if request.stdin is None else lambda: request.stdin or b"",
        stdin_name=request.stdin_name,
        allowed=lambda path: allows(request.settings, path) and path.resolve() not in ours,
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
    """The work, with a bar on standard error if there is much of it and somebody who watches."""
    if len(articles) < MANY or not sys.stderr.isatty():
        yield from (work(checker, article) for article in articles)
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    for article in track(articles, description="Checking", console=console, transient=True):
        yield work(checker, article)


def check_output(output: Path | None) -> None:
    """Fail before the work, not behind it."""
    if output is not None and (output.is_dir() or not output.parent.is_dir()):
        raise SettingError("no file can be written there", place=output, remedy="Name a file in a folder that exists.")


def write_text(text: str, output: Path | None) -> None:
    """Write a text to its file, whole or not at all, or to standard output for as long as somebody reads it."""
    if output is None:
        with standard_output() as out:
            out.write(text)
        return
    check_output(output)
    write_bytes(text.encode("utf-8", "backslashreplace"), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write a file whole or not at all: first beside it, then in its place; devices and pipes directly."""
    beside = output.with_name(f".{output.name}.{os.getpid()}.new")
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
            return
        try:
            beside.write_bytes(data)
            if output.exists():
                shutil.copymode(output, beside)
            os.replace(beside, output)  # noqa: PTH105  # the very call whose atomicity is documented
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        raise SettingError(f"can't be written: {fault.strerror}", place=output, remedy="Check its folder.") from None


def _write(report: Report, reporter: AnyReporter, look: Look, output: Path | None) -> None:
    """Write the report to its file, or to standard output for as long as somebody reads it."""
    match reporter, output:
        case FileReporter(), Path():
            write_bytes(reporter.make(report, look), output)
        case FileReporter(), _:
            data = reporter.make(report, look)
            with standard_output() as out:
                out.buffer.write(data)
        case _, Path():
            text = io.StringIO()
            reporter.write(report, text, msgspec.structs.replace(look, color=False))
            write_text(text.getvalue(), output)
        case _:
            with standard_output() as out:
                reporter.write(report, out, look)


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output, as UTF-8. A reader that has gone away, such as `head`, changes nothing about the result."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        guard.drop_output()


def colored(wanted: str) -> bool:
    """Whether to print in colour: as --color says, else NO_COLOR, FORCE_COLOR, and whether a terminal shows it."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
