"""Names that differ as slips do: some letters, the given name, one of two bodies with like names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from opedcheck.matching.alignment.anchors import names_alike as said_by_name
from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.nodes import BODIES, sort
from opedcheck.matching.alignment.words import name_words
from opedcheck.matching.names.given import may_bear
from opedcheck.model import Name
from opedcheck.words.lists import listed

DEPARTMENT = "department"
FOLLOWERS = frozenset({"team", "camp"})  # "Team Obama" are those who work for Obama
SORTS = listed(
    """university college school institute center centre academy committee commission council department ministry agency
    bureau office authority club bank fund company corporation group association union federation foundation society
    church hospital court conference league times post news tribune herald journal magazine press act bill award
    prize"""
)
"""What a body is by the last word of its name, or the first: many are."""
LETTERS, ALIKE, SHORTEST = 2, 0.7, 4
"""Words are one word misspelt where so few letters differ, so great a share is alike, and neither is shorter."""


def closeness(ours: Name, theirs: Name, *, exclusive: bool = False) -> Closeness | None:
    """How alike two different names are; None where one may be the other's shorter form, or they are not alike.

    Where nothing else is right, a body's name is like another with fewer words of it.
    """
    if not _one_sort(ours, theirs) or ours.text.removeprefix("the ")[:1].islower():
        return None
    one, other = name_words(ours.full or ours.text), name_words(theirs.text)
    if one[0] in FOLLOWERS or _one_name(one, other) or _one_name(name_words(ours.text), other):
        return None
    if ours.kind == "group":
        return "far"
    if ours.kind == "person":
        return None if _may_be_one(one, other) else _persons(one, other) or "far"
    if _spelling(one, other):
        return "strong"
    bodies = {ours.kind, theirs.kind} <= BODIES and _ends_alike(one, other)
    return "weak" if bodies and (exclusive or _half_alike(one, other)) else "far"


def _one_sort(ours: Name, theirs: Name) -> bool:
    """Whether two names may be compared; of a name of no known kind anything but a person may stand in its place."""
    one, other = sort(ours), sort(theirs)
    return one == other or ("other" in (one, other) and "person" not in (one, other))


def put_in(ours: Name, theirs: Name) -> bool:
    """Whether one of two bodies' names has words within that the other has not: "University of (Southern) Zenda"."""
    if sort(ours) != sort(theirs) or not {ours.kind, theirs.kind} <= BODIES:
        return False
    short, long = sorted((name_words(ours.full or ours.text), name_words(theirs.text)), key=len)
    return 1 < len(short) < len(long) and (short[0], short[-1]) == (long[0], long[-1]) and {*short} < {*long}


@lru_cache(maxsize=1 << 16)
def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name may be another form of the other: fewer words, initials, who belongs to it."""
    if said_by_name(one, other) == 1.0 or _singular(one) <= _singular(other) or _initialled(one, other):
        return True
    return _squeezed(one) == _squeezed(other)


def _singular(words: tuple[str, ...]) -> set[str]:
    return {word.removesuffix("s") for word in words}


def _squeezed(words: tuple[str, ...]) -> str:
    """A name without what stands between its letters: "DailyPost" is the "Daily Post"."""
    return "".join(c for word in words for c in word if c.isalnum())


@lru_cache(maxsize=1 << 16)
def _may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two persons of one surname may be one: a short form of the given name, an initial, one of two."""
    return one[-1] == other[-1] and may_bear(" ".join(one[:-1]), [" ".join(other[:-1])])


def _initialled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other's initials."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and short[0].replace(".", "") in _initials(long)


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """The initials of a name; of the "Justice Department" also those of the "Department of Justice"."""
    yield "".join(word[:1] for word in words)
    if DEPARTMENT in words:
        yield "do" + "".join(word[:1] for word in words if word != DEPARTMENT)


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
def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names begin or end alike, neither with all the other's words."""
    if {*one} <= {*other} or {*other} <= {*one}:
        return False
    return one[0] == other[0] or one[-1] == other[-1]


def _half_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names share half the words of the shorter one, and not only what sort of body both are."""
    shared = {*one} & {*other}
    return bool(shared - SORTS) and 2 * len(shared) >= min(len(one), len(other))


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
