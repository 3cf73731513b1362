"""From a Doc to its quantities: the steps of the other modules, in order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from msgspec import structs
from spacy.tokens import Doc, Token

from opedcheck.model import Quantity, plain
from opedcheck.pipeline.quantities import ages, bounds, changes, currencies, elided, nouns
from opedcheck.pipeline.quantities.exclusions import excluded
from opedcheck.pipeline.quantities.measures import Amount, measured
from opedcheck.pipeline.quantities.numbers import numbers
from opedcheck.pipeline.quantities.numerals import SUFFIX
from opedcheck.pipeline.quantities.ranges import joined
from opedcheck.pipeline.quantities.suffixes import OLD, rate
from opedcheck.pipeline.quantities.units import TIMES

HUNDRED = Decimal(100)
GREATEST, SMALLEST = Decimal(10) ** 24, Decimal(10) ** -15
AGAIN = re.compile(r"(?: points| points?,|,)? or | ?\(| ?/ ?")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<=@)\w\S*")


def find(doc: Doc) -> Iterator[Quantity]:
    """The quantities of `doc`, in order."""
    text = doc.text
    starts = [token.idx for token in doc]
    parsed = doc.has_annotation("DEP")
    closed = _closed(doc, text)
    amounts = (amount for number in numbers(text) if (amount := measured(text, number)) is not None)
    own, last = "", None
    recent: deque[Quantity] = deque(maxlen=elided.RECENT)
    for amount in joined(text, amounts):
        found = None if closed(amount.start, amount.end) else _quantity(doc, text, starts, amount, parsed)
        if found is None:
            continue
        if found.unit is not None and found.unit.startswith(currencies.DOLLAR):
            own = own or currencies.own_dollar(text)
            found = structs.replace(found, unit=own + found.unit[1:])
        if found.unit is None and parsed:
            lent = elided.unit(doc, recent, found, *_tokens(starts, found.start, found.end))
            found = structs.replace(found, unit=lent)
        last = _restated(text, last, found)
        recent.append(last)
        yield last


def _tokens(starts: list[int], start: int, end: int) -> tuple[int, int]:
    """The first and the last token of a stretch; `starts` are where the tokens begin."""
    first = max(0, bisect_right(starts, start) - 1)
    return first, max(first, bisect_right(starts, end - 1) - 1)


def _closed(doc: Doc, text: str) -> Callable[[int, int], bool]:
    """Whether a stretch meets one that yields nothing: what the reader skips, web and mail addresses."""
    spans = [(start, end) for start, end in doc.user_data.get("opedcheck_skipped", ())]
    spans = sorted(spans + [found.span() for found in ADDRESS.finditer(text)])
    ends = list(accumulate((end for _, end in spans), max))
    begins = [start for start, _ in spans]

    def meets(start: int, end: int) -> bool:
        at = bisect_left(begins, end)
        return at > 0 and ends[at - 1] > start

    return meets


def _restated(text: str, before: Quantity | None, found: Quantity) -> Quantity:
    """`found` with the bound and change of the figure that it says again: "under 9 ksi (61 MPa)"."""
    if before is None or found.bound != "exact" or found.change is not None or found.start - before.end > 8:
        return found
    between = AGAIN.fullmatch(text[before.end : found.start])
    if between is None or found.unit is None or found.unit == before.unit:
        return found
    return structs.replace(found, bound=before.bound, change=before.change)


def _quantity(doc: Doc, text: str, starts: list[int], amount: Amount, parsed: bool) -> Quantity | None:
    number = amount.number
    first, last = _tokens(starts, amount.start, amount.end + len(number.doubtful))
    if excluded(doc, text, amount, first, last):
        return None
    root = _root(doc, first, last) if parsed else None
    amount = _counted(doc, text, amount, first, last)
    if amount.dropped:
        return None
    amount = ages.aged(doc, text, amount, first, last)
    if amount.number.doubtful:
        return None
    if not SMALLEST <= max(abs(amount.low), abs(amount.high)) < GREATEST and amount.high:
        return None
    low, high, step, unit = amount.low, amount.high, amount.step, amount.unit
    if number.share and (unit is None or not amount.printed):
        low, high, step, unit = low * HUNDRED, high * HUNDRED, step * HUNDRED, "%"
    start, end = amount.start, amount.end
    moved = changes.signed(amount.sign, low, unit) or ("up" if number.multiple else None)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        low=plain(low),
        high=plain(high),
        unit=unit,
        bound=bounds.bound(text, start, end, timed=unit in TIMES),
        change=moved or changes.change(text, start, end, unit, root, ranged=amount.ranged),
        step=plain(step),
        ordinal=number.ordinal,
    )


def _root(doc: Doc, first: int, last: int) -> Token | None:
    """The token of the mention whose head lies outside it."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head is token:
            return token
    return None


def _counted(doc: Doc, text: str, amount: Amount, first: int, last: int) -> Amount:
    """The amount with the noun that it counts, where no unit is printed."""
    if amount.unit is not None:
        return amount
    end = amount.end + len(amount.number.doubtful)
    token = nouns.noun(doc, first, last) or elided.alternative(doc, first, last)
    if amount.number.doubtful:
        amount = _settled(amount, end, token)
    if token is None:
        return amount
    if nouns.is_name(token, doc, last) and amount.low != 1 and not amount.number.spelled and amount.number.scale == 1:
        return replace(amount, dropped=True)
    unit = nouns.money(token) or nouns.lemma(token)
    if unit in TIMES and OLD.match(text, token.idx + len(token.text)):
        unit = f"{unit} of age"
    per = rate(text, token.idx + len(token.text))
    if per:
        return replace(amount, unit=f"{unit} per {per.unit}", rated=True, printed=False)
    return replace(amount, unit=unit, printed=False)


def _settled(amount: Amount, end: int, token: Token | None) -> Amount:
    """The letter behind the digits as a scale: a noun is counted, so "2.7m sales" are millions."""
    factor = Decimal(10) ** SUFFIX[amount.number.doubtful]
    number = replace(amount.number, doubtful="", scale=factor)
    return replace(
        amount, low=amount.low * factor, high=amount.high * factor, step=amount.step * factor, number=number, end=end
    )
