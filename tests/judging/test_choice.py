"""Which findings a project wants to see, and how grave they are to it."""

from __future__ import annotations

import pytest

from opedcheck.judging import Choice, chosen
from opedcheck.model import Finding

FOUND = tuple(
    Finding(rule=rule, severity="error", message="m", start=0, end=1, quote="q") for rule in ("one", "two", "three")
)


def rules(choice: Choice) -> list[str]:
    return [finding.rule for finding in chosen(FOUND, choice)]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(), ["one", "two", "three"]),
        (Choice(select=frozenset({"two"})), ["two"]),
        (Choice(ignore=frozenset({"two"})), ["one", "three"]),
        (Choice(select=frozenset({"one", "two"}), ignore=frozenset({"two"})), ["one"]),
        (Choice(severity={"one": "off"}), ["two", "three"]),
        (Choice(select=frozenset({"two"})).over(Choice(ignore=frozenset({"two"}))), ["two"]),
        (Choice(ignore=frozenset({"one"})).over(Choice(ignore=frozenset({"two"}))), ["three"]),
        (Choice(severity={"one": "info"}).over(Choice(severity={"one": "off"})), ["one", "two", "three"]),
    ],
)
def test_what_is_kept(choice: Choice, kept: list[str]) -> None:
    assert rules(choice) == kept


def test_a_severity_of_ones_own() -> None:
    assert [f.severity for f in chosen(FOUND, Choice(severity={"two": "info"}))] == ["error", "info", "error"]
