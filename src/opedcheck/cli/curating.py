"""`claims fmt`, `stale`, `stats`, `schema` and `diff`: keeping references in order."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from opedcheck.cli import guard, options, writing
from opedcheck.cli.linting import FORMATS, Format, Paths
from opedcheck.cli.projects import nearest

if TYPE_CHECKING:
    from opedcheck.errors import ReferencesError
    from opedcheck.references import References

WIDEST = 100
Check = Annotated[bool, typer.Option("--check", help="Change nothing; exit with 1 if something would be changed.")]
ShowDiff = Annotated[bool, typer.Option("--diff", help="Change nothing; print what would be changed.")]
Before = Annotated[str | None, typer.Option("--before", metavar="YYYY-MM-DD", help="Due before this day [today].")]
Today = Annotated[str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The day to count ages from.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")]
Old = Annotated[Path, typer.Argument(metavar="OLD", help="A file or a folder of references.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The same, as it is now.")]


def fmt(paths: Paths = None, check: Check = False, show_diff: ShowDiff = False) -> None:
    """Bring YAML files into their one form: keys in order, one layout. Records stay where they are, comments too."""
    from opedcheck.references.collect import collect
    from opedcheck.references.faults import Fault, refuse
    from opedcheck.references.formatting import formatted
    from opedcheck.references.shipped import shipped
    from opedcheck.references.tree import Broken
    from opedcheck.reporters.shown import escaped

    faults: list[Fault] = []
    changed = count = 0
    for file in collect(chosen(paths) or (shipped(),), faults):
        if file.path.suffix.lower() == ".jsonl":
            continue
        count += 1
        try:
            text = file.data.decode("utf-8-sig")
            made = formatted(text)
        except UnicodeDecodeError:
            faults.append(Fault(path=file.shown, what="it is not UTF-8", remedy="Save the file as UTF-8."))
            continue
        except Broken as broken:
            faults.append(Fault(path=file.shown, line=broken.line, what=broken.what, remedy=broken.remedy))
            continue
        if made.encode() == file.data:
            continue
        changed += 1
        if show_diff:
            writing.write_text("".join(_diff(file.shown, text, made)), None)
        elif check:
            print(escaped(file.shown))
        else:
            writing.write_bytes(made.encode(), file.path)
    guard.say(f"{changed} of {count} files {'would be changed' if check or show_diff else 'changed'}")
    refuse(faults)
    if changed and check:
        raise typer.Exit(guard.FINDINGS)


def _diff(name: str, old: str, new: str) -> Iterator[str]:
    before, after = old.split("\n"), new.split("\n")
    for row in difflib.unified_diff(before, after, fromfile=name, tofile=name, lineterm=""):
        yield f"{row}\n"


def stale(paths: Paths = None, before: Before = None, output_format: Format = "text") -> None:
    """List the records whose review is due, the longest due first."""
    from opedcheck.references.counting import stale as due
    from opedcheck.references.differing import named
    from opedcheck.reporters.shown import escaped

    options.one_of(FORMATS, output_format, "--format")
    known, sound = _known(chosen(paths))
    day = options.day(before, "--before") or date.today()
    found = list(due(known.records, day))
    rows = [
        {"due": until.isoformat(), "id": one.id, "name": named(one), "path": one.at.path, "line": one.at.line}
        for until, one in found
    ]
    lines = (f"{row['due']}  {row['path']}:{row['line']}  {row['id']}  {escaped(str(row['name']))}\n" for row in rows)
    writing.write_text(_json(rows) if output_format == "json" else "".join(lines), None)
    undated = sum(record.review_by is None for record in known.records)
    guard.say(f"{len(rows)} of {len(known.records)} records due before {day}, {undated} without review_by")
    _end(sound)


def stats(paths: Paths = None, today: Today = None, output_format: Format = "text") -> None:
    """Count the records by kind, file, topic and publisher, the sources by age, the reviews by year."""
    from opedcheck.references.counting import counts
    from opedcheck.reporters.shown import escaped

    options.one_of(FORMATS, output_format, "--format")
    known, sound = _known(chosen(paths))
    found = counts(known.records, options.day(today, "--today") or date.today())
    if output_format == "json":
        writing.write_text(_json({"records": len(known.records), **found}), None)
    else:
        lines = [f"{len(known.records)} records"]
        for heading, rows in found.items():
            lines += ["", heading, *(f"{count:>8,}  {escaped(name)[:WIDEST]}" for name, count in rows.items())]
        writing.write_text("\n".join(lines) + "\n", None)
    _end(sound)


def schema(output: Output = None) -> None:
    """Print the JSON Schema of reference files, for editors: they complete and check with it."""
    from opedcheck.references.schema import schema as made

    writing.write_text(_json(made()), output)


def diff(old: Old, new: New, output_format: Format = "text") -> None:
    """Tell in words what has changed from OLD to NEW: records added, removed, and which of their keys changed."""
    from opedcheck.references.differing import differences, named
    from opedcheck.reporters.shown import escaped

    options.one_of(FORMATS, output_format, "--format")
    (before, sound), (after, also) = _known((old,)), _known((new,))
    found = list(differences(before.records, after.records))
    if output_format == "json":
        rows = [
            {"change": one.what, "id": one.record.id, "name": named(one.record), "path": one.record.at.path,
             "line": one.record.at.line, "details": one.details}
            for one in found
        ]  # fmt: skip
        writing.write_text(_json(rows), None)
    else:
        lines = []
        for one in found:
            at = one.record.at
            lines.append(f"{one.what} {one.record.id}, {escaped(named(one.record))} ({at.path}:{at.line})")
            lines += [f"  {escaped(detail)}" for detail in one.details]
        writing.write_text("".join(f"{line}\n" for line in lines), None)
    counts = ", ".join(f"{sum(c.what == what for c in found)} {what}" for what in ("added", "removed", "changed"))
    guard.say(counts)
    _end(sound and also)


def chosen(paths: list[Path] | None) -> tuple[Path, ...]:
    """The references meant: those named, else the project's, else none, which stands for the shipped ones."""
    project = nearest(Path.cwd())
    return tuple(paths or ((project,) if project else ()))


def _known(paths: tuple[Path, ...]) -> tuple[References, bool]:
    """The sound records of some paths, those without a source too, and whether all are sound; what isn't is told."""
    from opedcheck.keeping import cache
    from opedcheck.references import load

    faults: list[ReferencesError] = []
    known = load(paths, default_claims=not paths, allow_unsourced=True, cache=cache, faulty=faults.append)
    for fault in faults:
        guard.report(fault)
    return known, not faults


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _end(sound: bool) -> None:
    if not sound:
        raise typer.Exit(guard.UNUSABLE)
