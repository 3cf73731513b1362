"""Rows -> records, with every fault in them.

Rows with one id, or with one name where no id is given, are about one record: what they say is joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from opedcheck.references import hints
from opedcheck.references.appending import new_id
from opedcheck.references.collect import File
from opedcheck.references.decode import Decoded, add_record
from opedcheck.references.faults import Fault, Slip
from opedcheck.references.fields import KEYS, KINDS
from opedcheck.references.sheets.cells import Row, Sheet, sheet
from opedcheck.references.sheets.columns import RECORD, YEARS, Column, columns, meant, plain
from opedcheck.references.tree import Broken, Items, Node, Scalar, Table

NAMING = ("statement", "name", "of", "measure")
"""The keys whose texts tell one record from another where no id is given."""
SEPARATOR = ";"


class Told(NamedTuple):
    """What a row says: its line, and its cells by what their columns mean."""

    line: int
    cells: Mapping[Column, str]


def read(file: File, *, kind: str | None = None, source: Mapping[str, str] | None = None) -> Decoded:
    """What the sheet `file` holds, and every fault of it.

    `kind` is what all rows are about, as it stands under "record" in a .jsonl file; without it a column of that name
    tells, else the headings have to. `source` has the keys of the source of records that name none.
    """
    decoded = Decoded()
    try:
        found = sheet(file.data)
        kinds = _by_kind(found, kind)
    except Broken as broken:
        what = Slip(broken.line or 1, broken.what, broken.remedy)
        decoded.faults.append(_fault(what, file.shown))
        return decoded
    taken: set[str] = set()
    for shape, rows in kinds.items():
        slips: list[Slip] = []
        told = list(_told(found, rows, shape, slips))
        for group in _groups(told):
            table = _joined(group, shape, slips, taken)
            if source and "sources" not in table.values:
                _set(table, "sources", Items([_table(source, table.line)], table.line), table.line)
            add_record(decoded, table, shape, file.shown)
        decoded.faults.extend(_fault(slip, file.shown) for slip in slips)
    if not found.rows:
        decoded.faults.append(_fault(Slip(found.line, "there is no row below the headings", "Add one."), file.shown))
    decoded.faults.sort(key=lambda fault: fault.line or 0)
    return decoded


def _by_kind(found: Sheet, kind: str | None) -> dict[Any, list[Row]]:
    """The rows by the kind of record that they are about. Raises Broken where it can't be told."""
    column = next((heading for heading in found.headings if plain(heading) == RECORD), None)
    default = KINDS[kind] if kind else None if column else _fitting(found)
    rows: dict[Any, list[Row]] = {}
    for row in found.rows:
        name = row.cells.get(column, "").lower() if column and not kind else ""
        if name and name not in KINDS:
            raise Broken(row.line, f'"{column}" is {name!r}', hints.remedy(name, KINDS))
        default = KINDS[name] if name else default
        if default is None:
            raise Broken(row.line, f'"{column}" is empty', f"Write one of {', '.join(KINDS)}.")
        rows.setdefault(default, []).append(row)
    return rows


def _fitting(found: Sheet) -> Any:
    """The kind of record that has all the columns, or at least more of them than any other."""
    known = {kind: sum(bool(meant(one, shape)) for one in found.headings) for kind, shape in KINDS.items()}
    best = [kind for kind, count in known.items() if count == max(known.values())]
    if len(best) > 1:
        what = f"the headings are those of several kinds of records: {', '.join(best)}"
        raise Broken(found.line, what, "Say which with --record, or in a column called record.")
    return KINDS[best[0]]


def _told(found: Sheet, rows: Sequence[Row], shape: Any, slips: list[Slip]) -> Iterator[Told]:
    """What the rows say in the words of the records; a heading that means nothing, or several things, is a slip."""
    wrong: set[str] = set()
    for row in rows:
        cells: dict[Column, str] = {}
        for heading, cell in row.cells.items():
            means = meant(heading, shape)
            if len(means) == 1:
                cells[means[0]] = cell
            elif plain(heading) != RECORD and heading not in wrong:
                wrong.add(heading)
                slips.append(_heading(heading, means, shape, found.line if len(rows) == len(found.rows) else row.line))
        yield Told(row.line, cells)


