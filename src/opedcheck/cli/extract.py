"""`extract`: what there would be to check, nothing compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opedcheck import config
from opedcheck.cli import guard, options, run
from opedcheck.model import Article, ArticleReport
from opedcheck.reporters import EXTRACT, Look, named, names

if TYPE_CHECKING:
    from opedcheck.checker import Checker

Format = Annotated[str, options.formatted(names(EXTRACT))]


def extract(
    paths: options.Paths = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    allow_unsourced: options.AllowUnsourced = False,
    output_format: Format = "text",
    sort: options.Sort = False,
    output: options.Output = None,
    model: options.Model = None,
    stdin_filename: options.StdinFilename = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
) -> None:
    """Extract quantities, times, names, sentences and claims; nothing is compared."""
    reporter = named(EXTRACT, options.one_of(names(EXTRACT), output_format, "--format"))
    request = run.Request(
        inputs=tuple(paths or ()),
        settings=config.load(Path.cwd(), config=config_file, isolated=isolated),
        published=options.day(date),
        claims=tuple(claims or ()),
        default_claims=default_claims,
        allow_unsourced=allow_unsourced,
        model=model,
        stdin_name=stdin_filename,
        no_cache=no_cache,
    )
    report, complete = run.run(request, _read, reporter, Look(sort=sort), output)
    found = sum(len(one.reading.claims) for one in report.articles) if report else 0
    guard.say(f"{found} claims extracted, none compared")
    if not complete:
        raise typer.Exit(guard.UNUSABLE)


def _read(checker: Checker, article: Article) -> ArticleReport:
    return ArticleReport(article=article, reading=checker.read(article))
