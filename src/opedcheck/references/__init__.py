"""YAML and JSON lines -> References: records, checked and joined, with every fault named by file, line and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opedcheck.references.faults import Fault
from opedcheck.references.library import References, load

if TYPE_CHECKING:
    from opedcheck.references.linting import lint

__all__ = ["Fault", "References", "lint", "load"]


def __getattr__(name: str) -> object:
    """Import what a scan does not need, and what brings YAML with it, when it is first asked for."""
    if name == "lint":
        from opedcheck.references.linting import lint

        return lint
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
