"""Stems of English words: what search takes for one word. M. F. Porter, "An algorithm for suffix stripping", 1980.

A stem is a key, not a lemma: "parties" and "party" are both "parti". Nothing else compares by it.
"""

from __future__ import annotations

import re
from functools import lru_cache

STEP_2 = (
    "ational ate|tional tion|enci ence|anci ance|izer ize|isation ize|ization ize|abli able|alli al|entli ent|eli e|"
    "ousli ous|ation ate|ator ate|alism al|iveness ive|fulness ful|ousness ous|aliti al|iviti ive|biliti ble|logi log|"
    "cli c|dli d|gli g|hli h|kli k|mli m|nli n|rli r|sli s|tli t"
)
STEP_3 = "icate ic|ative |alize al|iciti ic|ical ic|ful |ness "
STEP_4 = (
    "al |ance |ence |er |ic |able |ible |ant |ement |ment |ent |sion s|tion t|ou |ism |ate |iti |ous |ive |ize |ise "
)
LONG_ENOUGH = 3


def _rows(table: str) -> tuple[tuple[str, str], ...]:
    """Suffix and what stands in its place, the longest suffix first."""
    pairs = (row.split(" ") for row in table.split("|"))
    return tuple(sorted(((suffix, instead) for suffix, instead in pairs), key=lambda pair: -len(pair[0])))


_TABLES = (_rows(STEP_2), _rows(STEP_3))
_LAST = _rows(STEP_4)
_MEASURE = re.compile(r"[aeiouy]+[^aeiouy]+")
_SHORT = re.compile(r"(?:^|.*)[^aeiouy][aeiouy][^aeiouywx]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; short words and what is no Latin word stay as they are."""
    if len(word) < LONG_ENOUGH or not word.isascii() or not word.isalpha():
        return word
    word = word[: -len("ly")] if word.endswith(("edly", "ingly")) else word
    for step in (_plural, _past, _final_y, _derived, _latin, _final_e):
        word = step(word)
    return word


def _measure(stem: str) -> int:
    """How often a vowel is followed by a consonant: about the number of syllables behind the first."""
    return len(_MEASURE.findall(stem))


def _has_vowel(stem: str) -> bool:
    return re.search("[aeiou]|(?<=.)y", stem) is not None


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for suffix in ("ed", "ing"):
        base = word.removesuffix(suffix)
        if base != word and _has_vowel(base):
            return _mended(base)
    return word


def _mended(base: str) -> str:
    """What is left of "hoping", "hopping" and "rated" made a word again."""
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if len(base) > 1 and base[-1] == base[-2] and base[-1] not in "aeioulsz":
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _SHORT.fullmatch(base) else base


def _final_y(word: str) -> str:
    return word[:-1] + "i" if len(word) > LONG_ENOUGH and word[-1] == "y" and word[-2] not in "aeiou" else word


def _derived(word: str) -> str:
    for table in _TABLES:
        for suffix, instead in table:
            if word.endswith(suffix):
                base = word[: -len(suffix)]
                word = base + instead if _measure(base) else word
                break
    return word


def _latin(word: str) -> str:
    for suffix, instead in _LAST:
        if word.endswith(suffix):
            base = word[: -len(suffix)] + instead
            return base if _measure(base) > 1 else word
    return word


def _final_e(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if _measure(base) > 1 or (_measure(base) == 1 and not _SHORT.fullmatch(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
