"""Sentences that repeat, in nearly the same words, what has been fact-checked."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.by_hand import SOURCES, claim, known

from opedcheck.matching import claims, repeated
from opedcheck.matching.repeats import Rated, keys, probability
from opedcheck.model import Article, Reading, Sentence, Statement
from opedcheck.readers import from_text

CLAIM = "Ruritania has lost more than 60,000 windmills since it joined the Danube Union."
OTHERS = (
    "Ruritania pays its teachers less than any other land on the Danube.",
    "The windmills of Zenda grind no corn.",
    "More than half of all letters are lost.",
)


def rated(text: str, record_id: str, rating: str | None = "Mostly False") -> Statement:
    return Statement(id=record_id, statement=text, verdict="mixed", rating=rating, sources=SOURCES)


def found(text: str, *, rating: str | None = "Mostly False") -> dict[int, list[tuple[str, float]]]:
    records = [rated(one, f"r{n}", rating) for n, one in enumerate((CLAIM, *OTHERS))]
    article, reading = read(text)
    again = repeated(article, reading, known(*records))
    return {start: [(one.record.id, one.score) for one in ones] for start, ones in again.items()}


def read(text: str) -> tuple[Article, Reading]:
    starts = [at for at in range(len(text)) if at == 0 or text[at - 2 : at] == ". "]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    sentences = tuple(Sentence(start=a, end=b) for a, b in zip(starts, ends, strict=True))
    return from_text(text, date=date(2030, 1, 1)), Reading(sentences=sentences)


def test_a_claim_is_known_again_with_its_sentence() -> None:
    said = "He spoke. Since it joined the Danube Union, Ruritania has lost over 60,000 windmills. They cheered."
    ((start, ones),) = found(said).items()
    assert start == said.index("Since")
    assert ones[0][0] == "r0" and ones[0][1] > 0.5


def test_a_shared_topic_is_no_repetition() -> None:
    assert found("The windmills of Ruritania are a sight. Nobody counts what is lost.") == {}


def test_what_curators_wrote_is_no_claimants_wording() -> None:
    assert found(CLAIM, rating=None) == {}


SAID = "Since it joined the Danube Union, Ruritania has lost over 60,000 windmills. They cheered."


def test_a_sentence_without_a_claim_is_one_where_it_was_fact_checked_before() -> None:
    article, reading = read(SAID)
    first = claim("count", start=0, end=20, sentence_start=0, sentence_end=75)
    later = claim("count", start=80, end=87, sentence_start=76, sentence_end=90)
    again = repeated(article, reading, known(rated(CLAIM, "r0")))
    assert claims(article, msgspec.structs.replace(reading, claims=(first,)), again) == (first,)
    quote, other = claims(article, msgspec.structs.replace(reading, claims=(later,)), again)
    assert other is later
    assert (quote.id, quote.family, quote.kind, quote.start, quote.end) == ("c2", "deed", "quote", 0, 75)
    assert quote.text == SAID[:75] == article.text[quote.sentence_start : quote.sentence_end]


def test_what_is_no_part_of_the_article_repeats_nothing() -> None:
    article, reading = read(SAID)
    skipping = msgspec.structs.replace(article, skipped=((0, 10),))
    assert repeated(skipping, reading, known(rated(CLAIM, "r0"))) == {}


def test_the_measures() -> None:
    index = Rated({"a": keys(CLAIM), "b": keys(OTHERS[0])})
    same, weight = index.measured(frozenset(keys(CLAIM)))["a"]
    assert same == pytest.approx(1.0) and weight > 0
    half, less = index.measured(frozenset(keys("Ruritania lost windmills")))["a"]
    assert 0 < half < 1 and less < weight
    assert index.measured(frozenset(keys("Nothing of it"))) == {}


def test_the_more_is_shared_the_likelier() -> None:
    assert probability((0.2, 1.0)) < probability((0.6, 2.0)) < probability((1.0, 4.0)) < 1
