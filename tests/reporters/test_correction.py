"""Correction notes, in a newspaper's words."""

from __future__ import annotations

from datetime import date

import pytest

from opedcheck.model import Evidence, Finding
from opedcheck.reporters.correction import MISSTATED, correction, dated


def finding(rule: str, message: str, quote: str, suggestion: str | None = None, statement: str = "") -> Finding:
    evidence = (Evidence(reference="r", score=1, outcome="differs", detail="", statement=statement),)
    return Finding(
        rule=rule, severity="error", message=message, start=0, end=len(quote), quote=quote, references=("r",),
        suggestion=suggestion, evidence=evidence,
    )  # fmt: skip


PAID = "Ruritania paid $3 million for the dam."
LED = "Ruritania leads the group."


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (
            finding("amount-mismatch", f"The text has $4\n million: {PAID}", "$4\n million", "$3 million", PAID),
            "an amount. Ruritania paid $3 million for the dam, not $4 million.",
        ),
        (
            finding("relation-mismatch", f"The text has Atlantis: {LED}", "Atlantis leads", None, LED),
            "who did what. Ruritania leads the group.",
        ),
        (
            finding("rank-mismatch", "The text has second: It came first.", "second", "first", "It came first."),
            "a rank. It came first, not “second”.",
        ),
        (
            finding("place-mismatch", "The fair took place in Ur, not Uruk.", "Uruk", "Ur", "Fair: Ur."),
            "a place. It should have read “Ur”, not “Uruk”.",
        ),
        (
            finding("known-false", "Known to be false: The dam broke. It was never built.", "the dam broke"),
            "a fact. It is not true that the dam broke. It was never built.",
        ),
        (finding("known-false", "Known to be false: Ur fell.", "Ur fell"), "a fact. It is not true that Ur fell."),
        (finding("office-mismatch", "He was a judge", "President He"), "an office. He was a judge."),
    ],
)
def test_what_is_right(found: Finding, right: str) -> None:
    assert correction(found) == f"An earlier version of this article misstated {right}"


@pytest.mark.parametrize("rule", ["unverified", "imprecise", "disputed", "stale-reference", "fact-checked"])
def test_nothing_to_correct(rule: str) -> None:
    assert correction(finding(rule, "So it is.", "so")) is None


def test_every_rule_that_is_named_exists() -> None:
    from opedcheck.judging import RULES

    assert set(MISSTATED) <= {rule.name for rule in RULES}
    mistakes = {rule.name for rule in RULES if rule.severity == "error"}
    assert mistakes <= set(MISSTATED)


def test_dates() -> None:
    note = "An earlier version of this article misstated a name. Ur."
    day = date(2023, 7, 1)
    assert dated(note, day, "us") == f"Correction: July 1, 2023\n{note}"
    british = "This article was amended on 1 July 2023. An earlier version misstated a name. Ur."
    assert dated(note, day, "uk") == british
