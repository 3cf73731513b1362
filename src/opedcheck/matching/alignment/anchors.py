"""Where the words of a statement stand in an article: in the sentence itself, near by, or anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from opedcheck.matching.alignment.likeness import SAME, relatives
from opedcheck.matching.alignment.nodes import Node, Said, sort
from opedcheck.matching.alignment.words import alike, name_words
from opedcheck.matching.stems import stem
from opedcheck.model import Name

SPOKEN_OF = 0.7
"""How much of a person who is named near by is said by "he" or "she"."""
PLAIN = 0.8
"""How much of a name is said by its words where they are read as no name."""
PROPER = frozenset({"person", "place", "group"})
LONG = 5
ENDINGS = ("", "n", "s", "an", "ian", "ish", "ese", "i", "ns", "ans", "ians")


class Anchor(NamedTuple):
    """A node of the statement and how much of it is heard, 0 to 1; `found` is where in the sentence, all places."""

    node: Node
    found: tuple[Node, ...]
    own: float
    near: float
    all: float


class Sentence:
    """A sentence of the article, put together when it is asked for; with the words near by and anywhere in it."""

    def __init__(self, say: Callable[[], Said], near: frozenset[str], all_: frozenset[str]) -> None:
        self._say, self.near, self.all = say, near, all_

    @cached_property
    def said(self) -> Said:
        return self._say()


def anchors(theirs: Said, ours: Sentence) -> tuple[Anchor, ...]:
    """Every weighty node of the statement, beside what says it in the article."""
    return tuple(_anchor(node, ours) for node in theirs.nodes if node.weight)


def _anchor(node: Node, ours: Sentence) -> Anchor:
    places, own = _name(node, ours.said) if node.words else _word(node, ours.said)
    near = max(own, _among(node, ours.near, ours.all))
    spoken_of = ours.said.pronouns(node.mention) if own < SPOKEN_OF < near else ()
    if spoken_of:
        places, own = spoken_of, SPOKEN_OF
    return Anchor(node, places, own, near, max(near, _among(node, ours.all, ours.all)))


def _word(node: Node, said: Said) -> tuple[tuple[Node, ...], float]:
    exact = said.by_stem.get(stem(node.lemma), ())
    if exact:
        return exact, PLAIN if all(place.words for place in exact) else SAME
    related = relatives(node.lemma)
    found = [(related[lemma], others) for lemma, others in said.by_lemma.items() if lemma in related]
    share, places = max(found, key=lambda pair: pair[0], default=(0.0, ()))
    return places, share


def _name(node: Node, said: Said) -> tuple[tuple[Node, ...], float]:
    found = [(_alike_names(node, other), other) for other in said.named]
    share = max((alike for alike, _ in found), default=0.0)
    places = tuple(other for alike, other in found if alike == share) if share else ()
    if share < PLAIN:
        stems = [stem(word) for word in node.words]
        plain = PLAIN * sum(word in said.stems for word in stems) / len(stems)
        if plain > share:
            return places or said.by_stem.get(stems[-1], ()), plain
    return places, share


def _alike_names(node: Node, other: Node) -> float:
    """How much of a name another one says; of a body's, a part of its name may stand for it: "the House"."""
    share = names_alike(node.words, full_words(other))
    alike = sort(node.mention) == sort(other.mention) not in PROPER
    if share < PLAIN and alike and {*other.words} < {*node.words}:
        return PLAIN
    return share


def full_words(node: Node) -> tuple[str, ...]:
    """The words of a name, or of the fullest form by which the article calls its bearer."""
    name = node.mention
    return name_words(name.full) if isinstance(name, Name) and name.full else node.words


@lru_cache(maxsize=1 << 16)
def names_alike(theirs: tuple[str, ...], ours: tuple[str, ...]) -> float:
    """How much of a name another one says: all where it is a shorter or fuller form of it."""
    if _initials(theirs, ours) or _initials(ours, theirs):
        return 1.0
    shared = sum(any(_alike(one, other) for other in ours) for one in theirs)
    if shared == len(theirs) or (_alike(theirs[-1], ours[-1]) and shared == len(ours)):
        return 1.0
    return shared / max(len(theirs), len(ours))


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[:1] for word in long)


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> bool:
    """Whether two words of names are one, or a land and who comes from there."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    stump = short.rstrip("aeio")
    return (
        len(short) >= LONG
        and len(stump) >= LONG - 1
        and long.startswith(stump)
        and long[len(stump) :].lstrip("aeio") in ENDINGS
    )


def _among(node: Node, words: frozenset[str], everywhere: frozenset[str]) -> float:
    if node.words:
        if node.words[-1] in words and everywhere.issuperset(node.words):
            return 1.0  # whoever is named in full once goes by the last word of the name
        return sum(word in words for word in node.words) / len(node.words)
    return 1.0 if alike(stem(node.lemma)) & words else 0.0


def share(told: Sequence[Anchor], level: str) -> float:
    """The weighted share of the anchors' nodes that is heard at a level: "own", "near" or "all"."""
    whole = sum(anchor.node.weight for anchor in told)
    return sum(anchor.node.weight * getattr(anchor, level) for anchor in told) / whole if whole else 0.0
