"""Proper nouns that nothing took for a name are names of no known kind."""

from __future__ import annotations

import re

import pytest

from opedcheck.matching.alignment.proper import with_proper
from opedcheck.model import Name, Word


def words(text: str) -> list[Word]:
    """Capitals are proper nouns, everything else is none."""
    found = [(m.start(), m.end(), m[0]) for m in re.finditer(r"(?:[A-Z]\.)+|\w+|[^\w\s]", text)]
    return [
        Word(start=a, end=b, lemma=word.lower(), tag="NNP" if word[0].isupper() else "NN", dep="", head=0)
        for a, b, word in found
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the firm Zenda Hofbau paid", ["Zenda Hofbau"]),
        ("the Zenda paid", []),  # one word may be anything with a capital
        ("the U.N. and the ECB met", ["U.N.", "ECB"]),
        ("Zenda Hofbau, Strelsau Elphberg", ["Zenda Hofbau", "Strelsau Elphberg"]),
        ("Majority Leader spoke", []),
        ("Mayor Zenda Hofbau spoke", ["Zenda Hofbau"]),
        ("Osra Helsing of Zenda Hofbau", ["Osra Helsing", "Zenda Hofbau"]),
    ],
)
def test_runs_of_proper_nouns(text: str, names: list[str]) -> None:
    assert [mention.text for mention in with_proper(text, words(text), [])] == names


def test_what_is_a_name_already_is_not_told_twice() -> None:
    known = Name(start=0, end=12, text="Osra Helsing", kind="person")
    text = "Osra Helsing Zenda Hofbau"
    assert [mention.text for mention in with_proper(text, words(text), [known])] == ["Osra Helsing", "Zenda Hofbau"]
    assert with_proper("Osra Helsing", words("Osra Helsing"), [known]) == [known]
