"""Which words say the same, nearly the same, or the contrary: Princeton WordNet's relations, and what news adds.

The table is written by tools/make_wordnet.py. It tells what a sentence is about, never what is true of it: a word that
it misjudges makes two sentences look a little more alike, or less.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from opedcheck.matching.stems import stem
from opedcheck.words.predicates import NOUNS, OPPOSITES, VERBS

SAME, KIN, SYNONYM, WIDER = 1.0, 0.9, 0.8, 0.6
"""How much of a word is said by one with its stem, by one of its kin, by a synonym, by a wider or narrower word."""


class Entry(NamedTuple):
    """A word's synonyms, its kin (other parts of speech), its wider words, its contraries."""

    same: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    contrary: frozenset[str] = frozenset()


NO_ENTRY = Entry()


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """How much of lemma `one` is said by lemma `other`, 0 to 1."""
    if one == other or stem(one) == stem(other):
        return SAME
    return relatives(one).get(other, 0.0)


@lru_cache(maxsize=1 << 15)
def relatives(word: str) -> Mapping[str, float]:
    """The lemmas that say something of what `word` says, with how much; those of its own stem left out."""
    own = _table().get(word, NO_ENTRY)
    found = {**dict.fromkeys(own.wider | _narrower().get(word, NONE), WIDER), **dict.fromkeys(own.same, SYNONYM)}
    for row in ROWS:
        if word in row:
            found.update(dict.fromkeys(row, SYNONYM))
    return {**found, **dict.fromkeys(own.kin, KIN)}


def contrary(one: str, other: str) -> bool:
    """Whether what is the one is not the other."""
    return other in contraries(one)


@lru_cache(maxsize=1 << 15)
def contraries(word: str) -> frozenset[str]:
    """The lemmas of what a thing is not if it is what `word` says."""
    listed = (row - {word} for row in CONTRARIES if word in row)
    found = _table().get(word, NO_ENTRY).contrary.union(_contrary_to().get(word, NONE), *listed)
    return frozenset(other for other in found if not likeness(word, other))


NONE: frozenset[str] = frozenset()
# What WordNet keeps apart and news does not: compiled by hand from the vocabulary of politics, courts and business.
NEWS = (
    "approve pass adopt enact ratify", "bar ban prohibit block", "lawmaker legislator legislature",
    "senator senate", "congressman congresswoman representative", "member serve sit belong panel",
    "study paper research report", "author write", "lawsuit suit case litigation sue", "ruling decision verdict rule",
    "win victory triumph", "lose loss defeat", "raise collect gather", "earn receive", "spend spending outlay",
    "spokesman spokeswoman spokesperson", "chairman chairwoman chair chairperson", "lead leader head chief president",
    "agency department bureau office", "investigation inquiry probe investigate", "charge indict accuse indictment",
    "convict conviction guilty plead plea", "sentence jail imprison prison", "arrest detain custody",
    "cut reduce slash reduction", "increase raise boost rise growth grow hike", "fall drop decline decrease shrink",
    "birth born bear", "death die dead kill", "murder kill slay homicide", "shoot shooting gunfire fire",
    "injure wound hurt injury", "crash collision collide accident", "marry marriage wed wedding",
    "found establish create start launch cofound co-found founder", "hire employ employment job work worker",
    "fire dismiss sack oust", "resign resignation quit step", "elect election vote voter ballot",
    "poll survey", "campaign run bid candidate candidacy", "nominate nomination nominee pick", "debate forum",
    "speech address speak remarks", "letter write", "interview tell", "publish release issue publication",
    "attend attendance visit", "meet meeting summit talk", "travel trip visit journey",
    "protest demonstration rally march",
    "school university college", "student pupil", "teacher professor", "doctor physician", "lawyer attorney counsel",
    "police officer cop", "soldier troop military", "company firm business corporation", "store shop", "bank lender",
    "donor donate donation contribution contribute give", "tax levy duty tariff", "deficit shortfall gap",
    "budget spending", "cost price worth value", "loan debt borrow", "fund finance pay money",
    "insurance insurer cover coverage",
    "drug medicine medication", "virus disease infection pandemic", "patient sick ill illness",
    "pregnancy pregnant gestation",
    "immigrant migrant refugee", "border frontier", "city town", "state", "country nation", "area region district",
    "ceo executive", "film movie", "show program programme broadcast", "game match", "magazine newspaper outlet",
)  # fmt: skip
# Contraries that WordNet does not list, being of a closed class or too young.
CONTRARIES = tuple(
    map(
        frozenset,
        (
            ("more", "less"),
            ("more", "few"),
            ("most", "least"),
            ("above", "below"),
            ("grandson", "granddaughter"),
            *OPPOSITES,
        ),
    )
)
# The classes of words.predicates, and those of news.
ROWS = tuple(frozenset(row.replace("|", " ").split()) for row in (*VERBS, *NOUNS, *NEWS))


@cache
def _table() -> dict[str, Entry]:
    found = {}
    text = (files(__package__) / "wordnet.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            word, *columns = line.split("\t")
            found[word] = Entry(*(frozenset(column.split()) for column in columns))
    return found


@cache
def _contrary_to() -> dict[str, frozenset[str]]:
    """A word -> the words whose contrary it is."""
    return _turned("contrary")


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """A word -> the words that it is the wider one of."""
    return _turned("wider")


def _turned(column: str) -> dict[str, frozenset[str]]:
    """A column of the table from its other end."""
    found: dict[str, set[str]] = {}
    for word, entry in _table().items():
        for other in getattr(entry, column):
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}