def _heading(heading: str, means: Sequence[Column], shape: Any, line: int) -> Slip:
    if means:
        several = " or ".join(column.heading for column in means)
        return Slip(line, f'the heading "{heading}" may be {several}', "Write it in full.")
    what = f'no {shape.__struct_config__.tag} has "{heading}"'
    return Slip(line, what, hints.remedy(heading, [column.heading for column in columns(shape)]))


def _groups(rows: Sequence[Told]) -> list[list[Told]]:
    """The rows that are about one record; one that names none goes on with that above it."""
    groups: dict[object, list[Told]] = {}
    last: object = None
    for row in rows:
        name = row.cells.get(Column("id")) or tuple(row.cells.get(Column(key), "").casefold() for key in NAMING)
        last = name if any(name) or last is None else last
        groups.setdefault(last, []).append(row)
    return list(groups.values())


def _joined(rows: Sequence[Told], shape: Any, slips: list[Slip], taken: set[str]) -> Table:
    """One record of its rows, as the tree that it would be in a YAML file."""
    record = Table({}, rows[0].line, {}, [])
    for row in rows:
        parts: dict[str, dict[str, str]] = {}
        for column, cell in row.cells.items():
            if column.inner:
                parts.setdefault(column.key, {})[column.inner] = cell
            elif KEYS[shape][column.key].takes in ("texts", "choices"):
                _extend(record, column.key, _listed(cell, row.line), row.line)
            else:
                _say(record, column.key, cell, row.line, slips)
        for key, cells in parts.items():
            _part(record, key, KEYS[shape][key].takes, cells, row.line, slips)
    if "id" not in record.values:
        named = " ".join(node.text for key in NAMING if isinstance(node := record.values.get(key), Scalar))
        _set(record, "id", Scalar(new_id(named, taken), record.line), record.line)
    taken.add(getattr(record.values["id"], "text", ""))
    return record


def _part(record: Table, key: str, takes: str, cells: Mapping[str, str], line: int, slips: list[Slip]) -> None:
    """Add what a row says of a source, an office, a year, or a time."""
    if takes == "period":
        _set(record, key, record.values.get(key, Table({}, line, {}, [])), line)
        for inner, cell in cells.items():
            _say(record.values[key], inner, cell, line, slips)  # type: ignore[arg-type]
    elif takes == "tables":
        _extend(record, key, [_table(cells, line)], line)
    elif len(cells) < len(YEARS):
        slips.append(Slip(line, f'"{key}" has {next(iter(cells))} alone', "Give a year and its figure in one row."))
    else:
        _set(record, key, record.values.get(key, Table({}, line, {}, [])), line)
        _say(record.values[key], *(cells[one] for one in YEARS), line, slips)  # type: ignore[arg-type,call-arg]


def _say(table: Table, key: str, text: str, line: int, slips: list[Slip]) -> None:
    """Set a key to a text; another text there already is a slip."""
    known = table.values.get(key)
    if known is None:
        _set(table, key, Scalar(text, line), line)
    elif isinstance(known, Scalar) and known.text != text:
        what = f'"{key}" is {text!r} here, {known.text!r} on line {known.line}'
        slips.append(Slip(line, what, "Make them alike, or give the rows two ids."))


def _extend(record: Table, key: str, nodes: Sequence[Node], line: int) -> None:
    """Add to a list what is not in it yet."""
    known = record.values.get(key)
    if not isinstance(known, Items):
        known = Items([], line)
        _set(record, key, known, line)
    said = [_plainly(node) for node in known.values]
    known.values.extend(node for node in nodes if _plainly(node) not in said)


def _set(table: Table, key: str, node: Node, line: int) -> None:
    table.values[key] = node
    table.lines.setdefault(key, line)


def _table(cells: Mapping[str, str], line: int) -> Table:
    return Table({key: Scalar(text, line) for key, text in cells.items()}, line, dict.fromkeys(cells, line), [])


def _listed(cell: str, line: int) -> list[Node]:
    """The texts of a cell: one a line, else parted by semicolons."""
    texts = cell.split("\n") if "\n" in cell else cell.split(SEPARATOR)
    return [Scalar(text.strip(), line) for text in texts if text.strip()]


def _plainly(node: Node) -> object:
    """What a node says, wherever it stands."""
    return {key: _plainly(inner) for key, inner in node.values.items()} if isinstance(node, Table) else node.text  # type: ignore[union-attr]


def _fault(slip: Slip, path: str) -> Fault:
    return Fault(severity=slip.severity, path=path, line=slip.line, what=slip.what, remedy=slip.remedy)
