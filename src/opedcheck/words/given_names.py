"""Given names that Americans bear, wherever they come from.

The US Census Bureau's list "Frequently Occurring First Names and Surnames From the 1990 Census" (public domain), which
nine in ten are on; written by tools/make_given_names.py.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("given_names.txt")


@cache
def _names() -> frozenset[str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_american(name: str) -> bool:
    """Whether a given name, in lower case and without accents, is not rare in the United States."""
    return name in _names()
