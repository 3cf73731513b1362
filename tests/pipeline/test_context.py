"""How clauses are said: rules on Docs written by hand, then tables of one-liners with the real model."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Token

from opedcheck.pipeline.context import Context, clause_head, context_of, create

VOCAB = English().vocab


@pytest.fixture(scope="module")
def nlp() -> Any:
    """The real model with what contexts need, and no more."""
    from opedcheck.pipeline import build

    return build(components=("opedcheck_words", "opedcheck_context"))


def written(*rows: str) -> Doc:
    """A Doc from rows "form lemma POS TAG dep head": the head is the index of the token's head."""
    words, lemmas, pos, tags, deps, heads = zip(*(row.split() for row in rows), strict=True)
    return Doc(VOCAB, words=words, lemmas=lemmas, pos=pos, tags=tags, deps=deps, heads=[int(head) for head in heads])


def deed(*auxiliaries: str) -> Doc:
    """ "NATO ... open office", the auxiliaries (form lemma POS TAG dep) before the verb."""
    verb = 1 + len(auxiliaries)
    middle = [f"{row} {verb}" for row in auxiliaries]
    last = f"office office NOUN NN dobj {verb}"
    return written(f"NATO NATO PROPN NNP nsubj {verb}", *middle, f"open open VERB VB ROOT {verb}", last)


@pytest.mark.parametrize(
    ("auxiliaries", "expected"),
    [
        ((), Context()),
        (("did do AUX VBD aux", "not not PART RB neg"), Context(negated=True)),
        (("never never ADV RB neg",), Context(negated=True)),
        (("not not PART RB neg", "only only ADV RB advmod"), Context()),
        (("will will AUX MD aux",), Context(modality="predicted")),
        (("would would AUX MD aux",), Context(modality="predicted")),
        (("may may AUX MD aux",), Context(modality="hypothetical", hedge="may")),
        (("should should AUX MD aux",), Context(modality="opinion")),
        (("must must AUX MD aux", "not not PART RB neg"), Context(modality="opinion", negated=True)),
        (("if if SCONJ IN mark",), Context(modality="hypothetical")),
        (("reportedly reportedly ADV RB advmod",), Context(hedge="reportedly")),
        (("perhaps perhaps ADV RB advmod",), Context(modality="hypothetical", hedge="perhaps")),
    ],
)
def test_a_clause_s_own_words(auxiliaries: tuple[str, ...], expected: Context) -> None:
    doc = deed(*auxiliaries)
    assert context_of(doc[len(doc) - 2]) == expected
    assert context_of(doc[0]) == expected


SAYS = {
    "said": ("say", Context(speaker="Macron", reported="indirect")),
    "denied": ("deny", Context(speaker="Macron", reported="indirect", negated=True)),
    "claimed": ("claim", Context(speaker="Macron", reported="indirect", hedge="claimed")),
    "believed": ("believe", Context(speaker="Macron", reported="indirect", modality="opinion")),
    "doubted": ("doubt", Context(speaker="Macron", reported="indirect", modality="hypothetical")),
    "expected": ("expect", Context(modality="predicted")),
    "knew": ("know", Context()),
}


@pytest.mark.parametrize(("verb", "lemma", "expected"), [(verb, *rest) for verb, rest in SAYS.items()])
def test_a_governing_verb(verb: str, lemma: str, expected: Context) -> None:
    doc = written(
        "Macron Macron PROPN NNP nsubj 1",
        f"{verb} {lemma} VERB VBD ROOT 1",
        "NATO NATO PROPN NNP nsubj 3",
        "opened open VERB VBD ccomp 1",
        "offices office NOUN NNS dobj 3",
    )
    assert context_of(doc[3]) == expected
    assert context_of(doc[1]) == Context()


def test_what_somebody_did_not_say_is_left_open() -> None:
    doc = written(
        "Macron Macron PROPN NNP nsubj 3",
        "did do AUX VBD aux 3",
        "not not PART RB neg 3",
        "say say VERB VB ROOT 3",
        "NATO NATO PROPN NNP nsubj 5",
        "opened open VERB VBD ccomp 3",
    )
    assert context_of(doc[5]).modality == "hypothetical"
    assert not context_of(doc[5]).negated


