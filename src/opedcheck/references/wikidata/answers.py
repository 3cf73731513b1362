"""A file's bytes -> the rows of an answer to a SPARQL query.

SPARQL 1.1 Query Results JSON Format (W3C Recommendation, 21 March 2013), and the plain list of rows that the query
service of Wikidata also offers, in which every value is a text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from opedcheck.references.tree import Broken

REMEDY = 'Save the answer of the query as JSON ("Download", "JSON file").'


class Term(msgspec.Struct, frozen=True):
    """A value: an address, a text, or a blank node, which stands for something that is not known."""

    value: str
    type: Literal["uri", "literal", "typed-literal", "bnode"]

    @property
    def unknown(self) -> bool:
        """Whether there is a value, but nobody knows which (Wikibase's "unknown value")."""
        return self.type == "bnode" or "/.well-known/genid/" in self.value


class Answer(msgspec.Struct, frozen=True):
    """The variables of the query, and the rows: what each variable is bound to, if to anything."""

    variables: tuple[str, ...]
    rows: tuple[Mapping[str, Term], ...]


def answer(data: bytes) -> Answer:
    """The rows of an answer. Raises Broken where it is none."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Broken(line, f"byte {error.start + 1} is not UTF-8", "Save the file as UTF-8.") from None
    except json.JSONDecodeError as fault:
        raise Broken(fault.lineno, f"is not valid JSON: {fault.msg}, column {fault.colno}", REMEDY) from None
    except (RecursionError, ValueError):
        raise Broken(None, "is nested too deep, or has a number too long, to be read", REMEDY) from None
    try:
        return _listed(document) if isinstance(document, list) else _standard(document)
    except msgspec.ValidationError as fault:
        raise Broken(None, f"is no answer of a SPARQL query: {fault}", REMEDY) from None


def _standard(document: Any) -> Answer:
    if not isinstance(document, dict) or "results" not in document:
        raise Broken(None, "is no answer of a SPARQL query: it has no results", REMEDY)
    head = msgspec.convert(document.get("head", {}), dict[str, Any])
    rows = msgspec.convert(document["results"], dict[str, Any]).get("bindings", [])
    bound = msgspec.convert(rows, tuple[dict[str, Term], ...])
    return Answer(_variables(msgspec.convert(head.get("vars", []), list[str]), bound), bound)


def _listed(document: list[Any]) -> Answer:
    rows = msgspec.convert(document, tuple[dict[str, str | None], ...])
    bound = tuple({name: _term(value) for name, value in row.items() if value is not None} for row in rows)
    return Answer(_variables([], bound), bound)


def _term(value: str) -> Term:
    unknown, address = value.startswith("_:"), value.startswith(("http://", "https://"))
    return Term(value, "bnode" if unknown else "uri" if address else "literal")


def _variables(named: list[str], rows: tuple[Mapping[str, Term], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*named, *(name for row in rows for name in row)]))
