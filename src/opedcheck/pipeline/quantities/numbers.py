"""Number expressions: "7.1 billion", "twenty-eight thousand", "two-thirds", "half a million", "one in five", "11th".

One pass over the numeric pieces of the text; an expression is a bounded number of pieces, so the cost grows
with the numbers in the text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opedcheck.pipeline.quantities.numerals import MONEY_ONLY, NONE, ONE, SUFFIX, Lexeme, lexemes

LONGEST_GAP = 10  # characters between two pieces of one expression
MOST_PIECES = 16
SMALL = frozenset({"unit", "teen", "tens"})
MULTIPLIERS = frozenset({"scale", "dozen"})
OF = re.compile(r"\s+of\b")
# What half may be of; "half" before anything else is mostly part of a word ("half time", "half full").
WHOLE = re.compile(
    r"\s+(?:of|an?|the|this|that|these|those|all|his|her|its|their|our|my|your|people|\w+s)\b|[ -](?:hour|mile|inch|acre|pound|ton|point)\b"
    r"|\s*[.,;]?\Z"
)
LETTERS = re.compile(r"[A-Za-z]{1,5}")
SPACED_K = re.compile(r" {1,2}k\b")
NOT_HALVES = frozenset(
    {"first", "second", "latter", "other", "better", "final", "last", "former", "opening", "each", "early"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it; `low` below `high` only for "thousands" and its kin.

    `share`: a part of a whole ("two-thirds of", "one in five"), with the value as a fraction of 1. `scale`: the
    last multiplier said. `multiple`: "doubled", "sixfold". `doubtful`: the letter glued to it ("5m") that may be a scale or a unit; not yet in `low`.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    scale: Decimal = ONE
    ordinal: bool = False
    share: bool = False
    vague: bool = False
    multiple: bool = False
    spelled: bool = False
    doubtful: str = ""


def numbers(text: str) -> Iterator[Number]:
    """The numbers in `text`, in order, not overlapping."""
    pieces = list(lexemes(text))
    at = 0
    while at < len(pieces):
        found, after = _expression(text, pieces, at)
        if found is not None:
            yield found
        at = max(after, at + 1)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number read so far, and the piece behind it."""

    value: Decimal
    step: Decimal
    scale: Decimal
    after: int


def _gap(text: str, left: Lexeme, right: Lexeme) -> str | None:
    """What stands between two pieces: "" (a space or hyphen), or a word in lower case; None where too far."""
    if right.start - left.end > LONGEST_GAP:
        return None
    between = text[left.end : right.start].lower()
    if "\n" in between:
        return None
    words = between.replace("-", " ").split()
    return " ".join(words)


def _joined(text: str, pieces: list[Lexeme], at: int, *gaps: str) -> bool:
    """Whether piece `at` follows the one before it with one of `gaps` between."""
    return 0 < at < len(pieces) and _gap(text, pieces[at - 1], pieces[at]) in gaps


def _small(text: str, pieces: list[Lexeme], at: int) -> _Read | None:
    """A number below a hundred in words."""
    if at >= len(pieces) or pieces[at].kind not in SMALL:
        return None
    first = pieces[at]
    if first.kind == "tens" and _joined(text, pieces, at + 1, "") and pieces[at + 1].kind == "unit":
        return _Read(first.value + pieces[at + 1].value, ONE, ONE, at + 2)
    return _Read(first.value, ONE, ONE, at + 1)


def _group(text: str, pieces: list[Lexeme], at: int) -> _Read | None:
    """Digits, or words below a thousand ("three hundred and two"), without a scale."""
    if at >= len(pieces):
        return None
    first = pieces[at]
    if first.kind == "digits":
        read = _Read(first.value, first.step, ONE, at + 1)
    elif first.kind == "article" and pieces[at + 1].kind in MULTIPLIERS | {"hundred"}:
        read = _Read(ONE, ONE, ONE, at + 1)
    elif first.kind == "hundred" and not first.plural and _scale_behind(text, pieces, at + 1):
        read = _Read(ONE, ONE, ONE, at)
    elif small := _small(text, pieces, at):
        read = small
    else:
        return None
    return _hundreds(text, pieces, at, read)


def _scale_behind(text: str, pieces: list[Lexeme], at: int) -> bool:
    return _joined(text, pieces, at, "") and pieces[at].kind == "scale"


