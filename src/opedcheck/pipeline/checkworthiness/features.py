"""Features of sentences, as hashes: words, grammar and mentions, all of a text at once.

A proper noun counts by its tag, a mention by what it is and a number as such, so that what is learned
of one debate holds for other people, places and years. Where no component of ours has found mentions, the
model's own entities stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

from opedcheck.model import Name, Quantity, Time
from opedcheck.pipeline.store import kept

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Grams = tuple[Places, Hashes]


class Features(NamedTuple):
    """`sentences[i]` (0-based) has the feature `keys[i]` (uint32), as often as the pair stands here.

    `firsts` are the indices of the tokens at which the sentences begin.
    """

    sentences: Places
    keys: NDArray[np.uint32]
    firsts: Places


COLUMNS = ("LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "LIKE_NUM", "IS_SPACE", "IDX")
# What our mentions are called among spaCy's entity labels, so that either source teaches the same.
NAME_LABELS = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "event": "EVENT", "group": "NORP",
               "work": "WORK_OF_ART", "other": "MISC"}  # fmt: skip
SPANS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
LENGTHS = tuple(range(4, 60, 4))


def _hash(text: str) -> np.uint64:
    return np.uint64(get_string_id(text))


NUMBER, CARDINAL, ROOT = _hash("<number>"), _hash("CD"), _hash("ROOT")
PROPER = np.array([_hash("NNP"), _hash("NNPS")])
SUBJECTS = np.array([_hash(label) for label in ("nsubj", "nsubjpass", "expl", "csubj")])
ODD, SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)


def mixed(name: str, *columns: Hashes) -> Hashes:
    """One hash for the tuple of each row's values, different for each `name`; arithmetic is modulo 2**64."""
    whole = np.full(columns[0].shape, _hash(name), np.uint64)
    for column in columns:
        whole = (whole ^ column) * ODD
        whole ^= whole >> SHIFT
    whole *= ODD
    return whole ^ (whole >> SHIFT)


class Page:
    """A parsed text as columns of hashes, one row a token."""

    def __init__(self, doc: Doc) -> None:
        table: Any = doc.to_array(list(COLUMNS))
        column: dict[str, Hashes] = {name: table[:, at] for at, name in enumerate(COLUMNS)}
        self.tag, self.dep = column["TAG"], column["DEP"]
        number = (column["LIKE_NUM"] == 1) | (self.tag == CARDINAL)
        proper = np.isin(self.tag, PROPER)
        self.word: Hashes = np.where(proper, self.tag, np.where(number, NUMBER, column["LOWER"]))
        self.lemma: Hashes = np.where(proper, self.tag, np.where(number, NUMBER, column["LEMMA"]))
        self.label, self.begins = _labels(doc, column["IDX"].astype(np.int64), column["ENT_TYPE"], column["ENT_IOB"])
        self.kind: Hashes = np.where(self.label != 0, self.label, self.lemma)
        self.head: Places = np.arange(len(doc)) + column["HEAD"].astype(np.int64)
        self.firsts = np.array([sentence.start for sentence in doc.sents], np.int64)
        self.sentence: Places = np.repeat(np.arange(len(self.firsts)), np.diff(np.append(self.firsts, len(doc))))
        self.solid = column["IS_SPACE"] == 0


def _labels(doc: Doc, starts: Places, entity: Hashes, iob: Hashes) -> tuple[Hashes, NDArray[np.bool_]]:
    """Each token's mention as a label's hash (0: none), and whether a mention begins there."""
    label, begins = entity.copy(), iob == 3
    for start, end, said in _mentions(doc):
        first, last = np.searchsorted(starts, start, "right") - 1, np.searchsorted(starts, end)
        label[first:last] = _hash(said)
        begins[first:last] = False
        begins[first] = True
    return label, begins


