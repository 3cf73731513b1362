"""A number with what is printed about it: sign, currency, percent sign, unit, rate ("per hour"), age.

All of it is read from the characters within a bounded distance; counted nouns need the parse, see `nouns`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from opedcheck.pipeline.quantities import currencies, units
from opedcheck.pipeline.quantities.cardinals import Number
from opedcheck.pipeline.quantities.numerals import SCALE, SUFFIX
from opedcheck.pipeline.quantities.suffixes import CODED, Found, after, after_money, rate

# What is counted in millions: behind these words "125m" is no length.
COUNTED = re.compile(
    r"\b(?:population|people|users|viewers|vot(?:es|ers)|subscribers|copies|sales|jobs|followers|customers|downloads|visitors|deaths"
    r"|doses|tourists|members|workers|households|budget|revenues?|profits?|cases)\b"
)
PART_OF = re.compile(r"(?: of)?(?: an?)?[ -](?P<unit>[A-Za-z]+)\b")
FOLD = re.compile(r"-? ?fold\b")  # "a 100-fold rise"
LAST_WORD = re.compile(r"[A-Za-z]\w*\Z")
SIGN = re.compile(r"(?:(?:\A|(?<=[\s(\[,:]))[-−–]|(?:\A|(?<=[^\w]))(?:[Mm]inus|[Nn]egative)[ -])\Z")
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit, if one is printed with it. `ahead`: the currency stands before the number.

    `rated`: the unit is a rate; `printed`: the unit is none of the counted nouns, but part of the mention.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    number: Number
    unit: str | None = None
    ahead: bool = False
    ranged: bool = False
    rated: bool = False
    dropped: bool = False
    printed: bool = True
    sign: str = ""

    @property
    def is_money(self) -> bool:
        if self.unit is None:
            return False
        return self.unit[0] == currencies.DOLLAR or (self.unit[:3].isupper() and self.unit[:3].isalpha())


def measured(text: str, number: Number) -> Amount | None:
    """The amount that `number` is part of; None where the digits belong to a name or code ("G7", "5G", "M21")."""
    if number.ordinal:
        return Amount(number.start, number.end, number.low, number.high, number.step, number)
    money = currencies.before(text, number.start, text[number.start : number.end])
    start = money.at if money else number.start
    if start and not money and (text[start - 1].isalnum() or _hyphened(text, start)):
        return None
    number, end = _scaled(text, _coded(text, number), money is not None)
    if money and money.millions:
        number = _times(number, Decimal(10**6))
    sign_at, sign = _sign(text, start)
    negative = bool(sign and sign != "+") or (money is not None and money.negative)
    if money and money.word and (behind := after(text, end, number)) and behind.unit.upper() == behind.unit:
        money, sign_at, sign = None, number.start, ""
    number, found, end = _followed(text, _shared(text, number), end, money)
    if found is None and _goes_on(text, end, number):
        return None
    low, high = (-number.high, -number.low) if negative else (number.low, number.high)
    unit = found.unit if found else None
    return rated(text, Amount(sign_at, end, low, high, number.step, number, unit, money is not None, sign=sign))


def _followed(text: str, number: Number, end: int, money: currencies.Money | None) -> tuple[Number, Found | None, int]:
    """The number, with an "m" behind it settled where that can be; the unit behind it; and where both end."""
    found = after_money(text, end, money.unit) if money else _behind(text, end, number)
    metres = found is not None and found.unit == "metre"
    if number.doubtful == "m" and (found is None or metres):
        millions = replace(_times(number, Decimal(10**6)), doubtful="", end=number.end + 1)
        behind = after(text, millions.end, millions)
        if (behind and not metres) or (metres and COUNTED.search(text, max(0, number.start - 40), number.start)):
            return millions, behind, behind.end if behind else millions.end
    if found is None:
        return number, None, end
    return replace(number, doubtful="") if number.doubtful else number, found, found.end


def _goes_on(text: str, end: int, number: Number) -> bool:
    """Whether letters that are no unit stand right behind the digits: "5G"; the "in" of "6ft 2in" may be one."""
    inches = text[end : end + 2] == "in" and not text[end + 2 : end + 3].isalnum()
    return end < len(text) and text[end].isalpha() and not number.doubtful and not inches


def _hyphened(text: str, start: int) -> bool:
    """Whether the digits are the tail of a name or code: "TPP-11", "Catch-22", but "minus-5"."""
    if text[start - 1] not in "-–" or not text[start].isdigit():
        return False
    before = LAST_WORD.search(text[max(0, start - 12) : start - 1])
    return before is not None and before.group().lower() not in (
        "minus",
        "negative",
        "plus",
        "to",
        "and",
        "or",
        "about",
    )


def _coded(text: str, number: Number) -> Number:
    """The number with a scale that stands behind or in its currency's code: "75 USD million", "30 MUSD"."""
    found = CODED.match(text, number.end)
    if found is None or (found["code"] or found["of"]) not in currencies.CODES:
        return number
    power = SCALE[found["scale"].lower()] if found["scale"] else 6
    return _times(number, Decimal(10) ** power)


def _shared(text: str, number: Number) -> Number:
    """ "3/4 of" is a share as "three quarters of" is."""
    if "/" in text[number.start : number.end] and text.startswith(" of ", number.end):
        return replace(number, share=True)
    return number


def _behind(text: str, end: int, number: Number) -> Found | None:
    if number.multiple:
        return Found("time", end)
    if fold := FOLD.match(text, end):
        return Found("time", fold.end())
    if number.share and (whole := PART_OF.match(text, end)):
        name = units.NAMES.get(whole["unit"].lower())
        if name is not None and whole["unit"].lower() not in ("point", "quarter"):
            return Found(name, whole.end())
    return after(text, end, number)


def _scaled(text: str, number: Number, money: bool) -> tuple[Number, int]:
    """The number with the letter behind it as a scale where that is sure: beside a currency, and for "k"."""
    letters = number.doubtful
    beside = letters and (money or re.match(r" ?(?:dollars|euros|[A-Z]{3}\b)", text[number.end + len(letters) :][:9]))
    if letters and (beside or letters in ("k", "b", "B")):
        end = number.end + len(letters)
        return replace(_times(number, Decimal(10) ** SUFFIX[letters]), doubtful="", end=end), end
    return number, number.end


def _times(number: Number, factor: Decimal) -> Number:
    return replace(
        number,
        low=number.low * factor,
        high=number.high * factor,
        step=number.step * factor,
        scale=number.scale * factor,
    )


def _sign(text: str, start: int) -> tuple[int, str]:
    """Where the signed number begins, and the sign or its word."""
    if start and text[start - 1] in "-−– ":
        found = SIGN.search(text[max(0, start - 10) : start])
        if found and (found.group().strip(" -−–") or start - 10 <= 0 or found.start() > 0):
            return start - len(found.group()), found.group()
    elif start and text[start - 1] == "+" and (start == 1 or text[start - 2] in " (\n"):
        return start - 1, "+"
    return start, ""


def rated(text: str, amount: Amount) -> Amount:
    """The amount with the rate behind its unit: "per hour", "a month", "/year"."""
    if amount.unit is None or amount.unit in ("%",) or " per " in amount.unit:
        return amount
    found = rate(text, amount.end)
    return replace(amount, unit=f"{amount.unit} per {found.unit}", end=found.end, rated=True) if found else amount
