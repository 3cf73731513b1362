"""Names that differ as slips do: some letters, the given name, one of two bodies with like names."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from opedcheck.matching.slips.closeness import Closeness
from opedcheck.matching.slips.words import name_words
from opedcheck.model import Name

BODIES = frozenset({"organisation", "work", "event"})
LETTERS, ALIKE, SHORTEST = 2, 0.7, 4
"""Words are one word misspelt where so few letters differ, so great a share is alike, and neither is shorter."""


def closeness(ours: Name, theirs: Name) -> Closeness | None:
    """How alike two different names are; None where one may be the other's shorter form, or they are not alike."""
    if (ours.kind == "person") != (theirs.kind == "person") or theirs.kind in ("group", "other"):
        return None
    one, other = name_words(ours.full or ours.text), name_words(theirs.text)
    if ours.kind == "person":
        return _persons(one, other)
    if _spelling(one, other):
        return "strong"
    return _bodies(one, other) if {ours.kind, theirs.kind} <= BODIES else None


@lru_cache(maxsize=1 << 16)
def _persons(one: tuple[str, ...], other: tuple[str, ...]) -> Closeness | None:
    """Two full names of which one part is another: misspelt, or another given name."""
    if min(len(one), len(other)) < 2 or len(one) != len(other) or one == other:
        return None
    if _spelling(one, other):
        return "strong"
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) > 1 or one[-1] != other[-1]:
        return None
    return None if _short_form(*apart[0]) else "weak"


@lru_cache(maxsize=1 << 16)
def _bodies(one: tuple[str, ...], other: tuple[str, ...]) -> Closeness | None:
    """Two bodies that begin or end alike, neither with all the other's words."""
    if set(one) <= set(other) or set(other) <= set(one):
        return None
    return "weak" if one[0] == other[0] or one[-1] == other[-1] else None


@lru_cache(maxsize=1 << 16)
def _spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every word that differs is the other one misspelt."""
    if len(one) != len(other) or one == other:
        return False
    *first, last = zip(one, other, strict=True)
    short = any(a != b and (a.startswith(b) or b.startswith(a)) for a, b in first)  # "Steve" for Steven
    return not short and all(a == b or _misspelt(a, b) for a, b in (*first, last))


def _misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST:
        return False
    return OSA.distance(one, other) <= LETTERS and OSA.normalized_similarity(one, other) >= ALIKE


def _short_form(one: str, other: str) -> bool:
    """Whether one given name may stand for the other: an initial, "Chris" for Christopher."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(1, len(short) - 1)]) and (len(short) > 2 or len(short) == 1)
