"""Who did what to whom, read from parses written by hand: every construction gives the same frame."""

from __future__ import annotations

import pytest
from tests.pipeline.claims.conftest import parsed

from opedcheck.pipeline.claims.frames import Frame, coordinated, frames, governor, nominal


def shown(frame: Frame) -> str:
    """ "give(Japan, aid; to Ukraine)"."""
    who, what = (token.text if token is not None else "-" for token in (frame.subject, frame.object))
    others = "".join(f"; {preposition} {noun.text}" for preposition, noun in frame.others)
    return f"{frame.lemma}({who}, {what}{others})"


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        # active
        (
            "Japan/NNP:nsubj>gave gave/VBD=give:ROOT aid/NN:dobj>gave to/IN:prep>gave Ukraine/NNP:pobj>to",
            "give(Japan, aid; to Ukraine)",
        ),
        (
            "Japan/NNP:nsubj>gave gave/VBD=give:ROOT Ukraine/NNP:dative>gave aid/NN:dobj>gave",
            "give(Japan, aid; to Ukraine)",
        ),
        ("NATO/NNP:nsubj>is is/VBZ=be:ROOT alliance/NN:attr>is", "be(NATO, alliance)"),
        (
            "NATO/NNP:nsubj>set set/VBD:ROOT up/RP:prt>set office/NN:dobj>set",
            "set up(NATO, office)",
        ),
        (
            "Japan/NNP:nsubj>took took/VBD=take:ROOT part/NN:dobj>took in/IN:prep>took summit/NN:pobj>in",
            "take part(Japan, part; in summit)",
        ),
        # what is given "with" is the object
        (
            "Japan/NNP:nsubj>provided provided/VBD=provide:ROOT Ukraine/NNP:dobj>provided with/IN:prep>provided "
            "arms/NNS=arm:pobj>with",
            "provide(Japan, arms; to Ukraine)",
        ),
        # passive, with and without a doer
        (
            "aid/NN:nsubjpass>given was/VBD=be:auxpass>given given/VBN=give:ROOT by/IN:agent>given Japan/NNP:pobj>by",
            "give(Japan, aid; by Japan)",
        ),
        ("office/NN:nsubjpass>opened was/VBD=be:auxpass>opened opened/VBN=open:ROOT", "open(-, office)"),
        # controlled: the subject of the clause above
        (
            "Japan/NNP:nsubj>plans plans/VBZ=plan:ROOT to/TO:aux>give give/VB:xcomp>plans aid/NN:dobj>give",
            "give(Japan, aid)",
        ),
        (
            "Japan/NNP:nsubj>met met/VBD=meet:ROOT and/CC:cc>met gave/VBD=give:conj>met aid/NN:dobj>gave",
            "give(Japan, aid)",
        ),
        (
            "Japan/NNP:nsubj>acted acted/VBD=act:ROOT by/IN:prep>acted giving/VBG=give:pcomp>by aid/NN:dobj>giving",
            "give(Japan, aid)",
        ),
        (
            "Japan/NNP:nsubjpass>asked was/VBD=be:auxpass>asked asked/VBN=ask:ROOT to/TO:aux>give give/VB:xcomp>asked "
            "aid/NN:dobj>give",
            "give(Japan, aid)",
        ),
        # participles
        (
            "aid/NN:nsubj>grew given/VBN=give:acl>aid by/IN:agent>given Japan/NNP:pobj>by grew/VBD=grow:ROOT",
            "give(Japan, aid; by Japan)",
        ),
        # relative clauses
        (
            "group/NN:ROOT which/WDT:dobj>chairs NATO/NNP:nsubj>chairs chairs/VBZ=chair:relcl>group",
            "chair(NATO, group)",
        ),
        (
            "NATO/NNP:ROOT which/WDT:nsubj>chairs chairs/VBZ=chair:relcl>NATO group/NN:dobj>chairs",
            "chair(NATO, group)",
        ),
        (
            "office/NN:ROOT which/WDT:nsubjpass>opened was/VBD=be:auxpass>opened opened/VBN=open:relcl>office "
            "by/IN:agent>opened NATO/NNP:pobj>by",
            "open(NATO, office; by NATO)",
        ),
        (
            "aid/NN:ROOT Japan/NNP:nsubj>gave gave/VBD=give:relcl>aid",
            "give(Japan, aid)",
        ),
        (
            "NATO/NNP:ROOT which/WDT:nsubj>plans plans/VBZ=plan:relcl>NATO to/TO:aux>open open/VB:xcomp>plans "
            "office/NN:dobj>open",
            "open(NATO, office)",
        ),
        # a verb that the tagger took for a plural noun
        (
            "group/NN:ROOT which/WDT:dobj>chairs NATO/NNP:compound>chairs chairs/NNS=chair:relcl>group",
            "chair(NATO, group)",
        ),
    ],
)  # fmt: skip
def test_verbs(text: str, frame: str) -> None:
    assert frame in [shown(one) for one in frames(parsed(text))]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        (
            "Russia/NNP:poss>invasion 's/POS:case>Russia invasion/NN:ROOT of/IN:prep>invasion Ukraine/NNP:pobj>of",
            "invade(Russia, Ukraine; of Ukraine)",
        ),
        (
            "invasion/NN:ROOT of/IN:prep>invasion Ukraine/NNP:pobj>of by/IN:prep>invasion Russia/NNP:pobj>by",
            "invade(Russia, Ukraine; of Ukraine; by Russia)",
        ),
        ("invasion/NN:ROOT of/IN:prep>invasion Ukraine/NNP:pobj>of", "invade(-, Ukraine; of Ukraine)"),
        ("Ukraine/NNP:poss>invasion 's/POS:case>Ukraine invasion/NN:ROOT", "invade(-, Ukraine)"),
        (
            "the/DT:det>opening opening/NN:ROOT of/IN:prep>opening office/NN:pobj>of",
            "open(-, office; of office)",
        ),
        # with these nouns, what follows "of" does it
        (
            "opposition/NN:ROOT of/IN:prep>opposition France/NNP:pobj>of to/IN:prep>opposition office/NN:pobj>to",
            "oppose(France, office; of France; to office)",
        ),
        (
            "France/NNP:poss>support support/NN:ROOT for/IN:prep>support office/NN:pobj>for",
            "support(France, office; for office)",
        ),
        (
            "plan/NN:nsubj>faced faced/VBD=face:ROOT opposition/NN:dobj>faced of/IN:prep>opposition "
            "France/NNP:pobj>of",
            "oppose(France, plan; of France)",
        ),
    ],
)  # fmt: skip
def test_nouns_of_events(text: str, frame: str) -> None:
    (found,) = [one for one in frames(parsed(text)) if one.nominal]
    assert shown(found) == frame


