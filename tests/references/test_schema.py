"""The JSON Schema of reference files, and the table that it is made from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from opedcheck.references.fields import KEYS, PERIOD, SECTIONS
from opedcheck.references.schema import schema


@pytest.mark.parametrize("shape", KEYS, ids=lambda shape: shape.__name__)
def test_every_attribute_of_a_record_has_a_key(shape: Any) -> None:
    filled = {field.fills or key for key, field in KEYS[shape].items() if field.takes != "period"}
    if "valid" in KEYS[shape]:
        filled |= {field.fills or key for key, field in PERIOD.items()}
    assert filled == set(shape.__struct_fields__) - {"at"}


def test_every_key_is_in_the_schema_with_its_meaning() -> None:
    made = schema()
    for shape, keys in KEYS.items():
        properties = made["$defs"][shape.__name__.lower()]["properties"]
        assert list(properties) == list(keys)
        assert all(properties[key]["description"] == field.doc for key, field in keys.items())


def test_what_is_required() -> None:
    made = schema()
    required = {name: made["$defs"][name].get("required") for name in made["$defs"] if name != "date"}
    assert required == {
        "source": ["publisher"], "office": ["title"], "membership": ["who"], "period": [],
        "statement": ["id", "statement", "sources"], "person": ["id", "name", "sources"],
        "organisation": ["id", "name", "sources"], "place": ["id", "name", "sources"],
        "event": ["id", "name", "sources"],
    }  # fmt: skip


def test_every_reference_within_the_schema_leads_somewhere() -> None:
    made = schema()
    text = json.dumps(made)
    targets = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert targets == set(made["$defs"])
    assert list(made["properties"]) == list(SECTIONS)
