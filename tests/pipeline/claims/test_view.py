"""Phrases as slot fillers, and how claims are drafted, on parses written by hand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.pipeline.claims.conftest import marked, name, parsed

from opedcheck.model import Time
from opedcheck.pipeline.claims.drafts import is_as_of, is_main, is_past, list_left, list_right

JAPAN, UKRAINE, NATO = (
    name("Japan", entity="japan"),
    name("Ukraine", entity="ukraine"),
    name("NATO", "organisation", "nato"),
)
TOKYO = name("Tokyo", entity="tokyo", candidates=("tokyo", "japan"))
GAVE = (
    "Japan/NNP:nsubj>gave gave/VBD=give:ROOT non-lethal/JJ:amod>aid aid/NN:dobj>gave to/IN:prep>aid Ukraine/NNP:pobj>to"
)


def test_a_phrase_keeps_what_names_the_thing() -> None:
    filler = marked(GAVE, [JAPAN, UKRAINE]).filler(parsed(GAVE)[3])
    assert (filler.text, filler.head, filler.entity) == ("non-lethal aid to Ukraine", "aid", None)
    assert filler.lemmas == ("non-lethal", "aid")
    assert filler.entities == ("ukraine",)


def test_a_phrase_is_cut_off_at_clauses_and_appositions() -> None:
    text = (
        "Japan/NNP:nsubj>gave ,/,:punct>Japan a/DT:det>member member/NN:appos>Japan gave/VBD=give:ROOT "
        "aid/NN:dobj>gave that/WDT:nsubj>helped helped/VBD=help:relcl>aid"
    )
    view = marked(text, [JAPAN])
    assert view.filler(view.doc[0]).text == "Japan"
    assert view.filler(view.doc[5]).text == "aid"


def test_a_metonym_acts_for_its_country() -> None:
    view = marked("Tokyo/NNP:nsubj>gave gave/VBD=give:ROOT aid/NN:dobj>gave", [TOKYO])
    assert view.filler(view.doc[0]).entity == "tokyo"
    assert view.filler(view.doc[0], acting=True).entity == "japan"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("leaders/NNS=leader:nsubj>met of/IN:prep>leaders Japan/NNP:pobj>of met/VBD:ROOT", "japan"),
        ("government/NN:nsubj>met of/IN:prep>government Japan/NNP:pobj>of met/VBD:ROOT", "japan"),
        ("Japan/NNP:poss>government government/NN:nsubj>met met/VBD:ROOT", "japan"),
        ("enemies/NNS=enemy:nsubj>met of/IN:prep>enemies Japan/NNP:pobj>of met/VBD:ROOT", None),
        ("Japan/NNP:poss>enemies enemies/NNS=enemy:nsubj>met met/VBD:ROOT", None),
    ],
)
def test_whom_a_phrase_stands_for(text: str, entity: str | None) -> None:
    view = marked(text, [JAPAN])
    (head,) = [token for token in view.doc if token.dep_ == "nsubj"]
    assert view.filler(head, acting=True).entity == entity


def test_a_bare_noun_means_the_one_event_that_is_named() -> None:
    summit = name("NATO summit", "event", "nato-summit")
    text = (
        "The/DT:det>summit NATO/NNP:compound>summit summit/NN:nsubj>began began/VBD:ROOT ./.:punct>began "
        "The/DT:det>meeting meeting/NN:nsubj>ended ended/VBD:ROOT"
    )
    plain = text.replace("meeting", "summit")
    assert marked(text, [summit]).surmised_at == {}
    view = marked(plain.replace("summit/NN:nsubj>ended", "summit/NN:nsubj>ended"), [summit])
    assert view.surmised_at == {6: "nato-summit"}
    assert view.filler(view.doc[6]).surmised


def when(text: str, first: date, last: date) -> Time:
    return Time(start=0, end=0, text=text, type="DATE", value="", first=first, last=last)


YEAR, MONTH = when("2023", date(2023, 1, 1), date(2023, 12, 31)), when("July", date(2023, 7, 1), date(2023, 7, 31))
OTHER = when("2021", date(2021, 1, 1), date(2021, 12, 31))
CLAUSE = (
    "In/IN:prep>met 2023/CD:pobj>In they/PRP:nsubj>met met/VBD:ROOT in/IN:prep>met July/NNP:pobj>in 2021/CD:dep>July"
)


def test_of_several_times_the_finest_counts_if_it_lies_in_the_others() -> None:
    assert (marked(CLAUSE, times=[YEAR, MONTH])).when(list(parsed(CLAUSE))).text == "July"  # type: ignore[union-attr]


def test_times_apart_tell_no_time() -> None:
    view = marked(CLAUSE, times=[YEAR, MONTH, OTHER])
    assert view.when(list(view.doc)) is None


@pytest.mark.parametrize(
    ("before", "as_of"),
    [("As of", True), ("By", True), ("By the end of", True), ("Until", True), ("In", False), ("Since", False)],
)
def test_as_of(before: str, as_of: bool) -> None:
    words = " ".join(f"{word}/IN:prep>pledged" for word in before.split())
    view = marked(f"{words} 2023/CD:pobj>pledged Japan/NNP:nsubj>pledged pledged/VBD=pledge:ROOT", times=[YEAR])
    assert is_as_of(view, view.times[0]) is as_of
    assert not is_as_of(view, None)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Japan/NNP:nsubj>gave gave/VBD=give:ROOT aid/NN:dobj>gave", True),
        ("Japan/NNP:nsubj>gives gives/VBZ=give:ROOT aid/NN:dobj>gives", False),
        ("Japan/NNP:nsubj>give will/MD:aux>give give/VB:ROOT aid/NN:dobj>give", False),
        ("Japan/NNP:nsubj>given has/VBZ=have:aux>given given/VBN=give:ROOT aid/NN:dobj>given", False),
        ("Japan/NNP:nsubj>given had/VBD=have:aux>given given/VBN=give:ROOT aid/NN:dobj>given", True),
        (
            "They/PRP:nsubj>said said/VBD=say:ROOT Japan/NNP:nsubj>gives gives/VBZ=give:ccomp>said aid/NN:dobj>gives",
            False,
        ),
        ("aid/NN:ROOT", False),
    ],
)
def test_whether_a_clause_speaks_of_the_past(text: str, past: bool) -> None:
    (aid,) = [token for token in parsed(text) if token.text == "aid"]
    assert is_past(aid) is past


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Japan/NNP:nsubj>gave gave/VBD=give:ROOT aid/NN:dobj>gave", True),
        ("Japan/NNP:nsubj>met met/VBD=meet:ROOT gave/VBD=give:conj>met aid/NN:dobj>gave", True),
        ("They/PRP:nsubj>said said/VBD=say:ROOT Japan/NNP:nsubj>gave gave/VBD=give:ccomp>said aid/NN:dobj>gave", False),
        ("It/PRP:nsubj>fell fell/VBD:ROOT Japan/NNP:nsubj>gave gave/VBD:advcl>fell aid/NN:dobj>gave", False),
    ],
)  # fmt: skip
def test_whether_a_clause_is_its_sentences_own(text: str, main: bool) -> None:
    (aid,) = [token for token in parsed(text) if token.text == "aid"]
    assert is_main(aid) is main


LIST = (
    "Japan/NNP:nsubj>met ,/,:punct>Japan NATO/NNP:conj>Japan and/CC:cc>NATO leaders/NNS=leader:conj>NATO "
    "of/IN:prep>leaders Ukraine/NNP:pobj>of met/VBD:ROOT"
)


def test_a_list_before_the_verb() -> None:
    view = marked(LIST, [JAPAN, NATO, UKRAINE])
    assert [token.text for token in list_left(view, 7)] == ["Ukraine", "NATO", "Japan"]


def test_what_is_set_apart_before_a_list_does_not_belong_to_it() -> None:
    text = "Besides/IN:prep>met Ukraine/NNP:pobj>Besides ,/,:punct>met Japan/NNP:nsubj>met met/VBD:ROOT"
    assert [token.text for token in list_left(marked(text, [JAPAN, UKRAINE]), 4)] == ["Japan"]


def test_a_list_ends_at_any_other_word() -> None:
    view = marked(LIST, [JAPAN, NATO, UKRAINE])
    assert [token.text for token in list_right(view, 0)] == ["Japan", "NATO"]
    assert list(list_right(view, 7)) == []
