"""What is wrong in a reference file: where, in which record, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from opedcheck.errors import ReferencesError

NO_SOURCE = ("it has no source", "Add sources: [{publisher: ..., title: ..., url: ..., published: ...}].")


class Slip(msgspec.Struct, frozen=True):
    """Something wrong at a line, before it is known in which file and record."""

    line: int
    what: str
    remedy: str
    severity: Literal["error", "warning"] = "error"


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with a reference. `line` is 1-based, `None` where the whole file or folder is meant."""

    severity: Literal["error", "warning"] = "error"
    path: str
    line: int | None = None
    record: str | None = None
    what: str
    remedy: str

    def __str__(self) -> str:
        """`path:line: record id: what. remedy`, on one line."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        record = "" if self.record is None else f" record {self.record}:"
        return f"{place}:{record} {self.what}. {self.remedy}"


def refuse(faults: Iterable[Fault]) -> None:
    """Raise ReferencesError with every error among `faults`; do nothing where there is none."""
    errors = tuple(str(fault) for fault in faults if fault.severity == "error")
    if not errors:
        return
    what = "1 fault in the references" if len(errors) == 1 else f"{len(errors)} faults in the references"
    error = ReferencesError(what, faults=errors, remedy="Mend what is named, or leave that file out.")
    error.add_note("\n".join(errors))
    raise error
