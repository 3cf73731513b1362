"""Verbs and nouns that say the same, and verbs that deny each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.words.predicates import (
    LIGHT_VERBS,
    NOMINALS,
    NOUNS,
    OPPOSITES,
    SUBJECT_OF,
    VERBS,
    is_verb,
    opposite_verbs,
    same_noun,
    same_verb,
    same_word,
)

WORDS = sorted({word for row in (*VERBS, *NOUNS) for word in (row.split("|") if "|" in row else row.split())})


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("give", "provide", True),
        ("pledge", "promise", True),
        ("chair", "lead", True),
        ("set up", "establish", True),
        ("take part", "attend", True),
        ("open", "inaugurate", True),
        ("unheard-of", "unheard-of", True),
        # nouns of events are read as their verbs
        ("inauguration", "open", True),
        ("opposition", "resist", True),
        ("invasion", "attack", True),
        # near in topic, another claim of fact
        ("give", "pledge", False),
        ("propose", "open", False),
        ("join", "leave", False),
        ("win", "lose", False),
        ("sign", "oppose", False),
        ("attend", "host", False),
        ("agree", "disagree", False),
        ("", "open", False),
    ],
)
def test_same_verb(ours: str, theirs: str, same: bool) -> None:
    assert same_verb(ours, theirs) is same_verb(theirs, ours) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "opposite"),
    [
        ("oppose", "support", True),
        ("resist", "back", True),
        ("opposition", "endorse", True),
        ("open", "close", True),
        ("closure", "inaugurate", True),
        ("accede", "withdraw", True),
        ("buy", "sell", True),
        ("oppose", "oppose", False),
        ("oppose", "open", False),
        ("give", "pledge", False),
    ],
)
def test_opposite_verbs(ours: str, theirs: str, opposite: bool) -> None:
    assert opposite_verbs(ours, theirs) is opposite_verbs(theirs, ours) is opposite


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("office", "facility", True),
        ("aid", "assistance", True),
        ("soldier", "troop", True),
        ("person", "people", True),
        ("accord", "treaty", False),
        ("soldier", "civilian", False),
        ("killed", "wounded", False),
        ("tank", "vehicle", False),
        ("member", "partner", False),
    ],
)
def test_same_noun(ours: str, theirs: str, same: bool) -> None:
    assert same_noun(ours, theirs) is same_noun(theirs, ours) is same


def test_same_word_is_either() -> None:
    assert same_word("aid", "assistance") and same_word("pledge", "promise") and not same_word("aid", "promise")


@pytest.mark.parametrize(("lemma", "verb"), [("chair", True), ("set up", True), ("table", False), ("invasion", False)])
def test_is_verb(lemma: str, verb: bool) -> None:
    assert is_verb(lemma) is verb


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_sameness_has_no_direction(ours: str, theirs: str) -> None:
    assert same_word(ours, theirs) == same_word(theirs, ours)
    assert opposite_verbs(ours, theirs) == opposite_verbs(theirs, ours)


@pytest.mark.parametrize("word", WORDS)
def test_no_word_is_its_own_opposite(word: str) -> None:
    assert same_word(word, word) and not opposite_verbs(word, word)


def test_the_tables_hold_what_they_say() -> None:
    assert set(NOMINALS) >= SUBJECT_OF
    assert not LIGHT_VERBS & set(NOMINALS)
    assert all(one != other and not same_verb(one, other) for one, other in OPPOSITES)
    assert all(
        len(row.replace("|", " ").split()) == len(set(row.replace("|", " ").split())) for row in (*VERBS, *NOUNS)
    )