def test_a_noun_is_governed_by_the_nouns_above_it() -> None:
    doc = written(
        "Plans plan NOUN NNS nsubj 5",
        "for for ADP IN prep 0",
        "the the DET DT det 3",
        "opening opening NOUN NN pobj 1",
        "have have AUX VBP aux 5",
        "failed fail VERB VBN ROOT 5",
    )
    assert context_of(doc[3]).modality == "predicted"
    assert context_of(doc[5]).modality == "asserted"
    assert clause_head(doc[3]).i == 5


def test_a_chain_of_a_thousand_clauses_does_not_exhaust_the_stack() -> None:
    rows = ["says say VERB VBZ ROOT 0", *(f"says say VERB VBZ ccomp {at}" for at in range(3000))]
    assert context_of(written(*rows)[3000]).modality == "asserted"


def test_the_component_leaves_a_doc_that_can_be_stored() -> None:
    doc = create(English())(deed("will will AUX MD aux"))
    again = Doc(VOCAB).from_bytes(doc.to_bytes())
    assert again.user_data["opedcheck_context"] == doc.user_data["opedcheck_context"]


def test_one_doc_s_contexts_are_not_another_s() -> None:
    denied, affirmed = deed("never never ADV RB neg"), deed()
    assert [context_of(doc[0]).negated for doc in (denied, affirmed, denied)] == [True, False, True]


def verb_of(nlp: Any, text: str, form: str) -> Token:
    (found,) = [token for token in nlp(text) if token.text == form]
    return found


ASSERTED = [
    ("NATO opened an office in Tokyo.", "opened"),
    ("Japan managed to open an office.", "open"),
    ("Japan began to pay in March.", "pay"),
    ("Representatives continue to attend the meetings.", "attend"),
    ("He was the first prime minister to attend a summit.", "attend"),
    ("Not only has Japan opened an office, but it also paid.", "opened"),
    ("Japan opened an office after joining the group.", "opened"),
    ("Japan never refused to pay.", "pay"),
    ("Japan has paid because it wants to join.", "paid"),
    ("The office, which opened in May, is small.", "opened"),
    ("Even if Japan objects, the office opened in May.", "opened"),
    ("Despite the fact that Japan paid, nobody thanked it.", "paid"),
]
NOT_ASSERTED = [
    ("Japan will open an office.", "open", "predicted"),
    ("Japan is going to open an office.", "open", "predicted"),
    ("Japan is expected to open an office.", "open", "predicted"),
    ("Japan is scheduled to attend the summit.", "attend", "predicted"),
    ("Japan is likely to open an office.", "open", "predicted"),
    ("Japan plans to open an office.", "open", "predicted"),
    ("Japan's plan to open an office has failed.", "open", "predicted"),
    ("He will try to make the case for establishing an office.", "establishing", "predicted"),
    ("It is anticipated that Japan will join the group.", "join", "predicted"),
    ("Japan paid to open an office.", "open", "predicted"),
    ("If NATO opened an office, China would protest.", "opened", "hypothetical"),
    ("If NATO opens an office, China wins.", "wins", "hypothetical"),
    ("NATO might open an office.", "open", "hypothetical"),
    ("Had NATO opened an office in Tokyo, China would have protested.", "opened", "hypothetical"),
    ("China would be glad, had NATO opened an office.", "opened", "hypothetical"),
    ("Had NATO opened an office?", "opened", "questioned"),
    ("NATO had opened an office.", "opened", "asserted"),
    ("It is unclear whether NATO opened an office.", "opened", "hypothetical"),
    ("Did NATO open an office?", "open", "questioned"),
    ("NATO should open an office.", "open", "opinion"),
    ("I think NATO opened an office.", "opened", "opinion"),
    ("NATO seems to support the plan.", "support", "opinion"),
    ("Japan has to pay.", "pay", "opinion"),
]
NEGATED = [
    ("Japan is not a member of NATO.", "is", True),
    ("Japan is no longer a member of NATO.", "is", True),
    ("Japan has never opened an office.", "opened", True),
    ("No country opened an office.", "opened", True),
    ("Nobody opened an office.", "opened", True),
    ("Japan provided no weapons.", "provided", True),
    ("Japan failed to pay.", "pay", True),
    ("Japan refused to pay.", "pay", True),
    ("Japan joined without paying.", "paying", True),
    ("China prevented NATO from opening an office.", "opening", True),
    ("Japan denied that it paid.", "paid", True),
    ("Japan did not attend or sign the pact.", "sign", True),
    ("Japan did not fail to pay.", "pay", False),
    ("Japan did not attend the summit, which NATO hosted.", "hosted", False),
    ("Japan has not paid, but it has signed the pact.", "signed", False),
    ("Japan is a member of NATO.", "is", False),
]
SPOKEN = [
    ("Macron said that NATO opened an office.", "opened", "Macron", "indirect"),
    ('"NATO opened an office last week," Macron said.', "opened", "Macron", "quoted"),
    ('"NATO opened an office last week," Macron said. "Nobody in France had asked for it."', "asked", "Macron",
     "quoted"),
    ("According to the ministry, Japan paid.", "paid", "the ministry", "indirect"),
    ("As Macron noted, Japan paid.", "paid", "Macron", "indirect"),
    ("The French president told reporters that Japan paid.", "paid", "The French president", "indirect"),
    ("Japan paid.", "paid", None, None),
    ('Japan joined "the Quad" and paid.', "paid", None, None),
    ("He was told that Japan paid.", "paid", None, None),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "form"), ASSERTED)
