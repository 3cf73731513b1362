"""`arithmetic-mismatch`: a change, a share or a total that does not follow from the figures beside it.

Every printed figure is the interval that rounding allows; a result is wrong only if no values within those
intervals give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from opedcheck.judging.internal.found import at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules import arithmetic
from opedcheck.model import Finding, Quantity
from opedcheck.model.mentions import Change

NOUN = r"(?:increase|rise|jump|gain|growth|surge|climb|drop|fall|decline|decrease|cut|reduction|loss|plunge|change)"
# What may stand between "from X to Y" and the change: "..., a drop of", "(an increase of", "..., or", "..., up".
THEN = re.compile(
    rf"(?:\s[a-z]+){{0,2}}\s?[,:;(–—-]\s?(?:or|i\.e\.|that is,?|which is|which means|meaning)?\s?(?:an?|the|by)?\s?"
    rf"(?:{NOUN} of|up|down)?\s?\Z"
)
FIRST = re.compile(r"(?:\s[a-z]+){0,1},?\sfrom\s\Z")
FROM = re.compile(r"\bfrom\s\Z")
TO = re.compile(r"(?:\s[\w'’-]+){0,3}\s+to\s+")
OF = re.compile(r"\s(?:out )?of (?:the |its |his |her |their |all )?\Z")
OR = re.compile(r"(?:\s[\w'’-]+){0,4}\s?[,(–—-]\s?(?:or|that is,?|i\.e\.,?)?\s?\Z")
TOTAL = re.compile(r"(?:\s[a-z]+){0,4}\s?(?::|–|—|\s-)\s\Z")
LISTED = re.compile(r"(?:\s[\w'’-]+){0,5}(?:,|,? and| plus)\s\Z")
ENDED = re.compile(r"(?:\s[\w'’-]+){0,5}\s?(?:[.;!?)–—]|\s-\s|\Z)")
SHARES = frozenset({"%"})
POINTS = frozenset({"percentage point", "point", "basis point"})
BASIS_POINTS = 100
# "About", "nearly" and their kin allow so much of a figure, as the comparison with references does.
HEDGE = Decimal("0.1")
# "Doubled" is said of whatever comes near it.
LOOSE_FACTOR = Decimal("0.25")


class Interval(NamedTuple):
    """All values that a figure may stand for, closed."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


class Path(NamedTuple):
    """ "From X to Y": how many figures it is made of, where the words stand, both ends, and the way it goes."""

    figures: int
    start: int
    end: int
    unit: str | None
    first: Interval
    last: Interval
    change: Change


def check(case: Case) -> Iterator[Finding]:
    """A finding for each result that does not follow."""
    figures = case.reading.quantities
    yield from _changes(case)
    for number, figure in enumerate(figures):
        yield from _share(case, figure, figures[number + 1 : number + 3])
        yield from _total(case, figure, figures[number + 1 :])


def _changes(case: Case) -> Iterator[Finding]:
    """ "From 600 to 400, a drop of 50 percent", "rose 50 percent, from 400 to 500"."""
    figures = case.reading.quantities
    for number, path in _paths(case):
        told = [q for q in figures[number + path.figures :][:1] if THEN.fullmatch(case.text, path.end, q.start)]
        told += [q for q in figures[max(0, number - 1) : number] if FIRST.fullmatch(case.text, q.end, path.start)]
        for change in told:
            right = _by(change, path)
            if change.low != change.high or change.change not in (None, path.change) or right is None:
                continue
            if not right.meets(_printed(change, loose=change.unit == "time")):
                unit = {"%": " percent", "time": " times"}.get(change.unit or "", f" {change.unit or ''}".rstrip())
                whole = case.text[path.start : path.end]
                message = f"From {whole} is a change of {_number(right, change)}{unit}, the text has {change.text}."
                yield at(case, arithmetic.RULE, change.start, change.end, message)


def _paths(case: Case) -> Iterator[tuple[int, Path]]:
    """Every "from X to Y", one figure or two, with the number of its first figure; plain ranges are none."""
    figures = case.reading.quantities
    for number, figure in enumerate(figures):
        if figure.bound != "exact" or not FROM.search(case.text, max(0, figure.start - 6), figure.start):
            continue
        half = figure.step / 2
        if figure.low != figure.high and figure.change and " to " in figure.text:
            ends = (figure.low, figure.high) if figure.change == "up" else (figure.high, figure.low)
            first, last = (_around(value, half) for value in ends)
            yield number, Path(1, figure.start, figure.end, figure.unit, first, last, figure.change)
        for other in figures[number + 1 : number + 2]:
            if figure.low == figure.high and _plain(other) and TO.fullmatch(case.text, figure.end, other.start):
                first, last = _around(figure.low, half), _around(other.low, other.step / 2)
                same = figure.unit in (None, other.unit)
                way: Change = "up" if figure.low < other.low else "down"
                yield number, Path(2, figure.start, other.end, other.unit if same else None, first, last, way)


