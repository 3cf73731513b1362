"""The vectors of many texts, each made once and kept beside the others of its collection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

import msgspec
import numpy as np

from opedcheck.matching.semantic.encoder import Encoder, Vectors
from opedcheck.model.storage import Storage

CHUNK = 1_000
"""So many texts are embedded before they are kept: whoever interrupts it loses the last few."""
DIGEST = 16
"""Bytes of a text's digest: enough that no two of a billion texts share it."""


class Kept(msgspec.Struct, frozen=True):
    """Digests of texts, one behind the other, and their vectors in the same order, as bytes in the machine's order."""

    texts: bytes
    vectors: bytes


_decoder = msgspec.msgpack.Decoder(Kept)


def vectors(
    texts: Sequence[str],
    encoder: Encoder,
    *,
    storage: Storage | None = None,
    name: str = "",
    new: Callable[[int], None] = lambda count: None,
) -> Vectors:
    """One vector a text, shape (texts, width). What `storage` has kept of the collection `name` is not made again.

    `new` is told how many texts have to be embedded, if any, before that is done: it takes a while.
    """
    digests = [_digest(text) for text in texts]
    key = sha256(msgspec.json.encode(("vectors", encoder.name, name))).hexdigest()
    known = _known(storage.get(key) if storage is not None else None, encoder.width)
    missing = [text for text in dict.fromkeys(texts) if _digest(text) not in known]
    if missing:
        new(len(missing))
    for start in range(0, len(missing), CHUNK):
        part = missing[start : start + CHUNK]
        known.update(zip(map(_digest, part), encoder(part), strict=True))
        if storage is not None:
            here = [digest for digest in dict.fromkeys(digests) if digest in known]
            kept = Kept(b"".join(here), b"".join(known[digest].tobytes() for digest in here))
            storage.put(key, msgspec.msgpack.encode(kept))
    return np.array([known[digest] for digest in digests], np.float32).reshape(len(texts), encoder.width)


def _digest(text: str) -> bytes:
    return sha256(text.encode()).digest()[:DIGEST]


def _known(data: bytes | None, width: int) -> dict[bytes, Vectors]:
    """Vectors by their texts' digests; none where what was kept is torn, or of another width."""
    try:
        kept = _decoder.decode(data or b"")
        rows = np.frombuffer(kept.vectors, np.float32).reshape(-1, width)
    except (msgspec.DecodeError, ValueError):
        return {}
    digests = [kept.texts[at : at + DIGEST] for at in range(0, len(kept.texts), DIGEST)]
    return dict(zip(digests, rows, strict=True)) if len(digests) == len(rows) else {}