def test_asserted(nlp: Any, text: str, form: str) -> None:
    said = context_of(verb_of(nlp, text, form))
    assert (said.modality, said.negated) == ("asserted", False)


@pytest.mark.model
@pytest.mark.parametrize(("text", "form", "modality"), NOT_ASSERTED)
def test_not_asserted(nlp: Any, text: str, form: str, modality: str) -> None:
    assert context_of(verb_of(nlp, text, form)).modality == modality


@pytest.mark.model
@pytest.mark.parametrize(("text", "form", "negated"), NEGATED)
def test_negated(nlp: Any, text: str, form: str, negated: bool) -> None:
    assert context_of(verb_of(nlp, text, form)).negated is negated


@pytest.mark.model
@pytest.mark.parametrize(("text", "form", "speaker", "reported"), SPOKEN)
def test_spoken(nlp: Any, text: str, form: str, speaker: str | None, reported: str | None) -> None:
    said = context_of(verb_of(nlp, text, form))
    assert (said.speaker, said.reported) == (speaker, reported)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form", "hedge"),
    [
        ("Some say that NATO opened an office.", "opened", "Some say"),
        ("NATO reportedly opened an office.", "opened", "reportedly"),
        ("NATO may have opened an office.", "opened", "may"),
        ("Macron claimed that NATO opened an office.", "opened", "claimed"),
        ("NATO appears to have opened an office.", "opened", "appears"),
        ("NATO opened an office.", "opened", None),
    ],
)
def test_hedged(nlp: Any, text: str, form: str, hedge: str | None) -> None:
    assert context_of(verb_of(nlp, text, form)).hedge == hedge


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form", "modality", "negated"),
    [
        ("The inauguration of the office coincides with the summit.", "inauguration", "asserted", False),
        ("A plan for the inauguration of the office failed.", "inauguration", "predicted", False),
        ("Japan proposed the inauguration of an office.", "inauguration", "predicted", False),
        ("Japan rejected the inauguration of an office.", "inauguration", "asserted", True),
        ("Japan called for the inauguration of an office.", "inauguration", "predicted", False),
        ("The proposed inauguration of an office angered China.", "inauguration", "predicted", False),
        ("Japan attended the inauguration of the office.", "inauguration", "asserted", False),
    ],
)
def test_events_in_a_noun(nlp: Any, text: str, form: str, modality: str, negated: bool) -> None:
    said = context_of(verb_of(nlp, text, form))
    assert (said.modality, said.negated) == (modality, negated)
