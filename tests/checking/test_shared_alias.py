"""A name that two people of the references share makes a claim ambiguous, never wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from opedcheck.checker import Checker, prepare
from opedcheck.readers import from_text

pytestmark = pytest.mark.model
RECORDS = """\
places:
  - {id: ruritania, name: Ruritania, kind: country, demonyms: [Ruritanian], sources: [{publisher: A test}]}
  - {id: graustark, name: Graustark, kind: country, demonyms: [Graustarkian], sources: [{publisher: A test}]}
people:
  - id: rudolf-hentzau
    name: Rudolf Hentzau
    aliases: [Rudi Hentzau]
    offices: [{title: President, of: ruritania, from: 2015-01-01}]
    sources: [{publisher: A test}]
  - id: rudiger-hentzau
    name: Rudiger Hentzau
    aliases: [Rudi Hentzau]
    offices: [{title: Prime Minister, of: graustark, from: 2015-01-01}]
    sources: [{publisher: A test}]
"""


@pytest.fixture(scope="module")
def shared_alias(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    file: Path = tmp_path_factory.mktemp("claims") / "people.yaml"
    file.write_text(RECORDS, encoding="utf-8")
    return prepare([file], default_claims=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian President Rudi Hentzau opposes the plan.",
        "Graustarkian Prime Minister Rudi Hentzau opposes the plan.",
        "Graustarkian President Rudi Hentzau opposes the plan.",
        "President Rudi Hentzau met Prime Minister Rudi Hentzau.",
        "Rudi Hentzau, the president of Ruritania, opposes the plan.",
        "Rudi Hentzau opposes the plan. Hentzau met Rudolf Hentzau.",
        "Former Ruritanian Prime Minister Rudi Hentzau opposes the plan.",
    ],
)
def test_a_shared_alias_is_never_wrong(shared_alias: Checker, text: str) -> None:
    found = shared_alias.check(from_text(text, date=date(2020, 6, 1)))
    assert [finding.message for finding in found.findings] == []


def test_what_is_said_of_one_by_the_full_name_still_is(shared_alias: Checker) -> None:
    found = shared_alias.check(from_text("Graustarkian President Rudolf Hentzau spoke.", date=date(2020, 6, 1)))
    assert [finding.rule for finding in found.findings] == ["office-mismatch"]
