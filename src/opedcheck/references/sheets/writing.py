"""Records -> rows: one for each, and further ones for what it holds several of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from opedcheck.model import AnyRecord
from opedcheck.references.fields import KEYS
from opedcheck.references.sheets.columns import RECORD, YEARS, Column, columns, marked
from opedcheck.references.writing import as_keys

SEPARATOR = "; "


def as_csv(records: Iterable[AnyRecord]) -> str:
    """Comma-separated values (RFC 4180) with a column for every key that some record has; read again by `read`."""
    made = [(record, list(_rows(record))) for record in records]
    used = {column for _, rows in made for row in rows for column in row}
    kinds = [shape for shape in KEYS if any(type(record) is shape for record, _ in made)]
    order = list(dict.fromkeys(column for shape in kinds for column in columns(shape) if column in used))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([RECORD, *(column.heading for column in order)])
    for record, rows in made:
        kind = type(record).__struct_config__.tag
        writer.writerows([kind, *(marked(row.get(column, "")) for column in order)] for row in rows)
    return out.getvalue()


def _rows(record: AnyRecord) -> Iterator[dict[Column, str]]:
    """The cells of a record's rows; its id stands in each."""
    own: dict[Column, str] = {}
    parts: list[list[dict[Column, str]]] = []
    for key, value in as_keys(record).items():
        field = KEYS[type(record)][key]
        match value:
            case dict() if field.takes == "years":
                parts.append([dict(zip(_of(key, YEARS), map(str, pair), strict=True)) for pair in value.items()])
            case dict():
                own |= {Column(key, inner): _cell(one) for inner, one in value.items()}
            case list() if field.takes == "tables":
                parts.append([{Column(key, inner): _cell(one) for inner, one in item.items()} for item in value])
            case list():
                own[Column(key)] = _list(value)
            case _:
                own[Column(key)] = _cell(value)
    own_id = {Column("id"): record.id}
    for at, cells in enumerate(zip_longest(*parts, fillvalue={}) if parts else [()]):
        row = dict(own if not at else own_id)
        for one in cells:
            row |= one
        yield row


def _of(key: str, inner: Iterable[str]) -> list[Column]:
    return [Column(key, name) for name in inner]


def _list(values: list[str]) -> str:
    """Several texts in one cell: a semicolon between them, or each on a line of its own where one has a semicolon."""
    if any(SEPARATOR.strip() in value for value in values):
        return "".join(f"{value}\n" for value in values)
    return SEPARATOR.join(values)


def _cell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
