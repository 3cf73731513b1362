"""A file of references in its one canonical form: keys in order, one layout, every comment with what it is about.

Records stay where they are: their order is the curator's. Lines are moved whole, so that what stands on them can't
change; what would not survive is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

import yaml

from opedcheck.references.fields import KEYS, PERIOD, SECTIONS, Field
from opedcheck.references.layout import in_order, indented, laid_out
from opedcheck.references.tree import Broken, Items, Node, Scalar, Table
from opedcheck.references.yaml_source import LOADER, parse

T = TypeVar("T")
COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def formatted(text: str) -> str:
    """The canonical form of a YAML file of references; of that form, itself. Raises Broken if it is no YAML."""
    plain = text.replace("\r\n", "\n")
    root = parse(plain)
    if not isinstance(root, Table):
        return text
    _refuse_doubles(root)
    wanted = (_values(root), _comments(plain))
    rest = indented(plain if plain.endswith("\n") else plain + "\n")
    for laid in (_attempt(laid_out, rest), rest):
        made = _attempt(_sorted, laid)
        if made and _attempt(lambda text: (_values(parse(text)), _comments(text)), made) == wanted:
            return made
    return plain


def _attempt(change: Callable[[str], T], text: str | None) -> T | None:
    """What a change makes of a text; nothing where it can't be done."""
    try:
        return change(text) if text else None
    except Exception:  # whatever a library stumbles over, the text that it was given is sound
        return None


def _sorted(text: str) -> str:
    """`text` with the keys of every mapping that is written on several lines in order."""
    rows = text.split("\n")
    root = yaml.compose(text, Loader=LOADER)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return text
    made: list[str] = []
    at = 0
    for key, value in root.value:
        if key.value in SECTIONS and _is_list(value, key.start_mark.line, len(rows)):
            ends = [*(item.start_mark.line for item in value.value[1:]), _end(rows, value)]
            for item, end in zip(value.value, ends, strict=True):
                stop = above(rows, end, item.start_mark.column - 2)
                made += rows[at : item.start_mark.line]
                made += _mapping(item, rows, stop, KEYS[SECTIONS[key.value]])
                at = stop
    return "\n".join(made + rows[at:])


def _end(rows: Sequence[str], node: Any) -> int:
    """The line behind a node of block style: that of the next content, or the end."""
    return int(node.end_mark.line) if node.end_mark.line < len(rows) else len(rows)


def _mapping(node: Any, rows: Sequence[str], stop: int, keys: Mapping[str, Field]) -> list[str]:
    """The lines of a mapping up to `stop`, key by key in order; of one on a single line, as they are."""
    first = node.start_mark.line
    starts = [key.start_mark.line for key, _ in getattr(node, "value", ()) if isinstance(node, yaml.MappingNode)]
    if not isinstance(node, yaml.MappingNode) or node.flow_style or len({*starts}) < len(starts) or not starts:
        return list(rows[first:stop])
    column = node.start_mark.column
    begins = [first, *(above(rows, start, column) for start in starts[1:])]
    blocks: dict[str, list[str]] = {}
    for (key, value), begin, end in zip(node.value, begins, [*begins[1:], stop], strict=True):
        blocks[key.value] = _block(value, rows, begin, end, keys.get(key.value))
    lead = rows[first][:column]
    blocks[node.value[0][0].value][0] = " " * column + rows[first][column:]
    if "-" not in lead:
        return [row for key in in_order(list(blocks), keys) for row in blocks[key]]
    made = [row for key in in_order(list(blocks), keys) for row in blocks[key]]
    dash = next(at for at, row in enumerate(made) if row.strip() and not row.lstrip().startswith("#"))
    head = [lead.split("-")[0] + row.lstrip() if row.strip() else row for row in made[:dash]]
    return [*head, lead + made[dash][column:], *made[dash + 1 :]]


def _block(value: Any, rows: Sequence[str], begin: int, end: int, field: Field | None) -> list[str]:
    """The lines of one key, with those of the mappings below it in order."""
    inner = (PERIOD if field.takes == "period" else KEYS.get(field.of)) if field else None
    if inner and isinstance(value, yaml.MappingNode) and not value.flow_style and begin < value.start_mark.line < end:
        return [*rows[begin : value.start_mark.line], *_mapping(value, rows, end, inner)]
    if not inner or not _is_list(value, begin, end):
        return list(rows[begin:end])
    made: list[str] = []
    at = begin
    for item, following in zip(value.value, [*value.value[1:], None], strict=True):
        stop = above(rows, following.start_mark.line, item.start_mark.column - 2) if following else end
        made += rows[at : item.start_mark.line]
        made += _mapping(item, rows, stop, inner)
        at = stop
    return made + list(rows[at:end])


def _is_list(node: Any, begin: int, end: int) -> bool:
    """Whether it is a list of block style whose items all stand below `begin`, none of them by an alias."""
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        return False
    lines = [begin, *(item.start_mark.line for item in node.value), end]
    return all(one < other for one, other in pairwise(lines))


def above(rows: Sequence[str], line: int, column: int) -> int:
    """The first of the comment lines that stand right above `line` and no deeper than `column`, else `line`."""
    first = at = line
    while at > 0 and (not rows[at - 1].strip() or rows[at - 1].lstrip().startswith("#")):
        at -= 1
        if rows[at].strip():
            if len(rows[at]) - len(rows[at].lstrip()) > column:
                break
            first = at
    return first


def _refuse_doubles(node: Node) -> None:
    match node:
        case Table():
            for key, line in node.twice:
                raise Broken(line, f'the key "{key}" stands twice', "Keep one of them.")
            for inner in node.values.values():
                _refuse_doubles(inner)
        case Items():
            for inner in node.values:
                _refuse_doubles(inner)


def _values(node: Node | None) -> object:
    """What a tree holds, wherever it stands and in whatever order its keys are."""
    match node:
        case Table():
            return frozenset((key, _values(value)) for key, value in node.values.items())
        case Items():
            return tuple(_values(value) for value in node.values)
        case Scalar():
            return node.written == "null", node.text if node.written != "null" else ""
        case _:
            return None


def _comments(text: str) -> Counter[str]:
    return Counter(found.strip() for found in COMMENT.findall(text))