def _by(change: Quantity, path: Path) -> Interval | None:
    """What the change must be, in its own unit; `None` where the two can't be compared."""
    unit, first, last = path.unit, path.first, path.last
    if change.unit in SHARES and first.low > 0:
        lowest, highest = last.low / first.high - 1, last.high / first.low - 1
        return _size(Interval(lowest * 100, highest * 100))
    if change.unit == "time" and first.low > 0:
        return Interval(last.low / first.high, last.high / first.low)
    if change.unit in POINTS and unit in SHARES:
        factor = BASIS_POINTS if change.unit == "basis point" else 1
        return _size(Interval((last.low - first.high) * factor, (last.high - first.low) * factor))
    if change.unit is not None and change.unit == unit:
        return _size(Interval(last.low - first.high, last.high - first.low))
    return None


def _share(case: Case, part: Quantity, after: tuple[Quantity, ...]) -> Iterator[Finding]:
    """ "45 of 90 senators, or 60 percent"."""
    if len(after) < 2 or part.unit in SHARES or not OF.fullmatch(case.text, part.end, after[0].start):
        return
    whole, share = after
    if share.unit not in SHARES or not OR.fullmatch(case.text, whole.end, share.start) or not _plain(part, whole):
        return
    if share.low != share.high or whole.low <= 0 or part.unit not in (None, whole.unit):
        return
    half, their_half = part.step / 2, whole.step / 2
    exact = part.low == part.low.to_integral_value() and whole.low == whole.low.to_integral_value() and whole.step <= 1
    low, high = (part.low, part.low) if exact else (part.low - half, part.low + half)
    under, over = (whole.low, whole.low) if exact else (whole.low - their_half, whole.low + their_half)
    right = Interval(low / over * 100, high / under * 100)
    if not right.meets(_printed(share)):
        message = f"{part.text} of {whole.text} are {_number(right, share)} percent, the text has {share.text}."
        yield at(case, arithmetic.RULE, share.start, share.end, message)


def _total(case: Case, total: Quantity, rest: tuple[Quantity, ...]) -> Iterator[Finding]:
    """ "A total of 12 people died: seven men and six women"."""
    if not rest or not _whole(total) or not TOTAL.fullmatch(case.text, total.end, rest[0].start):
        return
    parts = [rest[0]]
    for part in rest[1:]:
        if not LISTED.fullmatch(case.text, parts[-1].end, part.start):
            break
        parts.append(part)
    if len(parts) < 2 or not all(map(_whole, parts)) or not ENDED.match(case.text, parts[-1].end):
        return
    right = sum(part.low for part in parts)
    if right != total.low:
        added = " and ".join(part.text for part in parts)
        message = f"{added} make {right}, the text has {total.text}."
        yield at(case, arithmetic.RULE, total.start, total.end, message)


def _plain(*figures: Quantity) -> bool:
    return all(q.low == q.high and q.bound == "exact" and q.change is None for q in figures)


def _whole(figure: Quantity) -> bool:
    """Whether it counts things, to the last one."""
    counted = figure.unit is not None and figure.unit not in SHARES and not figure.unit.isupper()
    return counted and _plain(figure) and not figure.ordinal and figure.step <= 1


def _printed(figure: Quantity, *, loose: bool = False) -> Interval:
    """What a stated result may stand for, by its digits and its hedge."""
    wide = LOOSE_FACTOR if loose else HEDGE if figure.bound == "about" else Decimal(0)
    slack = max(figure.step / 2, Decimal("0.5") if figure.unit in SHARES and not figure.step else Decimal(0))
    found = _around(figure.low, max(slack, abs(figure.low) * wide))
    if figure.bound == "over":
        return Interval(found.low, Decimal("Infinity"))
    return Interval(Decimal("-Infinity"), found.high) if figure.bound == "under" else found


def _around(value: Decimal, half: Decimal) -> Interval:
    return Interval(value - half, value + half)


def _size(found: Interval) -> Interval:
    """The interval without its sign: a drop of 50 percent is -50."""
    return Interval(-found.high, -found.low) if found.low + found.high < 0 else found


def _number(found: Interval, beside: Quantity) -> str:
    """The middle of what it must be, with a decimal where that is what differs from the text's figure."""
    middle = (found.low + found.high) / 2
    short = middle == middle.to_integral_value() or abs(middle - beside.low) >= 1
    return f"{middle:.0f}" if short else f"{middle:.1f}"
