"""`claims import claimreview` and `claims export claimreview`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from opedcheck.cli import guard, imported, options, writing
from opedcheck.cli.curating import chosen

if TYPE_CHECKING:
    from opedcheck.model import Statement

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="JSON, JSON-LD or JSON lines.")]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Reference files or folders; without any, the project's, else the shipped."),
]
Document = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The .json file to write.")]
Curator = Annotated[
    str | None, typer.Option("--curator", metavar="NAME", help="Who answers for the ratings; without, none is given.")
]


def import_claimreview(files: Files, output: imported.Output = None, force: imported.Force = False) -> None:
    """Make statements of ClaimReviews, or of answers of the Google Fact Check Tools API.

    Only a plain "false" becomes a known falsehood; what is mixed or unknown becomes mixed. Look at them before use.
    """
    from opedcheck.references import claimreview

    imported.check(output, force)
    reviews, sound = _reviews(files)
    found = list(claimreview.statements(reviews))
    made = [one for one in found if not isinstance(one, claimreview.LeftOut)]
    imported.tell_left_out(f"{one.which}: {one.why}" for one in found if isinstance(one, claimreview.LeftOut))
    imported.write(made, output, "ClaimReview")
    guard.say(f"{len(reviews)} reviews, {len(made)} references: {_verdicts(made)}")
    if not sound:
        raise typer.Exit(guard.UNUSABLE)


def export_claimreview(
    paths: Paths = None,
    output: Document = None,
    curator: Curator = None,
    allow_unsourced: options.AllowUnsourced = False,
) -> None:
    """Write the statements among references as schema.org ClaimReview, JSON-LD; rated only with a curator."""
    from opedcheck.model import Statement
    from opedcheck.references import claimreview, load

    folders = chosen(paths)
    known = load(folders, default_claims=not folders, allow_unsourced=allow_unsourced)
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


def _verdicts(made: list[Statement]) -> str:
    counts = Counter(one.verdict for one in made)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("false", "mixed", "true"))
