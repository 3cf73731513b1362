"""The direction of the governing verb, on Docs built by hand: (word, tag, label, head)."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from opedcheck.pipeline.store import kept
from opedcheck.pipeline.times import Times, tense

BLANK = spacy.blank("en")
LEMMAS = {"planned": "plan", "met": "meet"}
Word = tuple[str, str, str, int]
SUBJECT: Word = ("They", "PRP", "nsubj", 2)


def doc(*words: Word) -> Doc:
    forms, tags, labels, heads = zip(*words, strict=True)
    return Doc(
        BLANK.vocab,
        words=list(forms),
        tags=list(tags),
        deps=list(labels),
        heads=list(heads),
        lemmas=[LEMMAS.get(form, form) for form in forms],
    )


def friday(head: int) -> tuple[Word, Word]:
    return ("on", "IN", "prep", head), ("Friday", "NNP", "pobj", head + 1)


CASES = [
    ([("They", "PRP", "nsubj", 1), ("met", "VBD", "ROOT", 1), *friday(1)], "past", "2023-07-07"),
    ([SUBJECT, ("will", "MD", "aux", 2), ("meet", "VB", "ROOT", 2), *friday(2)], "future", "2023-07-14"),
    ([SUBJECT, ("would", "MD", "aux", 2), ("meet", "VB", "ROOT", 2), *friday(2)], "future", "2023-07-14"),
    ([SUBJECT, ("have", "VBP", "aux", 2), ("met", "VBN", "ROOT", 2), *friday(2)], "past", "2023-07-07"),
    ([("They", "PRP", "nsubj", 1), ("meet", "VBP", "ROOT", 1), *friday(1)], "present", "2023-07-14"),
    ([("They", "PRP", "nsubj", 1), ("say", "VBP", "ROOT", 1), *friday(1)], "present", "2023-07-07"),
    ([("talks", "NNS", "ROOT", 0), ("planned", "VBN", "acl", 0), *friday(1)], "future", "2023-07-14"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "direction", "value"), CASES)
def test_direction(words: list[Word], direction: str, value: str) -> None:
    parsed = doc(*words)
    assert tense.direction(parsed[len(words) - 1 : len(words)]) == direction
    (found,) = kept(Times("2023-07-10")(parsed), "times")
    assert found.value == value


def test_a_year_in_the_same_clause_completes_a_day() -> None:
    parsed = doc(
        ("In", "IN", "prep", 3), ("2021", "CD", "pobj", 0), ("they", "PRP", "nsubj", 3), ("met", "VBD", "ROOT", 3),
        ("on", "IN", "prep", 3), ("July", "NNP", "pobj", 4), ("11", "CD", "nummod", 5),
    )  # fmt: skip
    assert [time.value for time in kept(Times("2023-07-10")(parsed), "times")] == ["2021", "2021-07-11"]


def test_no_verb_no_direction() -> None:
    assert tense.direction(doc(("Friday", "NNP", "ROOT", 0))[0:1]) is None