def test_a_noun_is_no_event_where_the_verb_is_not_light() -> None:
    doc = parsed(
        "plan/NN:nsubj>crushed crushed/VBD=crush:ROOT opposition/NN:dobj>crushed of/IN:prep>opposition "
        "France/NNP:pobj>of"
    )
    assert nominal(doc[2]).object is None


def test_auxiliaries_give_no_frame() -> None:
    doc = parsed("Japan/NNP:nsubj>given has/VBZ=have:aux>given given/VBN=give:ROOT aid/NN:dobj>given")
    assert [shown(frame) for frame in frames(doc)] == ["give(Japan, aid)"]


def test_a_subjectless_clause_far_down_asks_no_further() -> None:
    chain = " ".join(f"v{n}/VB:xcomp>v{n - 1}" for n in range(1, 12))
    doc = parsed(f"Japan/NNP:nsubj>v0 v0/VBZ:ROOT {chain}")
    found = {frame.predicate.text: frame.subject is not None for frame in frames(doc)}
    assert found["v3"] and not found["v11"]


def test_governor_is_the_verb_above() -> None:
    doc = parsed("Japan/NNP:nsubj>gave gave/VBD=give:ROOT aid/NN:dobj>gave to/IN:prep>gave Ukraine/NNP:pobj>to")
    assert {governor(token).text for token in doc} == {"gave"}


def test_governor_is_the_root_where_no_verb_stands() -> None:
    doc = parsed("aid/NN:ROOT to/IN:prep>aid Ukraine/NNP:pobj>to")
    assert governor(doc[2]).text == "aid"


def test_coordinated() -> None:
    doc = parsed(
        "Japan/NNP:nsubj>met ,/,:punct>Japan France/NNP:conj>Japan and/CC:cc>France Italy/NNP:conj>France met/VBD:ROOT"
    )
    assert [token.text for token in coordinated(doc[0])] == ["Japan", "France", "Italy"]
    assert [token.text for token in coordinated(doc[2])] == ["France", "Italy"]


def test_an_empty_doc_has_no_frames() -> None:
    from spacy.tokens import Doc

    from opedcheck.pipeline.claims import Claims
    from opedcheck.pipeline.store import kept

    doc = Doc(parsed("a/DT:ROOT").vocab, words=[])
    assert list(frames(doc)) == [] and kept(Claims()(doc), "claims") == ()
