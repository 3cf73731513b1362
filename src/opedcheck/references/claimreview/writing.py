"""Statements -> a file of references, keys in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable

from opedcheck.model import Statement
from opedcheck.references import writing

HEAD = "# opedcheck references: imported from ClaimReview"


def as_yaml(statements: Iterable[Statement]) -> str:
    """A YAML file, one line a key; each source on a line of its own."""
    return writing.as_yaml(statements, HEAD)


def as_jsonl(statements: Iterable[Statement]) -> str:
    """The same as JSON lines, for more than a YAML file may hold."""
    return writing.as_jsonl(statements)
