"""Which statements are looked at for a sentence, and how many words it takes."""

from __future__ import annotations

import random
import re

import pytest

from opedcheck.matching.alignment import index as alignment_index
from opedcheck.matching.alignment.index import FEW, MOST, WordIndex, indexed, near
from opedcheck.model import Gist, Word


def gist(text: str) -> Gist:
    """A statement all of whose words are nouns."""
    spans = [(found.start(), found.end()) for found in re.finditer(r"\w+", text)]
    return Gist(
        text=text,
        words=tuple(Word(start=a, end=b, lemma=text[a:b].lower(), tag="NN", dep="", head=0) for a, b in spans),
    )


def index(*texts: str) -> WordIndex:
    return indexed({f"s{n}": gist(text) for n, text in enumerate(texts)})


def found(made: WordIndex, *sentences: str, article: float = 0.5, sentence: float = 0.5) -> dict[str, tuple[int, ...]]:
    where: dict[str, int] = {}
    for n, text in enumerate(sentences):
        for word in text.split():
            where[word] = where.get(word, 0) | 1 << n
    return {one.statement: one.sentences for one in near(made, where, article, sentence)}


BRIDGE = "The bridge over the river collapsed"


def test_sentences_that_say_enough_are_found_by_number() -> None:
    made = index(BRIDGE, "The senate rejected a treaty")
    assert found(made, "bridg river", "collaps", "river collaps bridg") == {"s0": (0, 2)}


def test_one_telling_word_is_not_enough() -> None:
    assert found(index(BRIDGE), "bridg", article=0, sentence=0) == {}
    assert found(index(BRIDGE), "bridg", "river", article=0, sentence=0) == {}


def test_the_article_must_say_its_share_as_a_whole() -> None:
    made = index("The bridge over the river, mill and barn collapsed")  # five rows, of which two may be wrong
    assert found(made, "bridg river", article=0.6, sentence=0.5) == {"s0": (0,)}
    assert found(made, "bridg river", article=0.7, sentence=0.5) == {}
    assert found(made, "bridg river", "collaps", article=0.7, sentence=0.5) == {"s0": (0,)}


def test_a_short_statement_may_have_its_name_wrong() -> None:
    made = index("Zenda College Strelsau Ruritania")
    assert found(made, "zenda colleg") == {"s0": (0,)}
    assert found(made, "zenda") == {}


def test_what_many_statements_say_tells_none_of_them() -> None:
    words = [chr(97 + n // 26) + chr(97 + n % 26) for n in range(FEW + 1)]
    many = [f"The bridge over the river ku{word} po{word} ze{word} ra{word} ti{word} collapsed" for word in words]
    made = index(*many)
    assert found(made, "bridg river collaps", article=0, sentence=0) == {}
    assert found(made, "kuad poad", article=0, sentence=0) == {"s3": (0,)}


def test_the_rarest_words_tell_however_many_have_them() -> None:
    made = index(*[BRIDGE] * (FEW + 1))
    assert len(found(made, "bridg river collaps")) == min(FEW + 1, MOST)


def test_of_very_many_those_are_taken_that_say_most_of_it() -> None:
    made = index(*["The bridge over the river closed"] * MOST, *[BRIDGE] * 2)
    told = found(made, "bridg river collaps closed", article=0.1, sentence=0.1)
    assert len(told) == MOST
    last = found(made, "bridg river collaps", article=0.1, sentence=0.1)
    assert {f"s{MOST}", f"s{MOST + 1}"} <= last.keys() and len(last) == MOST


SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "po", "ri", "su", "te", "vo", "za")


def test_columns_find_what_asking_one_by_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    words = [f"{one}{other}x" for one in SYLLABLES for other in SYLLABLES]
    made = index(*(" ".join(chance.sample(words, chance.randint(2, 12))) for _ in range(400)))
    for sentences in (3, 63, 64, 130):
        article = [" ".join(chance.sample(words, 20)) for _ in range(sentences)]
        for share in (0.2, 0.55, 0.9):
            monkeypatch.setattr(alignment_index, "MANY", 10_000)
            one_by_one = found(made, *article, article=share, sentence=share / 2)
            monkeypatch.setattr(alignment_index, "MANY", 0)
            assert found(made, *article, article=share, sentence=share / 2) == one_by_one
            assert one_by_one or share > 0.5