def _hundreds(text: str, pieces: list[Lexeme], first: int, read: _Read) -> _Read:
    """`read`, which began at piece `first`, with the hundreds behind it: "three hundred and two"."""
    at = read.after
    if at >= len(pieces) or pieces[at].kind != "hundred" or (at > first and not _joined(text, pieces, at, "")):
        return read
    value, step, after = read.value * 100, read.step * 100, at + 1
    if not _joined(text, pieces, after, "", "and"):
        return _Read(value, step, Decimal(100), after)
    rest = _small(text, pieces, after)
    linked = _gap(text, pieces[at], pieces[after]) == "and"
    if rest is None and linked and pieces[after].kind == "digits" and 0 < pieces[after].value < 100:
        rest = _Read(pieces[after].value, pieces[after].step, ONE, after + 1)
    if rest is None or _divided(text, pieces, rest.after) or _hundred(text, pieces, rest.after):
        return _Read(value, step, Decimal(100), after)
    return _Read(value + rest.value, rest.step, ONE, rest.after)


def _divided(text: str, pieces: list[Lexeme], at: int) -> bool:
    """Whether a denominator stands at `at`, so that what is before it is the count of parts."""
    return _joined(text, pieces, at, "") and pieces[at].kind == "part"


def _hundred(text: str, pieces: list[Lexeme], at: int) -> bool:
    return _joined(text, pieces, at, "") and pieces[at].kind == "hundred"


def _cardinal(text: str, pieces: list[Lexeme], at: int) -> _Read | None:
    """Groups with falling scales: "two million three hundred thousand and five"."""
    read = _scaled(text, pieces, at)
    while read and read.scale >= 1000 and read.after - at < MOST_PIECES:
        joined_by = _gap(text, pieces[read.after - 1], pieces[read.after]) if read.after < len(pieces) else None
        if joined_by not in ("", "and"):
            break
        rest = _scaled(text, pieces, read.after)
        if rest is None or rest.value >= read.scale or pieces[read.after].kind == "article" or rest.value == 0:
            break
        unscaled_digits = pieces[read.after].kind == "digits" and rest.after == read.after + 1
        if unscaled_digits or _divided(text, pieces, rest.after):
            break
        read = _Read(read.value + rest.value, rest.step, rest.scale, rest.after)
    return read


def _scaled(text: str, pieces: list[Lexeme], at: int) -> _Read | None:
    """One group with the scales right behind it: "three lakh crore", "4 hundred million", "1.2bn"."""
    read = _group(text, pieces, at)
    if read is None:
        return None
    value, step, scale, after = read.value, read.step, read.scale, read.after
    while after < len(pieces) and after - at < MOST_PIECES and pieces[after].kind in MULTIPLIERS:
        if after > at and not _joined(text, pieces, after, ""):
            break
        factor = pieces[after].value
        value, step, scale, after = value * factor, step * factor, scale * factor, after + 1
    return _Read(value, step, scale, after)


