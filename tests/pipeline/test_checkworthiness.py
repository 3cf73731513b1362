from __future__ import annotations

from collections import Counter
from decimal import Decimal

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from opedcheck.model import Quantity
from opedcheck.pipeline.checkworthiness import Checkworthiness
from opedcheck.pipeline.checkworthiness.features import Features, features_of, mixed
from opedcheck.pipeline.checkworthiness.linear import WEIGHTS, Linear, pack, shipped
from opedcheck.pipeline.store import keep, kept

VOCAB = spacy.blank("en").vocab
# word/tag/dep/head, heads counted from 0 within the sentence
FELL = "Unemployment/NN/nsubj/1 fell/VBD/ROOT/1 to/IN/prep/1 five/CD/nummod/4 percent/NN/pobj/2 ././punct/1"
HOPE = "We/PRP/nsubj/1 hope/VBP/ROOT/1 so/RB/advmod/1 ././punct/1"
SPACE = "\n\n/_SP/dep/0"


def parsed(*sentences: str) -> Doc:
    """A Doc of hand-parsed sentences."""
    words, tags, deps, heads, starts = [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for number, token in enumerate(sentence.split(" ")):
            word, tag, dep, head = token.rsplit("/", 3)
            words.append(word)
            tags.append(tag)
            deps.append(dep)
            heads.append(first + int(head))
            starts.append(number == 0)
    return Doc(
        VOCAB, words=words, tags=tags, deps=deps, heads=heads, lemmas=[w.lower() for w in words], sent_starts=starts
    )


def keys(doc: Doc, sentence: int = 0) -> Counter[int]:
    found = features_of(doc)
    return Counter(found.keys[found.sentences == sentence].tolist())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Merkel/NNP/nsubj/1 won/VBD/ROOT/1", "Thatcher/NNP/nsubj/1 won/VBD/ROOT/1", True),
        ("Five/CD/nsubj/1 won/VBD/ROOT/1", "7.1/CD/nsubj/1 won/VBD/ROOT/1", True),
        ("She/PRP/nsubj/1 won/VBD/ROOT/1", "We/PRP/nsubj/1 won/VBD/ROOT/1", False),
        ("She/PRP/nsubj/1 won/VBD/ROOT/1", "She/PRP/nsubj/1 wins/VBZ/ROOT/1", False),
        ("She/PRP/nsubj/1 won/VBD/ROOT/1", "She/PRP/dobj/1 won/VBD/ROOT/1", False),
    ],
)
def test_who_and_how_many_make_no_difference_but_what_is_said_does(one: str, other: str, same: bool) -> None:
    assert (keys(parsed(one)) == keys(parsed(other))) is same


def test_a_sentence_has_the_same_features_in_any_company() -> None:
    both = parsed(FELL, SPACE, HOPE)
    assert keys(both, 0) == keys(parsed(FELL))
    assert keys(both, 2) == keys(parsed(HOPE))


def test_our_mentions_teach_what_the_models_entities_teach() -> None:
    by_entity, by_mention = parsed(FELL), parsed(FELL)
    by_entity.set_ents([Span(by_entity, 3, 5, label="PERCENT")])
    start, end = by_mention[3].idx, by_mention[3:5].end_char
    figure = Quantity(start=start, end=end, text="five percent", low=Decimal(5), high=Decimal(5), unit="%")
    assert keys(by_entity) == keys(keep(by_mention, "quantities", [figure]))
    assert keys(by_entity) != keys(parsed(FELL))


def test_hashes_tell_names_and_orders_apart() -> None:
    one, two = np.array([1], np.uint64), np.array([2], np.uint64)
    assert len({int(h[0]) for h in (mixed("a", one, two), mixed("a", two, one), mixed("b", one, two))}) == 3


def found(*sentences: list[int]) -> Features:
    """Features by their numbers, one list a sentence."""
    owner = np.repeat(np.arange(len(sentences)), [len(sentence) for sentence in sentences])
    return Features(owner, np.concatenate([np.array(s, np.uint32) for s in sentences]), np.arange(len(sentences)))


def test_the_score_is_the_cosine_with_the_weights() -> None:
    model = Linear(pack(np.array([3, 5], np.uint32), np.array([1.0, -1.0]), np.array([1.0, 1.0]), slope=2, intercept=0))
    odd = found([3], [3, 5], [5], [4], [3, 3, 4])
    assert model.scores(odd).tolist() == pytest.approx([1, 0, -1, 0, 1])
    assert model.probabilities(odd)[0] == pytest.approx(1 / (1 + np.exp(-2)))


def test_rounding_to_bytes_costs_little() -> None:
    numbers = np.random.default_rng(0)
    weights, rarities = numbers.normal(size=300), numbers.uniform(1, 9, 300)
    names = np.arange(300, dtype=np.uint32)
    picked = numbers.choice(300, 20, replace=False)
    exact = rarities[picked] @ weights[picked] / np.sqrt(rarities[picked] @ rarities[picked])
    assert Linear(pack(names, weights, rarities)).scores(found(picked.tolist()))[0] == pytest.approx(exact, abs=0.05)


def scored(doc: Doc) -> list[str]:
    Checkworthiness(shipped())(doc)
    return [doc.text[sentence.start : sentence.end] for sentence in kept(doc, "sentences")]


def test_sentences_are_trimmed_and_those_of_white_space_alone_are_none() -> None:
    assert scored(parsed(HOPE, SPACE, HOPE)) == ["We hope so .", "We hope so ."]


def test_skipped_sentences_are_left_out_and_others_are_not() -> None:
    doc = parsed(FELL, HOPE)
    length = doc[6:].start_char
    doc.user_data["opedcheck_skipped"] = [[length, len(doc.text)], [0, 12]]
    assert scored(doc) == ["Unemployment fell to five percent ."]


def test_a_headline_is_worth_less_than_what_asserts_something() -> None:
    line = "Rise/NN/ROOT/0 to/IN/prep/0 five/CD/nummod/3 percent/NN/pobj/1"
    doc = Checkworthiness(shipped())(parsed(line, f"{line} ././punct/0", FELL))
    headline, told, _ = (sentence.checkworthiness for sentence in kept(doc, "sentences"))
    assert headline < told / 2


def test_an_empty_text_has_no_sentences() -> None:
    assert scored(Doc(VOCAB, words=[])) == []


def test_what_ships_is_small_and_sorted() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    assert (np.diff(shipped().keys.astype(np.int64)) > 0).all()


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell from 9 percent to 6 percent in three years.",
        "The company laid off 4,000 workers last spring.",
        "He voted against the bill twice while he was a senator.",
        "Exports to China have doubled since 2010.",
    ],
)
def test_facts_are_worth_checking(nlp, text: str) -> None:
    assert [sentence.checkworthiness > 0.5 for sentence in nlp(text)._.opedcheck_sentences] == [True]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "I think that this is a beautiful country.",
        "We must do better for our children.",
        "It will surely rain on their parade.",
        "Why should anyone be surprised?",
        "What a shame.",
        "If we fail, our children will pay the price.",
    ],
)
def test_opinions_predictions_and_questions_are_not(nlp, text: str) -> None:
    assert [sentence.checkworthiness < 0.3 for sentence in nlp(text)._.opedcheck_sentences] == [True]
