"""What the pipeline read, kept under all that it depends on: the text, its date, the names known, the reader.

Whatever of that changes makes another key, so nothing stale is ever found. Entries lie in the cache, which checks that
each is whole and stands under its own key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Generic, TypeVar

import msgspec

from opedcheck.model import Article, Claim, Gist, Reading
from opedcheck.model.storage import Storage

Claims = tuple[Claim, ...]
_reading = msgspec.msgpack.Decoder(Reading)
_claims = msgspec.msgpack.Decoder(Claims)
_gist = msgspec.msgpack.Decoder(Gist)
_encode = msgspec.msgpack.Encoder().encode


def digest(*parts: object) -> str:
    """One digest over several values, each told apart from its neighbours. Sets have no order, so none may be in it."""
    return sha256(_encode(parts)).hexdigest()


def kept(article: Article, reader: str, storage: Storage) -> Reading | None:
    """What `reader` (a digest of the code, the model and the names known) read in an article, if that is kept."""
    data = storage.get(_key(article, reader))
    try:
        return None if data is None else _reading.decode(data)
    except msgspec.DecodeError:
        return None


def keep(article: Article, reader: str, reading: Reading, storage: Storage) -> None:
    """Keep what was read in an article."""
    storage.put(_key(article, reader), _encode(reading))


def _key(article: Article, reader: str) -> str:
    return digest("reading", reader, article.text, article.date, article.skipped)


class Statements(msgspec.Struct, frozen=True):
    """What was read in a set of statements, as it is kept.

    `content` is a digest of the records that the index was made from, `claims` and `gists` have the encoded claims and
    the encoded gist of each statement by its id, `texts` what they were read in, `index` the encoded tables that find
    them.
    """

    content: str
    texts: dict[str, str]
    claims: dict[str, msgspec.Raw]
    gists: dict[str, msgspec.Raw]
    index: msgspec.Raw


_statements = msgspec.msgpack.Decoder(Statements)


def kept_statements(name: str, storage: Storage) -> Statements | None:
    """The statements kept under `name`, whatever they hold: `content` and `texts` tell what is still true."""
    data = storage.get(name)
    try:
        return None if data is None else _statements.decode(data)
    except msgspec.DecodeError:
        return None


def statements(
    content: str, texts: dict[str, str], claims: Mapping[str, Claims], gists: Mapping[str, Gist], index: object
) -> Statements:
    """What is to be kept: what was read in statements, and the tables that find it."""
    return Statements(
        content,
        texts,
        {record_id: msgspec.Raw(_encode(claims[record_id])) for record_id in texts},
        {record_id: msgspec.Raw(_encode(gists[record_id])) for record_id in texts},
        msgspec.Raw(_encode(index)),
    )


def keep_statements(name: str, read: Statements, storage: Storage) -> None:
    """Keep the claims of statements under `name`, in the place of what was kept there."""
    storage.put(name, _encode(read))


T = TypeVar("T")


class Lazily(Mapping[str, T], Generic[T]):
    """What was read, by its statement's id, decoded when it is asked for: a run compares few of many."""

    def __init__(self, raw: Mapping[str, msgspec.Raw], decoder: msgspec.msgpack.Decoder[T]) -> None:
        self.raw = raw
        self._decoder = decoder
        self._decoded: dict[str, T] = {}

    def __getitem__(self, record_id: str) -> T:
        found = self._decoded.get(record_id)
        if found is None:
            found = self._decoded[record_id] = self._decoder.decode(self.raw[record_id])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)


def claims_of(raw: Mapping[str, msgspec.Raw]) -> Lazily[Claims]:
    """Encoded claims by their statement's id."""
    return Lazily(raw, _claims)


def gists_of(raw: Mapping[str, msgspec.Raw]) -> Lazily[Gist]:
    """Encoded gists by their statement's id."""
    return Lazily(raw, _gist)