def _expression(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """The expression that begins at piece `at`, or None, and the piece behind it."""
    first = pieces[at]
    if first.kind == "other":
        return None, at + 1
    if first.kind == "multiple":
        return Number(first.start, first.end, first.value, first.value, NONE, multiple=True, spelled=True), at + 1
    for rule in (_part, _vague, _point):
        found, after = rule(text, pieces, at)
        if found is not None:
            return found, after
    read = _cardinal(text, pieces, at)
    if read is None:
        if first.kind == "ordinal":
            return Number(first.start, first.end, first.value, first.value, NONE, ordinal=True), at + 1
        return None, at + 1
    for tail in (_compound_ordinal, _fraction, _one_in, _and_part):
        found, after = tail(text, pieces, at, read)
        if found is not None:
            return found, after
    return _plain(text, pieces, at, read), read.after


def _plain(text: str, pieces: list[Lexeme], at: int, read: _Read) -> Number:
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


def _named(start: int, end: int, value: Decimal, *, share: bool) -> Number:
    return Number(start, end, value, value, NONE, share=share, spelled=True)


def _part(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "half a million", "a quarter of", "a third of", "half of": one part of something."""
    start, here = pieces[at].start, at
    if pieces[at].kind == "article":
        here = at + 1
    part = pieces[here]
    if part.plural or part.kind not in ("part", "ordinal") or (part.kind == "ordinal" and here == at):
        return None, at
    if part.kind == "ordinal" and (part.value < 3 or not (OF.match(text, part.end) or part.end == len(text))):
        return None, at
    scaled = _of_scale(text, pieces, here + 1)
    if part.kind == "part" and scaled is None and not _divides(text, start, part):
        return None, at
    if scaled:
        return _named(start, pieces[scaled.after - 1].end, scaled.value / part.value, share=False), scaled.after
    return _named(start, part.end, ONE / part.value, share=True), here + 1


def _divides(text: str, start: int, part: Lexeme) -> bool:
    """Whether "half" or "quarter" is a part of what follows, not the second half or the last quarter."""
    before = text[max(0, start - 14) : start].rstrip(" -").rpartition(" ")[2].lower()
    return before not in NOT_HALVES and (WHOLE if part.value == 2 else OF).match(text, part.end) is not None


def _of_scale(text: str, pieces: list[Lexeme], at: int) -> _Read | None:
    """The scale behind a part: "(half) a million", "(two thirds) of a million", "(three quarters) billion"."""
    if not 0 < at < len(pieces):
        return None
    if pieces[at].kind == "article" and _gap(text, pieces[at - 1], pieces[at]) in ("", "of"):
        at += 1
    elif _gap(text, pieces[at - 1], pieces[at]) != "":
        return None
    if at >= len(pieces) or pieces[at].kind not in MULTIPLIERS or pieces[at].plural:
        return None
    return _Read(pieces[at].value, NONE, pieces[at].value, at + 1)


def _vague(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "thousands of", "tens of millions", "hundreds of thousands": one order of magnitude, from the least on."""
    value, here = ONE, at
    while here < len(pieces) and here - at < MOST_PIECES and pieces[here].plural and pieces[here].kind != "part":
        if here > at and not _joined(text, pieces, here, "of"):
            break
        value, here = value * pieces[here].value, here + 1
    if here == at or not OF.match(text, pieces[here - 1].end):
        return None, at
    end = pieces[here - 1].end
    return Number(pieces[at].start, end, value, value * 10, NONE, value, vague=True, spelled=True), here


def _point(text: str, pieces: list[Lexeme], at: int) -> tuple[Number | None, int]:
    """ "nine point nought four": digits or small numbers in words behind "point"."""
    read = _cardinal(text, pieces, at)
    if read is None or read.after >= len(pieces) or not _joined(text, pieces, read.after, "point"):
        return None, at
    here, shown = read.after, ""
    while here < len(pieces) and here - read.after < MOST_PIECES and (small := _small(text, pieces, here)):
        if here > read.after and not _joined(text, pieces, here, ""):
            break
        shown, here = shown + str(small.value), small.after
    if not shown:
        return None, at
    value, step = read.value + Decimal(f"0.{shown}"), ONE.scaleb(-len(shown))
    scale = ONE
    if _joined(text, pieces, here, "") and pieces[here].kind == "scale":
        scale, here = pieces[here].value, here + 1
    end = pieces[here - 1].end
    return Number(pieces[at].start, end, value * scale, value * scale, step * scale, scale, spelled=True), here


def _compound_ordinal(text: str, pieces: list[Lexeme], at: int, read: _Read) -> tuple[Number | None, int]:
    """ "twenty-first", "one hundred and fifth"; a fraction such as "one fifth" is none."""
    last = pieces[read.after - 1]
    if not _joined(text, pieces, read.after, "", "and"):
        return None, at
    ordinal = pieces[read.after]
    linked = _gap(text, last, ordinal) == "and"
    if (
        ordinal.kind != "ordinal"
        or ordinal.value >= 10
        or last.kind not in (("hundred", "scale") if linked else ("tens",))
    ):
        return None, at
    value = read.value + ordinal.value
    return Number(pieces[at].start, ordinal.end, value, value, NONE, ordinal=True, spelled=True), read.after + 1


def _fraction(text: str, pieces: list[Lexeme], at: int, read: _Read) -> tuple[Number | None, int]:
    """ "two-thirds", "three quarters of a million", "one eighth"; "2-1/2"."""
    here = read.after
    if not _joined(text, pieces, here, ""):
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


def _one_in(text: str, pieces: list[Lexeme], at: int, read: _Read) -> tuple[Number | None, int]:
    """ "one in five", "two out of three": a share."""
    if not _joined(text, pieces, read.after, "in", "out of", "in every", "of every") or not 0 < read.value < 100:
        return None, at
    whole = _cardinal(text, pieces, read.after)
    if whole is None or pieces[read.after].kind == "article" or whole.value <= read.value:
        return None, at
    spelled = any(piece.kind in SMALL for piece in pieces[at : whole.after])
    if _gap(text, pieces[read.after - 1], pieces[read.after]) == "in" and read.value > 1 and not spelled:
        return None, at
    value = read.value / whole.value
    return _named(pieces[at].start, pieces[whole.after - 1].end, value, share=True), whole.after


def _and_part(text: str, pieces: list[Lexeme], at: int, read: _Read) -> tuple[Number | None, int]:
    """ "five and a half million", "one million and a half", "twenty and three fifths"."""
    if not _joined(text, pieces, read.after, "and"):
        return None, at
    here = read.after
    above = _small(text, pieces, here)
    count, here = (above.value, above.after) if above else (ONE, here + (pieces[here].kind == "article"))
    if here >= len(pieces) or here == read.after or not _joined(text, pieces, here, ""):
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