def _mentions(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of what our components found; names first, so that figures win over them."""
    for what in ("names", "times", "quantities"):
        for mention in kept(doc, what):
            yield mention.start, mention.end, _label(mention)


def _label(mention: Name | Time | Quantity) -> str:
    match mention:
        case Name():
            return NAME_LABELS[mention.kind]
        case Time(type="TIME"):
            return "TIME"
        case Time():
            return "DATE"
        case Quantity(unit="%" | "percentage point" | "basis point"):
            return "PERCENT"
        case Quantity(unit=str(unit)) if (len(unit) == 3 and unit.isupper()) or unit in ("cent", "penny"):
            return "MONEY"
        case Quantity(unit=str(unit)) if unit in SPANS_OF_TIME:
            return "DATE"
        case Quantity(ordinal=True):
            return "ORDINAL"
        case _:
            return "CARDINAL"


def features_of(doc: Doc) -> Features:
    """The features of all sentences of `doc`, which must have words: tags, lemmas, a parse."""
    page = Page(doc)
    grams = [*_sequences(page), *_trees(page), *_shapes(page)]
    sentences = np.concatenate([sentences for sentences, _ in grams])
    keys = np.concatenate([hashes for _, hashes in grams]) >> np.uint64(32)
    return Features(sentences, keys.astype(np.uint32), page.firsts)


def _sequences(page: Page) -> Iterator[Grams]:
    """Single words, and what stands beside what in one sentence."""
    solid = np.flatnonzero(page.solid)
    sentence = page.sentence[solid]
    word, lemma, tag, kind, label = (c[solid] for c in (page.word, page.lemma, page.tag, page.kind, page.label))
    two = np.flatnonzero(sentence[1:] == sentence[:-1])
    three = np.flatnonzero(sentence[2:] == sentence[:-2])
    behind = two[(label[two] != 0) & (label[two + 1] != label[two])]
    yield sentence, mixed("word", word)
    yield sentence, mixed("lemma", lemma)
    yield sentence, mixed("tag, role", tag, page.dep[solid])
    yield sentence[two], mixed("words", word[two], word[two + 1])
    yield sentence[two], mixed("tags", tag[two], tag[two + 1])
    yield sentence[two], mixed("kinds", kind[two], kind[two + 1])
    yield sentence[three], mixed("three tags", tag[three], tag[three + 1], tag[three + 2])
    yield sentence[behind], mixed("behind", label[behind], word[behind + 1])


def _trees(page: Page) -> Iterator[Grams]:
    """What hangs on what."""
    itself = np.arange(len(page.head))
    root = np.flatnonzero(page.solid & (page.dep == ROOT))
    child = np.flatnonzero(page.solid & (page.dep[page.head] == ROOT) & (page.head != itself))
    subject = np.flatnonzero(page.solid & np.isin(page.dep, SUBJECTS))
    solid = np.flatnonzero(page.solid)
    heads = page.head[solid]
    yield page.sentence[root], mixed("root", page.lemma[root])
    yield page.sentence[root], mixed("root's tag", page.tag[root])
    yield page.sentence[child], mixed("root's", page.dep[child], page.kind[child])
    yield page.sentence[subject], mixed("subject", page.kind[subject], page.tag[page.head[subject]])
    yield page.sentence[solid], mixed("slot", page.dep[solid], page.kind[heads])


def _shapes(page: Page) -> Iterator[Grams]:
    """How a sentence begins and ends, how long it is, which mentions it has."""
    solid = np.flatnonzero(page.solid)
    sentence = page.sentence[solid]
    if not len(solid):
        return
    first = np.flatnonzero(np.append(True, sentence[1:] != sentence[:-1]))
    last = np.append(first[1:], len(solid)) - 1
    length = last - first + 1
    begins = np.flatnonzero(page.begins)
    yield sentence[first], mixed("first", page.word[solid[first]])
    yield sentence[last], mixed("last", page.word[solid[last]])
    yield page.sentence[begins], mixed("mention", page.label[begins])
    for least in LENGTHS:
        long = sentence[first[length > least]]
        yield long, mixed("longer than", np.full(long.shape, least, np.uint64))
