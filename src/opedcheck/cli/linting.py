"""`claims lint`: what is wrong with references; with --deep, what the pipeline makes of their statements, too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from opedcheck.cli import deep, guard, options, writing
from opedcheck.cli.projects import nearest

if TYPE_CHECKING:
    from opedcheck.references import Fault

FORMATS = ("text", "json")
Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Reference files or folders; without any, the project's, else the shipped."),
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The day against which reviews are overdue.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 2 for warnings, too.")]
Deep = Annotated[
    bool,
    typer.Option("--deep", help="Read the statements as scan does: which say nothing checkable, which contradict."),
]
Format = Annotated[str, options.formatted(FORMATS)]


def lint(
    paths: Paths = None,
    default_claims: options.DefaultClaims = None,
    allow_unsourced: options.AllowUnsourced = False,
    deeply: Deep = False,
    today: Today = None,
    strict: Strict = False,
    output_format: Format = "text",
    model: options.Model = None,
) -> None:
    """Check references: every fault is listed with its file, line, record and remedy.

    Errors keep a record from being used; warnings deserve a look: what is said twice or contradicts another record, two
    holders of an office for one, shared names, sources without a date, reviews that are overdue. The shipped references
    are known as context, unless --no-default-claims leaves them out.
    """
    from opedcheck import references

    options.one_of(FORMATS, output_format, "--format")
    day = options.day(today, "--today")
    project = nearest(Path.cwd())
    chosen = tuple(paths or ((project,) if project else ()))
    default = default_claims is not False
    faults = references.lint(chosen, default_claims=default, allow_unsourced=allow_unsourced, today=day)
    if deeply:
        faults = _with(faults, chosen, default, allow_unsourced, model)
    where = ", ".join(map(str, chosen)) or "the shipped references"
    errors = sum(fault.severity == "error" for fault in faults)
    if output_format == "json":
        writing.write_text(_json(faults), None)
    else:
        for fault in faults:
            guard.say(f"{fault.severity}: {fault}")
        print(f"{where}: errors {errors}, warnings {len(faults) - errors}")
    if errors or (strict and faults):
        raise typer.Exit(guard.UNUSABLE)


def _with(
    faults: tuple[Fault, ...], chosen: tuple[Path, ...], default: bool, allow_unsourced: bool, model: str | None
) -> tuple[Fault, ...]:
    """The faults, and what shows only once the statements are read."""
    from opedcheck import checker
    from opedcheck.references.collect import collect

    prepared = checker.prepare(
        chosen,
        default_claims=default or not chosen,
        allow_unsourced=allow_unsourced,
        model=model,
        faulty=lambda _: None,  # they are among the faults already
    )
    from opedcheck.references.shipped import shipped

    asked = frozenset(file.shown for file in collect(list(chosen) or [shipped()], []))
    found = [fault for fault in deep.faults(prepared) if fault.path in asked]
    return tuple(sorted((*faults, *found), key=lambda fault: (fault.path, fault.line or 0)))


def _json(faults: Iterable[Fault]) -> str:
    rows = [msgspec.to_builtins(fault) for fault in faults]
    errors = sum(row["severity"] == "error" for row in rows)
    document = {"faults": rows, "errors": errors, "warnings": len(rows) - errors}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
