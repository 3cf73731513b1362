"""What a stage may ask of a cache that it is handed."""

from __future__ import annotations

from typing import Protocol


class Storage(Protocol):
    """Bytes kept under keys. It may forget anything at any time, and never raises."""

    def get(self, key: str) -> bytes | None:
        """What was put under `key`, byte for byte, or `None`."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, if that can be done."""
        ...
