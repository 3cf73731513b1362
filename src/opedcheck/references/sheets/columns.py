"""The columns of a spreadsheet: what a heading means, by the keys that records have.

A column is a key of the record ("name") or a key of what a key holds, behind a full stop ("offices.title"). People may
leave out the plural ("office title"), and the first part where no other key is called so ("publisher").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from opedcheck.references.fields import KEYS, PERIOD, Field

RECORD = "record"
"""The heading of the column that says what kind of record a row is about."""
YEARS = ("year", "figure")
"""What stands below a key that holds figures by year."""
MARKED = re.compile(r"'*[=+@\t\r-]")
"""What a spreadsheet would take for a formula, unless an apostrophe stands before it."""


class Column(NamedTuple):
    """A key of a record, and, where that holds tables, a key of these."""

    key: str
    inner: str = ""

    @property
    def heading(self) -> str:
        return f"{self.key}.{self.inner}" if self.inner else self.key


@cache
def columns(shape: Any) -> tuple[Column, ...]:
    """Every column that records of a kind may have, in the order of the keys."""
    return tuple(Column(key, inner) for key, field in KEYS[shape].items() for inner in inside(field) or ("",))


def inside(field: Field) -> tuple[str, ...]:
    """The keys of what a key holds; nothing where it holds texts, dates or the like."""
    if field.takes == "years":
        return YEARS
    if field.takes == "period":
        return tuple(PERIOD)
    return tuple(KEYS[field.of]) if field.takes == "tables" else ()


def meant(heading: str, shape: Any) -> tuple[Column, ...]:
    """The columns of a kind of record that a heading may mean: one, several where it is too short, or none."""
    return _called(shape).get(plain(heading), ())


@cache
def _called(shape: Any) -> dict[str, tuple[Column, ...]]:
    found: dict[str, tuple[Column, ...]] = {}
    for column in columns(shape):
        for name in dict.fromkeys(_names(column)):
            found[name] = (*found.get(name, ()), column)
    own = {plain(column.key): (column,) for column in columns(shape) if not column.inner}
    return found | own


def _names(column: Column) -> Iterator[str]:
    yield plain(column.heading)
    if column.inner:
        yield plain(f"{column.key.removesuffix('s')} {column.inner}")
        yield plain(column.inner)


def plain(heading: str) -> str:
    """A heading without what makes no difference: capitals, and what stands between its words."""
    return " ".join(re.split(r"[\W_]+", heading.lower())).strip()


def marked(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if MARKED.match(text) else text


def unmarked(cell: str) -> str:
    """The text of such a cell."""
    return cell[1:] if cell.startswith("'") and MARKED.match(cell) else cell
