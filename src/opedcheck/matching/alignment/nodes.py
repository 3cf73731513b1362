"""What a sentence is put together from: names, figures, times and content words, with the parse between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from opedcheck.matching.alignment.words import EMPTY, name_words
from opedcheck.matching.search_terms import STOP_WORDS
from opedcheck.matching.stems import stem
from opedcheck.model import Name, Quantity, Time, Word
from opedcheck.model.mentions import NameKind

Mention = Name | Quantity | Time

NAME, NOUN, QUALITY, MANNER = 2.0, 1.0, 0.7, 0.3
"""What a name, a noun or verb, an adjective and an adverb weigh: whom a sentence is about tells most."""
WEIGHTS = {"N": NOUN, "V": NOUN, "F": NOUN, "J": QUALITY, "R": MANNER}
# They only tie other words together: "the cost of the plan" is two steps, not three.
TIES = frozenset({"IN", "TO", "POS", "RP", "MD", "CC"})
AUXILIARIES = frozenset({"aux", "auxpass"})
BODIES = frozenset({"organisation", "work", "event"})
SORTS = (
    ("palace", frozenset({"white", "kremlin", "downing"})),
    ("party", frozenset({"party", "gop", "republicans", "democrats", "democratic", "republican", "caucus"})),
    ("house", frozenset({"senate", "house", "congress", "parliament", "assembly", "legislature", "commons", "lords"})),
)
"""Bodies of a sort, by a word of their names."""
PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
SPOKEN_OF = {"person": PRONOUNS, **dict.fromkeys(("organisation", "other", "work"), frozenset({"it", "its"}))}
TELLING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "iobj"})
FAR = 12
PLAIN = 2


class Node(NamedTuple):
    """A mention or a content word; `at` is its place among the words, `weight` 0 for figures and times."""

    at: int
    start: int
    end: int
    lemma: str
    weight: float
    words: tuple[str, ...] = ()
    mention: Mention | None = None


def sort(mention: object) -> str | None:
    """Which names may stand for each other: persons, places, parties, the houses of a parliament, other bodies."""
    return _sort(mention.text, mention.kind) if isinstance(mention, Name) else None


@lru_cache(maxsize=1 << 14)
def _sort(text: str, kind: NameKind) -> str:
    words = frozenset(name_words(text))
    special = next((sort for sort, telling in SORTS if words & telling), None)
    if special and kind in BODIES:
        return special
    return "body" if kind in BODIES else kind


class Said:
    """One sentence, or one statement: its nodes in their order, and how far they stand apart in the parse."""

    def __init__(self, words: Sequence[Word], offset: int, mentions: Sequence[Mention]) -> None:
        self.words = words
        self._heads = [w.head - offset if 0 <= w.head - offset < len(words) else at for at, w in enumerate(words)]
        self._paths: dict[int, list[int]] = {}
        self._between: dict[tuple[int, int], int] = {}
        self.nodes = tuple(sorted(self._nodes(mentions), key=lambda node: node.start))

    def _nodes(self, mentions: Sequence[Mention]) -> Iterator[Node]:
        taken: set[int] = set()
        starts = [word.start for word in self.words]
        for mention in mentions:
            first = bisect_left(starts, mention.start)
            if first and self.words[first - 1].end > mention.start:
                first -= 1
            places = [n for n in range(first, bisect_left(starts, mention.end)) if n not in taken]
            if places:
                taken.update(places)
                yield self._mentioned(mention, places)
        for at, word in enumerate(self.words):
            weight = WEIGHTS.get(word.tag[:1], 0.0)
            if at not in taken and weight and word.dep not in AUXILIARIES and _tells(word):
                yield Node(at, word.start, word.end, word.lemma, weight)

    def _mentioned(self, mention: Mention, places: list[int]) -> Node:
        inside = set(places)
        at = next((n for n in places if self.head(n) not in inside or self.head(n) == n), places[-1])
        if isinstance(mention, Name):
            words = name_words(mention.text)
            return Node(at, mention.start, mention.end, words[-1], NAME, words, mention)
        return Node(at, mention.start, mention.end, self.words[at].lemma, 0.0, (), mention)

    def holds(self, starts: Sequence[int]) -> bool:
        """Whether one of some places in the text, in order, lies in it."""
        at = bisect_left(starts, self.words[0].start) if self.words else len(starts)
        return at < len(starts) and starts[at] < self.words[-1].end

    def head(self, at: int) -> int:
        """The place of a word's head; of a head outside of the sentence, the word's own."""
        return self._heads[at]

    def path(self, at: int) -> list[int]:
        """A word and what it hangs on, up to the root."""
        found = self._paths.get(at)
        if found is None:
            found, heads = [at], self._heads
            while (head := heads[found[-1]]) != found[-1] and len(found) <= len(heads):
                found.append(head)
            self._paths[at] = found
        return found

    def distance(self, one: int, other: int) -> int:
        """How many words that say something lie on the way through the parse from one word to another."""
        key = (one, other) if one < other else (other, one)
        if key not in self._between:
            up, down = self.path(one), self.path(other)
            common = next((n for n in up if n in down), None)
            if common is None:
                self._between[key] = FAR
            else:
                way = [*up[: up.index(common) + 1], *reversed(down[: down.index(common)])]
                self._between[key] = sum(1 for _, n in pairwise(way) if self.words[n].tag not in TIES)
        return self._between[key]

    def governor(self, at: int) -> int | None:
        """The nearest word above that says something: what a figure counts, what a name does."""
        return next((n for n in self.path(at)[1:] if self.words[n].tag not in TIES), None)

    @cached_property
    def by_stem(self) -> Mapping[str, tuple[Node, ...]]:
        """The words that say something, and names of one word, by their stems."""
        return _by((stem(node.lemma), node) for node in self.nodes if node.weight and len(node.words) < PLAIN)

    @cached_property
    def by_lemma(self) -> Mapping[str, tuple[Node, ...]]:
        """The words that say something by their lemmas; no names."""
        return _by((node.lemma, node) for node in self.nodes if node.weight and not node.words)

    def pronouns(self, mention: Mention | None) -> tuple[Node, ...]:
        """Who is spoken of by "he" or "she", where a person is meant; of a body by "it"."""
        if not isinstance(mention, Name) or mention.kind not in SPOKEN_OF:
            return ()
        words = SPOKEN_OF[mention.kind]
        return tuple(
            Node(at, word.start, word.end, word.lemma, 0.0)
            for at, word in enumerate(self.words)
            if word.lemma in words and word.dep in TELLING
        )

    @cached_property
    def named(self) -> tuple[Node, ...]:
        """The names."""
        return tuple(node for node in self.nodes if node.words)

    @cached_property
    def names(self) -> Mapping[int, Node]:
        """The names, by the place of the word that stands for each in the parse."""
        return {node.at: node for node in self.named}

    @cached_property
    def figures(self) -> tuple[Node, ...]:
        """The figures."""
        return tuple(node for node in self.nodes if isinstance(node.mention, Quantity))

    @cached_property
    def dates(self) -> tuple[Node, ...]:
        """The times."""
        return tuple(node for node in self.nodes if isinstance(node.mention, Time))

    def of_kind(self, mention: Mention) -> tuple[Node, ...]:
        """The mentions of one kind with another one: names, figures or times."""
        match mention:
            case Name():
                return self.named
            case Quantity():
                return self.figures
        return self.dates

    @cached_property
    def places(self) -> dict[str, int]:
        """The lemmas of all words, with the place of the last one of each."""
        return {word.lemma: at for at, word in enumerate(self.words)}

    @cached_property
    def stems(self) -> dict[str, int]:
        """The stems of all words, with the place of the last one of each."""
        return {stem(word.lemma.replace(".", "")): at for at, word in enumerate(self.words)}


def _by(nodes: Iterable[tuple[str, Node]]) -> Mapping[str, tuple[Node, ...]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for key, node in nodes:
        found[key].append(node)
    return {key: tuple(places) for key, places in found.items()}


def _tells(word: Word) -> bool:
    return word.lemma not in STOP_WORDS and word.lemma not in EMPTY and len(word.lemma) > 1
