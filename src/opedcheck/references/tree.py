"""The plain tree that YAML and JSON become before they are read as records: every value knows its line.

Scalars stay as written. What a value means is for the key to say that it stands under: `2023-07` is a month under
`from` and a word under `aliases`, and `NO` is never false in a list of names.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Broken(Exception):
    """A text that is no YAML or JSON at all, from `line` on."""

    def __init__(self, line: int | None, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


class Scalar(msgspec.Struct):
    """One value. `written`: unquoted in YAML ("plain": it may be anything), else what JSON or quotes make of it."""

    text: str
    line: int
    written: Literal["plain", "text", "number", "flag", "null"] = "plain"


class Items(msgspec.Struct):
    """A list."""

    values: list[Node]
    line: int


class Table(msgspec.Struct):
    """A mapping. `lines` has the line of each key; `twice` the keys that stand a second time, with that line."""

    values: dict[str, Node]
    line: int
    lines: dict[str, int]
    twice: list[tuple[str, int]]


Node = Scalar | Items | Table


def line_of(node: Node, *path: str | int) -> int:
    """The line on which the key or item at `path` stands, or the nearest one above that exists."""
    line = node.line
    for step in path:
        match node:
            case Table() if step in node.values:
                line, node = node.lines[str(step)], node.values[str(step)]
            case Items() if isinstance(step, int) and step < len(node.values):
                node = node.values[step]
                line = node.line
            case _:
                return line
    return line
