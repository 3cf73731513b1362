"""`claims import csv`, `claims export csv` and `claims export jsonl`: references as spreadsheets and lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from opedcheck.cli import guard, imported, options, writing
from opedcheck.cli.curating import chosen
from opedcheck.errors import SettingError

if TYPE_CHECKING:
    from opedcheck.model import AnyRecord

Kind = Literal["statement", "person", "organisation", "place", "event", "figures"]
KINDS: tuple[Kind, ...] = get_args(Kind)
BOM = "\ufeff"
"""What tells a spreadsheet program that a file is UTF-8; without it, accents are lost there."""

Sheets = Annotated[list[Path], typer.Argument(metavar="FILE", help="CSV files, their first row the headings.")]
RecordKind = Annotated[
    str | None, typer.Option("--record", metavar="KIND", help=f"What each row is about: {', '.join(KINDS)}.")
]
OnlyKind = Annotated[
    str | None, typer.Option("--record", metavar="KIND", help=f"Only records of this kind: {', '.join(KINDS)}.")
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published what names no source of its own.")
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title of that source.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where that source stands.")]
Accessed = Annotated[
    str | None, typer.Option("--accessed", metavar="YYYY[-MM[-DD]]", help="When you read that source [today].")
]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Reference files or folders; without any, the project's, else the shipped."),
]
Written = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")]


def import_csv(
    files: Sheets,
    output: imported.Output = None,
    record: RecordKind = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    accessed: Accessed = None,
    force: imported.Force = False,
) -> None:
    """Make references of spreadsheets, each row a record, or a further office, source or year of the one above.

    The headings are the keys of records: id, name, aliases (semicolons between them), offices.title, offices.of,
    sources.publisher... Without an id, one is made of the name. If a row can't be used, nothing is written.
    """
    from opedcheck.references import collect
    from opedcheck.references.faults import Fault, refuse
    from opedcheck.references.library import unsourced
    from opedcheck.references.sheets import read

    kind = options.one_of(KINDS, record, "--record") if record else None
    if not publisher and (title or url or accessed):
        raise typer.BadParameter("a source needs a publisher, too.", param_hint="--publisher")
    imported.check(output, force)
    told = {"publisher": publisher, "title": title, "url": url, "accessed": accessed or date.today().isoformat()}
    source = {key: value for key, value in told.items() if value} if publisher else None
    faults: list[Fault] = []
    records: list[AnyRecord] = []
    for path in files:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SettingError(f"can't be read: {error.strerror}", place=path, remedy="Check its name.") from None
        decoded = read(collect.File(path, collect.shown(path), data), kind=kind, source=source)
        records += (entry.record for entry in decoded.entries if entry.record is not None)
        faults += decoded.faults
        faults += decoded.unsourced
    faults += unsourced(records)
    made = collect.merge(records, faults)
    refuse(sorted(faults, key=lambda fault: (fault.path, fault.line or 0)))
    imported.write(made, output, "CSV")
    guard.say(f"{len(made)} records imported; `opedcheck claims lint` checks them beside the others")


def export_csv(
    paths: Paths = None,
    output: Written = None,
    record: OnlyKind = None,
    allow_unsourced: options.AllowUnsourced = False,
) -> None:
    """Write references as a spreadsheet, from which `claims import csv` makes the same references again."""
    from opedcheck.references.sheets import as_csv

    records = _records(paths, record, output, allow_unsourced)
    mark = "" if output in (None, writing.STANDARD_OUTPUT) else BOM
    writing.write_text(mark + as_csv(records), output)
    guard.say(f"{len(records)} records exported")


def export_jsonl(
    paths: Paths = None,
    output: Written = None,
    record: OnlyKind = None,
    allow_unsourced: options.AllowUnsourced = False,
) -> None:
    """Write references as JSON lines, one record a line, which --claims takes as well as YAML."""
    from opedcheck.references.writing import as_jsonl

    records = _records(paths, record, output, allow_unsourced)
    writing.write_text(as_jsonl(records), output)
    guard.say(f"{len(records)} records exported")


def _records(
    paths: list[Path] | None, record: str | None, output: Path | None, allow_unsourced: bool
) -> Sequence[AnyRecord]:
    """The records to export, all sound; never into a file that they are read from."""
    from opedcheck.references import load
    from opedcheck.references.collect import collect

    kind = options.one_of(KINDS, record, "--record") if record else None
    folders = chosen(paths)
    if output is not None and output.resolve() in {file.path.resolve() for file in collect(folders, [])}:
        raise SettingError("is one of the files to export", place=output, remedy="Name another with --output.")
    known = load(folders, default_claims=not folders, allow_unsourced=allow_unsourced)
    return [one for one in known.records if kind in (None, type(one).__struct_config__.tag)]
