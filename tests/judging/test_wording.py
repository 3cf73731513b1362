"""How terms and records are put in words."""

from __future__ import annotations

import pytest
from tests.by_hand import body, event, person, place, statement

from opedcheck.judging.wording import office_in_words, possessive, statement_of
from opedcheck.model import AnyRecord


@pytest.mark.parametrize(
    ("name", "words"), [("Japan", "Japan's"), ("United States", "the United States'"), ("NATO", "NATO's")]
)
def test_possessive(name: str, words: str) -> None:
    assert possessive(name) == words


def test_office() -> None:
    assert office_in_words("President", "France") == "President of France"
    assert office_in_words("President", None) == "President"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (statement("NATO has 31 members."), "NATO has 31 members."),
        (statement("NATO opened it.", verdict="false"), "It is false that: NATO opened it."),
        (person("Ann Smith"), "Ann Smith."),
        (
            person("Ann Smith", "Mayor of springfield 2020-01-01.."),
            "Ann Smith: Mayor (from 1 January 2020).",
        ),
        (body("NATO", "finland 2023-04-04..", "france"), "NATO, 2 members listed."),
        (body("NATO"), "NATO."),
        (
            event("2023 summit", "2023-07-11", "2023-07-12", ("vilnius", "lithuania")),
            "2023 summit: 11 to 12 July 2023, Vilnius, Lithuania.",
        ),
        (event("2023 summit", "2023-07-11"), "2023 summit: 11 July 2023."),
        (place("Vilnius", "lithuania"), "Vilnius, in Lithuania."),
        (place("Earth"), "Earth."),
    ],
)
def test_a_record_in_one_sentence(record: AnyRecord, words: str) -> None:
    assert statement_of(record) == words
