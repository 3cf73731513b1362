"""How like two words of names are: by their letters, by their sound, as a name and its short form, as an initial."""

from __future__ import annotations

import re
from functools import lru_cache

from opedcheck.words.nicknames import is_nickname

# Ways of writing one sound when a name comes from another script or language, each brought to one letter. In order.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"), (r"tsch|tch|cz", "ch"), (r"sch", "sh"), (r"kh", "h"), (r"gh", "g"), (r"dh", "d"), (r"th", "t"),
        (r"tz", "ts"), (r"dj|zh", "j"), (r"oo|ou|ow\b", "u"), (r"ee|ij", "i"), (r"[eiyj][iyj]+\b|ey\b", "i"),
        (r"ff\b", "v"), (r"ck|q", "k"), (r"c(?=[aou])", "k"), (r"x", "ks"), (r"w", "v"), (r"[yj]", "i"), (r"z", "s"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
NICKNAME, SOUND, INITIAL = 0.95, 0.97, 0.85
LETTERS_OF_SOUND = 0.98  # Two sounds that differ by so many letters are a little less alike than two spellings.


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """A word, in plain letters, as it sounds: "muammar" and "moammar" differ still, "qaddafi" is "kadafi"."""
    for pattern, letter in SOUNDS:
        word = pattern.sub(letter, word)
    return word


def like(one: str, other: str) -> float:
    """0 to 1: how surely two words are one part of a name."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return INITIAL if one[0] == other[0] else 0.0
    if is_nickname(one, other):
        return NICKNAME
    heard, theirs = sound(one), sound(other)
    if heard == theirs:
        return SOUND
    return max(letters(one, other), LETTERS_OF_SOUND * letters(heard, theirs))


def letters(one: str, other: str) -> float:
    """The share of letters that stay: 1 less the edits (two letters that change places are one) by the longer word."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one, other)


def edits(one: str, other: str) -> int:
    """How many letters differ, are left out, put in, or change places."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)
