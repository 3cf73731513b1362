from __future__ import annotations

import pytest

from opedcheck.pipeline.times.lexer import SYMBOL, lex
from opedcheck.pipeline.times.patterns import NAME, rules, starters, translated
from opedcheck.pipeline.times.rules import BY_START, RULES
from opedcheck.pipeline.times.words import TABLE


def kinds(text: str) -> list[str]:
    return [NAME[symbol] for symbol in lex(text).kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 11, 2023", ["month", "digits", "comma", "year"]),
        ("mid-1996", ["mid", "hyphen", "year"]),
        ("10:35 a.m.", ["clock", "ampm"]),
        ("the 1990s", ["the", "decade"]),
        ("the '80s", ["the", "decade"]),
        ("may May", ["x", "month"]),
        ("1,200 days", ["big", "units"]),
        ("11 - 12", ["digits", "dash", "digits"]),
        ("New Year’s Eve", ["holiday"]),
        ("last year's", ["last", "unit", "s"]),
        ("one\n\ntwo", ["one", "break", "one"]),
        ("5pm", ["digits", "ampm"]),
        ("Q3 2014", ["q", "year"]),
        ("3" * 5000, ["big"]),
    ],
)
def test_lexemes(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("the? month", {"the", "month"}),
        ("(the|last) month", {"the", "last"}),
        ("<day: digits>? (comma? month|year)", {"digits", "comma", "month", "year"}),
        ("(?<=on) the", {"the"}),
        ("(the)? <rel: last> month", {"the", "last"}),
    ],
)
def test_starters(pattern: str, kinds: set[str]) -> None:
    assert starters(translated(pattern)) == {SYMBOL[kind] for kind in kinds}


def test_every_rule_is_tried_somewhere() -> None:
    assert {rule for found in BY_START.values() for rule in found} == set(RULES)


def test_a_word_is_of_one_kind() -> None:
    """Of a word in two rows the second is never seen: whatever needs it there can't match."""
    rows = [word for words in TABLE.values() for word in words]
    assert {word for word in rows if rows.count(word) > 1} == set()


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError, match="lustrum"):
        rules(lambda found, at: None, "the lustrum")
