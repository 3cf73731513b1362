"""Given names and their short forms: Joe is Joseph, Liz is Elizabeth.

The pairs are those of Carlton Northern's public list of nicknames (Apache-2.0), in a form of our own; written by
tools/make_nicknames.py.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("nicknames.txt")
KIN_LETTERS = 2  # Two short forms of one name are kin if they begin alike: Joe and Joey, not Bob and Dobbin.


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """A name -> its short forms. A line of the table is "joseph: jody joe joey"."""
    with TABLE.open(encoding="utf-8") as lines:
        rows = (line.partition(":") for line in lines if not line.startswith("#"))
        return {name: frozenset(short.split()) for name, _, short in rows}


@cache
def _long_forms() -> dict[str, frozenset[str]]:
    """A short form -> the names that it may stand for."""
    found: dict[str, set[str]] = {}
    for name, short in _short_forms().items():
        for form in short:
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def is_nickname(one: str, other: str) -> bool:
    """Whether one of two given names, in lower case and without accents, is a short form of the other."""
    short = _short_forms()
    return other in short.get(one, ()) or one in short.get(other, ())


def is_listed(name: str) -> bool:
    """Whether the table, which is of English names, has a given name, in lower case and without accents."""
    return name in _short_forms() or name in _long_forms()


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names may be one person's: a name and its short form, or two short forms that begin alike."""
    if one == other or is_nickname(one, other):
        return True
    long = _long_forms()
    return one[:KIN_LETTERS] == other[:KIN_LETTERS] and bool(long.get(one, frozenset()) & long.get(other, frozenset()))
