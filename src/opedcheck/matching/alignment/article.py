"""An article, sentence by sentence, as it is compared with many statements."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from opedcheck.matching.alignment.anchors import Sentence
from opedcheck.matching.alignment.nodes import Mention, Said
from opedcheck.matching.alignment.proper import with_proper
from opedcheck.matching.alignment.words import heard
from opedcheck.model import Article, Gist, Name, Reading, Time, Word

BEFORE, AFTER = 2, 1
"""So many sentences before and after a sentence stand near by, as the title does."""


class Text:
    """The words of an article, and its sentences with their parses, put together when they are asked for."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article, self.reading = article, reading
        self._title = heard(article.title or "")
        self._texts = [heard(article.text[s.start : s.end], self._words(s.start, s.end)[1]) for s in reading.sentences]
        self.words = self._title.union(*self._texts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, each with what stands near by."""
        return tuple(
            Sentence(
                partial(self._said, s.start, s.end),
                self._title.union(*self._texts[max(0, n - BEFORE) : n + AFTER + 1]),
                self.words,
            )
            for n, s in enumerate(self.reading.sentences)
        )

    @cached_property
    def where(self) -> Mapping[str, int]:
        """A word -> the sentences that it stands in or near by, as bits: sentence n is 1 << n."""
        found: dict[str, int] = defaultdict(int)
        for n, sentence in enumerate(self.sentences):
            for word in sentence.near:
                found[word] |= 1 << n
        return found

    def _said(self, start: int, end: int) -> Said:
        read = self.reading
        first, words = self._words(start, end)
        mentions = [m for kind in (read.times, read.quantities, read.names) for m in _within(kind, start, end)]
        return Said(words, first, with_proper(self.article.text, words, whole(mentions)))

    def _words(self, start: int, end: int) -> tuple[int, Sequence[Word]]:
        """The words of a stretch, and the place of the first of them among all."""
        words = self.reading.words
        first, last = (bisect_left(words, at, key=lambda w: w.start) for at in (start, end))
        return first, words[first:last]


def stated(gist: Gist) -> Said:
    """A statement, as it is compared with sentences."""
    return Said(gist.words, 0, with_proper(gist.text, gist.words, whole((*gist.times, *gist.quantities, *gist.names))))


def whole(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stand for themselves: a length of time is a figure, what lies in a name is neither."""
    found = [m for m in mentions if not isinstance(m, Time) or m.type != "DURATION"]
    names = [m for m in found if isinstance(m, Name)]
    return [m for m in found if isinstance(m, Name) or not any(n.start <= m.start and m.end <= n.end for n in names)]


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_left(mentions, start, key=lambda m: m.start)
    return mentions[first : bisect_left(mentions, end, key=lambda m: m.start)]
