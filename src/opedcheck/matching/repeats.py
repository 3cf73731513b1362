"""Sentences that repeat, in nearly the same words, what has been fact-checked.

Who publishes a fact-check words the claim as its claimant did. Such words are not read into slots with any safety, nor
are they facts; what can be shown is that a sentence says the same words. How surely it does is a logistic regression
over two measures; tools/train_repeats.py learns its weights from transcripts whose sentences are marked with the
fact-checks that speak of them (Shaar et al., "That is a Known Lie", ACL 2020).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import exp, log, log1p, sqrt
from pathlib import Path

import msgspec

from opedcheck.matching.search_terms import terms
from opedcheck.model import AnyRecord, Article, Claim, Reading, Repeat, Sentence, Statement

WEIGHTS = Path(__file__).with_name("repeats.json")
LEAST = 0.1
"""Below so great a probability two sentences share a topic at the most."""

USUAL = 1_000
"""Of fewer claims words weigh as of so many: few claims do not make their words common ones."""


class Weights(msgspec.Struct, frozen=True):
    """Log odds: `bias`, and what each measure adds."""

    bias: float
    shared: float
    weight: float


def is_rated(record: AnyRecord) -> bool:
    """Whether a record tells of a claim that somebody has fact-checked, in the claimant's words."""
    return isinstance(record, Statement) and record.rating is not None


def keys(text: str) -> tuple[str, ...]:
    """The stems, numbers and signs of a text, each once, in order."""
    return tuple(dict.fromkeys(term.key for term in terms(text)))


class Rated:
    """The rated claims by their words; `said` has the keys of each by its id."""

    def __init__(self, said: Mapping[str, Sequence[str]]) -> None:
        self.said = {record_id: frozenset(words) for record_id, words in said.items()}
        self._spread = Counter(word for words in self.said.values() for word in words)

    def measured(self, words: frozenset[str]) -> dict[str, tuple[float, float]]:
        """The measures, by the claim's id, of every claim that shares a word with these.

        The first is the geometric mean of the share of either's weight that the other has, the second the logarithm
        of one plus the weight that they share. A word weighs the more the fewer claims have it (BM25's idf).
        """
        shared: dict[str, float] = defaultdict(float)
        for word in words:
            for record_id in self._having.get(word, ()):
                shared[record_id] += self._weight(word)
        whole = sum(map(self._weight, words))
        return {i: (sqrt(got / whole * got / self._whole[i]), log1p(got)) for i, got in sorted(shared.items())}

    def _weight(self, word: str) -> float:
        count = self._spread.get(word, 0)
        return log(1 + (max(len(self.said), USUAL) - count + 0.5) / (count + 0.5))

    @cached_property
    def _whole(self) -> dict[str, float]:
        return {record_id: sum(map(self._weight, sorted(words))) for record_id, words in self.said.items()}

    @cached_property
    def _having(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for record_id, words in self.said.items():
            for word in words:
                found[word].append(record_id)
        return found


def probability(measures: tuple[float, float]) -> float:
    """How likely a sentence with these measures repeats the claim, 0 to 1."""
    weights, (shared, weight) = _weights(), measures
    return 1 / (1 + exp(-weights.bias - weights.shared * shared - weights.weight * weight))


def repeats(
    article: Article, reading: Reading, rated: Rated, records: Mapping[str, AnyRecord]
) -> dict[int, tuple[Repeat, ...]]:
    """The rated claims that each sentence may repeat, the likeliest first, by where the sentence starts."""
    read = [one for one in reading.sentences if not _is_skipped(article, one)] if rated.said else []
    found = {s.start: tuple(_of(article, s, rated, records)) for s in read}
    return {start: again for start, again in found.items() if again}


def _is_skipped(article: Article, sentence: Sentence) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in article.skipped)


def _of(article: Article, sentence: Sentence, rated: Rated, records: Mapping[str, AnyRecord]) -> Iterator[Repeat]:
    words = frozenset(keys(article.text[sentence.start : sentence.end]))
    likely = ((probability(told), record_id) for record_id, told in rated.measured(words).items())
    for score, record_id in sorted(likely, key=lambda pair: (-pair[0], pair[1])):
        record = records[record_id]
        if score >= LEAST and isinstance(record, Statement):
            yield Repeat(record=record, start=sentence.start, end=sentence.end, score=round(score, 3))


def quotes(article: Article, reading: Reading, again: Mapping[int, Sequence[Repeat]]) -> Iterator[Claim]:
    """A claim of each sentence that may repeat what has been fact-checked, and in which no other claim was read.

    It spans the sentence and has no slots: all that is known of it is that somebody has said the same words.
    """
    claimed = {claim.sentence_start for claim in reading.claims}
    left = (one for one in reading.sentences if one.start in again and one.start not in claimed)
    for number, one in enumerate(left, len(reading.claims) + 1):
        yield Claim(
            id=f"c{number}", family="deed", kind="quote", start=one.start, end=one.end,
            text=article.text[one.start : one.end], sentence_start=one.start, sentence_end=one.end,
            checkworthiness=one.checkworthiness,
        )  # fmt: skip


def said_by(records: Iterable[AnyRecord]) -> dict[str, tuple[str, ...]]:
    """The keys of every rated claim, by its id."""
    return {r.id: keys(r.statement) for r in records if isinstance(r, Statement) and is_rated(r)}


@cache
def _weights() -> Weights:
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
