"""What stands under a key -> a value, by what the key takes.

Each reader yields slips and returns the value: `value = yield from read(...)`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

import msgspec

from opedcheck.model import Event, Membership, Office, Period, Source, partial
from opedcheck.references import hints
from opedcheck.references.faults import Slip
from opedcheck.references.fields import KEYS, PERIOD, Field
from opedcheck.references.tree import Items, Node, Scalar, Table, line_of
from opedcheck.words.days import period_in_words, term_in_words
from opedcheck.words.scales import figure

Slips: TypeAlias = Generator[Slip, None, Any]
FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
DRAFT = (
    "it is a draft: its source is empty",
    "Fill in publisher:, and title:, url:, published: where you can, or delete the record.",
)
YEAR_LENGTH = 4
A_DAY_LONG = timedelta(days=1)
A_DAY = "Write a day, month or year that exists: 2023-07-11, 2023-07 or 2023."


def drain(reading: Slips, slips: list[Slip]) -> Any:
    """Run a reading to its end: its slips go to the list, its value is returned."""
    while True:
        try:
            slips.append(next(reading))
        except StopIteration as end:
            return end.value


def fill(shape: Any, keys: Mapping[str, Field], table: Table, strict: bool = True) -> Slips:
    """The attributes that `table` gives to a `shape`."""
    values: dict[str, Any] = {}
    yield from known(table, keys, "key", "error" if strict else "warning")
    for key, field in keys.items():
        node = table.values.get(key)
        if node is None or is_null(node):
            if field.required:
                yield Slip(table.lines.get(key, table.line), f'"{key}" is missing', f"Add {key}: {_lower(field.doc)}")
            continue
        value = yield from READ[field.takes](key, field, node, table.lines[key])
        if field.takes == "period":
            values.update(value or {})
        elif value is not None and (field.fills or key) in values:
            yield Slip(table.lines[key], f'"{key}" says what another key says', "Keep the one that is surely right.")
        elif value is not None:
            values[field.fills or key] = value
    yield from _order(shape, values, table)
    return values


def fits(shape: Any, values: Mapping[str, Any]) -> bool:
    """Whether what could be read is enough for a `shape`, sound or not."""
    return all((field.fills or key) in values for key, field in KEYS[shape].items() if field.required)


def known(table: Table, keys: Iterable[str], what: str, severity: Any = "error") -> Generator[Slip, None, None]:
    """Keys that mean nothing here, and keys that stand twice."""
    for key in table.values:
        if key not in keys:
            yield Slip(table.lines[key], f'the {what} "{key}" is unknown', hints.remedy(key, keys), severity)
    for key, line in table.twice:
        yield Slip(line, f'the {what} "{key}" stands twice, first on line {table.lines[key]}', "Keep one of them.")


def _order(shape: Any, values: Mapping[str, Any], table: Table) -> Generator[Slip, None, None]:
    """An end that is surely before its start; `until` may not fall on the first day either."""
    since: Period | None = values.get("since")
    until: Period | None = values.get("until")
    to: Period | None = values.get("to")
    if since is None or since.first is None:
        return
    if "until" in table.values and until is not None and until.last is not None and until.last <= since.first:
        what = {Membership: "it left before it joined", Office: "the office ended before it began"}
        remedy = '"until" is the first day on which it no longer holds: write a day after "from".'
        told = f"{what.get(shape, 'it ends before it begins')}: {term_in_words(since, until)}"
        yield Slip(line_of(table, "until"), told, remedy)
    if shape is Event and to is not None and to.last is not None and to.last < since.first:
        remedy = '"to" is the last day: write "from" or a later day.'
        yield Slip(
            line_of(table, "to"),
            f"it ends before it begins: from {period_in_words(since)} to {period_in_words(to)}",
            remedy,
        )


def _text(key: str, field: Field, node: Node, line: int) -> Slips:
    if not isinstance(node, Scalar):
        yield Slip(line, f'"{key}" is {kind_of(node)}', f"Write one text: {key}: ...")
        return None
    if node.written in ("number", "flag") and key not in ("value", "rating"):
        yield Slip(line, f'"{key}" is a {node.written}, not a text: {node.text}', f'Put it in quotes: "{node.text}".')
        return None
    text = unicodedata.normalize("NFC", " ".join(node.text.split()))
    if not text:
        yield Slip(line, f'"{key}" is empty', f"Write it, or leave {key} out." if not field.required else "Write it.")
        return None
    return text


def _texts(key: str, field: Field, node: Node, line: int) -> Slips:
    if not isinstance(node, Items):
        text = node.text if isinstance(node, Scalar) else "..."
        yield Slip(line, f'"{key}" is {kind_of(node)}, not a list', f"Write {key}: [{text}].")
        return None
    values = []
    for item in node.values:
        value = yield from _text(key, field, item, item.line)
        if value is not None:
            values.append(value)
    return tuple(values)


def _date(key: str, field: Field, node: Node, line: int) -> Slips:
    if isinstance(node, Scalar):
        try:
            return partial(node.text)
        except ValueError:
            pass
    yield Slip(line, f'"{key}" is no date: {_shown(node)}', A_DAY)
    return None


def _by(key: str, field: Field, node: Node, line: int) -> Slips:
    told = yield from _date(key, field, node, line)
    return Period(None, told.last) if told is not None else None


def _seen(key: str, field: Field, node: Node, line: int) -> Slips:
    told = yield from _date(key, field, node, line)
    return Period(min(told.first, date.max - A_DAY_LONG) + A_DAY_LONG, None) if told is not None else None


def _flag(key: str, field: Field, node: Node, line: int) -> Slips:
    if isinstance(node, Scalar) and node.text.lower() in FLAGS:
        return FLAGS[node.text.lower()]
    yield Slip(line, f'"{key}" is neither true nor false: {_shown(node)}', f"Write {key}: true, or leave it out.")
    return None


def _share(key: str, field: Field, node: Node, line: int) -> Slips:
    try:
        value = Decimal(node.text) if isinstance(node, Scalar) else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if value.is_finite() and 0 <= value <= 1:
        return value
    yield Slip(line, f'"{key}" is no share between 0 and 1: {_shown(node)}', "Write 0.05 for 5 %.")
    return None


def _choice(key: str, field: Field, node: Node, line: int) -> Slips:
    text = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if text in field.choices:
        return text
    yield Slip(line, f'"{key}" is {_shown(node)}', hints.remedy(text or "?", field.choices))
    return None


def _choices(key: str, field: Field, node: Node, line: int) -> Slips:
    if not isinstance(node, Items):
        yield Slip(line, f'"{key}" is {kind_of(node)}, not a list', f"Write {key}: [{', '.join(field.choices[:1])}].")
        return None
    values = []
    for item in node.values:
        value = yield from _choice(key, field, item, item.line)
        if value is not None:
            values.append(value)
    return tuple(values)


def _url(key: str, field: Field, node: Node, line: int) -> Slips:
    text = yield from _text(key, field, node, line)
    if text is None:
        return None
    scheme, _, rest = text.partition("://")
    if scheme.lower() in ("http", "https") and rest and " " not in rest:
        return text
    yield Slip(line, f'"{key}" is no address: {text}', "Write it in full, beginning with https:// or http://.")
    return None


def _period(key: str, field: Field, node: Node, line: int) -> Slips:
    if not isinstance(node, Table):
        yield Slip(line, f'"{key}" is {kind_of(node)}', f"Write {key}: {{from: 2023-07-11, until: 2024-10-01}}.")
        return {}
    values = yield from fill(None, PERIOD, node)
    return values


def _years(key: str, field: Field, node: Node, line: int) -> Slips:
    if not isinstance(node, Table) or not node.values:
        yield Slip(line, f'"{key}" is {kind_of(node)}', f"Write {key}: {{2021: 125.7 million, 2022: 125.1 million}}.")
        return None
    values: dict[int, Decimal] = {}
    for year, told in node.values.items():
        number = figure(told.text) if isinstance(told, Scalar) else None
        if not (year.isascii() and year.isdigit() and len(year) == YEAR_LENGTH):
            yield Slip(node.lines[year], f'"{key}" has a year that is none: {year}', "Write a year of four digits.")
        elif number is None:
            yield Slip(node.lines[year], f"{year} has no figure: {_shown(told)}", "Write a number: 125.7 million.")
        else:
            values[int(year)] = number
    yield from known(node, node.values, "year")
    return values


def _tables(key: str, field: Field, node: Node, line: int) -> Slips:
    first = next(name for name, inner in KEYS[field.of].items() if inner.required)
    example = f"{key}: [{{{first}: ...}}]"
    if not isinstance(node, Items):
        yield Slip(line, f'"{key}" is {kind_of(node)}, not a list', f"Write {example}.")
        return None
    values = []
    for item in (_spelled_out(item, field.short) for item in node.values):
        if not isinstance(item, Table):
            yield Slip(item.line, f'an item of "{key}" is {kind_of(item)}', f"Write {example}.")
            continue
        if field.of is Source and all(map(is_null, item.values.values())):
            yield Slip(item.line, *DRAFT)
            continue
        slips: list[Slip] = []
        attributes = drain(fill(field.of, KEYS[field.of], item), slips)
        yield from (msgspec.structs.replace(slip, what=f"{key}: {slip.what}") for slip in slips)
        if fits(field.of, attributes):
            values.append(field.of(**attributes))
    return tuple(values)


def _spelled_out(node: Node, short: str) -> Node:
    """A bare text as the mapping that it stands for, where the key has such a short form."""
    return Table({short: node}, node.line, {short: node.line}, []) if short and isinstance(node, Scalar) else node


READ: dict[str, Callable[[str, Field, Node, int], Slips]] = {
    "text": _text, "texts": _texts, "date": _date, "by": _by, "seen": _seen, "years": _years, "flag": _flag,
    "share": _share, "choice": _choice, "choices": _choices, "url": _url, "period": _period, "tables": _tables,
}  # fmt: skip


def is_null(node: Node) -> bool:
    """Whether nothing is written there."""
    return isinstance(node, Scalar) and node.written == "null"


def kind_of(node: Node) -> str:
    """What `node` is, in words for a fault."""
    match node:
        case Items():
            return "a list"
        case Table():
            return "a mapping"
        case Scalar(written="null"):
            return "empty"
        case Scalar(written="number"):
            return "a number"
        case _:
            return "a text"


def _shown(node: Node) -> str:
    return repr(node.text) if isinstance(node, Scalar) else kind_of(node)


def _lower(doc: str) -> str:
    return doc[:1].lower() + doc[1:]
