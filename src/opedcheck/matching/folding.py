"""Names as they are compared: no accents, no hyphens, no case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name for comparing: no accents, no hyphens, no case."""
    plain = unicodedata.normalize("NFKD", name)
    return (
        "".join(c for c in plain if not unicodedata.combining(c)).replace("-", " ").replace(".", "").casefold().strip()
    )
