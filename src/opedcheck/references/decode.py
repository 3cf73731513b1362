"""Trees -> records, with every fault in them, not just the first."""

from __future__ import annotations

from typing import Any

import msgspec

from opedcheck.model import AnyRecord, Origin
from opedcheck.references import hints
from opedcheck.references.faults import NO_SOURCE, Fault, Slip
from opedcheck.references.fields import KEYS, KINDS, SECTIONS
from opedcheck.references.tree import Items, Node, Scalar, Table
from opedcheck.references.values import drain, fill, fits, is_null, kind_of, known


class Entry(msgspec.Struct):
    """One record of a file: `record` is `None` where it has errors, `partly` is what could be read of it then."""

    id: str | None
    record: AnyRecord | None
    table: Table
    partly: AnyRecord | None = None


class Decoded(msgspec.Struct):
    """What a file holds. `unsourced`: faults of unsound records that name no source either, where one is asked for."""

    entries: list[Entry] = msgspec.field(default_factory=list)
    faults: list[Fault] = msgspec.field(default_factory=list)
    unsourced: list[Fault] = msgspec.field(default_factory=list)


def decode_file(root: Node | None, path: str) -> Decoded:
    """All records of a YAML file's tree."""
    decoded = Decoded()
    if root is None or (isinstance(root, Scalar) and root.written == "null"):
        return decoded
    if not isinstance(root, Table):
        what = f"the file is {kind_of(root)}, not a mapping"
        decoded.faults.append(_fault(Slip(root.line, what, f"Begin with one of {', '.join(SECTIONS)}."), path, None))
        return decoded
    slips: list[Slip] = list(known(root, SECTIONS, "section"))
    for section, node in root.values.items():
        if section not in SECTIONS or is_null(node):
            continue
        if not isinstance(node, Items):
            slips.append(
                Slip(
                    root.lines[section],
                    f'"{section}" is {kind_of(node)}',
                    "Write a list: each record begins with '- '.",
                )
            )
            continue
        for item in node.values:
            if isinstance(item, Table):
                add_record(decoded, item, SECTIONS[section], path)
            else:
                slips.append(
                    Slip(item.line, f'an item of "{section}" is {kind_of(item)}', "Write a mapping: '- id: ...'.")
                )
    decoded.faults.extend(_fault(slip, path, None) for slip in slips)
    return decoded


def decode_line(table: Table, path: str, decoded: Decoded) -> None:
    """Add the record of one line of a .jsonl file. Keys that records don't have are let pass, with a warning."""
    kind = table.values.pop("record", None)
    name = "statement" if kind is None or is_null(kind) else kind.text if isinstance(kind, Scalar) else "?"
    if name not in KINDS:
        slip = Slip(table.line, f'"record" is {name!r}', hints.remedy(name, KINDS))
        decoded.faults.append(_fault(slip, path, _id_of(table)))
        return
    add_record(decoded, table, KINDS[name], path, strict=False)


def add_record(decoded: Decoded, table: Table, shape: Any, path: str, *, strict: bool = True) -> None:
    """Read `table` as a record of the type `shape`, and add it with its faults."""
    slips: list[Slip] = []
    values = drain(fill(shape, KEYS[shape], table, strict), slips)
    name = _id_of(table)
    decoded.faults.extend(_fault(slip, path, name) for slip in slips)
    sound = not any(slip.severity == "error" for slip in slips)
    read = shape(at=Origin(path, table.line), **values) if fits(shape, values) else None
    decoded.entries.append(Entry(name, read if sound else None, table, None if sound else read))
    if not sound and "sources" not in table.values:
        decoded.unsourced.append(_fault(Slip(table.line, *NO_SOURCE), path, name))


def _fault(slip: Slip, path: str, record: str | None) -> Fault:
    return Fault(severity=slip.severity, path=path, line=slip.line, record=record, what=slip.what, remedy=slip.remedy)


def _id_of(table: Table) -> str | None:
    node = table.values.get("id")
    return " ".join(node.text.split()) or None if isinstance(node, Scalar) else None
