"""A skeleton of references, for people to fill in: what an article says, and whom nobody has asked yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from opedcheck.references.appending import new_id
from opedcheck.references.writing import flow


class Draft(msgspec.Struct, frozen=True):
    """A sentence that no reference speaks of, and what is understood of it, a line each."""

    sentence: str
    understood: tuple[str, ...]


def skeleton(drafts: Iterable[Draft], head: Iterable[str], taken: Iterable[str]) -> str:
    """A YAML file with a statement for each draft, its source empty: as it stands it is refused, not used."""
    rows = [*(f"# {row}" for row in head), "statements:"]
    known = set(taken)
    for draft in drafts:
        name = new_id(draft.sentence, known)
        known.add(name)
        rows += _rows(draft, name)
    return "\n".join(rows if rows[-1] != "statements:" else [*rows[:-1], "statements: []"]) + "\n"


def _rows(draft: Draft, name: str) -> Iterator[str]:
    yield from (f"  # {row}" for row in draft.understood)
    yield f"  - id: {name}"
    yield f"    statement: {flow(draft.sentence)}"
    yield "    sources:"
    yield "      - publisher:"
    yield from (f"        {key}:" for key in ("title", "url", "published", "accessed"))
