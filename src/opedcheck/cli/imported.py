"""What imports have in common: where records that were made of something else are written, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opedcheck.cli import guard, writing
from opedcheck.errors import SettingError

if TYPE_CHECKING:
    from opedcheck.model import AnyRecord

SUFFIXES = (".yaml", ".yml", ".jsonl")
HEAD = "# opedcheck references: imported from"
DIGITS = 12
"""So many of a digest's digits stand in the first line, by which a file is known that nobody has changed."""

Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="The .yaml or .jsonl file to write.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")]


def check(output: Path | None, force: bool) -> None:
    """Fail before the work: where no references can be written, or where somebody's would be lost.

    What an import has written and nobody has changed may be written again.
    """
    if output is None or output == writing.STANDARD_OUTPUT:
        return
    if output.suffix.lower() not in SUFFIXES:
        raise SettingError("references are .yaml or .jsonl files", place=output, remedy="Name one with --output.")
    writing.check_output(output)
    if output.exists() and not force and not _is_ours(output):
        remedy = "Name another file, or write over it with --force."
        raise SettingError("is there already, and no import has written it so", place=output, remedy=remedy)


def write(records: Sequence[AnyRecord], output: Path | None, origin: str) -> None:
    """Write records as YAML, or as JSON lines where the file is called so. `origin` is what they were made of."""
    from opedcheck.references.collect import LARGEST
    from opedcheck.references.writing import as_jsonl, as_yaml

    if output is not None and output.suffix.lower() == ".jsonl":
        text = as_jsonl(records)
    else:
        below = as_yaml(records, "").lstrip("\n")
        text = f"{HEAD} {origin}, {_digest(below)}\n{below}"
    if output is not None and len(text.encode()) > LARGEST.get(output.suffix.lower(), len(text.encode())):
        what = f"would have {len(text.encode()) / 1e6:.1f} MB, more than is read of such a file"
        raise SettingError(what, place=output, remedy="Name a .jsonl file, or import fewer records at a time.")
    writing.write_text(text, output)


def _is_ours(output: Path) -> bool:
    """Whether an import wrote the file, and nothing in it was changed."""
    try:
        head, _, below = output.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return head.startswith(HEAD) and head.endswith(f", {_digest(below)}")


def _digest(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()[:DIGITS]}"


def tell_left_out(some: Iterable[str]) -> None:
    """Name what makes no record, and why."""
    for one in some:
        guard.say(f"warning: left out: {one}.")
