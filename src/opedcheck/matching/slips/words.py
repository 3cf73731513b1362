"""How much of what a statement says a sentence says too, in whatever words are left when the compared one is gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from opedcheck.matching.folding import fold
from opedcheck.matching.search_terms import terms
from opedcheck.matching.stems import stem
from opedcheck.model import Gist, Name, Quantity, Time
from opedcheck.words.lists import listed
from opedcheck.words.predicates import NOUNS, VERBS

Mention = Name | Quantity | Time

NAME, WORD = 2.0, 1.0
"""What a name and what another word weigh: whom a sentence is about tells more than what it says of them."""
NEARBY = 0.5
"""What of a word's weight counts where it stands in the title or in the two sentences before."""
# They stand in any statement, and say nothing of what it is about.
EMPTY = frozenset(map(stem, listed("say tell year month week day time there one people person former")))
# Parts of names that many bodies share with each other.
GENERIC = listed("the of and for in at de us united states national american")


class Told(NamedTuple):
    """What a statement says beside the mention that is compared: its names, as folded words, and stems."""

    names: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]


class Heard(NamedTuple):
    """What a sentence says, and what is said near by: stems, and folded words of names."""

    own: frozenset[str]
    nearby: frozenset[str]


def told(gist: Gist, apart: Mention | None = None) -> Told:
    """What `gist` says but for `apart`, figures and times."""
    mentions: tuple[Mention, ...] = (*gist.quantities, *gist.times, *gist.names)
    spans = [(mention.start, mention.end) for mention in mentions]
    names = [n for n in gist.names if apart is None or not (n.start < apart.end and apart.start < n.end)]
    rest = list(gist.text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    stems = {t.key for t in terms("".join(rest)) if t.kind != "number"} - EMPTY
    return Told(tuple(filter(None, (name_words(n.text) for n in names))), tuple(_alike(one) for one in sorted(stems)))


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name by which it is known again."""
    plain = fold(name.replace("’", "'").removesuffix("'s").removesuffix("'"))
    return tuple(word for word in plain.split() if word not in GENERIC) or tuple(plain.split())


def worded(gists: Mapping[str, Gist]) -> tuple[dict[str, tuple[int, ...]], tuple[tuple[str, float], ...]]:
    """Which statements have a word, by their place in the second: the statements, and how many words each has."""
    found: dict[str, list[int]] = defaultdict(list)
    sizes: list[tuple[str, float]] = []
    for record_id, gist in gists.items():
        said = told(gist)
        rows = [*said.stems, *(frozenset({word}) for name in said.names for word in name)]
        for word in sorted({word for row in rows for word in row}):
            found[word].append(len(sizes))
        sizes.append((record_id, float(len(rows))))
    return {word: tuple(places) for word, places in found.items()}, tuple(sizes)


def near(
    heard: Heard, worded: Mapping[str, tuple[int, ...]], sizes: tuple[tuple[str, float], ...], share: float
) -> Iterator[str]:
    """The statements of which at least `share` of the words are heard; one word for several counts for each."""
    hits = Counter(place for word in heard.own for place in worded.get(word, ()))
    yield from (sizes[place][0] for place, count in sorted(hits.items()) if count >= share * sizes[place][1])


def bulk(said: Told) -> float:
    """How much is said at all: what the names and the other words weigh."""
    return NAME * len(said.names) + WORD * len(said.stems)


def coverage(said: Told, heard: Heard) -> float:
    """The weighted share of `said` that is heard, 0 to 1."""
    whole = bulk(said)
    if not whole:
        return 0.0
    got = NAME * sum(_name(name, heard) for name in said.names) + WORD * sum(_word(row, heard) for row in said.stems)
    return got / whole


def names_heard(said: Told, heard: Heard) -> float:
    """The mean share of the names that are heard at all; 1 where there are none."""
    if not said.names:
        return 1.0
    both = Heard(heard.own | heard.nearby, frozenset())
    return sum(_name(name, both) for name in said.names) / len(said.names)


def hear(text: str, nearby: Iterable[str]) -> Heard:
    """The words of a sentence and of what stands near by."""
    return Heard(_heard(text), frozenset().union(*map(_heard, nearby)))


@lru_cache(maxsize=1 << 14)
def _heard(text: str) -> frozenset[str]:
    plain = fold(text.replace("’", "'").replace("'s", "")).translate(_PUNCT)
    return frozenset({*(term.key for term in terms(text)), *plain.split()})


_PUNCT = str.maketrans(dict.fromkeys(',;:!?()[]"“”/*—–', " "))


def _name(words: tuple[str, ...], heard: Heard) -> float:
    """A bearer called by the last word of the name is heard: it stands for the whole, if the whole stands near by."""
    own = sum(word in heard.own for word in words)
    near = sum(word in heard.nearby and word not in heard.own for word in words)
    if words[-1] in heard.own and own + near == len(words):
        return 1.0
    return (own + NEARBY * near) / len(words)


def _word(row: frozenset[str], heard: Heard) -> float:
    if row & heard.own:
        return 1.0
    return NEARBY if row & heard.nearby else 0.0


@lru_cache(maxsize=1 << 14)
def _alike(one: str) -> frozenset[str]:
    """The stems that say the same as this one, itself among them."""
    return frozenset({one}).union(*(row for row in _ROWS if one in row))


_ROWS = tuple(frozenset(stem(word) for word in row.replace("|", " ").split()) for row in (*VERBS, *NOUNS))
