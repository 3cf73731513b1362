"""`claims fmt`, `stale`, `stats`, `schema` and `diff`: what they print, what they change, how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

ROUGH = "people:\n- name: Ann Oak  # who\n  id: a\n  sources: [{publisher: G, published: 2020}]\n"
FINE = "people:\n  - id: a\n    name: Ann Oak # who\n    sources: [{publisher: G, published: 2020}]\n"
DUE = """\
people:
  - {id: a, name: Ann Oak, review_by: 2026-05, sources: [{publisher: G, published: 2020}]}
  - {id: b, name: Ben Elm, review_by: 2025-01-31, sources: [{publisher: G, published: 2016}, {publisher: H}]}
statements:
  - {id: c, statement: It is so., topic: Trees, sources: [{publisher: G, accessed: 2026-01-01}]}
"""


@pytest.fixture
def claims(bench: object) -> Path:
    """A folder of references in the folder that the commands run in."""
    Path("claims").mkdir()
    return Path("claims")


def test_fmt_writes_once(run: Run, claims: Path) -> None:
    (claims / "a.yaml").write_text(ROUGH)
    (claims / "b.yaml").write_text(FINE.replace("id: a", "id: b"))
    found = run("claims", "fmt", "--check")
    assert (found.status, found.out) == (1, "claims/a.yaml\n")
    found = run("claims", "fmt", "--diff")
    assert found.status == 0
    assert "-- name: Ann Oak  # who\n" in found.out
    assert "+  - id: a\n" in found.out
    assert (claims / "a.yaml").read_text() == ROUGH
    found = run("claims", "fmt")
    assert (found.status, found.out) == (0, "")
    assert "1 of 2 files changed" in found.err
    assert (claims / "a.yaml").read_text() == FINE
    assert run("claims", "fmt", "--check").status == 0


def test_fmt_goes_on_behind_what_it_can_not_read(run: Run, claims: Path) -> None:
    (claims / "a.yaml").write_text("people: [\n")
    (claims / "b.yaml").write_text(ROUGH)
    (claims / "c.jsonl").write_text("{}\n")
    found = run("claims", "fmt")
    assert found.status == 2
    assert "claims/a.yaml:" in found.err
    assert (claims / "a.yaml").read_text() == "people: [\n"
    assert (claims / "b.yaml").read_text() == FINE


def test_stale(run: Run, claims: Path) -> None:
    (claims / "a.yaml").write_text(DUE)
    found = run("claims", "stale", "--before", "2026-06-01")
    assert found.out == "2025-01-31  claims/a.yaml:3  b  Ben Elm\n2026-05-31  claims/a.yaml:2  a  Ann Oak\n"
    assert "2 of 3 records due before 2026-06-01, 1 without review_by" in found.err
    assert run("claims", "stale", "--before", "2025-01-31").out == ""
    assert [row["id"] for row in json.loads(run("claims", "stale", "--format", "json").out)][:1] == ["b"]
    assert run("claims", "stale", "--before", "soon").status == 2


def test_stats(run: Run, claims: Path) -> None:
    (claims / "a.yaml").write_text(DUE)
    document = json.loads(run("claims", "stats", "--today", "2026-06-01", "--format", "json").out)
    assert document["records"] == 3
    assert document["kind"] == {"person": 2, "statement": 1}
    assert document["file"] == {"claims/a.yaml": 3}
    assert document["topic"] == {"Trees": 1}
    assert document["publisher"] == {"G": 3, "H": 1}
    assert document["review due"] == {"overdue": 2, "never": 1}
    ages = {"under 1 year": 1, "5 to 10 years": 2, "undated": 1}
    assert document["age of sources"] == ages
    text = run("claims", "stats", "--today", "2026-06-01").out
    assert text.startswith("3 records\n\nkind\n       2  person\n")


def test_schema(run: Run, claims: Path) -> None:
    assert json.loads(run("claims", "schema").out)["title"] == "opedcheck references"
    assert run("claims", "schema", "-o", claims / "schema.json").out == ""
    assert json.loads((claims / "schema.json").read_text())["$defs"]["person"]["required"] == ["id", "name", "sources"]


def test_diff(run: Run, claims: Path) -> None:
    (claims / "a.yaml").write_text(DUE)
    Path("new.yaml").write_text(DUE.replace("Ann Oak", "Ann Elm").replace("  - {id: b", "  - {id: d"))
    found = run("claims", "diff", "claims", "new.yaml")
    assert found.status == 0
    assert found.out == (
        "removed b, Ben Elm (claims/a.yaml:3)\n"
        "changed a, Ann Elm (new.yaml:2)\n"
        "  name changed from “Ann Oak” to “Ann Elm”\n"
        "added d, Ben Elm (new.yaml:3)\n"
    )
    assert "1 added, 1 removed, 1 changed" in found.err
    (change, *_) = json.loads(run("claims", "diff", "claims", "new.yaml", "--format", "json").out)
    assert (change["change"], change["id"], change["path"], change["line"]) == ("removed", "b", "claims/a.yaml", 3)
    assert run("claims", "diff", "claims", "no.yaml").status == 2
    assert run("claims", "diff", "claims", "claims").out == ""


def test_names_of_files_do_nothing_to_a_terminal(run: Run, claims: Path) -> None:
    (claims / "a\x1b[2J.yaml").write_text(ROUGH)
    assert run("claims", "fmt", "--check").out == "claims/a\\x1b[2J.yaml\n"
