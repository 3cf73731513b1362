"""Measures: an amount, count, percentage or duration, and what it is the measure of."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from opedcheck.model import Claim, Filler, Kind, Quantity
from opedcheck.pipeline.claims.drafts import clause_time, draft, is_as_of, period
from opedcheck.pipeline.claims.frames import Frame, governor, is_predicate, verbal
from opedcheck.pipeline.claims.view import View

PERCENT = frozenset({"%", "percentage point", "basis point"})
SPANS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "year of age"}
)
ISO_4217_LENGTH = 3
ADDED = frozenset(
    {"additional", "another", "extra", "further", "more", "new", "annual", "yearly", "monthly", "weekly", "daily"}
)
# Nouns whose value is a number of people: what is counted then.
NUMBERED = {"population": "person", "workforce": "worker", "electorate": "voter", "membership": "member"}
COMPARED = frozenset({"JJR", "RBR"})
RATES = ("a year", "a month", "a week", "a day", "per ", "each ", "every ", "annually", "yearly", "more", "apiece")


def claims(view: View) -> Iterator[Claim]:
    """A claim for each quantity that measures something."""
    for quantity in view.quantities:
        if quantity.ordinal:
            continue
        span = view.span(quantity)
        if quantity.unit is None:
            noun = _numbered(span.root)
            if noun is not None and quantity.change is None:
                counted = msgspec.structs.replace(quantity, unit=NUMBERED[noun.lemma_.lower()])
                yield measure(view, counted, span.root, noun if span.root.dep_ == "pobj" else None)
            continue
        if all(token.i in view.time_at for token in span) and kind_of(quantity) != "duration":
            continue
        yield measure(view, quantity, span.root)


def kind_of(quantity: Quantity) -> Kind:
    """Which kind of measure the unit makes of it."""
    unit = quantity.unit or ""
    if unit in PERCENT:
        return "percent"
    if unit in SPANS:
        return "duration"
    if (len(unit) == ISO_4217_LENGTH and unit.isupper()) or unit in ("cent", "penny"):
        return "amount"
    return "count"


def _numbered(root: Token) -> Token | None:
    """The noun whose number a bare one is: "a population of 125 million", "the population is 125 million"."""
    noun: Token | None = None
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        noun = root.head.head
    elif root.dep_ in ("attr", "dobj"):
        noun = next((child for child in root.head.children if child.dep_ == "nsubj"), None)
        behind = root.nbor() if root.i + 1 < len(root.doc) else None
        if behind is not None and behind.tag_ in COMPARED:  # "is 10 million smaller", "10 million fewer"
            return None
    return noun if noun is not None and noun.lemma_.lower() in NUMBERED else None


def measure(view: View, quantity: Quantity, root: Token, noun: Token | None = None) -> Claim:
    """The claim that a quantity makes in its clause; `noun` is what it measures, where that is known."""
    verb = governor(root)
    frame = verbal(verb) if is_predicate(verb) else None
    kind = kind_of(quantity)
    head = noun or _had(root) or _measured(root, kind)
    time = clause_time(view, verb)
    return draft(
        view, "measure", kind, root, quantity.start, quantity.end,
        subject=_subject(view, frame, root), predicate=frame.lemma if frame else None,
        object=view.filler(head) if head is not None else None,
        others=tuple(_others(view, frame, head)), quantity=quantity,
        when=period(time), when_start=time.start if time else None, when_end=time.end if time else None,
        as_of=is_as_of(view, time), part=_is_part(view, quantity, root, head),
    )  # fmt: skip


def _is_part(view: View, quantity: Quantity, root: Token, head: Token | None) -> bool:
    """Whether the figure adds to others or is a rate: "another $500 million", "$3 billion a year"."""
    if quantity.unit is not None and " per " in quantity.unit:
        return True
    span = view.span(quantity)
    before = view.doc[max(span.start - 2, span.sent.start) : span.start]
    lefts = (*before, *(c for t in filter(None, (root, head)) for c in t.lefts))
    near = {t.lower_ for t in lefts if t.nbor().lower_ != "than"}  # "more than" adds nothing
    after = view.doc[span.end : span.end + 2].text.lower()
    return bool(near & ADDED) or after.startswith(RATES)


def _had(root: Token) -> Token | None:
    """What one has, of which the figure tells how much: "has a debt of $3 billion"."""
    if root.dep_ != "pobj" or root.head.lower_ != "of":
        return None
    noun = root.head.head
    return noun if noun.dep_ == "dobj" and noun.head.lemma_ == "have" else None


def _measured(root: Token, kind: Kind) -> Token | None:
    """The noun that the figure measures: "3,000 soldiers", "$7.1 billion in aid", "40 % of voters"."""
    if kind in ("count", "duration") and root.pos_ in ("NOUN", "PROPN"):
        return root
    if root.dep_ == "nummod" or (root.dep_ in ("compound", "quantmod", "nmod", "amod") and root.head.pos_ == "NOUN"):
        return root.head
    for preposition in root.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("of", "in", "for", "worth"):
            return next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return None


def _subject(view: View, frame: Frame | None, root: Token) -> Filler | None:
    """Whose it is: the clause's subject, unless the figure itself is in it ("$5 million was spent by X")."""
    if frame is None or frame.subject is None:
        return None
    if root == frame.subject or frame.subject in root.ancestors:
        return None
    return view.filler(frame.subject, acting=True)


def _others(view: View, frame: Frame | None, head: Token | None) -> Iterator[Filler]:
    if frame is None:
        return
    for _, noun in frame.others:
        if noun != head and noun.i not in view.time_at:
            yield view.filler(noun)
