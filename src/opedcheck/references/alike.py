"""Statements beside each other: said twice, or said otherwise. Found by an index, so that many cost little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from opedcheck.model import AnyRecord, Event, Organisation, Period, Person, Slot, Statement
from opedcheck.references.faults import Fault
from opedcheck.references.shelf import Placed, Shelf
from opedcheck.references.wording import Wording, common, phrasings

AT_ENDS: dict[Slot, str] = {"subject": "opening", "object": "ending", "attribute": "ending", "place": "ending"}
"""Where the name stands that fills a slot, as far as that can be told by words alone."""
FAR = date.max
Span = tuple[Period | None, Period | None]


class Said(msgspec.Struct, frozen=True):
    """A statement in one of its phrasings."""

    placed: Placed
    record: Statement
    wording: Wording


def statements(shelf: Shelf) -> Iterator[Fault]:
    """Statements that have the words of another: the same said twice, or another figure, or the contrary."""
    said = _said(shelf)
    words = common(one.wording for one in said)
    groups: dict[object, list[Said]] = defaultdict(list)
    for one in said:
        groups[_key(one.wording, words)].append(one)
    for group in groups.values():
        yield from _within(group)


def exclusive(shelf: Shelf) -> Iterator[Fault]:
    """Two fillers, at one time, of a slot that a statement says only one fills."""
    said = [one for one in _said(shelf) if one.record.verdict == "true" and not one.wording.denies]
    frames: dict[object, list[tuple[str, Said]]] = defaultdict(list)
    for one in said:
        for end in ("opening", "ending"):
            found = getattr(one.wording, end)()
            if found:
                figures = tuple((f.low, f.sign) for f in one.wording.figures)
                frames[end, found[1], one.wording.times, figures].append((found[0], one))
    told: set[tuple[str, ...]] = set()
    for (end, *_), group in frames.items():  # type: ignore[misc]
        for at, (ours, second) in enumerate(group):
            for theirs, first in group[:at]:
                slot = _only_one(end, first.record, second.record)
                pair = (first.record.id, second.record.id)
                if slot and ours != theirs and pair not in told and _meet(first.record, second.record):
                    told.add(pair)
                    what = f"one alone fills the {slot}: {ours} here, {theirs} in {_where(first)}"
                    yield second.placed.fault(what, "Mend one of them, or say in valid: when each holds.", warning=True)


def doubles(record: Statement, among: Iterable[AnyRecord]) -> Iterator[Statement]:
    """The statements that have the words of `record`, verdict and all, and may hold when it does."""
    own = [(one, _key(one, frozenset())) for one in phrasings(record.statement, record.aliases)]
    for other in among:
        if isinstance(other, Statement) and other.verdict == record.verdict and _meet(record, other):
            theirs = ((one, _key(one, frozenset())) for one in phrasings(other.statement, other.aliases))
            if any(a == b and _same_figures(one, two) for two, b in theirs for one, a in own):
                yield other


def _key(told: Wording, words: frozenset[str]) -> tuple[object, ...]:
    """What two phrasings have in common that differ in figures or in order at most."""
    signs = tuple(figure.sign for figure in told.figures)
    return told.content, told.times, told.named(words), signs


def _same_figures(one: Wording, other: Wording) -> bool:
    pairs = zip(one.figures, other.figures, strict=True)
    return one.denies == other.denies and all(ours.agrees(theirs) for ours, theirs in pairs)


def _within(group: Sequence[Said]) -> Iterator[Fault]:
    """What is wrong among phrasings of the same words: each is told of with the first that it does not fit."""
    told: set[str] = set()
    for at, second in enumerate(group):
        for first in group[:at]:
            if first.record.id == second.record.id or second.record.id in told:
                continue
            if _meet(first.record, second.record) and (found := _relation(first, second)):
                told.add(second.record.id)
                yield second.placed.fault(*found, "statement", warning=True)


def _relation(first: Said, second: Said) -> tuple[str, str] | None:
    """What one statement is to another of the same words: its double, its contrary, nothing of note."""
    verdicts = {first.record.verdict, second.record.verdict}
    tolerance = max(one.record.tolerance or Decimal(0) for one in (first, second))
    pairs = [*zip(first.wording.figures, second.wording.figures, strict=True)]
    alike = all(one.agrees(other) for one, other in pairs)
    near = all(one.agrees(other, tolerance) for one, other in pairs)
    contrary = first.wording.denies != second.wording.denies
    where = _where(first)
    if alike and not contrary and len(verdicts) == 1:
        return f"it has the same words as {where}", "Make them one, or say in valid: when each holds."
    if "mixed" in verdicts:
        return None
    if alike and contrary != (len(verdicts) == 2):
        return f"it says the contrary of {where}", "Mend one of them, or say in valid: when each holds."
    if not near and verdicts == {"true"} and not contrary and not second.wording.denies:
        return f"it has another figure than {where}", "Mend one of them, or say as of when each holds."
    return None


def _said(shelf: Shelf) -> list[Said]:
    return [
        Said(one, one.record, wording)
        for one in shelf.placed
        if isinstance(one.record, Statement)
        for wording in phrasings(one.record.statement, one.record.aliases)
    ]


def _only_one(end: str, *records: Statement) -> Slot | None:
    return next((slot for one in records for slot in one.exclusive if AT_ENDS.get(slot) == end), None)


def _where(said: Said) -> str:
    return f"{said.record.id}, at {said.record.at.path}:{said.record.at.line}"


def _meet(one: Statement, other: Statement) -> bool:
    """Whether there may be a day on which both hold."""
    return overlap((one.since, one.until), (other.since, other.until), surely=False)


def overlap(
    one: tuple[Period | None, Period | None], other: tuple[Period | None, Period | None], *, surely: bool
) -> bool:
    """Whether two spans, each from a day to before another, share a day: by the narrowest reading if `surely`."""
    starts, ends = zip(one, other, strict=True)
    first = [(s.last if surely else s.first) or date.min for s in starts if s is not None]
    last = [(s.first if surely else s.last) or FAR for s in ends if s is not None]
    if surely and len(first) < 2:
        return False
    return max(first, default=date.min) < min(last, default=FAR)


def listed_twice(shelf: Shelf) -> Iterator[Fault]:
    """An office or a membership that stands twice in one record, at one time."""
    for one in shelf.placed:
        seen: dict[object, list[Span]] = defaultdict(list)
        for key, at, name, span in _lines(one):
            if any(overlap(span, other, surely=True) for other in seen[name]):
                what = f"{name[0]} stands twice for one time"
                yield one.fault(what, "Make them one, or mend the dates.", key, at, warning=True)
            seen[name].append(span)


def _lines(one: Placed) -> Iterable[tuple[str, int, tuple[str, ...], Span]]:
    match one.record:
        case Person(offices=offices):
            for at, office in enumerate(offices):
                named = (office.title, office.of or "", "acting" if office.acting else "")
                yield "offices", at, named, (office.since, office.until)
        case Organisation(members=members):
            for at, member in enumerate(members):
                yield "members", at, (member.who,), (member.since, member.until)


def events(shelf: Shelf) -> Iterator[Fault]:
    """An event of another's name, on other days or elsewhere."""
    known: dict[str, Placed] = {}
    for one in shelf.placed:
        if not isinstance(one.record, Event):
            continue
        for form in (one.record.name, *one.record.aliases):
            first = known.setdefault(form.casefold(), one)
            if first is not one and isinstance(first.record, Event):
                where = f"{first.record.id}, at {first.record.at.path}:{first.record.at.line}"
                apart = first.record.since and one.record.since and not first.record.since.meets(one.record.since)
                what = f'"{form}" is also {where}' + (", on other days" if apart else "")
                remedy = "Leave the name to one of them, or make them one."
                yield one.fault(what, remedy, "name" if form == one.record.name else "aliases", warning=True)
