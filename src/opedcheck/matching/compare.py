"""How two fillers, figures or times lie to each other. Measured, not judged."""

from __future__ import annotations

import re
from decimal import Decimal

from opedcheck.matching.folding import fold
from opedcheck.matching.names.given import may_bear
from opedcheck.model import Filler, Outcome, Quantity, SlotComparison
from opedcheck.words.predicates import same_noun
from opedcheck.words.scales import FIGURE, scaled

HALF = Decimal("0.5")
# How far "about" reaches, and how far above "more than" or below "nearly" a true figure may lie before an editor
# would call the wording misleading. Editors' habit, not a law: "nearly 8" is said of 7.6, hardly of 7.
ABOUT = Decimal("0.1")
OVER = Decimal("1.5")
UNDER = Decimal("0.85")
CURRENCY_LENGTH = 3
TOLD = (Filler, Quantity)  # made once: a union of both would be made at every look
STATED = re.compile(rf"\s*{FIGURE}\s*(?P<unit>\S.*?)?\s*\Z", re.I)


def interval(quantity: Quantity, tolerance: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """The figures that a printed one stands for: half its last digit either way, wider where its words say so."""
    low, high = quantity.low - quantity.step * HALF, quantity.high + quantity.step * HALF
    if quantity.bound == "about":
        low, high = min(low, quantity.low * (1 - ABOUT)), max(high, quantity.high * (1 + ABOUT))
    elif quantity.bound == "over":
        low, high = quantity.low, quantity.high * OVER
    elif quantity.bound == "under":
        low, high = quantity.low * UNDER, quantity.high
    if tolerance is not None:
        low, high = min(low, quantity.low * (1 - tolerance)), max(high, quantity.high * (1 + tolerance))
    return low, high


def figures(ours: Quantity, theirs: Quantity, tolerance: Decimal | None = None) -> Outcome:
    """Whether the reference's figure lies in what the article's wording allows."""
    if is_money(ours) != is_money(theirs) or (not is_money(ours) and not same_unit(ours.unit, theirs.unit)):
        return "incomparable"
    if is_money(ours) and ours.unit != theirs.unit:  # another currency: only the same digits are shown to be a slip
        return "differs" if (ours.low, ours.high) == (theirs.low, theirs.high) else "incomparable"
    if _meet_at_most(ours, theirs):
        return "incomparable"
    if _is_order(ours) and _is_order(theirs):  # "hundreds of thousands", "millions"
        return "agrees" if ours.low == theirs.low else "differs"
    (our_low, our_high), (their_low, their_high) = interval(ours), interval(theirs, tolerance)
    alike = ours.low <= theirs.high and theirs.low <= ours.high
    if alike or (our_low < their_high and their_low < our_high):  # 7.1 and 7.2 meet at 7.15, which is either's edge
        return "agrees"
    loose = ours.bound != "exact" or theirs.bound != "exact"
    gap = min(abs(our_low - their_high), abs(their_low - our_high))
    return "near" if loose and gap <= ABOUT * max(abs(theirs.low), abs(ours.low)) else "differs"


def _meet_at_most(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one is over and the other under one figure: "at least 2" and "at most 2" are both true of 2 alone."""
    return {ours.bound, theirs.bound} == {"over", "under"} and ours.low == ours.high == theirs.low == theirs.high


def _is_order(quantity: Quantity) -> bool:
    """Whether a figure tells no more than how many digits it has."""
    return quantity.low > 0 and quantity.high == quantity.low * 10


def stated(value: str | None) -> Quantity | None:
    """The figure that a record's `value` states: "7.1 billion USD", "5,000 person", "72 %"; None where it is none."""
    found = STATED.match(value or "")
    if found is None:
        return None
    number = scaled(found)
    return Quantity(start=0, end=0, text=found[0], low=number, high=number, unit=found["unit"])


def is_money(quantity: Quantity) -> bool:
    """Whether the unit is an ISO 4217 code."""
    return quantity.unit is not None and len(quantity.unit) == CURRENCY_LENGTH and quantity.unit.isupper()


def same_unit(ours: str | None, theirs: str | None) -> bool:
    """Whether two units or counted nouns are the same."""
    return ours == theirs or (ours is not None and theirs is not None and same_noun(ours.lower(), theirs.lower()))


def fillers(ours: Filler | None, theirs: Filler, around: frozenset[str] = frozenset()) -> Outcome:
    """Whether two phrases are the same thing. `around` are entities that the claim's sentence names.

    "differs" only where both are known to be different things; what can't be told is "incomparable".
    """
    if ours is None:
        return "incomparable"
    if ours.key is not None and ours.key == theirs.key:
        more, their_more = ({*one.entities} - {ours.key} for one in (ours, theirs))
        # "Turnout in X", "Turnout in Y"; "X's Programme with Z", "Y's Programme with Z"
        apart = ours.entity is None and more - their_more and their_more - more
        return "incomparable" if apart else "agrees"
    if ours.key is not None and theirs.key is not None:
        if ours.entity is not None and theirs.entity is not None:
            return "differs"
        persons = ours.kind == theirs.kind == "person"
        return "differs" if persons and not _may_be_one(ours.text, theirs.text) else "incomparable"
    if ours.key is not None or theirs.key is not None:
        return "incomparable"
    if not same_noun(ours.head, theirs.head):
        return "incomparable"
    if ours.entities and theirs.entities and not set(ours.entities) & set(theirs.entities):
        return "differs"  # the body of one alliance, the body of another
    if not set(theirs.entities) <= {*ours.entities, *around}:
        return "incomparable"
    ours_wider, theirs_wider = covered(ours.lemmas, theirs.lemmas), covered(theirs.lemmas, ours.lemmas)
    if ours_wider and theirs_wider:
        return "agrees"
    return "near" if ours_wider or theirs_wider else "incomparable"


def _may_be_one(ours: str, theirs: str) -> bool:
    """Whether two persons' names, of which not both are known, may be one's: a surname alone, a short given name."""
    one, other = (fold(name).split() for name in (ours, theirs))
    if {*one} <= {*other} or {*other} <= {*one} or "".join(one) == "".join(other):
        return True
    return one[-1:] == other[-1:] and may_bear(" ".join(one[:-1]), [" ".join(other[:-1])])


def covered(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether each of our content words stands among theirs, as the same or one that says the same."""
    return all(any(same_noun(our, their) for their in theirs) for our in ours)


def slot(
    name: str, outcome: Outcome, ours: object, theirs: object, *, exclusive: bool = False, swapped: bool = False
) -> SlotComparison:
    """A comparison of one slot, its fillers in words."""
    return SlotComparison(name, outcome, _words(ours), _words(theirs), exclusive, swapped)


def _words(value: object) -> str:
    if value is None:
        return ""
    return value.text if isinstance(value, TOLD) else str(value)
