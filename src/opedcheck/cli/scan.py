"""`scan`: check articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opedcheck import config
from opedcheck.cli import filtering, fixing, guard, options, run, watching, writing
from opedcheck.model import Article, ArticleReport, Report
from opedcheck.reporters import SCAN, Look, named, names, tally

if TYPE_CHECKING:
    from opedcheck.checker import Checker

Format = Annotated[str, options.formatted(names(SCAN))]


def scan(
    paths: options.Paths = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    allow_unsourced: options.AllowUnsourced = False,
    output_format: Format = "full",
    show: options.Show = None,
    output: options.Output = None,
    reports: options.Reports = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    fail_on: options.FailOn = None,
    exit_zero: options.ExitZero = False,
    model: options.Model = None,
    force_exclude: options.ForceExclude = False,
    stdin_filename: options.StdinFilename = None,
    color: options.Color = "auto",
    config_file: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
    fix: options.Fix = False,
    diff: options.Diff = False,
    watch: options.Watch = False,
) -> None:
    """Check articles: what contradicts the references is shown, with the evidence."""
    further = tuple(_wanted(one) for one in reports or ())
    reporter = named(SCAN, options.one_of(names(SCAN), output_format, "--format"))
    colored = writing.colored(options.one_of(options.COLORS, color, "--color"))

    def turn(kept: watching.Kept | None = None) -> int:
        settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
        listed = settings.show if show is None else options.some_of(options.VERDICTS, show, "--show")
        look = Look(color=colored, show=listed, width=writing.width())
        threshold = settings.fail_on if fail_on is None else options.one_of(options.SEVERITIES, fail_on, "--fail-on")
        shown = filtering.prepare(settings, select or (), ignore or (), baseline, inputs=paths or ())
        fixer = fixing.prepare(fix, diff, paths or (), shown)
        request = run.Request(
            inputs=tuple(paths or ()),
            settings=settings,
            published=options.day(date),
            claims=tuple(claims or ()),
            default_claims=default_claims,
            allow_unsourced=allow_unsourced,
            model=model,
            stdin_name=stdin_filename,
            no_cache=no_cache,
            force_exclude=force_exclude,
            stdin=fixer.stdin if fixer else None,
        )
        ready = kept.ready(settings, baseline) if kept else None
        check = kept.check if kept else _check
        work = fixer or (lambda checker, article: shown(check(checker, article)))
        how = fixer.reporter(reporter) if fixer and output is None else reporter
        report, complete = run.run(request, work, how, look, output, further, ready)
        shown.close()
        if fixer:
            fixer.close()
        count = _counted(report, options.SEVERITIES[: options.SEVERITIES.index(threshold) + 1])
        return guard.UNUSABLE if not complete else guard.FINDINGS if count and not exit_zero else 0

    if watch:
        watching.allow(paths or (), fix or diff)
        ours = [path for path in (output, *(one.path for one in further)) if path is not None]
        watching.watch(turn, paths or (), config_file, ours)
    status = turn()
    if status:
        raise typer.Exit(status)


def _wanted(text: str) -> run.Wanted:
    """A report as --report asks for it: FORMAT=PATH."""
    name, given, path = text.partition("=")
    if not given or not path:
        raise typer.BadParameter(f"{text!r} is not FORMAT=PATH, such as sarif=opedcheck.sarif.", param_hint="--report")
    if Path(path) == writing.STANDARD_OUTPUT:
        raise typer.BadParameter("what goes to standard output is for --format to say.", param_hint="--report")
    return run.Wanted(named(SCAN, options.one_of(names(SCAN), name, "--report")), Path(path))


def _check(checker: Checker, article: Article) -> ArticleReport:
    return checker.check(article)


def _counted(report: Report | None, failing: tuple[str, ...]) -> int:
    """Say how much was checked, since silence must never read as verified; how many findings are to fail for."""
    counts = tally(report.articles if report else ())
    guard.say(f"{counts.claims} claims, {counts.matched} matched, {counts.verdicts['contradicted']} contradicted")
    return sum(count for severity, count in counts.severities.items() if severity in failing)
