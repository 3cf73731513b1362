"""Lexical and semantic search as one ranking, by reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009).

Each ranking gives a statement 1 / (RANK + its place). Weighted sums of the scores, raw, by their spread or by their
maximum, were tried on 997 posts and did worse: 0.90 against 0.92 of mean average precision at 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec
import numpy as np

from opedcheck.matching.search import PLACES, Hit, Search, best
from opedcheck.matching.semantic.encoder import Encoder, Vectors
from opedcheck.model import AnyRecord, Statement
from opedcheck.model.storage import Storage

RANK = 10
"""How slowly a place loses worth. Chosen by two-fold cross-validation over those posts: both halves chose the same."""
CHUNK = 2_000
"""Statements whose vectors are kept in one piece: an edit of one statement makes no other piece be computed anew
unless it moves what stands behind it."""


class SemanticSearch:
    """A lexical search and the vectors of the same statements, in the same order."""

    def __init__(self, lexical: Search, vectors: Vectors, encoder: Encoder) -> None:
        self.index = lexical.index
        self._lexical = lexical
        self._vectors = vectors
        self._encoder = encoder

    def __call__(self, text: str, top: int = 5) -> tuple[Hit, ...]:
        """The `top` references for `text`, the best first. A score is 1 for what both rankings have first, 0.5 and
        less for what only one of them has there; `why` tells of the words alone."""
        if not len(self._vectors):
            return ()
        words, sought, most = self._lexical.scores(text)
        meaning = self._vectors @ self._encoder([text])[0]
        scores = np.round((_worth(words) + _worth(meaning)) * (RANK / 2), PLACES)
        return tuple(self._lexical.hit(at, float(scores[at]), sought, most) for at in best(scores, top))


def _worth(scores: Vectors) -> Vectors:
    """What the place of each statement is worth in a ranking by `scores`; those without a score share the last one."""
    places = np.empty(len(scores), np.float32)
    places[np.argsort(-scores, kind="stable")] = np.arange(len(scores), dtype=np.float32)
    places[scores <= 0] = np.count_nonzero(scores > 0)
    worth: Vectors = np.float32(1) / (np.float32(RANK) + places)
    return worth


def prepare(
    lexical: Search, records: Sequence[AnyRecord], encoder: Encoder, *, storage: Storage | None = None
) -> SemanticSearch:
    """A search by words and meaning; `storage` keeps the vectors, by what was embedded and by which model."""
    texts = {record.id: record.statement for record in records if isinstance(record, Statement)}
    told = [texts[record_id] for record_id in lexical.index.ids]
    parts = list(_parts(told, encoder, storage))
    vectors = np.concatenate(parts) if parts else np.zeros((0, encoder.width), np.float32)
    return SemanticSearch(lexical, vectors, encoder)


def _parts(texts: Sequence[str], encoder: Encoder, storage: Storage | None) -> Iterator[Vectors]:
    for start in range(0, len(texts), CHUNK):
        part = texts[start : start + CHUNK]
        key = sha256(msgspec.json.encode(("vectors", encoder.name, part))).hexdigest()
        kept = storage.get(key) if storage is not None else None
        if kept is not None and len(kept) == len(part) * encoder.width * np.dtype(np.float32).itemsize:
            yield np.frombuffer(kept, np.float32).reshape(len(part), encoder.width)
            continue
        found = encoder(part)
        if storage is not None:
            storage.put(key, found.tobytes())
        yield found
