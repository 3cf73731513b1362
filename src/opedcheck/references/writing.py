"""Records -> the keys and lines of a file, as they are read again: in canonical order and layout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import yaml

from opedcheck.model import AnyRecord, Period, partial
from opedcheck.references.fields import KEYS, PERIOD, SECTIONS, Field
from opedcheck.words.lists import listed
from opedcheck.words.scales import in_words

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
SECTION_OF = {shape: section for section, shape in SECTIONS.items()}
A_DAY = timedelta(days=1)
UNQUOTED = ("true", "false")
PLAIN = re.compile(r"[A-Za-z](?:[\w .'’()/-]*[\w.)])?", re.ASCII)
WORDS = listed("true false yes no on off y n null none inf nan")
"""What needs no quotes: nearly all names and ids. YAML's own emitter, which is slow, sees to the rest."""


class Bare(str):
    """A word that stands in YAML without quotes, whatever YAML makes of it: a day, true."""


def written(period: Period) -> str:
    """The period as records have it: the shortest of year, month and day that says as much."""
    first = period.first.isoformat() if period.first else ""
    return next((told for told in (first[:4], first[:7]) if told and partial(told) == period), first)


def as_keys(value: Any, keys: Mapping[str, Field] | None = None) -> dict[str, Any]:
    """What is known of a record, or of a part of one, under the keys of a file; nothing that says nothing."""
    found: dict[str, Any] = {}
    filled: set[str] = set()
    for key, field in (KEYS[type(value)] if keys is None else keys).items():
        attribute = field.fills or key
        told = _told(value, field, attribute)
        if told not in (None, (), [], {}, "") and attribute not in filled:
            filled.add(attribute)
            found[key] = told
    return found


def _told(value: Any, field: Field, attribute: str) -> Any:
    if field.takes == "period":
        return as_keys(value, PERIOD)
    inner = getattr(value, attribute)
    match inner:
        case Period():
            return _day(inner, field)
        case dict():
            return {str(year): Bare(in_words(figure).replace(",", "")) for year, figure in inner.items()}
        case bool():
            return inner or None
        case Decimal():
            return Bare(inner)
        case tuple():
            return [one if isinstance(one, str) else as_keys(one) for one in inner]
        case "true" | "other" if field.takes == "choice":
            return None  # what holds where nothing is said
        case str() if field.takes == "choice" and inner in UNQUOTED:
            return Bare(inner)
        case _:
            return inner


def _day(period: Period, field: Field) -> Bare | None:
    """A period under the key that says how much of it is known: `by` its last day, `seen` the day before its first."""
    if period.first is None or period.last is None:
        day = {"by": period.last, "seen": period.first - A_DAY if period.first else None}.get(field.takes)
        return Bare(day.isoformat()) if day is not None else None
    return Bare(written(period)) if field.takes == "date" else None


def as_yaml(records: Iterable[AnyRecord], head: str) -> str:
    """A YAML file: `head` as its first line, sections in order, records in theirs, a key a line."""
    sections: dict[str, list[str]] = {section: [] for section in SECTIONS}
    for record in records:
        sections[SECTION_OF[type(record)]] += lines(as_keys(record))
    made = [head]
    for section, rows in sections.items():
        made += [f"{section}:", *rows] if rows else []
    return "\n".join(made if len(made) > 1 else [head, "statements: []"]) + "\n"


def as_jsonl(records: Iterable[AnyRecord]) -> str:
    """The same as JSON lines; which kind of record each is stands under "record", but for statements."""
    return "".join(json.dumps(as_object(one), ensure_ascii=False) + "\n" for one in records)


def as_object(record: AnyRecord) -> dict[str, Any]:
    """One line of a .jsonl file."""
    kind = type(record).__struct_config__.tag
    return ({} if kind == "statement" else {"record": kind}) | as_keys(record)


def lines(keys: Mapping[str, Any], indent: int = 2) -> Iterator[str]:
    """The lines of one record in a list whose dashes are indented by `indent`."""
    for at, row in enumerate(_rows(keys)):
        yield " " * indent + ("  " if at else "- ") + row


def _rows(keys: Mapping[str, Any]) -> Iterator[str]:
    for key, value in keys.items():
        if isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"{key}:"
            yield from (f"  - {flow(one)}" for one in value)
        else:
            yield f"{key}: {flow(value)}"


def flow(value: Any) -> str:
    """A value on one line, quoted where it has to be."""
    match value:
        case Bare():
            return str(value)
        case bool():
            return "true" if value else "false"
        case dict():
            return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case _:
            if PLAIN.fullmatch(value) and value.casefold() not in WORDS:
                return str(value)
            text: str = yaml.dump([value], Dumper=DUMPER, default_flow_style=True, allow_unicode=True, width=10**9)
            quoted = text.strip().removeprefix("[").removesuffix("]")
            simple = quoted.startswith("'") and not set(value) & {'"', "\\"}
            return f'"{value}"' if simple else quoted
