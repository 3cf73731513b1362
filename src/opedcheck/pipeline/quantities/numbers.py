"""Number expressions: "7.1 billion", "twenty-eight thousand", "two-thirds", "half a million", "one in five", "11th".

One pass over the numeric pieces of the text; an expression is a bounded number of pieces, so the cost grows
with the numbers in the text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from opedcheck.pipeline.quantities.cardinals import MOST_PIECES, SMALL, Number, Read, cardinal, gap, is_joined, small
from opedcheck.pipeline.quantities.fractions import TAILS, part
from opedcheck.pipeline.quantities.numerals import MONEY_ONLY, NONE, ONE, SUFFIX, Lexeme, lexemes

LETTERS = re.compile(r"[A-Za-z]{1,5}")
SPACED_K = re.compile(r" {1,2}k\b")
OF = re.compile(r"\s+of\b")


def numbers(text: str) -> Iterator[Number]:
    """The numbers in `text`, in order, not overlapping."""
    pieces = list(lexemes(text))
    at = 0
    while at < len(pieces):
        found, after = _expression(text, pieces, at)
        if found is not None:
            yield found
        at = max(after, at + 1)


def _expression(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """The expression that begins at piece `at`, or None, and the piece behind it."""
    first = pieces[at]
    if first.kind == "other":
        return None, at + 1
    if first.kind == "multiple":
        return Number(first.start, first.end, first.value, first.value, NONE, multiple=True, spelled=True), at + 1
    for rule in (part, _vague, _point):
        found, after = rule(text, pieces, at)
        if found is not None:
            return found, after
    read = cardinal(text, pieces, at)
    if read is None:
        if first.kind == "ordinal":
            return Number(first.start, first.end, first.value, first.value, NONE, ordinal=True), at + 1
        return None, at + 1
    for tail in (_compound_ordinal, *TAILS):
        found, after = tail(text, pieces, at, read)
        if found is not None:
            return found, after
    return _plain(text, pieces, at, read), read.after


def _plain(text: str, pieces: list[Lexeme], at: int, read: Read) -> Number:
    end = pieces[read.after - 1].end
    value, step, scale, doubtful = read.value, read.step, read.scale, ""
    if read.after == at + 1 and pieces[at].kind == "digits":
        letters = LETTERS.match(text, end)
        suffix = letters.group() if letters else ""
        if suffix in SUFFIX and not text[end + len(suffix) : end + len(suffix) + 1].isalnum():
            if suffix in MONEY_ONLY or suffix in ("m", "b", "k"):
                doubtful = suffix
            else:
                power = Decimal(10) ** SUFFIX[suffix]
                value, step, scale, end = value * power, step * power, power, end + len(suffix)
        elif spaced := SPACED_K.match(text, end):
            value, step, scale, end = value * 1000, step * 1000, Decimal(1000), spaced.end()
    spelled = any(piece.kind in SMALL for piece in pieces[at : read.after])
    return Number(pieces[at].start, end, value, value, step, scale, spelled=spelled, doubtful=doubtful)


def _vague(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "thousands of", "tens of millions", "hundreds of thousands": one order of magnitude, from the least on."""
    value, here = ONE, at
    while here < len(pieces) and here - at < MOST_PIECES and pieces[here].plural and pieces[here].kind != "part":
        if here > at and not is_joined(text, pieces, here, "of"):
            break
        value, here = value * pieces[here].value, here + 1
    if here == at or not OF.match(text, pieces[here - 1].end):
        return None, at
    end = pieces[here - 1].end
    return Number(pieces[at].start, end, value, value * 10, NONE, value, vague=True, spelled=True), here


def _point(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "nine point nought four": digits or small numbers in words behind "point"."""
    read = cardinal(text, pieces, at)
    if read is None or read.after >= len(pieces) or not is_joined(text, pieces, read.after, "point"):
        return None, at
    here, shown = read.after, ""
    while here < len(pieces) and here - read.after < MOST_PIECES and (digit := small(text, pieces, here)):
        if here > read.after and not is_joined(text, pieces, here, ""):
            break
        shown, here = shown + str(digit.value), digit.after
    if not shown:
        return None, at
    value, step = read.value + Decimal(f"0.{shown}"), ONE.scaleb(-len(shown))
    scale = ONE
    if is_joined(text, pieces, here, "") and pieces[here].kind == "scale":
        scale, here = pieces[here].value, here + 1
    end = pieces[here - 1].end
    return Number(pieces[at].start, end, value * scale, value * scale, step * scale, scale, spelled=True), here


def _compound_ordinal(text: str, pieces: list[Lexeme], at: int, read: Read) -> tuple[Number | None, int]:
    """ "twenty-first", "one hundred and fifth"; a fraction such as "one fifth" is none."""
    last = pieces[read.after - 1]
    if not is_joined(text, pieces, read.after, "", "and"):
        return None, at
    ordinal = pieces[read.after]
    linked = gap(text, last, ordinal) == "and"
    if (
        ordinal.kind != "ordinal"
        or ordinal.value >= 10
        or last.kind not in (("hundred", "scale") if linked else ("tens",))
    ):
        return None, at
    value = read.value + ordinal.value
    return Number(pieces[at].start, ordinal.end, value, value, NONE, ordinal=True, spelled=True), read.after + 1
