"""Given names beside each other, on the safe side: what may be one person's is not told to be two's."""

from __future__ import annotations

from collections.abc import Iterable

from opedcheck.matching.names.likeness import sound
from opedcheck.matching.names.parts import parts
from opedcheck.words.nicknames import may_be_one


def may_bear(given: str, forms: Iterable[str], *, romanised: bool = False) -> bool:
    """Whether somebody known by the given names of `forms` may be called `given`.

    One word that both share is enough, as is a short form ("Joe", "Joseph"), or an initial: of any given name where
    ours has nothing else ("Ronald W." is no "George W."), of the first where it is theirs ("Donald J." is no "James").
    `romanised`: the names were brought into Latin letters, which is done in many ways, so that what sounds alike is one
    name, too.
    """
    ours = parts(given).words
    spelt = [word for word in ours if len(word) > 1] or ours
    theirs = [parts(form).words for form in forms]
    whole = {word for words in theirs for word in words if len(word) > 1}
    initials = {words[0] for words in theirs if words and len(words[0]) == 1}
    return any(_one(word, other, romanised) for word in spelt for other in whole) or any(
        word[0] in initials for word in ours[:1]
    )


def _one(word: str, other: str, romanised: bool) -> bool:
    if len(word) == 1:
        return word == other[0]
    return may_be_one(word, other) or (romanised and sound(word) == sound(other))
