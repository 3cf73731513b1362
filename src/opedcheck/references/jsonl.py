"""JSON lines -> trees, one record a line (CONTRACT, "Input")."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from opedcheck.references.tree import Broken, Items, Node, Scalar, Table

DEEPEST = 40


class _Number(str):
    """A JSON number as it is written."""


class _Pairs(list[tuple[str, Any]]):
    """A JSON object, keys that stand twice and all."""


_DECODER = json.JSONDecoder(
    parse_int=_Number, parse_float=_Number, parse_constant=_Number, object_pairs_hook=_Pairs, strict=False
)


def parse(text: str) -> Iterator[Table | Broken]:
    """A table for each line that isn't blank, or what is wrong with the line."""
    for line, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            value = _DECODER.decode(row.strip())
            node = _node(value, line, 0)
        except json.JSONDecodeError as fault:
            yield Broken(line, f"is not valid JSON: {fault.msg}, column {fault.colno}", "Write one JSON object a line.")
        except RecursionError:
            yield Broken(line, f"is nested more than {DEEPEST} deep", "Write one flat JSON object a line.")
        else:
            if isinstance(node, Table):
                yield node
            else:
                yield Broken(line, "is no JSON object", 'Write {"id": ..., "statement": ..., "sources": [...]}.')


def _node(value: Any, line: int, depth: int) -> Node:
    if depth > DEEPEST:
        raise RecursionError
    match value:
        case _Pairs():
            table = Table({}, line, {}, [])
            for key, inner in value:
                if key in table.values:
                    table.twice.append((key, line))
                else:
                    table.values[key] = _node(inner, line, depth + 1)
                    table.lines[key] = line
            return table
        case list():
            return Items([_node(inner, line, depth + 1) for inner in value], line)
        case None:
            return Scalar("", line, "null")
        case bool():
            return Scalar("true" if value else "false", line, "flag")
        case _:
            return Scalar(str(value), line, "number" if isinstance(value, _Number) else "text")
