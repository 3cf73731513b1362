"""From a Doc to its quantities: the steps of the other modules, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from opedcheck.model import Quantity, plain
from opedcheck.pipeline.quantities import ages, bounds, changes, currencies, nouns
from opedcheck.pipeline.quantities.exclusions import excluded
from opedcheck.pipeline.quantities.measures import Amount, measured, rate
from opedcheck.pipeline.quantities.numbers import numbers
from opedcheck.pipeline.quantities.numerals import SUFFIX
from opedcheck.pipeline.quantities.ranges import joined

HUNDRED = Decimal(100)
ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*\Z")


def find(doc: Doc) -> Iterator[Quantity]:
    """The quantities of `doc`, in order."""
    text = doc.text
    starts = [token.idx for token in doc]
    skipped = [tuple(stretch) for stretch in doc.user_data.get("opedcheck_skipped", ())]
    amounts = (amount for number in numbers(text) if (amount := measured(text, number)) is not None)
    own: str | None = None
    for amount in joined(text, amounts):
        if _address(text, amount.start) or any(amount.start < end and start < amount.end for start, end in skipped):
            continue
        found = _quantity(doc, text, starts, amount)
        if found is None:
            continue
        if found.unit is not None and found.unit.startswith(currencies.DOLLAR):
            own = own or currencies.own_dollar(text)
            found = _changed(found, own + found.unit[1:])
        yield found


def _changed(found: Quantity, unit: str) -> Quantity:
    return Quantity(
        start=found.start, end=found.end, text=found.text, low=found.low, high=found.high, unit=unit, bound=found.bound,
        change=found.change, step=found.step, ordinal=found.ordinal,
    )  # fmt: skip


def _address(text: str, start: int) -> bool:
    """Whether the number stands in a web or mail address."""
    return ADDRESS.search(text[max(0, start - 120) : start]) is not None


def _quantity(doc: Doc, text: str, starts: list[int], amount: Amount) -> Quantity | None:
    number = amount.number
    first = max(0, bisect_right(starts, amount.start) - 1)
    last = max(first, bisect_right(starts, amount.end - 1) - 1)
    if excluded(doc, amount, first, last):
        return None
    root = _root(doc, first, last)
    amount = _counted(doc, text, amount, first, last)
    amount = ages.aged(doc, text, amount, first, last)
    if amount.number.doubtful:
        return None
    low, high, step, unit = amount.low, amount.high, amount.step, amount.unit
    if number.share and not number.ordinal and amount.unit is not None and amount.rated is False and _is_share(amount):
        low, high, unit = low * HUNDRED, high * HUNDRED, "%"
    changed = changes.signed(amount.sign, low, unit)
    return Quantity(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        low=plain(low),
        high=plain(high),
        unit=unit,
        bound=bounds.bound(text, amount.start, amount.end),
        change=changed or changes.change(text, amount.start, amount.end, unit, root, ranged=amount.ranged),
        step=plain(step),
        ordinal=number.ordinal,
    )


def _is_share(amount: Amount) -> bool:
    return False


def _root(doc: Doc, first: int, last: int) -> Token | None:
    """The token of the mention whose head lies outside it."""
    if not doc.has_annotation("DEP"):
        return None
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head is token:
            return token
    return None


def _counted(doc: Doc, text: str, amount: Amount, first: int, last: int) -> Amount:
    """The amount with the noun that it counts, where no unit is printed."""
    if amount.unit is not None:
        return amount
    end = amount.end + len(amount.number.doubtful)
    token = nouns.noun(doc, first, last)
    if amount.number.doubtful:
        amount = _settled(amount, end, token)
    if token is None:
        return amount
    unit = nouns.money(token) or nouns.lemma(token)
    per = rate(text, token.idx + len(token.text))
    if per:
        return replace(amount, unit=f"{unit} per {per.unit}", rated=True)
    return replace(amount, unit=unit)


def _settled(amount: Amount, end: int, token: Token | None) -> Amount:
    """The letter behind the digits as a scale: a noun is counted, so "2.7m sales" are millions."""
    factor = Decimal(10) ** SUFFIX[amount.number.doubtful]
    number = replace(amount.number, doubtful="", scale=factor)
    return replace(
        amount, low=amount.low * factor, high=amount.high * factor, step=amount.step * factor, number=number, end=end
    )
