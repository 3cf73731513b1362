"""Forms of the references, found in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.model import LexiconEntry
from opedcheck.pipeline.names.gazetteer import Gazetteer, fold, folded

LEXICON = (
    LexiconEntry("United States", "usa", "place"),
    LexiconEntry("US", "usa", "place"),
    LexiconEntry("U.S.", "usa", "place"),
    LexiconEntry("Turkey", "turkey", "place"),
    LexiconEntry("Turkish", "turkey", "place", "demonym"),
    LexiconEntry("NATO", "nato", "organisation"),
    LexiconEntry("NATO summit", "nato-summit", "event", "series"),
    LexiconEntry("the Atlantic alliance", "nato", "organisation"),
    LexiconEntry("World Health Organization", "who", "organisation"),
    LexiconEntry("WHO", "who", "organisation"),
    LexiconEntry("Kim Jong Un", "kim-jong-un", "person"),
    LexiconEntry("Kim", "kim-jong-un", "person", "surname"),
    LexiconEntry("Recep Tayyip Erdoğan", "erdogan", "person"),
    LexiconEntry("George H. W. Bush", "george-h-w-bush", "person"),
    LexiconEntry("Ursula von der Leyen", "leyen", "person"),
    LexiconEntry("Côte d'Ivoire", "ivory-coast", "place"),
    LexiconEntry("St. Petersburg", "petersburg", "place"),
    LexiconEntry("Jordan", "jordan", "place"),
    LexiconEntry("Jordan", "jordan-river", "place"),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entries[0].entity) for hit in Gazetteer(LEXICON).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and the U.S. agree", [("US", "usa"), ("U.S.", "usa")]),
        ("They told us so", []),
        ("Us and them", []),
        ("the united states of mind", []),
        ("A turkey in Turkey", [("Turkey", "turkey")]),
        ("Turkey's Turkish press", [("Turkey", "turkey"), ("Turkish", "turkey")]),
        ("TURKEY LEAVES NATO", [("TURKEY", "turkey"), ("NATO", "nato")]),
        ("TELL US WHO KNOWS", []),
        ("Who knows? WHO knows.", [("WHO", "who")]),
        ("the Atlantic alliance", [("Atlantic alliance", "nato")]),
        ("two NATO summits and a NATO summit", [("NATO summits", "nato-summit"), ("NATO summit", "nato-summit")]),
        ("NATO. Summit fever", [("NATO", "nato")]),
        ("Kim Jong-un met Kim", [("Kim Jong-un", "kim-jong-un"), ("Kim", "kim-jong-un")]),
        ("Kim\n\nJong Un", [("Kim", "kim-jong-un")]),
        ("Kim\nJong Un", [("Kim\nJong Un", "kim-jong-un")]),
        ("Recep Tayyip Erdogan", [("Recep Tayyip Erdogan", "erdogan")]),
        ("George H.W. Bush", [("George H.W. Bush", "george-h-w-bush")]),
        ("Ursula Von Der Leyen", [("Ursula Von Der Leyen", "leyen")]),
        ("Cote d'Ivoire", [("Cote d'Ivoire", "ivory-coast")]),
        ("St Petersburg, St. Petersburg", [("St Petersburg", "petersburg"), ("St. Petersburg", "petersburg")]),
        ("Kim, Jong Un", [("Kim", "kim-jong-un")]),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_entries_that_share_a_form_come_together() -> None:
    (hit,) = Gazetteer(LEXICON).find("by the Jordan")
    assert [entry.entity for entry in hit.entries] == ["jordan", "jordan-river"]


def test_folding() -> None:
    assert fold("Łódź") == "lodz"
    assert fold("U.S.") == "us"
    assert folded("The O'Neill") == ("oneill",)
    assert folded("The") == ("the",)


@given(st.text(max_size=80))
def test_any_text_is_read_and_hits_lie_in_it_in_order(text: str) -> None:
    at = 0
    for hit in Gazetteer(LEXICON).find(text + " NATO " + text):
        assert at <= hit.start < hit.end <= 2 * len(text) + 6
        at = hit.end


@given(st.lists(st.sampled_from(["NATO", "Kim", "Jong", "-", "un", "US", ".", "St", "Turkey's"]), max_size=12))
def test_what_is_found_in_a_text_is_found_again_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    for name, entity in found(text):
        assert (name, entity) in found(name)
