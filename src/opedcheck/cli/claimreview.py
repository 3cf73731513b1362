"""`claims import claimreview` and `claims export claimreview`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from opedcheck.cli import guard, options, writing
from opedcheck.cli.projects import nearest
from opedcheck.errors import SettingError

if TYPE_CHECKING:
    from opedcheck.model import Statement
    from opedcheck.references.claimreview import LeftOut

importing = typer.Typer(
    name="import", no_args_is_help=True, rich_markup_mode=None, help="Make references of what others publish."
)
exporting = typer.Typer(name="export", no_args_is_help=True, rich_markup_mode=None, help="Publish references.")
TOLD = 20
"""So many reviews that are left out are named; the others are counted."""

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSON, JSON-LD or JSON lines.")]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Reference files or folders; without any, the project's, else the shipped."),
]
References = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="The .yaml or .jsonl file to write.")
]
Document = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The .json file to write.")]
Curator = Annotated[
    str | None, typer.Option("--curator", metavar="NAME", help="Who answers for the ratings; without, none is given.")
]


@importing.command("claimreview")
def import_claimreview(files: Files, output: References = None) -> None:
    """Make statements of ClaimReviews, or of answers of the Google Fact Check Tools API.

    Only a plain "false" becomes a known falsehood; what is mixed or unknown becomes mixed. Look at them before use.
    """
    from opedcheck.references import claimreview

    if output is not None and output.suffix.lower() not in (".yaml", ".yml", ".jsonl"):
        raise SettingError("references are .yaml or .jsonl files", place=output, remedy="Name one with --output.")
    reviews, sound = _reviews(files)
    found = list(claimreview.statements(reviews))
    made = [one for one in found if not isinstance(one, claimreview.LeftOut)]
    _tell_left_out([one for one in found if isinstance(one, claimreview.LeftOut)])
    lines = output is not None and output.suffix.lower() == ".jsonl"
    writing.write_text(claimreview.as_jsonl(made) if lines else claimreview.as_yaml(made), output)
    guard.say(f"{len(reviews)} reviews, {len(made)} references: {_verdicts(made)}")
    if not sound:
        raise typer.Exit(guard.UNUSABLE)


@exporting.command("claimreview")
def export_claimreview(
    paths: Paths = None,
    output: Document = None,
    curator: Curator = None,
    allow_unsourced: options.AllowUnsourced = False,
) -> None:
    """Write the statements among references as schema.org ClaimReview, JSON-LD; rated only with a curator."""
    from opedcheck.model import Statement
    from opedcheck.references import claimreview, load

    project = nearest(Path.cwd())
    chosen = tuple(paths or ((project,) if project else ()))
    known = load(chosen, default_claims=not chosen, allow_unsourced=allow_unsourced)
    statements = [one for one in known.records if isinstance(one, Statement)]
    document = claimreview.document(statements, curator=curator and " ".join(curator.split()))
    writing.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", output)
    others = len(known.records) - len(statements)
    guard.say(f"{len(statements)} statements exported{f', {others} other records left out' if others else ''}")


def _reviews(files: list[Path]) -> tuple[list[dict[str, Any]], bool]:
    """The reviews of all files, and whether all of them could be read; what can't is told."""
    from opedcheck.references.claimreview import Unreadable, reviews

    found: list[dict[str, Any]] = []
    sound = True
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as fault:
            guard.say(f"error: {file}: can't be read: {fault.strerror}.")
            sound = False
            continue
        before = len(found)
        for one in reviews(data):
            if isinstance(one, Unreadable):
                guard.say(f"error: {file}:{one.line}: {one.what}.")
                sound = False
            else:
                found.append(one)
        if sound and len(found) == before:
            guard.say(f"warning: {file}: there is no ClaimReview in it.")
    return found, sound


def _tell_left_out(some: list[LeftOut]) -> None:
    for one in some[:TOLD]:
        guard.say(f"warning: left out: {one.which}: {one.why}.")
    if len(some) > TOLD:
        guard.say(f"warning: left out: {len(some) - TOLD} more.")


def _verdicts(made: list[Statement]) -> str:
    counts = Counter(one.verdict for one in made)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("false", "mixed", "true"))
