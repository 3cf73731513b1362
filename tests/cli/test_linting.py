"""`claims lint`: how it prints, how it ends, and what --deep adds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck.checker import prepare
from opedcheck.cli.deep import faults

if TYPE_CHECKING:
    from conftest import Run

DUE = """\
people:
  - id: a
    name: Ann Oak
    review_by: 2026-05
    sources: [{publisher: G, published: 2020}]
"""
LINT = ("claims", "lint", "--no-default-claims", "a.yaml")


def test_a_warning_fails_only_if_asked(run: Run) -> None:
    Path("a.yaml").write_text(DUE)
    assert (run(*LINT, "--today", "2026-05-31", "--strict").status) == 0
    found = run(*LINT, "--today", "2026-06-01")
    assert (found.status, found.out) == (0, "a.yaml: errors 0, warnings 1\n")
    assert "warning: a.yaml:4: record a: its review was due by 2026-05-31." in found.err
    assert run(*LINT, "--today", "2026-06-01", "--strict").status == 2


def test_json(run: Run) -> None:
    Path("a.yaml").write_text(DUE + "    nme: x\n")
    found = run(*LINT, "--today", "2026-06-01", "--format", "json")
    document = json.loads(found.out)
    assert (found.status, found.err) == (2, "")
    assert (document["errors"], document["warnings"]) == (1, 0)
    (fault,) = document["faults"]
    assert fault["severity"] == "error"
    assert (fault["path"], fault["line"], fault["record"]) == ("a.yaml", 6, "a")
    assert fault["remedy"] == 'Did you mean "name"?'


@pytest.mark.parametrize("more", [("--today", "May"), ("--format", "xml")])
def test_what_it_can_not_use(run: Run, more: tuple[str, str]) -> None:
    Path("a.yaml").write_text(DUE)
    found = run(*LINT, *more)
    assert found.status == 2
    assert more[0] in found.err


S = "    sources: [{publisher: G, published: 2020}]\n"
STATEMENTS = [
    # statements, what is said of the second
    (("Finland sent Ukraine 50 tanks in 2023.", "Hardly so, perhaps."), "nothing that can be checked is read"),
    (
        ("In 2023, Finland sent 50 tanks to Ukraine.", "Ukraine received from Finland 70 tanks in 2023."),
        None,
    ),
    (("In 2023, Finland sent 50 tanks.", "Finland had sent 70 tanks in 2023."), "it contradicts s0, at "),
    (("Finland sent 50 tanks in 2023.", "Sweden sent 70 tanks in 2023."), None),
    (("Finland's pact with Latvia covers 50 areas.", "Sweden's pact with Latvia covers 70 areas."), None),
    (("Ann Oak visited Paris on 12 May 2023.", "Ann Oak paid a visit to Rome in 2019."), None),
]


@pytest.mark.model
@pytest.mark.parametrize(("statements", "what"), STATEMENTS)
def test_deep_reads_the_statements(tmp_path: Path, statements: tuple[str, str], what: str | None) -> None:
    path = tmp_path / "a.yaml"
    rows = "".join(f"  - id: s{at}\n    statement: {text}\n{S}" for at, text in enumerate(statements))
    places = "".join(
        f"  - {{id: {name.lower()}, name: {name}, kind: country, sources: [{{publisher: G}}]}}\n"
        for name in ("Finland", "Sweden", "Ukraine", "Latvia")
    )
    path.write_text(f"statements:\n{rows}places:\n{places}")
    told = [f.what for f in faults(prepare([path], default_claims=False, storage=None)) if f.record == "s1"]
    assert (told[:1] or [None])[0] == what or (what is not None and told[0].startswith(what))


@pytest.mark.model
def test_ours_are_read_and_fit_together() -> None:
    assert [str(fault) for fault in faults(prepare())] == []
