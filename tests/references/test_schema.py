"""The JSON Schema of reference files, and the table that it is made from."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from opedcheck.references.collect import File
from opedcheck.references.fields import KEYS, PERIOD, SECTIONS
from opedcheck.references.reading import read
from opedcheck.references.schema import schema
from opedcheck.references.shipped import shipped


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
        "event": ["id", "name", "sources"], "figures": ["id", "of", "measure", "unit", "by_year", "sources"],
    }  # fmt: skip


def test_every_reference_within_the_schema_leads_somewhere() -> None:
    made = schema()
    text = json.dumps(made)
    targets = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert targets == set(made["$defs"])
    assert list(made["properties"]) == list(SECTIONS)


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def as_editors_see(text: str) -> Any:
    """A YAML file as JSON: days are texts, keys too."""
    return json.loads(json.dumps(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), default=str))


@pytest.mark.parametrize("path", sorted(shipped().rglob("*.yaml")), ids=lambda path: path.stem)
def test_ours_are_valid(path: Path) -> None:
    assert [error.message for error in validator().iter_errors(as_editors_see(path.read_text("utf-8")))] == []


RECORD = "people:\n  - id: a\n    name: B\n    sources: [{publisher: G, published: 2020}]\n"
FAULTY = [
    "peple: []\n",
    "[]\n",
    "{}\n",
    "people:\n  id: a\n",
    RECORD.replace("    name: B\n", ""),
    RECORD.replace("id: a", "id:"),
    RECORD.replace("name: B", "nam: B"),
    RECORD + "    nme: C\n",
    RECORD + "    aliases: C\n",
    RECORD + "    review_by: soon\n",
    RECORD + "    review_by: 2023-13\n",
    RECORD + "    offices: [{of: oakland}]\n",
    RECORD + "    offices: [Mayor]\n",
    RECORD + "    offices: [{title: Mayor, since: 2020}]\n",
    RECORD + "    offices: [{title: Mayor, acting: perhaps}]\n",
    RECORD.replace("publisher: G, ", ""),
    RECORD.replace("published: 2020", "url: www.example.org"),
    RECORD.replace("[{publisher: G, published: 2020}]", "[]"),
    RECORD.replace("    sources: [{publisher: G, published: 2020}]\n", ""),
    RECORD.replace("people", "places") + "    kind: planet\n",
    RECORD.replace("people", "statements").replace("name", "statement") + "    verdict: perhaps\n",
    RECORD.replace("people", "statements").replace("name", "statement") + "    exclusive: [who]\n",
    RECORD.replace("people", "statements").replace("name", "statement") + "    tolerance: 5\n",
    RECORD.replace("people", "statements").replace("name", "statement") + "    valid: 2023\n",
    RECORD.replace("people", "statements").replace("name", "statement") + "    valid: {to: 2023}\n",
]


@pytest.mark.parametrize("text", FAULTY)
def test_what_the_loader_refuses_the_schema_does(text: str) -> None:
    decoded = read(File(Path("a.yaml"), "a.yaml", text.encode()))
    assert decoded.faults or decoded.unsourced or any(not e.record.sources for e in decoded.entries if e.record)
    assert list(validator().iter_errors(as_editors_see(text)))


@pytest.mark.parametrize("day", [date(2023, 7, 11), 2023, "2023-07", "2023"])
def test_days_months_and_years_are_valid(day: object) -> None:
    document = as_editors_see(RECORD)
    document["people"][0]["review_by"] = str(day) if isinstance(day, date) else day
    assert validator().is_valid(document)


def test_whoever_completes_is_told_what_each_key_means() -> None:
    for shape in schema()["$defs"].values():
        for key, value in shape.get("properties", {}).items():
            assert len(value["description"]) > len(key)
            assert value["description"].endswith(".")
