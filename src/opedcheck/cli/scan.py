"""`scan`: check articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from opedcheck import config
from opedcheck.cli import filtering, fixing, guard, options, run
from opedcheck.model import Report
from opedcheck.reporters import SCAN, Look, named, names, tally

Format = Annotated[
    str,
    typer.Option("--format", "--output-format", metavar="NAME", help=f"How to print it: {', '.join(names(SCAN))}."),
]


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
) -> None:
    """Check articles: what contradicts the references is shown, with the evidence."""
    settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
    further = tuple(_wanted(one) for one in reports or ())
    reporter = named(SCAN, options.one_of(names(SCAN), output_format, "--format"))
    look = Look(
        color=run.colored(options.one_of(options.COLORS, color, "--color")),
        show=settings.show if show is None else options.some_of(options.VERDICTS, show, "--show"),
    )
    threshold = settings.fail_on if fail_on is None else options.one_of(options.SEVERITIES, fail_on, "--fail-on")
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
    )
    shown = filtering.prepare(settings, select or (), ignore or (), baseline)
    fixer = fixing.prepare(fix, diff, request.inputs, shown)
    if fixer is not None:
        request = msgspec.structs.replace(request, stdin=fixer.stdin)
        reporter = reporter if output is not None else fixer.reporter(reporter)
    work = fixer or (lambda checker, article: shown(checker.check(article)))
    report, complete = run.run(request, work, reporter, look, output, further)
    shown.close()
    if fixer is not None:
        fixer.close()
    found = _counted(report, options.SEVERITIES[: options.SEVERITIES.index(threshold) + 1])
    if not complete:
        raise typer.Exit(guard.UNUSABLE)
    if found and not exit_zero:
        raise typer.Exit(guard.FINDINGS)


def _wanted(text: str) -> run.Wanted:
    """A report as --report asks for it: FORMAT=PATH."""
    name, given, path = text.partition("=")
    if not given or not path:
        raise typer.BadParameter(f"{text!r} is not FORMAT=PATH, such as sarif=opedcheck.sarif.", param_hint="--report")
    return run.Wanted(named(SCAN, options.one_of(names(SCAN), name, "--report")), Path(path))


def _counted(report: Report | None, failing: tuple[str, ...]) -> int:
    """Say how much was checked, since silence must never read as verified; how many findings are to fail for."""
    counts = tally(report.articles if report else ())
    guard.say(f"{counts.claims} claims, {counts.matched} matched, {counts.verdicts['contradicted']} contradicted")
    return sum(count for severity, count in counts.severities.items() if severity in failing)
