"""Which references speak of what a text speaks of, ranked by the words, names and numbers in common.

The free parameters are few: BM25's two (in `search_index`) and the three below, chosen by two-fold cross-validation
over 997 posts and the known claims behind them: both halves chose the same, and their neighbours differ by less than
the noise. `search_names.NAMED` is set by hand. Word order and nearness were tried as well, and lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from opedcheck.matching import search_index
from opedcheck.matching.search_index import Index, Weights
from opedcheck.matching.search_names import NAMED, Names
from opedcheck.matching.search_terms import Term, terms
from opedcheck.matching.segments import segments
from opedcheck.matching.synonyms import synonyms
from opedcheck.model import AnyRecord, LexiconEntry, Statement
from opedcheck.model.storage import Storage

SYNONYM = 0.5
"""What a synonym of a word counts, against the word itself."""
ALIKE = 0.6
"""What a word counts that is spelled exactly alike; less by as much as it is spelled less alike."""
ALIKE_ENOUGH = 0.6
SHORTEST = 4
"""Words of fewer letters are like too many others."""
PLACES = 4
"""Digits of a score: records whose scores agree in them keep the order of their files."""

How = Literal["same", "synonym", "alike"]
_decoder = msgspec.msgpack.Decoder(Index)


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the text and a reference share: `text` there, `term` here, and what it adds to the score.

    Of the kind "meaning" it is all of the text beside all of the reference, whose id `term` then is.
    """

    text: str
    term: str
    kind: Literal["word", "number", "entity", "tag", "meaning"]
    how: How
    weight: float


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A reference and its score, 0 to 1: the share of the text's weight that is found in it; `why` adds up to it."""

    reference: str
    score: float
    why: tuple[Shared, ...] = ()


class Sought(msgspec.Struct, frozen=True):
    """A term of the index to look for, and what it counts (1 for a term of the text itself)."""

    place: int
    share: float
    how: How
    term: Term


class Search:
    """An index over the statements of `records`, ready for any number of texts."""

    def __init__(self, index: Index, names: Names) -> None:
        self.index = index
        self._names = names

    def __call__(self, text: str, top: int = 5) -> tuple[Hit, ...]:
        """The `top` references for `text`, the best first; fewer where fewer share anything with it."""
        scores, sought, most = self.scores(text)
        return tuple(self.hit(at, float(scores[at]), sought, most) for at in best(scores, top))

    def scores(self, text: str) -> tuple[Weights, Sequence[Sequence[Sought]], float]:
        """The score of every statement, in the index's order; what was sought; and what the best could weigh."""
        asked = self._asked(text)
        sought = [tuple(self._sought(term)) for term in asked]
        scores = np.zeros(len(self.index.ids), np.float32)
        for ways in sought:
            scores += self._added(ways)
        most = self._most(asked)
        return np.round(np.minimum(scores / most, 1.0), PLACES), sought, most

    def _added(self, ways: Sequence[Sought]) -> Weights:
        """What one term of the text adds to every statement: the best of the ways in which it is found there."""
        added = np.zeros(len(self.index.ids), np.float32)
        for one in ways:
            holders, weights = self.index.holders(one.place)
            added[holders] = np.maximum(added[holders], one.share * weights)
        return added

    def _asked(self, text: str) -> list[Term]:
        """Every term of the text once; a hashtag that no statement holds as the words that it is made of."""
        found = [part for term in terms(text) for part in self._parts(term)]
        found += self._names.named(text)
        return list({term.key: term for term in found}.values())

    def _parts(self, term: Term) -> Iterator[Term]:
        parts: Sequence[str] = ()
        if term.kind == "tag" and term.key not in self.index.places:
            parts = segments(term.shown, self._frequency)
        if len(parts) < 2:
            yield term
        for part in parts if len(parts) > 1 else ():
            yield from terms(part)

    def _frequency(self, word: str) -> float:
        """How often a word is held by statements, as a share of them."""
        return self._share_of(next((term.key for term in terms(word)), word))

    @cached_property
    def _share_of(self) -> Callable[[str], float]:
        seen = np.frombuffer(self.index.seen, np.int32) / max(len(self.index.ids), 1)
        return cache(lambda key: float(seen[at]) if (at := self.index.places.get(key)) is not None else 0.0)

    def _sought(self, term: Term) -> Iterator[Sought]:
        """The term itself, its synonyms, and words that are spelled like it, each where some statement holds it."""
        places = self.index.places
        if (place := places.get(term.key)) is not None:
            yield Sought(place, NAMED if term.kind == "entity" else 1.0, "same", term)
        if term.kind not in ("word", "tag"):
            return
        near = {places[key] for key in synonyms(term.key) if key in places}
        yield from (Sought(one, SYNONYM, "synonym", term) for one in sorted(near))
        if len(term.key) >= SHORTEST and term.key.isalpha():
            for one, alike in self.index.alike(term.key, ALIKE_ENOUGH):
                if one not in near:
                    yield Sought(one, ALIKE * alike, "alike", term)

    def _most(self, asked: Sequence[Term]) -> float:
        """What a statement would score that had every term of the text once in every field."""
        idf, places = self.index.idf, self.index.places
        worth = (float(idf[places[term.key]]) if term.key in places else self.index.unknown for term in asked)
        shares = (NAMED if term.kind == "entity" else 1.0 for term in asked)
        once = float(search_index.saturated(np.array([float(self.index.fields)]))[0])
        return max(sum(w * s for w, s in zip(worth, shares, strict=True)) * once, 1e-9)

    def hit(self, at: int, score: float, sought: Sequence[Sequence[Sought]], most: float) -> Hit:
        """The statement at a place of the index, with what it shares with the text."""
        found = (shared for ways in sought if (shared := self._shared(at, ways, most)) is not None)
        return Hit(
            reference=self.index.ids[at],
            score=score,
            why=tuple(sorted(found, key=lambda shared: -shared.weight)),
        )

    def _shared(self, at: int, ways: Sequence[Sought], most: float) -> Shared | None:
        """The best way in which a term of the text is found in one statement."""
        weighed = [(one.share * _weight(*self.index.holders(one.place), at), one) for one in ways]
        weight, one = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
        if one is None or not weight:
            return None
        told = self._names.shown(self.index.terms[one.place])
        weight = round(weight / most, PLACES)
        return Shared(text=one.term.shown, term=told, kind=one.term.kind, how=one.how, weight=weight)


