"""Units left out because a figure before has them: "$5 million in 2014 and 7 million in 2015", "62 %, up from 58".

A unit is only lent where the parse or the words between tie the two figures together and nothing else can be counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from opedcheck.model import Quantity
from opedcheck.pipeline.quantities.nouns import NOUN_TAGS
from opedcheck.pipeline.quantities.units import TIMES

RECENT = 4  # quantities that are looked back at
NEAR = 120  # code points from one figure to the other
REACH = 25  # tokens over which the parse is followed
LIKE = 100  # of two figures that share a unit one is rarely more than this many times the other
# "62 percent, up from 58", "$4 a share, compared with 3 a year ago", "9 percent versus 7".
AGAINST = re.compile(
    r"(?: [a-z]+)?,? "
    r"(?:(?:up|down) (?:from|on)|(?:as )?(?:compared|opposed) (?:to|with)|(?P<from>from)|versus|vs\.?|against)"
    r"(?: just| about| only| around| nearly| almost)? "
)
# What may stand behind a figure whose noun is left out.
BEHIND = frozenset({"IN", "TO", "RB", "CC", "WRB", "CD", "DT", ",", ".", ":", "-LRB-", "-RRB-", "NFP", "_SP"})


def unit(doc: Doc, recent: Sequence[Quantity], found: Quantity, first: int, last: int) -> str | None:
    """The unit that `found`, in tokens `first` to `last`, shares with one of the quantities before it; else None."""
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if found.ordinal or (behind is not None and behind.tag_ not in BEHIND):
        return None
    for at, before in enumerate(reversed(recent)):
        if before.unit is None or before.ordinal or found.start - before.end > NEAR or not _alike(before, found):
            continue
        against = AGAINST.fullmatch(doc.text, before.end, found.start) if at == 0 else None
        if (against and not (against["from"] and before.unit in TIMES)) or _coordinated(doc, before, first, last):
            return before.unit
    return None


def _alike(before: Quantity, found: Quantity) -> bool:
    """Whether both are of one order: "$5 million in 2014 and 7 in 2015" leaves out more than a unit."""
    one, other = abs(before.high), abs(found.high)
    return one == other or (one > 0 and other > 0 and max(one, other) <= LIKE * min(one, other))


def _coordinated(doc: Doc, before: Quantity, first: int, last: int) -> bool:
    """Whether the parse joins the figure to the one before, or to the noun that that one counts."""
    for token in doc[first : last + 1]:
        if token.dep_ == "conj" and token.tag_ == "CD" and token.head.i < first:
            return _holds(before, token.head) or any(_holds(before, child) for child in _taken(token.head, first))
    return False


def _holds(before: Quantity, token: Token) -> bool:
    """Whether a token is part of the quantity, or the noun that it counts."""
    if before.start <= token.idx < before.end:
        return True
    if token.tag_ not in NOUN_TAGS or token.idx < before.end:
        return False
    near = token.doc[max(0, token.i - REACH) : token.i]
    return any(child.head.i == token.i and before.start <= child.idx < before.end for child in near)


def _taken(verb: Token, stop: int) -> list[Token]:
    """What a verb takes between itself and token `stop`."""
    near = verb.doc[max(verb.i + 1, stop - REACH) : stop]
    return [token for token in near if token.head.i == verb.i and token.dep_ in ("dobj", "attr")]


def alternative(doc: Doc, first: int, last: int) -> Token | None:
    """The noun of "a year or two", "another seat or three"."""
    if (
        first < 3
        or doc[first - 1].lower_ != "or"
        or doc[first - 2].tag_ != "NN"
        or doc[last].lower_ not in ("two", "three")
    ):
        return None
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and behind.tag_ not in BEHIND:
        return None
    single = doc[first - 3].tag_ in ("DT", "CD", "JJ") or doc[first - 3].lower_ == "another"
    return doc[first - 2] if single else None
