from __future__ import annotations

from pathlib import Path

import pytest

from . import opeds, search, speed
from .figures import Aim, read_off, rows, table
from .program import one_line
from .yardsticks import YARDSTICKS

PRINTED = """\
average precision            0.8614
macro F1 at 0.5              0.8501
F1 at 0.5                    P 0.7800  R 0.7600  F1 0.7699   (10 of 20 predicted, 30 gold)
false alarms on the corrected versions: 4 in 120 articles; 117 of 120 articles silent
"""


@pytest.mark.parametrize(
    ("pattern", "figure"),
    [
        (r"^macro F1 at 0.5\s+([\d.]+)", 0.8501),
        (r"^F1 at 0.5 .* F1 ([\d.]+)", 0.7699),
        (r"; (\d+) of (\d+) articles silent", 0.975),
    ],
)
def test_figures_are_read_off_what_was_printed(pattern: str, figure: float) -> None:
    assert read_off(PRINTED, {"x": pattern}) == {"x": pytest.approx(figure)}


def test_a_figure_that_was_not_printed_is_no_zero() -> None:
    with pytest.raises(ValueError, match="no line like"):
        read_off(PRINTED, {"x": r"^MAP@5 ([\d.]+)"})


@pytest.mark.parametrize(
    ("aim", "ours", "said"),
    [
        (Aim("f", 0.85), 0.85, ">= 0.85 met"),
        (Aim("f", 0.85), 0.8499, ">= 0.85 NOT MET"),
        (Aim("f", 1.5, lower=True), 1.5, "<= 1.5 met"),
        (Aim("f", 1.5, lower=True), 1.51, "<= 1.5 NOT MET"),
    ],
)
def test_rows_say_whether_the_aim_is_met(aim: Aim, ours: float, said: str) -> None:
    assert next(rows("yard", {"f": ours}, (aim,)))[2] == said


def test_figures_without_an_aim_are_shown_and_aims_without_a_figure_are_an_error() -> None:
    assert list(rows("yard", {"f": 0.5}, ())) == [("yard: f", "0.500", "", "")]
    with pytest.raises(KeyError, match="measured no 'g'"):
        list(rows("yard", {"f": 0.5}, (Aim("g", 1),)))


def test_the_table_has_columns() -> None:
    lines = table([("yard: a long measure", "0.500", ">= 1 NOT MET", "-"), ("b", "skipped", "", "why")]).splitlines()
    assert [line.find(mark) for line, mark in zip(lines, ("ours", "0.500", "skipped"), strict=True)] == [22] * 3


def test_every_yardstick_is_a_module_and_is_named_once() -> None:
    names = [yardstick.name for yardstick in YARDSTICKS]
    assert len(set(names)) == len(names)
    assert [name for name in names if not (Path(__file__).parent / f"{name}.py").is_file()] == []


def test_a_yardstick_names_the_data_that_it_misses(tmp_path: Path) -> None:
    (tmp_path / "score.py").touch()
    yardstick = next(y for y in YARDSTICKS if y.name == "search")
    assert yardstick.missing(tmp_path) == ("search/claims.jsonl", "search/queries.jsonl")


@pytest.mark.parametrize(("answers", "rank"), [(["a", "b"], 1), (["b", "a"], 2), (["b"], 99), ([], 99)])
def test_the_rank_is_that_of_the_first_relevant_answer(answers: list[str], rank: int) -> None:
    assert search._rank(answers, ["a", "c"]) == rank


def test_a_finding_without_a_claim_is_shown_in_its_paragraph() -> None:
    article = {"text": "One.\nTwo is here.\nThree.", "claims": [{"id": "c1", "sentence_start": 0, "sentence_end": 4}]}
    assert opeds.sentence(article, {"claim": "c1", "start": 0, "end": 3}) == (0, 4)
    start, end = opeds.sentence(article, {"claim": None, "start": 9, "end": 11})
    assert article["text"][start:end] == "Two is here."


def test_runs_take_turns_and_the_first_turn_is_not_counted() -> None:
    turns: list[str] = []
    medians = speed.interleaved({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, 2)
    assert turns == ["a", "b"] * 3
    assert medians.keys() == {"a", "b"}


def test_long_texts_are_cut_to_one_line() -> None:
    assert one_line("a\n b   c", 10) == "a b c"
    assert one_line("abcdefghij", 5) == "abcd…"
