"""The layout of a YAML file, as ruamel.yaml writes it: two spaces, dashes indented, flow lists spaced; comments kept.

Every value stays a text: what it means is for its key to say, so 2023, 010 and 1.10 come out as they went in.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from opedcheck.references.fields import KEYS, PERIOD, SECTIONS, Field
from opedcheck.references.yaml_source import LOADER, NULLS

TEXT, NOTHING = (Tag(suffix=f"tag:yaml.org,2002:{name}") for name in ("str", "null"))


class _AsWritten(VersionedResolver):
    """Takes every plain value for a text, an empty one for nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return NOTHING if value in NULLS else TEXT
        return super().resolve(kind, value, implicit)


def laid_out(text: str) -> str:
    """`text` with its values and comments, in the one layout: records in block style, what is on one line in order."""
    reader = YAML()
    reader.Resolver = _AsWritten
    reader.preserve_quotes = True
    reader.brace_single_entry_mapping_in_flow_sequence = True
    reader.width = 10**9
    reader.indent(mapping=2, sequence=4, offset=2)
    root = reader.load(_commented_above(text))
    if isinstance(root, CommentedMap) and root:
        root.fa.set_block_style()
    for section, records in root.items() if isinstance(root, CommentedMap) else ():
        for record in records if isinstance(records, CommentedSeq) and section in SECTIONS else ():
            if isinstance(record, CommentedMap):
                _record(record, KEYS[SECTIONS[section]])
        if isinstance(records, CommentedSeq) and len(records):
            records.fa.set_block_style()
    out = io.StringIO()
    reader.dump(root, out)
    return indented("\n".join(row.rstrip() if at else row for at, row in enumerate(out.getvalue().split("\n"))))


def _commented_above(text: str) -> str:
    """`text` with a comment behind a record that stands in brackets above it: the record will have several lines."""
    rows = text.split("\n")
    root = yaml.compose(text, Loader=LOADER)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    sections = (value for key, value in pairs if key.value in SECTIONS and isinstance(value, yaml.SequenceNode))
    for item in sorted((item for value in sections for item in value.value), key=lambda item: -item.start_mark.line):
        start, end = item.start_mark, item.end_mark
        lead, behind = rows[start.line][: start.column], rows[end.line][end.column :].strip()
        if getattr(item, "flow_style", False) and lead.strip() == "-" and behind.startswith("#"):
            rows[end.line] = rows[end.line][: end.column]
            rows.insert(start.line, lead.replace("-", behind).rstrip())
    return "\n".join(rows)


def _record(record: CommentedMap, keys: Mapping[str, Field]) -> None:
    if record.fa.flow_style():
        _sort(record, keys)
        record.fa.set_block_style()
    for key, value in record.items():
        field = keys.get(key)
        inner = field and (PERIOD if field.takes == "period" else KEYS.get(field.of))
        for one in value if isinstance(value, CommentedSeq) else [value]:
            if inner and isinstance(one, CommentedMap) and one.fa.flow_style():
                _sort(one, inner)


def _sort(table: CommentedMap, keys: Mapping[str, Field]) -> None:
    for key in in_order(list(table), keys):
        table.move_to_end(key)


def in_order(written: Sequence[str], keys: Mapping[str, Field]) -> list[str]:
    """Keys in the order of `keys`, unknown ones last and as they stand."""
    order = {key: at for at, key in enumerate(keys)}
    return sorted(written, key=lambda key: order.get(key, len(order)))


def indented(text: str) -> str:
    """Each comment of its own line begins where the next content does, unless it belongs to a deeper one above."""
    rows = text.split("\n")
    inside = frozenset(_inside(text))
    depth: int | None = None
    for at in range(len(rows) - 1, -1, -1):
        bare = rows[at].lstrip()
        if not bare or at in inside:
            continue
        if not bare.startswith("#"):
            depth = len(rows[at]) - len(bare)
        elif depth is not None:
            above = _depth_above(rows, at, inside)
            own = len(rows[at]) - len(bare)
            rows[at] = " " * (own if own in above and own > depth else depth) + bare
    return "\n".join(rows)


def _depth_above(rows: Sequence[str], at: int, inside: frozenset[int]) -> tuple[int, int]:
    """How deep the content is that stands above a line, and the dash before it; 0 at the beginning."""
    for row in range(at - 1, -1, -1):
        bare = rows[row].lstrip()
        if bare and not bare.startswith("#") and row not in inside:
            depth = len(rows[row]) - len(bare)
            return depth, depth + len(bare) - len(bare.removeprefix("- "))
    return 0, 0


def _inside(text: str) -> Iterator[int]:
    """The lines, from 0, that lie within a value: there a "#" begins no comment."""
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, yaml.ScalarToken):
            end = token.end_mark.line + (token.end_mark.column > 0)
            yield from range(token.start_mark.line + 1, end)
