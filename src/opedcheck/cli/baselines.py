"""`baseline ...`: findings that are known, so that only new ones are shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from opedcheck import config
from opedcheck.cli import filtering, guard, options, run
from opedcheck.errors import SettingError
from opedcheck.keeping import baseline
from opedcheck.keeping.baseline import Entry
from opedcheck.model import ArticleReport
from opedcheck.reporters import Look

app = typer.Typer(
    name="baseline", no_args_is_help=True, rich_markup_mode=None, help="Keep findings that are known out of reports."
)
File = Annotated[Path | None, typer.Option("--baseline", metavar="FILE", help=f"The file [{baseline.DEFAULT}].")]


@app.command()
def create(
    paths: options.Paths = None,
    file: File = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Write down all that a scan finds now: later scans show what is new."""
    target, settings = _file(file, config_file, isolated)
    if target.exists():
        remedy = "`opedcheck baseline update` renews it; delete it to begin anew."
        raise SettingError("is there already", place=target, remedy=remedy)
    _write(target, _scanned(target, settings, paths, date, claims, default_claims)[0], "written")


@app.command()
def update(
    paths: options.Paths = None,
    file: File = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Renew what is written down of the files scanned; what it says of other files stays."""
    target, settings = _file(file, config_file, isolated)
    known = baseline.read(target).entries
    found, seen = _scanned(target, settings, paths, date, claims, default_claims)
    _write(target, [*(entry for entry in known if entry.path not in seen), *found], "updated")


@app.command()
def prune(
    paths: options.Paths = None,
    file: File = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Remove what no longer occurs in the files scanned; nothing is added."""
    target, settings = _file(file, config_file, isolated)
    known = baseline.read(target).entries
    found, seen = _scanned(target, settings, paths, date, claims, default_claims)
    marks = {entry.fingerprint for entry in found}
    stays = [entry for entry in known if entry.path not in seen or entry.fingerprint in marks]
    _write(target, stays, f"pruned of {len(known) - len(stays)}")


def _file(file: Path | None, config_file: Path | None, isolated: bool) -> tuple[Path, config.Settings]:
    """The baseline's file, by option, by settings or by its usual name; and the settings, heeding none."""
    settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
    target = file or Path(settings.baseline or baseline.DEFAULT)
    return target, msgspec.structs.replace(settings, baseline=None)


def _scanned(
    target: Path,
    settings: config.Settings,
    paths: list[str] | None,
    date: str | None,
    claims: list[Path] | None,
    default_claims: bool | None,
) -> tuple[list[Entry], set[str]]:
    """What a scan of `paths` finds, and the files that it looked at, as the baseline names them."""
    shown = filtering.prepare(settings)
    request = run.Request(
        inputs=tuple(paths or ()),
        settings=settings,
        published=options.day(date),
        claims=tuple(claims or ()),
        default_claims=default_claims,
    )
    report, complete = run.run(request, lambda checker, one: shown(checker.check(one)), run.SILENT, Look(), None)
    if report is None or not complete:
        raise SettingError("not every file could be read", place=target, remedy="The baseline is left as it was.")
    return list(_entries(report.articles, target)), {_name(one, target) for one in report.articles}


def _entries(reports: Iterable[ArticleReport], target: Path) -> Iterable[Entry]:
    for one in reports:
        yield from (baseline.entry(_name(one, target), finding) for finding in one.findings)


def _name(one: ArticleReport, target: Path) -> str:
    return filtering.beside(one.article.path or one.article.id, target)


def _write(target: Path, entries: list[Entry], what: str) -> None:
    baseline.write(target, entries)
    guard.say(f"{target}: {what}, {len(entries)} {'entry' if len(entries) == 1 else 'entries'}")
