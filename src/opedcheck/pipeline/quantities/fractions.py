"""Fractions in words: "two-thirds", "half a million", "a quarter of", "five and a half million", "one in five"."""

from __future__ import annotations

import re
from decimal import Decimal

from opedcheck.pipeline.quantities.cardinals import (
    MULTIPLIERS,
    SMALL,
    Number,
    Read,
    cardinal,
    gap,
    is_joined,
    small,
)
from opedcheck.pipeline.quantities.numerals import NONE, ONE, Lexeme

OF = re.compile(r"\s+of\b")
# What half may be of; "half" before anything else is mostly part of a word ("half time", "half full").
WHOLE = re.compile(
    r"\s+(?:of|an?|the|this|that|these|those|all|his|her|its|their|our|my|your|people|\w+s)\b"
    r"|[ -](?:hour|mile|inch|acre|pound|ton|point)\b"
    r"|\s*[.,;]?\Z"
)
# "fell by a third last year", not "owned by a third party".
BY = re.compile(
    r"\bby(?:\s+(?:about|around|almost|nearly|roughly|over|more\s+than|less\s+than|at\s+least))?\s+\Z", re.I
)
MOVED = re.compile(
    r"\s*(?:[.,;:)]|\Z)|\s+(?:since|in|from|to|between|over|during|after|before|by|last|this|compared|and|or|but|as|when"
    r"|while)\b",
    re.I,
)
LOOSE, COARSE = Decimal("0.05"), Decimal("0.1")
"""A share that is told as a part is told to the nearest part: "a quarter" is said of 24 % and of 26 %; a smaller one
than a tenth is told as it is, "one in 400"."""
REACH = 30
ROUND = (10, 20, 100, 1000)  # "3 in 10" is a share; "3 in 7" may be anything
NOT_HALVES = frozenset(
    {"first", "second", "latter", "other", "better", "final", "last", "former", "opening", "each", "early"}
)


def _named(start: int, end: int, value: Decimal, *, share: bool) -> Number:
    return Number(start, end, value, value, LOOSE if share and value >= COARSE else NONE, share=share, spelled=True)


def part(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "half a million", "a quarter of", "a third of", "half of": one part of something."""
    start, here = pieces[at].start, at
    if pieces[at].kind == "article":
        here = at + 1
    part = pieces[here]
    if part.plural or part.kind not in ("part", "ordinal") or (part.kind == "ordinal" and here == at):
        return None, at
    moved = (
        here > at
        and BY.search(text, max(0, start - REACH), start) is not None
        and MOVED.match(text, part.end) is not None
    )
    whole = moved or OF.match(text, part.end) is not None or part.end == len(text)
    if part.kind == "ordinal" and (part.value < 3 or not whole):
        return None, at
    scaled = _of_scale(text, pieces, here + 1)
    if part.kind == "part" and scaled is None and not (moved or _divides(text, start, part)):
        return None, at
    if scaled:
        return _named(start, pieces[scaled.after - 1].end, scaled.value / part.value, share=False), scaled.after
    return _named(start, part.end, ONE / part.value, share=True), here + 1


def _divides(text: str, start: int, part: Lexeme) -> bool:
    """Whether "half" or "quarter" is a part of what follows, not the second half or the last quarter."""
    before = text[max(0, start - 14) : start].rstrip(" -").rpartition(" ")[2].lower()
    return before not in NOT_HALVES and (WHOLE if part.value == 2 else OF).match(text, part.end) is not None


def _of_scale(text: str, pieces: list[Lexeme], at: int) -> Read | None:
    """The scale behind a part: "(half) a million", "(two thirds) of a million", "(three quarters) billion"."""
    if not 0 < at < len(pieces):
        return None
    if pieces[at].kind == "article" and gap(text, pieces[at - 1], pieces[at]) in ("", "of"):
        at += 1
    elif gap(text, pieces[at - 1], pieces[at]) != "":
        return None
    if at >= len(pieces) or pieces[at].kind not in MULTIPLIERS or pieces[at].plural:
        return None
    return Read(pieces[at].value, NONE, pieces[at].value, at + 1)


def _fraction(text: str, pieces: list[Lexeme], at: int, read: Read) -> tuple[Number | None, int]:
    """ "two-thirds", "three quarters of a million", "one eighth"; "2-1/2"."""
    here = read.after
    if not is_joined(text, pieces, here, ""):
        return None, at
    start, below = pieces[at].start, pieces[here]
    if pieces[at].kind == "digits" and below.kind == "digits" and 0 < below.value < 1 and below.step == 0:
        if here != at + 1 or read.value != read.value.to_integral_value():
            return None, at
        scale = _of_scale(text, pieces, here + 1)
        factor = scale.value if scale else ONE
        after = scale.after if scale else here + 1
        value = (read.value + below.value) * factor
        return Number(start, pieces[after - 1].end, value, value, NONE, factor), after
    if below.kind == "ordinal" and (read.value != 1 or below.value < 3):
        return None, at
    if below.kind not in ("part", "ordinal") or not 0 < read.value < 100:
        return None, at
    scaled = _of_scale(text, pieces, here + 1)
    if scaled:
        value = scaled.value * read.value / below.value
        return _named(start, pieces[scaled.after - 1].end, value, share=False), scaled.after
    return _named(start, below.end, read.value / below.value, share=True), here + 1


def _one_in(text: str, pieces: list[Lexeme], at: int, read: Read) -> tuple[Number | None, int]:
    """ "one in five", "two out of three": a share."""
    if (
        not is_joined(text, pieces, read.after, "in", "out of", "in every", "of every", "out of every")
        or not 0 < read.value < 100
    ):
        return None, at
    whole = cardinal(text, pieces, read.after)
    if whole is None or pieces[read.after].kind == "article" or whole.value <= read.value:
        return None, at
    spelled = any(piece.kind in SMALL for piece in pieces[at : whole.after])
    loose = gap(text, pieces[read.after - 1], pieces[read.after]) == "in" and read.value > 1 and not spelled
    if loose and whole.value not in ROUND:
        return None, at
    value = read.value / whole.value
    return _named(pieces[at].start, pieces[whole.after - 1].end, value, share=True), whole.after


def _and_part(text: str, pieces: list[Lexeme], at: int, read: Read) -> tuple[Number | None, int]:
    """ "five and a half million", "one million and a half", "twenty and three fifths"."""
    if not is_joined(text, pieces, read.after, "and"):
        return None, at
    here = read.after
    above = small(text, pieces, here)
    count, here = (above.value, above.after) if above else (ONE, here + (pieces[here].kind == "article"))
    if here >= len(pieces) or here == read.after or not is_joined(text, pieces, here, ""):
        return None, at
    part = pieces[here]
    if part.kind not in ("part", "ordinal") or part.value < 2 or (part.kind == "ordinal" and count != 1):
        return None, at
    fraction = count / part.value
    scaled = _of_scale(text, pieces, here + 1)
    if scaled and read.scale == 1:
        value, scale = (read.value + fraction) * scaled.value, scaled.scale
    elif scaled:
        value, scale = read.value + fraction * scaled.value, scaled.scale
    else:
        value, scale = read.value + fraction * (read.scale if read.scale >= 1000 else ONE), read.scale
    after = scaled.after if scaled else here + 1
    return Number(pieces[at].start, pieces[after - 1].end, value, value, NONE, scale, spelled=True), after


TAILS = (_fraction, _one_in, _and_part)
