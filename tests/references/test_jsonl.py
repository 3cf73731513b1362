"""References as JSON lines (CONTRACT, "Input")."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.errors import ReferencesError
from opedcheck.model import Event, Person, Statement, partial
from opedcheck.references import lint, load
from opedcheck.references.jsonl import parse
from opedcheck.references.tree import Broken

SOURCE = {"publisher": "The Gazette", "published": "2020"}


def written(folder: Path, *rows: object) -> Path:
    path = folder / "some.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_kinds_of_records(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "statement": "B.", "title": "On B", "verdict": False, "sources": [SOURCE], "valid": None},
        {"record": "person", "id": "p", "name": "P Q", "sources": [{"publisher": "G", "published": 2020}]},
        {"record": "event", "id": "e", "name": "Fair", "from": "2020-06", "where": ["Elmtown"], "sources": [SOURCE]},
    ]
    statement, person, event = load([written(tmp_path, *rows)], default_claims=False).records
    assert isinstance(statement, Statement)
    assert (statement.title, statement.verdict, statement.since, statement.at.line) == ("On B", "false", None, 1)
    assert isinstance(person, Person)
    assert person.sources[0].published == partial("2020")
    assert isinstance(event, Event)
    assert (event.since, event.at.line) == (partial("2020-06"), 3)


FAULTS = [
    ('{"id": "a", ', None, "is not valid JSON: "),
    ("[1]", None, "is no JSON object"),
    ("[" * 3000 + "]" * 3000, None, "is nested more than 40 deep"),
    ({"id": 7, "statement": "B.", "sources": [SOURCE]}, "7", '"id" is a number, not a text: 7. Put it in quotes: "7".'),
    ({"id": "a", "statement": True, "sources": [SOURCE]}, "a", '"statement" is a flag, not a text: true'),
    ({"id": "a", "statement": "B."}, "a", "it has no source"),
    ({"id": "a", "record": "persn", "name": "B"}, "a", '"record" is \'persn\'. Did you mean "person"?'),
    ({"id": "a", "record": ["person"], "name": "B"}, "a", "\"record\" is '?'"),
    ('{"id": "a", "id": "b", "statement": "B.", "sources": []}', "a", 'the key "id" stands twice, first on line 2'),
]


@pytest.mark.parametrize(("row", "record", "what"), FAULTS, ids=[row[2][:40] for row in FAULTS])
def test_a_fault_names_its_line(tmp_path: Path, row: object, record: str | None, what: str) -> None:
    path = written(tmp_path, "", row, {"id": "z", "statement": "Z.", "sources": [SOURCE]})
    with pytest.raises(ReferencesError) as raised:
        load([path], default_claims=False)
    [fault] = raised.value.faults
    named = f" record {record}:" if record else ""
    assert fault.startswith(f"{path.as_posix()}:2:{named} {what}")


def test_keys_of_others_are_let_pass_and_named_once(tmp_path: Path) -> None:
    rows = [{"id": str(n), "statement": "ABC"[n], "stars": n, "sources": [SOURCE]} for n in range(3)]
    path = written(tmp_path, *rows)
    assert load([path], default_claims=False).info.count == 3
    [fault] = lint([path], default_claims=False)
    assert (fault.severity, fault.line, fault.what) == ("warning", 1, 'the key "stars" is unknown')


def test_a_line_ends_at_its_newline_alone(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    row = json.dumps({"id": "a", "statement": "B\u2028\x85C.", "sources": [SOURCE]}, ensure_ascii=False)
    other = row.replace('"a"', '"b"')
    path.write_bytes(f"\ufeff{row}\r\n\r\n{other}".encode())
    assert [record.at.line for record in load([path], default_claims=False).records] == [1, 3]


@given(st.text())
def test_any_text_is_rows_or_broken(text: str) -> None:
    for row in parse(text):
        assert row.line
        assert not isinstance(row, Broken) or row.what
