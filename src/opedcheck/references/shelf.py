"""The sound records of a linting run, each with the tree that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from opedcheck.model import AnyRecord
from opedcheck.references.faults import Fault
from opedcheck.references.tree import Table, line_of

Step = str | int


class Placed(msgspec.Struct, frozen=True):
    """A sound record with the tree it was read from, which knows the line of every key."""

    record: AnyRecord
    table: Table

    def fault(self, what: str, remedy: str, *path: Step, warning: bool = False) -> Fault:
        """A fault of this record, at the line of the key at `path`."""
        return Fault(
            severity="warning" if warning else "error",
            path=self.record.at.path,
            line=line_of(self.table, *path),
            record=self.record.id,
            what=what,
            remedy=remedy,
        )


class Shelf(msgspec.Struct, frozen=True):
    """All records. `ids` also has those of records with errors, so that one fault is not told twice; `partly` are
    these, as far as they could be read."""

    placed: tuple[Placed, ...]
    by_id: Mapping[str, AnyRecord]
    ids: frozenset[str]
    today: date
    partly: tuple[Placed, ...] = ()
