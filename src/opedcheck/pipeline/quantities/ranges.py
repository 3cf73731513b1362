"""Two numbers that are one quantity: "between 5 and 7 %", "$200 to $4 million", "15-22 mph", "5 feet 2 inches".

Digits joined by a hyphen that are no range ("2-1", "24-7") are a score or a name: both go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from opedcheck.pipeline.quantities.currencies import DOLLAR
from opedcheck.pipeline.quantities.measures import Amount, rated
from opedcheck.pipeline.quantities.units import FACTOR

GAP = 12
LAST_YEAR = 2100
ONE = Decimal(1)
POINTS = re.compile(r" points? to ")
HYPHEN = re.compile(r" ?[-–—−] ?\Z")
TO = re.compile(
    r"(?: to|-to| to-|,? or(?: even)?| through)(?: as (?:many|much) as| about| around)?[ -]\Z", re.IGNORECASE
)
AND = re.compile(r" and (?:about |around )?\Z")
BETWEEN = re.compile(r"\b(?:between|from between)(?: about| around| roughly| an estimated| the)? \Z", re.IGNORECASE)
FROM = re.compile(
    r"\bfrom(?: about| around| roughly| an estimated| the| a| as (?:low|little|few) as)? \Z", re.IGNORECASE
)
MOVED = re.compile(
    r"\b(?:up|down|by|ros[ei]\w*|rise[sn]?|f[ae]ll(?:s|en)?|gain\w*|los[te]\w*|add\w*|climb\w*|drop\w*|jump\w*|slid\w*|grew|increase\w*"
    r"|decrease\w*|decline\w*|shed\w*|tumble\w*|plunge\w*|surge\w*|advance\w*|soar\w*|slip\w*) (?:by )?\Z",
    re.IGNORECASE,
)


def joined(text: str, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """`amounts` with those that belong together made one, in order."""
    waiting: Amount | None = None
    for amount in amounts:
        if waiting is None:
            waiting = amount
            continue
        one = _one(text, waiting, amount) if amount.start - waiting.end <= GAP else None
        if one is None and _scored(text, waiting, amount):
            waiting = replace(waiting, end=amount.end, dropped=True)
        elif one is not None:
            waiting = one
        else:
            if not waiting.dropped:
                yield _sharing(text, waiting, amount)
            waiting = _levelled(text, waiting, amount)
    if waiting is not None and not waiting.dropped:
        yield waiting


def _sharing(text: str, left: Amount, right: Amount) -> Amount:
    """`left` with the currency of `right` where it is said once: "8 or $9"."""
    if left.unit is None and right.ahead and text[left.end : right.start] in (" or ", " to "):
        return replace(left, unit=right.unit)
    return left


def _levelled(text: str, left: Amount, right: Amount) -> Amount:
    """`right` in points, where the points it moved by stand before: "rose 64 points to 4,577"."""
    if right.unit is None and left.unit is None and POINTS.fullmatch(text[left.end : right.start]):
        return replace(right, unit="point")
    return right


def _scored(text: str, left: Amount, right: Amount) -> bool:
    """Whether the two are a score, a code or a span of years: bare digits with nothing but a hyphen between."""
    between = text[left.end : right.start]
    bare = left.unit is None and right.unit is None and not (right.number.spelled and left.number.spelled)
    if right.sign and right.start == left.end:
        return bare
    if between == " to " and left.low > right.high:
        return bare
    return bare and between in ("-", "–", "/", "-to-") and left.number.scale == 1


def _one(text: str, left: Amount, right: Amount) -> Amount | None:
    """The two as one quantity, or None."""
    if left.number.ordinal or right.number.ordinal or left.number.multiple or right.number.multiple or left.dropped:
        return None
    whole = _parts(text, left, right)
    if whole:
        return whole
    if left.ranged or left.number.vague or right.number.vague or not _linked(text, left, right):
        return None
    if left.unit is not None and not _same(left, right):
        return None
    if _is_year(left) and (right.unit is not None or right.number.scale > 1 or right.high > LAST_YEAR):
        return None
    low, high = left.low, right.high
    if right.sign in ("-", "–", "−") and right.start == left.end:
        high = right.number.high
    if _shares_scale(left, right):
        low *= right.number.scale
    if low >= high and not (low > high and FROM.search(text[max(0, left.start - 24) : left.start])):
        return None
    low, high = min(low, high), max(low, high)
    if left.number.share and not right.number.share:
        return None
    unit = left.unit if right.unit in (None, DOLLAR) else right.unit
    one = replace(
        right,
        start=left.start,
        low=low,
        high=high,
        unit=unit,
        step=max(left.step, right.step),
        ranged=True,
        sign=left.sign,
    )
    return rated(text, one) if one.is_money else one


def _is_year(amount: Amount) -> bool:
    """Whether the amount may be a year: "in 2018 to 3.9 million" is no range."""
    return amount.unit is None and amount.end - amount.start == 4 and 1900 <= amount.low <= LAST_YEAR


def _same(left: Amount, right: Amount) -> bool:
    if left.unit == right.unit:
        return True
    if left.is_money and left.ahead and (right.unit is None or right.unit == DOLLAR):
        return True
    return right.unit is not None and right.unit.split(" per ")[0] == left.unit


def _shares_scale(left: Amount, right: Amount) -> bool:
    """ "89 to 93 billion": the scale is said once; "200 to 4 million" is not, for 200 is more than 4."""
    if right.number.scale <= 1 or left.number.scale > 1 or left.number.share:
        return False
    return left.number.low < right.number.high / right.number.scale


def _linked(text: str, left: Amount, right: Amount) -> bool:
    between = text[left.end : right.start]
    before = text[max(0, left.start - 30) : left.start]
    if HYPHEN.match(between) or (right.sign in ("-", "–", "−") and not between.strip()):
        spelled_or_unit = right.unit is not None or left.unit is not None
        return spelled_or_unit or _plural_behind(text, right.end) or right.number.scale > 1
    if AND.match(between):
        return bool(BETWEEN.search(before))
    if TO.match(between):
        if " or" in between:
            near = right.high - left.low <= max(ONE, left.low / 2)
            return left.unit is None and not right.ahead and near
        return bool(FROM.search(before)) or left.unit is None or not MOVED.search(before)
    return between == "/" and left.is_money and left.ahead and right.ahead


PLURAL = re.compile(r"(?: [a-z]+)? [a-z]{3,}s\b| people\b")


def _plural_behind(text: str, at: int) -> bool:
    return PLURAL.match(text, at) is not None


SMALLER = re.compile(r",? (?:and )?\Z| ?\Z")
INCHES = re.compile(r" ?in\b\.?")
CENTS_END = re.compile(r"\s*(?:[.,;:!?)]|\Z)")


def _is_cents(text: str, left: Amount, right: Amount) -> bool:
    """ "15 dollars 50": two digits right behind the dollars, with nothing counted."""
    whole = 10 <= right.low <= 99 and right.low == right.low.to_integral_value()
    return whole and text[left.end : right.start] == " " and CENTS_END.match(text, right.end) is not None


CENTS = frozenset({"cent", "penny"})


def _parts(text: str, left: Amount, right: Amount) -> Amount | None:
    """ "3 dollars 50 cents", "5 feet 2 inches" as one, in the larger unit."""
    if left.unit is None or left.low != left.high or not SMALLER.match(text[left.end : right.start]):
        return None
    if right.unit is None and left.unit == "foot" and (inches := INCHES.match(text, right.end)):
        right = replace(right, unit="inch", end=inches.end())
    elif right.unit is None and left.is_money and not left.ahead and _is_cents(text, left, right):
        right = replace(right, unit="cent")
    cents = 100 if left.is_money and not left.ahead and right.unit in CENTS else None
    factor = FACTOR.get((left.unit, right.unit or ""), cents)
    if factor is None or not 0 < right.low < factor or left.low != left.low.to_integral_value():
        return None
    value = left.low + right.low / Decimal(factor)
    return replace(left, end=right.end, low=value, high=value, step=right.step / Decimal(factor))
