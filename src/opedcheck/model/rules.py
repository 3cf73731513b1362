"""A rule: the named reason of a finding."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "info"]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """`doc` is the one text that `explain`, the docs and the tests are made from.

    Its first line says what the rule finds; a paragraph why it matters; then sections headed `Flags:` and
    `Leaves alone:`, each with one example a line, indented.
    """

    name: str
    severity: Severity | None
    doc: str
    needs_references: bool = True
