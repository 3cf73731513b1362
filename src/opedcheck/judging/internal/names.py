"""`name-conflict`: one surname and office with two given names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from opedcheck.judging.internal.found import around, at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules import name_conflict
from opedcheck.model import Finding, Name
from opedcheck.words.kin import NEAR_KIN
from opedcheck.words.nicknames import may_be_one
from opedcheck.words.titles import canonical_title, is_office, is_sole

# Where one of these stands, two people of one surname are no surprise.
KIN = re.compile(
    rf"\b(?:{NEAR_KIN}|predecessors?|success(?:or|ors|ion)|succeed(?:s|ed|ing)?|replac(?:e[ds]?|ing)|former(?:ly)?|late"
    r"|then|ex|no relation)\b",
    re.I,
)
WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
Office = tuple[str, str, str]


def check(case: Case) -> Iterator[Finding]:
    """A finding at the later of two given names."""
    keyed = sorted(((key, n) for n in case.reading.names if (key := _key(n))), key=lambda kn: (kn[0], kn[1].start))
    for _, group in groupby(keyed, key=lambda kn: kn[0]):
        for first, later in pairwise(name for _, name in group):
            if _two(first, later) and not any(KIN.search(around(case, n.start, before=1)) for n in (first, later)):
                message = (
                    f"The text calls the {later.title} {later.text} here and {first.text} before; "
                    "one surname and office have two given names."
                )
                yield at(case, name_conflict.RULE, later.start, later.end, message)


def _key(name: Name) -> Office | None:
    """The office that the name stands with and its surname: what two names must share to be one person's."""
    office = canonical_title(name.title) if name.title and name.status is None else None
    words = _words(name.text)
    if name.kind != "person" or office is None or len(words) < 2 or not (is_office(office) and is_sole(office)):
        return None
    return office, name.of or "", words[-1]


def _two(first: Name, later: Name) -> bool:
    """Whether the given names are two, and the references don't know the bearers for two people."""
    if first.entity and later.entity:
        return False
    given, other = _words(first.text)[0], _words(later.text)[0]
    return not same_given(given, other)


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's: alike, an initial, one the beginning of the other, a nickname."""
    return one.startswith(other) or other.startswith(one) or may_be_one(one, other)


def _words(text: str) -> list[str]:
    """The words of a name, folded, without what only tells generations apart."""
    words = [word.strip(".").casefold() for word in WORDS.findall(text)]
    return [word for word in words if word not in GENERATIONS]
