"""A file's bytes -> the rows of a spreadsheet, whatever separates its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from opedcheck.references.fields import KINDS
from opedcheck.references.sheets.columns import RECORD, meant, plain, unmarked
from opedcheck.references.tree import Broken

DELIMITERS = (",", ";", "\t")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Row(NamedTuple):
    """A row that says something: its first line, 1-based, and its cells that are not empty by their heading."""

    line: int
    cells: Mapping[str, str]


class Sheet(NamedTuple):
    """The headings in their order, the line on which they stand, and the rows below them."""

    headings: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]


def sheet(data: bytes) -> Sheet:
    """The rows of comma-, semicolon- or tab-separated values. Raises Broken where it is none."""
    text = _text(data)
    read = _separated(text)
    line, headings = next(read, (1, []))
    headings = [heading.strip() for heading in headings]
    if not any(headings):
        raise Broken(line, "has no headings", "Name the columns in the first row: id, name, publisher.")
    for at, heading in enumerate(headings):
        if heading and plain(heading) in map(plain, headings[:at]):
            raise Broken(line, f'the heading "{heading}" stands twice', "Leave one of the columns out, or rename it.")
    return Sheet(tuple(filter(None, headings)), line, tuple(_row(headings, line, cells) for line, cells in read))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Broken(line, f"byte {error.start + 1} is not UTF-8", 'Save it as "CSV UTF-8".') from None


def _separated(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Broken(begins, f"is no row of a CSV file: {error}", "Mend its quotes, or save the sheet anew.") from None


def _delimiter(text: str) -> str:
    """What parts the headings: that by which most of them are known, or else there are most."""
    first = next((row for row in text.splitlines() if row.strip()), "")

    def known(delimiter: str) -> tuple[int, int]:
        headings = [heading.strip(' "') for heading in first.split(delimiter)]
        named = (any(meant(one, shape) for shape in KINDS.values()) or plain(one) == RECORD for one in headings)
        return sum(named), len(headings)

    return max(DELIMITERS, key=known)


def _row(headings: list[str], line: int, cells: list[str]) -> Row:
    for at, cell in enumerate(cells):
        if cell.strip() and not (at < len(headings) and headings[at]):
            remedy = "Name its column in the first row, or put quotation marks around a text with commas in it."
            raise Broken(line, f"the cell {cell.strip()!r} stands below no heading", remedy)
    # A line's end is kept: it tells that each line of the cell is a text of its own.
    told = ((heading, unmarked(cell.strip(" \t"))) for heading, cell in zip(headings, cells, strict=False))
    return Row(line, {heading: cell for heading, cell in told if cell.strip()})
