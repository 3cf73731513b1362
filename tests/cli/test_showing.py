"""`claims show`: a record as written and as understood, and what it says of an id that no record has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck import checker

if TYPE_CHECKING:
    from conftest import Run

PREPARE = checker.prepare
SHOW = ("claims", "show", "--isolated", "--no-default-claims")
CLAIMS = """\
people:
  - id: ann-oak
    name: Ann van Oak # she
    aliases: [A. Oak]
    offices:
      - {title: PM, of: elm, from: 2012, until: 2014-05-06}
      - {title: Grand Poobah, of: Ashton}
    sources: [{publisher: G, published: 2020}]
places:
  - {id: elm, name: Elm Shire, kind: country, demonyms: [Elmish], sources: [{publisher: G, published: 2020}]}
statements:
  - {id: tanks, statement: "In 2023, Finland sent 50 tanks.", sources: [{publisher: G, published: 2020}]}
"""
pytestmark = pytest.mark.model


@pytest.fixture
def show(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with the real checker, in a folder with references."""
    monkeypatch.setattr(checker, "prepare", PREPARE)
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(CLAIMS)
    return lambda *arguments: run(*SHOW, *arguments)


def test_a_person_is_shown_with_names_and_offices(show: Run) -> None:
    found = show("ann-oak")
    assert found.status == 0
    assert found.out.startswith("claims/a.yaml:2\n\n  - id: ann-oak\n    name: Ann van Oak # she\n")
    assert found.out.endswith(
        "As understood:\n\n  name: Ann van Oak, A. Oak\n  surname: van Oak\n"
        "  office: prime minister of Elm Shire, from 2012 until 6 May 2014\n"
        "  office: Grand Poobah, a title that opedcheck does not know of Ashton, at an unknown time\n"
        "  its fields are compared as they are written\n"
    )


def test_a_place_and_a_statement(show: Run) -> None:
    assert "  name: Elm Shire\n  demonym: Elmish\n" in show("elm").out
    assert "  count: 50\n    subject: Finland\n" in show("tanks").out


@pytest.mark.parametrize(
    ("wrong", "told"),
    [("oak", "Did you mean ann-oak?"), ("ann-oka", "Did you mean ann-oak?"), ("zzz", "`opedcheck claims search`")],
)
def test_an_id_that_no_record_has(show: Run, wrong: str, told: str) -> None:
    found = show(wrong)
    assert (found.status, found.out) == (2, "")
    assert f"no record has the id '{wrong}'. {told}" in found.err
