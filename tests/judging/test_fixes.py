"""What may be written into an article, and what is left to a human."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from tests.by_hand import figure

from opedcheck.judging.fixes import NotFixed, fix, is_quoted
from opedcheck.model import Claim, Evidence, Finding, Fix, SlotComparison

TEXT = "By March, Japan had pledged $7.1 million in aid."
QUOTE = "$7.1 million"


def found(text: str = TEXT, quote: str = QUOTE, suggestion: str | None = "$7.1 billion", **more: Any) -> Finding:
    start = text.index(quote)
    slot = SlotComparison("value", "differs", quote, suggestion or "", exclusive=True)
    evidence = Evidence(reference="aid", score=1, outcome="differs", detail="", slots=(slot,))
    base = Finding(
        rule="amount-mismatch", severity="error", message="", start=start, end=start + len(quote), quote=quote,
        claim="c1", references=("aid",), suggestion=suggestion, evidence=(evidence,),
    )  # fmt: skip
    return msgspec.structs.replace(base, **more)


def claim(**more: Any) -> Claim:
    base = Claim(
        id="c1", family="measure", kind="amount", start=28, end=40, text=QUOTE, sentence_start=0, sentence_end=48,
        quantity=figure("7.1e6 USD"),
    )  # fmt: skip
    return msgspec.structs.replace(base, **more)


def test_only_what_differs_is_written() -> None:
    assert fix(found(), claim(), TEXT) == Fix(33, 40, "billion")
    assert TEXT[33:40] == "million"


@pytest.mark.parametrize("finding", [found(severity="warning"), found(suggestion=None)])
def test_what_suggests_nothing_or_is_no_error_is_not_spoken_of(finding: Finding) -> None:
    assert fix(finding, claim(), TEXT) is None


OTHER = SlotComparison("value", "differs", QUOTE, "$7.2 billion", exclusive=True)


@pytest.mark.parametrize(
    ("finding", "about", "why"),
    [
        (found(rule="weekday-mismatch", references=()), claim(), "no single reference"),
        (found(rule="relation-mismatch"), claim(), "no single reference"),
        (found(references=("aid", "more")), claim(), "no single reference"),
        (found(references=()), claim(), "no single reference"),
        (found(), None, "no single reference"),
        (found(evidence=(*found().evidence, Evidence(reference="b", score=1, outcome="differs", detail="",
               slots=(OTHER,)))), claim(), "more than one value"),
        (found(), claim(speaker="the minister"), "somebody else"),
        (found(), claim(quoted=True), "somebody else"),
        (found(), claim(hedge="nearly"), "hedge"),
        (found(), claim(quantity=figure("about 7.1e6 USD")), "hedge"),
        (found(suggestion="7.1 billion yen"), claim(), "same form"),
        (found(suggestion=QUOTE), claim(), "same form"),
    ],
)  # fmt: skip
def test_what_is_left_to_a_human(finding: Finding, about: Claim | None, why: str) -> None:
    left = fix(finding, about, TEXT)
    assert isinstance(left, NotFixed) and why in left.why


@pytest.mark.parametrize(
    ("text", "quote", "suggestion", "rule", "fits"),
    [
        ("an 8 percent rise", "8 percent", "7 percent", "percent-mismatch", False),
        ("an 8 percent rise", "8 percent", "11 percent", "percent-mismatch", True),
        ("a $7 million deal", "$7 million", "$8 million", "amount-mismatch", False),
        ("a $7 million deal", "$7 million", "$110 million", "amount-mismatch", True),
        ("a $7 million deal", "$7 million", "$9 million", "amount-mismatch", True),
        ("met in Riga, Latvia, today", "Riga", "Vilnius", "place-mismatch", False),
        ("met in Riga, and left", "Riga", "Vilnius", "place-mismatch", True),
        ("the Riga summit", "Riga", "Vilnius", "place-mismatch", False),
    ],
)
def test_the_words_around_must_fit(text: str, quote: str, suggestion: str, rule: str, fits: bool) -> None:
    made = fix(found(text, quote, suggestion, rule=rule), claim(quantity=None), text)
    assert isinstance(made, Fix) == fits
    assert fits or "around" in made.why  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "It was here."', True),
        ('"Yes," he said. It was here.', False),
        ("He said: “It was here.”", True),
        ("“Yes,” he said. It was here.", False),
        ("«It was here»", True),
        ("‘It was here.’", True),
        ("‘Yes,’ he said. It was here.", False),
        ("The minister’s men’s choir was here.", False),
        ("‘The minister’s choir was here’", True),
        ('A "slip\n\nIt was here.', False),
    ],
)
def test_quotations(text: str, quoted: bool) -> None:
    assert is_quoted(text, text.index("here")) == quoted
