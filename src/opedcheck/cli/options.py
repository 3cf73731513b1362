"""The options that commands share, and how their values are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args

import typer

from opedcheck.cli import completing
from opedcheck.model import Severity, Verdict
from opedcheck.reporters import SCAN, names

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
COLORS = ("auto", "always", "never")
T = TypeVar("T")


def day(text: str | None, option: str = "--date") -> date | None:
    """A day as ISO 8601 writes it, for `option`."""
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r} is not a day; write it like 2023-07-10.", param_hint=option)


def one_of(choices: Sequence[T], text: str, option: str) -> T:
    """The one of `choices` that is named."""
    for choice in choices:
        if choice == text:
            return choice
    raise typer.BadParameter(f"{text!r} is not one of {_named(choices)}.", param_hint=option)


def some_of(choices: Sequence[T], text: str, option: str) -> tuple[T, ...]:
    """Those of `choices` that are named, with commas between them."""
    wanted = [part.strip() for part in text.split(",")]
    unknown = ", ".join(repr(part) for part in wanted if part not in choices)
    if unknown:
        raise typer.BadParameter(f"{unknown} is not among {_named(choices)}.", param_hint=option)
    return tuple(choice for choice in choices if choice in wanted)


def _named(choices: Sequence[T]) -> str:
    return ", ".join(map(str, choices))


def version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from opedcheck import __version__

        print(f"opedcheck {__version__}")
        raise typer.Exit


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS|-", help="Files, folders to search for articles, or - for standard input."),
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of publication, of all the articles.")
]
Claims = Annotated[
    list[Path] | None,
    typer.Option("--claims", metavar="PATH", help="References to use as well: YAML, a folder, .jsonl. Repeatable."),
]
DefaultClaims = Annotated[
    bool | None,
    typer.Option("--default-claims/--no-default-claims", help="Whether to use the references that ship as well."),
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The spaCy model to run, such as en_core_web_trf.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write the report.")]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        help="Write a further report to a file. Repeatable.",
        autocompletion=completing.one_of(names(SCAN), "="),
    ),
]


def formatted(choices: Sequence[str]) -> Any:
    """The option that says in which of some formats to print."""
    return typer.Option(
        "--format",
        "--output-format",
        metavar="NAME",
        help=f"How to print it: {_named(choices)}.",
        autocompletion=completing.one_of(choices),
    )


StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="The file that standard input would be.")
]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The configuration file, instead of the nearest one.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Use nothing that earlier runs kept, and keep nothing.")]
Sort = Annotated[bool, typer.Option("--sort", help="The most check-worthy first.")]
AllowUnsourced = Annotated[bool, typer.Option("--allow-unsourced", help="Use records without a source, too.")]
Show = Annotated[
    str | None,
    typer.Option(
        "--show",
        metavar="VERDICTS",
        help=f"List such claims, too: {_named(VERDICTS)}.",
        autocompletion=completing.some_of(VERDICTS),
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help=f"Exit with 1 from here on: {_named(SEVERITIES)} [error].",
        autocompletion=completing.one_of(SEVERITIES),
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever articles, references or settings change.")]
Fix = Annotated[bool, typer.Option("--fix", help="Write a suggestion into the article where one verified value fits.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        help="Heed these rules alone, commas between. Repeatable.",
        autocompletion=completing.rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="RULE", help="Do not heed these rules. Repeatable.", autocompletion=completing.rules
    ),
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out what the settings exclude even where it is named.")
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="A file of known findings, which are not shown.")
]
Color = Annotated[
    str,
    typer.Option(
        "--color", metavar="WHEN", help=f"Colours: {_named(COLORS)}.", autocompletion=completing.one_of(COLORS)
    ),
]
Version = Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and end.")]
