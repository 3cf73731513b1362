"""Figures that differ as slips of the pen do: a digit, two digits in the wrong order, the scale."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from rapidfuzz.distance import OSA

from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.likeness import SYNONYM, likeness
from opedcheck.matching.compare import figures, interval, is_money, same_unit
from opedcheck.model import Outcome, Quantity

# How often the greater figure is the less where only the scale was got wrong: a nought too many, percent for share,
# thousand, million, billion.
SCALES = frozenset(Decimal(10) ** power for power in (1, 2, 3, 6))
TELLING = 3
"""From so many digits on, one that differs is no chance: of a hundred unrelated pairs with three digits three do, of
those with two digits nineteen."""
CLOSE = Decimal("0.01")
HUNDRED = 100
APART = 20
"""Figures so many times apart, unless by noughts alone, count two things: "one of the 16,000"."""
AGES = frozenset({"year of age", "year"})
LIMITED = AGES | {"month", "week", "day", "hour"}
RELATIVE = frozenset({"%", "percentage point"})


def closeness(ours: Quantity, theirs: Quantity) -> Closeness | None:
    """How alike two figures are that can be compared; None where they agree, or one is a level and one a change."""
    if ours.ordinal != theirs.ordinal or not _both_move(ours, theirs):
        return None
    if _opposed(ours, theirs):
        return "strong"
    if _limits(ours, theirs):
        ours, theirs = (msgspec.structs.replace(one, bound="exact") for one in (ours, theirs))
    if _compared(ours, theirs) != "differs" or _leaves_open(ours, theirs):
        return None
    if ours.low != ours.high or theirs.low != theirs.high or not ours.low or not theirs.low:
        return "far" if _of_one_size(ours, theirs) else None
    one, other = _digits(ours.low), _digits(theirs.low)
    if one == other:
        times = max(ours.low / theirs.low, theirs.low / ours.low)
        telling = len(one) > 1 or times >= HUNDRED  # 3 and 30 are any two figures
        return "strong" if telling and times in SCALES else "far"
    if not _of_one_size(ours, theirs):
        return None
    if ours.low.adjusted() != theirs.low.adjusted():
        return "far"
    return _of_a_length(ours.low, theirs.low, one, other)


def _of_one_size(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one figure may be meant for the other: neither is APART times as large."""
    (small, _), (large, _) = sorted((interval(ours), interval(theirs)), key=lambda one: abs(one[1]))
    return not large or not small or abs(large) <= APART * abs(small)


def _both_move(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both are changes the same way, or none is; of things, the verb may tell the change: "cut 15 jobs"."""
    if ours.change == theirs.change:
        return True
    return None in (ours.change, theirs.change) and RELATIVE.isdisjoint({ours.unit, theirs.unit})


def _opposed(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one is over what the other is under: "more than two years", "less than two years"."""
    over, under = (ours, theirs) if ours.bound == "over" else (theirs, ours)
    return (over.bound, under.bound) == ("over", "under") and over.low == under.low


def _limits(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both are limits of age or time, which are told as they are: "under the age of 56"."""
    return ours.bound == theirs.bound != "exact" and theirs.unit in LIMITED


def alike(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two comparable figures may be one."""
    return ours.low <= theirs.high and theirs.low <= ours.high and _compared(ours, theirs) == "agrees"


def _compared(ours: Quantity, theirs: Quantity) -> Outcome:
    return figures(msgspec.structs.replace(ours, unit=theirs.unit), theirs)


def _leaves_open(ours: Quantity, theirs: Quantity) -> bool:
    """Whether "more than" or "less than" is true of the other figure all the same."""
    return (ours.bound == "over" and theirs.low > ours.high) or (ours.bound == "under" and theirs.high < ours.low)


def comparable(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures are of one kind: money of one currency, one unit, an age."""
    if is_money(ours) or is_money(theirs):
        return ours.unit == theirs.unit
    if theirs.unit in AGES and ours.unit is None:
        return True  # "Jane Doe, 24,"
    if ours.unit is None or theirs.unit is None:
        return ours.unit == theirs.unit
    return same_unit(ours.unit, theirs.unit) or like_units(ours, theirs) >= SYNONYM


def like_units(ours: Quantity, theirs: Quantity) -> float:
    """How alike two counted nouns are, 0 to 1."""
    one, other = ours.unit or "", theirs.unit or ""
    return max(likeness(one, other), likeness(other, one))


def _of_a_length(ours: Decimal, theirs: Decimal, one: str, other: str) -> Closeness:
    length = max(len(one), len(other))
    if length == 1:
        return "far"
    one, other = one.ljust(length, "0"), other.ljust(length, "0")
    if OSA.distance(one, other) == 1:
        return "strong" if sorted(one) == sorted(other) or length >= TELLING else "weak"
    return "weak" if length >= TELLING and abs(ours - theirs) <= CLOSE * abs(theirs) else "far"


def _digits(number: Decimal) -> str:
    """The significant digits of a number."""
    return format(abs(number.normalize()), "f").replace(".", "").strip("0")