def prepare(
    records: Sequence[AnyRecord],
    lexicon: Sequence[LexiconEntry] = (),
    *,
    storage: Storage | None = None,
    digest: str = "",
) -> Search:
    """A search over the statements of `records` that knows the names of `lexicon`.

    `storage` keeps the index from one run to the next under `digest`, which stands for what the records hold.
    """
    names = Names(lexicon)
    key = sha256("\0".join(("search", _code(), digest)).encode()).hexdigest()
    kept = storage.get(key) if storage is not None and digest else None
    if kept is not None:
        try:
            return Search(_decoder.decode(kept), names)
        except msgspec.DecodeError:
            pass  # torn or foreign: compile anew
    statements = [record for record in records if isinstance(record, Statement)]
    index = search_index.build([one.id for one in statements], (_fields(one, names) for one in statements))
    if storage is not None and digest:
        storage.put(key, msgspec.msgpack.encode(index))
    return Search(index, names)


def _fields(record: Statement, names: Names) -> tuple[list[str], list[str]]:
    """The keys of a statement with its other phrasings, and of its title, topic and tags."""

    def keys(*parts: str | None) -> list[str]:
        text = " . ".join(filter(None, parts))
        return [term.key for term in (*terms(text), *names.named(text))]

    return keys(record.statement, *record.aliases), keys(record.title, record.topic, *record.tags)


def best(scores: Weights, top: int) -> list[int]:
    """The places of the highest scores, equal ones in their order, none without a score."""
    some = np.flatnonzero(scores)
    if len(some) > top:
        least = np.partition(scores[some], len(some) - top)[len(some) - top]
        some = some[scores[some] >= least]
    return [int(at) for at in some[np.argsort(-scores[some], kind="stable")][:top]]


def _weight(holders: search_index.Ids, weights: Weights, at: int) -> float:
    """What a term weighs in one statement; 0 where it isn't."""
    found = int(np.searchsorted(holders, at))
    return float(weights[found]) if found < len(holders) and holders[found] == at else 0.0


@cache
def _code() -> str:
    """A digest of the code that compiles: another version of it never reads what this one kept."""
    here = Path(__file__).parent
    sources = sorted([*here.glob("search*.py"), here / "stems.py"])
    return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
