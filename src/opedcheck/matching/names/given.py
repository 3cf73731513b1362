"""Given names beside each other, on the safe side: what may be one person's is not told to be two's."""

from __future__ import annotations

from collections.abc import Iterable

from opedcheck.matching.names.likeness import sound
from opedcheck.matching.names.parts import parts
from opedcheck.words.nicknames import may_be_one


def may_bear(given: str, forms: Iterable[str], *, romanised: bool = False) -> bool:
    """Whether somebody known by the given names of `forms` may be called `given`.

    One word that both share is enough, as is an initial, or a short form of a name ("Joe", "Joseph"). `romanised`: the
    names were brought into Latin letters, which is done in many ways, so that what sounds alike is one name, too.
    """
    ours = parts(given).words
    theirs = {word for form in forms for word in parts(form).words}
    return any(_one(word, other, romanised) for word in ours for other in theirs)


def _one(word: str, other: str, romanised: bool) -> bool:
    if min(len(word), len(other)) == 1:
        return word[0] == other[0]
    return may_be_one(word, other) or (romanised and sound(word) == sound(other))
