"""Parts of speech and lemmas by look-up."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.pipeline.wordforms import WordForms

VOCAB = English().vocab


def looked_up(word: str, tag: str, label: str = "dep") -> tuple[str, str]:
    doc = Doc(VOCAB, words=["x", word], tags=["NN", tag], heads=[0, 0], deps=["ROOT", label])
    token = WordForms(lambda token: [f"<{token.text}>"])(doc)[1]
    return token.lemma_, token.pos_


@pytest.mark.parametrize(
    ("word", "tag", "lemma", "pos"),
    [
        ("Japan", "NNP", "Japan", "PROPN"),
        ("Americans", "NNPS", "Americans", "PROPN"),
        ("aid", "NN", "aid", "NOUN"),
        ("Aid", "NN", "aid", "NOUN"),
        ("is", "VBZ", "be", "AUX"),
        ("'s", "VBZ", "be", "AUX"),
        ("'s", "POS", "'s", "PART"),
        ("’s", "VBZ", "be", "AUX"),
        ("n't", "RB", "not", "ADV"),
        ("'d", "MD", "would", "AUX"),
        ("has", "VBZ", "have", "VERB"),
        ("pledged", "VBD", "<pledged>", "VERB"),
        ("soldiers", "NNS", "<soldiers>", "NOUN"),
        ("in", "IN", "in", "ADP"),
        ("which", "WDT", "which", "PRON"),
        ("7", "CD", "7", "NUM"),
        ("§", "", "§", "X"),
    ],
)
def test_a_word(word: str, tag: str, lemma: str, pos: str) -> None:
    assert looked_up(word, tag) == (lemma, pos)


def test_an_auxiliary_is_one_by_its_label() -> None:
    assert looked_up("has", "VBZ", "aux") == ("have", "AUX")


def test_without_a_lemmatizer_forms_stay() -> None:
    doc = Doc(VOCAB, words=["Soldiers"], tags=["NNS"], heads=[0], deps=["ROOT"])
    assert WordForms(None)(doc)[0].lemma_ == "soldiers"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Japan had given aid.", ["Japan", "have", "give", "aid", "."]),
        ("They met leaders.", ["they", "meet", "leader", "."]),
        ("Ministers' seats were taken.", ["minister", "'", "seat", "be", "take", "."]),
    ],
)
def test_with_the_models_own_lemmatizer(nlp: Language, text: str, lemmas: list[str]) -> None:
    assert [token.lemma_ for token in nlp(text)] == lemmas
