"""Statements -> a file of references, keys in the order in which they are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from opedcheck.model import Statement
from opedcheck.references.claimreview.dates import written

HEAD = "# opedcheck references: imported from ClaimReview"
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
VERDICTS = ("true", "false")


def as_yaml(statements: Iterable[Statement]) -> str:
    """A YAML file, one line a key; each source on a line of its own."""
    rows = [HEAD, "statements:"]
    for one in statements:
        rows += [f"{'    ' if at else '  - '}{row}" for at, row in enumerate(_rows(_keys(one)))]
    return "\n".join(rows if len(rows) > 2 else [HEAD, "statements: []"]) + "\n"


def as_jsonl(statements: Iterable[Statement]) -> str:
    """The same as JSON lines, for more than a YAML file may hold."""
    return "".join(json.dumps(dict(_keys(one)), ensure_ascii=False) + "\n" for one in statements)


def _keys(one: Statement) -> list[tuple[str, Any]]:
    """What is known of a statement, under the keys of a file."""
    sources = [
        {"publisher": s.publisher, "title": s.title, "url": s.url, "published": s.published and written(s.published)}
        for s in one.sources
    ]
    told = [
        ("id", one.id), ("statement", one.statement), ("title", one.title), ("verdict", one.verdict),
        ("rating", one.rating), ("claimant", one.claimant), ("note", one.note),
        ("sources", [{key: value for key, value in source.items() if value} for source in sources]),
    ]  # fmt: skip
    return [(key, value) for key, value in told if value]


def _rows(keys: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for key, value in keys:
        if isinstance(value, list):
            yield f"{key}:"
            yield from (f"  - {_flow(one)}" for one in value)
        else:
            yield f"{key}: {value if key == 'verdict' and value in VERDICTS else _flow(value)}"


def _flow(value: Any) -> str:
    """A value on one line, quoted where it has to be."""
    text: str = yaml.dump(
        value, Dumper=DUMPER, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**9
    )
    return text.removesuffix("...\n").strip()
