"""The public functions, for other programs."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

import opedcheck
from opedcheck import api
from opedcheck.errors import ReferencesError
from opedcheck.model import ArticleReport
from opedcheck.readers import from_text
from opedcheck.references import References

SLIP = "Japanese Prime Minister Yoshihide Kishida spoke."


@pytest.mark.model
@pytest.mark.parametrize("published", ["2023-07-10", date(2023, 7, 10)])
def test_check(published: str | date) -> None:
    report = opedcheck.check(SLIP, date=published)
    assert isinstance(report, ArticleReport)
    assert [finding.rule for finding in report.findings] == ["name-mismatch"]


@pytest.mark.model
def test_check_an_article_with_its_own_date() -> None:
    article = from_text(SLIP, id="mine", date=date(2023, 7, 10))
    report = opedcheck.check(article)
    assert (report.article.id, [f.rule for f in report.findings]) == ("mine", ["name-mismatch"])


@pytest.mark.model
def test_the_date_given_counts_for_an_article_without_one() -> None:
    assert opedcheck.check(from_text(SLIP), date="2023-07-10").article.date == date(2023, 7, 10)


@pytest.mark.model
def test_check_without_a_date() -> None:
    assert opedcheck.check(SLIP).article.date is None


@pytest.mark.parametrize("wrong", ["10 July 2023", "2023-02-30", ""])
def test_a_date_that_is_none(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|out of range"):
        opedcheck.check(SLIP, date=wrong)


@pytest.mark.model
def test_references_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "statements:\n  - {id: a, statement: Japan has 47 prefectures., sources: [{publisher: A test}]}\n",
        encoding="utf-8",
    )
    own = opedcheck.load_references([tmp_path], default_claims=False)
    assert isinstance(own, References)
    assert (own.info.count, tuple(own.by_id)) == (1, ("a",))
    report = opedcheck.check("Japan has 74 prefectures.", references=own)
    assert [finding.rule for finding in report.findings] == ["count-mismatch"]
    assert opedcheck.check(SLIP, date="2023-07-10", references=own).findings == ()


def test_paths_may_be_strings_and_the_shipped_come_along(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "statements:\n  - {id: a, statement: Japan has 47 prefectures., sources: [{publisher: A test}]}\n",
        encoding="utf-8",
    )
    assert opedcheck.load_references([str(tmp_path)]).info.count == opedcheck.load_references().info.count + 1


def test_faulty_references_name_every_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("statements:\n  - {id: a}\n  - {id: a}\n", encoding="utf-8")
    with pytest.raises(ReferencesError) as caught:
        opedcheck.load_references([tmp_path], default_claims=False)
    assert len(caught.value.faults) >= 2 and all("bad.yaml" in fault for fault in caught.value.faults)


@pytest.mark.model
def test_a_pipeline_is_built_once_for_a_set_of_references(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_checkers", {})
    opedcheck.check(SLIP)
    opedcheck.check(SLIP, date="2023-07-10")
    assert len(api._checkers) == 1


@pytest.mark.parametrize("name", ["check", "load_references"])
def test_the_public_functions_are_typed_and_told(name: str) -> None:
    function = getattr(opedcheck, name)
    assert set(get_type_hints(function)) == {*inspect.signature(function).parameters, "return"}
    assert function.__doc__ and name in opedcheck.__all__


def test_the_package_is_marked_as_typed() -> None:
    assert opedcheck.__file__ and (Path(opedcheck.__file__).parent / "py.typed").is_file()


def test_what_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = opedcheck.nothing_of_the_kind


def test_importing_the_package_brings_no_spacy() -> None:
    code = "import sys, opedcheck; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
