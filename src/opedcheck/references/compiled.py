"""Decoded records, kept as MessagePack under what they were decoded from and by."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from opedcheck.model import AnyRecord
from opedcheck.model.storage import Storage
from opedcheck.references.collect import File

_records = msgspec.msgpack.Decoder(tuple[AnyRecord, ...])


def kept(file: File, storage: Storage) -> tuple[AnyRecord, ...] | None:
    """The records of `file` as they were decoded once, or `None`: then it is to be decoded."""
    data = storage.get(_key(file))
    if data is None:
        return None
    try:
        return _records.decode(data)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError):
        return None


def keep(file: File, records: tuple[AnyRecord, ...], storage: Storage) -> None:
    """Keep the records of a file without faults."""
    storage.put(_key(file), msgspec.msgpack.encode(records))


def _key(file: File) -> str:
    head = f"references\0{_code()}\0{file.shown}\0".encode()
    return sha256(head + file.data).hexdigest()


@cache
def _code() -> str:
    """A digest of the code that decodes: another version of it never reads what this one kept."""
    here = Path(__file__).parent
    sources = sorted([*here.glob("*.py"), *(here.parent / "model").glob("*.py")])
    return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
