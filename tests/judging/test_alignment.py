"""When a sentence and a statement are alike enough to warn of what differs."""

from __future__ import annotations

import msgspec
import pytest

from opedcheck.judging import alignment
from opedcheck.judging.judgement import Case
from opedcheck.model import AlignedMatch, Statement

TEXT = "The fund raised $900 million."
ALIKE = AlignedMatch(
    record=Statement(id="fund", statement="The fund raised $700 million."),
    kind="figure", closeness="far", start=16, end=28, ours="$900 million", theirs="$700 million",
    own=1.0, near=1.0, all=1.0, named=1.0, beside=1.0, governed=1.0, local=1.0, timed=0.9, bulk=8.0,
    rivals=0, exclusive=True, unreal=False, denied=False, crossed=False,
)  # fmt: skip


def told(*matches: AlignedMatch) -> list[str]:
    case = Case(text=TEXT, path="a")
    return [finding.references[0] for finding in alignment.findings(matches, (), case)]


def but(**changes: object) -> AlignedMatch:
    return msgspec.structs.replace(ALIKE, **changes)  # type: ignore[arg-type]


def test_what_is_told_alike_but_for_one_value_warns() -> None:
    assert told(ALIKE) == ["fund"]


@pytest.mark.parametrize("share", ["own", "near", "all", "named", "beside", "governed", "local", "timed"])
def test_the_more_is_shown_the_surer(share: str) -> None:
    assert alignment.score(but(**{share: 0.2})) <= alignment.score(ALIKE)


def test_a_slip_needs_less_than_another_value() -> None:
    half = {"own": 0.5, "near": 0.6, "all": 0.8, "beside": 0.3, "local": 0.3, "governed": 0.5}
    assert told(but(**half)) == []
    assert told(but(closeness="strong", **half)) == ["fund"]


@pytest.mark.parametrize(
    "change",
    [
        {"unreal": True},
        {"denied": True},
        {"crossed": True},
        {"timed": 0.0},
        {"governed": 0.0},
        {"bulk": 2.0},
        {"own": 0.1, "near": 0.2, "all": 0.3, "beside": 0.1, "local": 0.1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_shows_another_fact_is_left_alone(change: dict[str, object]) -> None:
    assert told(but(**change)) == []


def test_a_sentence_that_is_surer_to_tell_the_fact_and_has_it_right_tells_it() -> None:
    def also(apart: int, **changes: object) -> AlignedMatch:
        return but(closeness="same", theirs="$700 million", ours="$700 million", apart=apart, **changes)

    assert told(but(elsewhere=(also(9),))) == []
    assert told(but(elsewhere=(also(9, own=0.8),))) == ["fund"]
    assert told(but(elsewhere=(also(2, own=0.8),))) == []  # so near by, two values are compared
    assert told(but(elsewhere=(also(2, own=0.2, near=0.5),))) == ["fund"]


def test_what_another_statement_has_right_is_right() -> None:
    other = Statement(id="other", statement="The fund raised $900 million.")
    assert told(ALIKE, but(record=other, closeness="same", theirs="$900 million")) == []


def test_the_likeliest_statement_is_told_of() -> None:
    other = Statement(id="other", statement="The fund raised $800 million.")
    assert told(but(record=other, own=0.8), ALIKE) == ["fund"]


@pytest.mark.parametrize("change", [{"timed": 0.0}, {"unreal": True}, {"denied": True}])
def test_of_two_bodies_with_like_names_both_may_be_real(change: dict[str, object]) -> None:
    assert told(but(kind="name", closeness="strong")) == ["fund"]
    assert told(but(kind="name", closeness="strong", **change)) == []


@pytest.mark.parametrize("change", [{"crossed": True}, {"timed": 0.0}, {"unreal": True}, {"denied": True}])
def test_a_full_name_misspelt_is_misspelt_whatever_is_told(change: dict[str, object]) -> None:
    assert told(but(kind="person", closeness="strong", **change)) == ["fund"]
    assert told(but(kind="person", closeness="far", **change)) == []


def test_another_given_name_needs_one_fact() -> None:
    assert told(but(kind="person", closeness="weak")) == ["fund"]
    assert told(but(kind="person", closeness="weak", crossed=True)) == []
