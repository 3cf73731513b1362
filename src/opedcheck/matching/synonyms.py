"""Everyday words that search takes for near enough to one another, beside the classes of `words.predicates`.

Compiled by hand from the synonym sets and direct hypernyms of Princeton WordNet 3.1 for common nouns, verbs and
adjectives of news. It only brings references to the reader's eye: what it misjudges costs a place in a ranking.
"""

from __future__ import annotations

from functools import cache

from opedcheck.matching.stems import stem
from opedcheck.words.predicates import NOMINALS, NOUNS, VERBS

ROWS = (
    "photo photograph picture image snapshot", "video footage clip film", "movie film",
    "mother mom mum", "father dad", "child kid", "baby infant newborn", "wife spouse husband",
    "woman female lady", "man male guy", "girl daughter", "boy son",
    "jail prison", "police cop officer", "soldier troop serviceman", "doctor physician", "lawyer attorney",
    "kill murder slay shoot", "die dead death", "wound injure hurt", "attack assault", "arrest detain",
    "fake hoax bogus phony", "lie falsehood", "real genuine authentic",
    "immigrant migrant refugee", "illegal undocumented unlawful", "foreign overseas abroad",
    "us usa america american", "uk britain british", "eu europe european",
    "gun firearm rifle weapon", "bomb explosive", "fire blaze",
    "money cash fund", "buy purchase", "cost price", "salary wage pay", "tax levy", "debt borrowing",
    "job employment work", "company firm corporation business", "shop store",
    "ban prohibit outlaw forbid", "law legislation bill act statute", "vote ballot", "election poll",
    "government administration", "congress senate", "parliament lawmaker", "rally protest demonstration march",
    "fire dismiss sack", "resign quit", "appoint name", "lead head chair",
    "disease illness sickness", "virus infection", "vaccine vaccination shot", "drug medication medicine",
    "car vehicle automobile", "plane aircraft jet", "ship boat vessel", "train railway",
    "say claim state tell declare", "show depict portray display", "mock insult", "praise applaud",
    "letter mail", "speech address", "phone cellphone smartphone", "app application",
    "begin start", "end stop finish", "help aid assist", "remove take confiscate", "rise increase grow",
    "fall drop decline decrease", "huge big large giant", "small little tiny", "rich wealthy", "poor poverty",
    "food meal", "dog puppy", "cat kitten", "storm hurricane", "rain flood", "warming climate", "town city",
    "school student", "teacher professor", "gay homosexual", "black african", "white caucasian",
)  # fmt: skip


@cache
def _classes() -> dict[str, frozenset[str]]:
    rows = [{stem(word) for word in row.split() if "|" not in word} for row in (*ROWS, *NOUNS, *VERBS)]
    rows += [{stem(noun), stem(verb)} for noun, verb in NOMINALS.items()]
    found: dict[str, set[str]] = {}
    for row in rows:
        for word in row:
            found.setdefault(word, set()).update(row - {word})
    return {word: frozenset(others) for word, others in found.items()}


def synonyms(key: str) -> frozenset[str]:
    """The stems that may stand for a stem."""
    return _classes().get(key, frozenset())
