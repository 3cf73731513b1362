"""The JSON Schema of a YAML file of references, for editors that complete and check as one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opedcheck.references.fields import KEYS, PERIOD, SECTIONS, Field

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# YAML reads 2023 as a number and 2023-07-11 as a date; editors hand the latter on as a string.
DATE = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"},
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}
YEAR = {"pattern": r"^\d{4}$"}
SCALAR = {"type": ["string", "number", "boolean"]}


def schema() -> dict[str, Any]:
    """The schema of a file: lists of records under statements, people and so on."""
    shapes = {shape.__name__.lower(): _table(keys) for shape, keys in KEYS.items()}
    for name in (shape.__name__.lower() for shape in SECTIONS.values()):
        shapes[name]["required"].append("sources")
        shapes[name]["properties"]["sources"]["minItems"] = 1
    return {
        "$schema": DRAFT,
        "title": "opedcheck references",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            section: {"type": ["array", "null"], "items": _ref(shape)} for section, shape in SECTIONS.items()
        },
        "$defs": {**shapes, "date": DATE, "period": _table(PERIOD)},
    }


def _table(keys: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key, field in keys.items() if field.required],
        "properties": {key: {"description": field.doc, **_value(field)} for key, field in keys.items()},
    }


def _value(field: Field) -> dict[str, Any]:
    match field.takes:
        case "texts":
            return {"type": "array", "items": SCALAR}
        case "date" | "by" | "seen":
            return {"$ref": "#/$defs/date"}
        case "flag":
            return {"type": "boolean"}
        case "share":
            return {"type": "number", "minimum": 0, "maximum": 1}
        case "choice":
            return {"enum": [*field.choices, *_flags(field.choices)]}
        case "choices":
            return {"type": "array", "uniqueItems": True, "items": {"enum": list(field.choices)}}
        case "url":
            return {"type": "string", "pattern": "^https?://"}
        case "years":
            return {"type": "object", "minProperties": 1, "propertyNames": YEAR, "additionalProperties": SCALAR}
        case "period":
            return {"$ref": "#/$defs/period"}
        case "tables":
            item = _ref(field.of)
            return {"type": "array", "items": {"anyOf": [item, {"type": "string"}]} if field.short else item}
        case _:
            return dict(SCALAR)


def _flags(choices: tuple[str, ...]) -> list[bool]:
    """The truth values that YAML makes of unquoted choices."""
    return [truth for truth, word in ((True, "true"), (False, "false")) if word in choices]


def _ref(shape: type) -> dict[str, str]:
    return {"$ref": f"#/$defs/{shape.__name__.lower()}"}
