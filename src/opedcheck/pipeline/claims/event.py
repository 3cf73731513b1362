"""Events: when and where something known by name took or takes place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from opedcheck.model import Claim, Filler, Name, Time
from opedcheck.pipeline.claims.drafts import SHARES_TIME, WHERE, clause_time, draft, is_past, is_place, period
from opedcheck.pipeline.claims.frames import governor
from opedcheck.pipeline.claims.view import View

# The place of these clauses is the event's own, and so is their time unless they tell of the way to it.
HAPPEN = frozenset(
    {"attend", "hold", "host", "take", "join", "meet", "gather", "convene", "open", "begin", "start", "end", "conclude",
     "happen", "occur", "be", "visit", "participate", "travel", "schedule", "run", "arrive", "speak", "agree", "sign"}
)  # fmt: skip
ON_THE_WAY = frozenset({"travel", "arrive", "visit"})
APART = frozenset({"before", "after", "since", "until", "till", "following", "preceding"})
"""Prepositions of what lies before an event or behind it."""
AHEAD = "ahead"
AT = frozenset({"at", "in", "during", "with", "by"})
UNSAID = SHARES_TIME - {"ccomp"}
"""Clauses that may share a time with what governs them, unless that tells when it was said."""
SPEECH = frozenset(
    {"discuss", "address", "describe", "mention", "raise", "criticise", "criticize", "debate", "speak", "talk", "tell",
     "write", "report", "comment", "explain", "present", "brief"}
)  # fmt: skip
"""Who does so somewhere may be anywhere."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def claims(view: View) -> Iterator[Claim]:
    """Claims of date and venue for each named event that a time or a place is told of."""
    for token, filler in _events(view):
        verb = governor(token)
        # A clause of happening tells the event's own place and time; another names the event in passing.
        happens = verb.lemma_.lower() in HAPPEN and _within(token, verb)
        elsewhen = _is_apart(token) or verb.lemma_.lower() in ON_THE_WAY
        own = _own_time(view, token, alone=elsewhen or not (happens or token.dep_ in SUBJECTS))
        of_clause = clause_time(view, verb, UNSAID) if happens and not elsewhen else None
        told = {"predicate": "take place" if happens else "be named", "past": is_past(token) or _is_perfect(verb)}
        time = of_clause if own is None or (of_clause and _finer(of_clause, own)) else own
        if time is not None:
            yield draft(
                view, "event", "date", token, time.start, time.end, subject=filler, **told,
                when=period(time), when_start=time.start, when_end=time.end,
            )  # fmt: skip
        spoken_of = verb.lemma_.lower() in SPEECH and token.dep_ not in SUBJECTS
        for place in () if spoken_of else _places(view, token, verb if happens else None):
            yield draft(
                view, "event", "venue", token, place.start, place.end, subject=filler, **told,
                place=place, when=period(time),
            )  # fmt: skip


def _events(view: View) -> Iterator[tuple[Token, Filler]]:
    """Each event: named ones, and bare nouns that can only mean one which the article names."""
    for name in view.names:
        if name.kind == "event":
            token = view.span(name).root
            yield token, _event(view, name, token)
    for at in view.surmised_at:
        yield view.doc[at], view.filler(view.doc[at])


def _event(view: View, name: Name, token: Token) -> Filler:
    base = view.filler(token)
    return Filler(
        text=name.text, start=name.start, end=name.end, head=base.head, lemmas=base.lemmas, entity=name.entity,
        key=base.key,
        entities=(name.entity,) if name.entity else name.candidates,
    )  # fmt: skip


def _own_time(view: View, token: Token, *, alone: bool) -> Time | None:
    """A time inside the event's phrase: "the 2022 summit", "the summit of July 2023", "the summit on 11 July".

    With `alone` only one that is the event's without any doubt: whether it was praised on 9 July, or took place then,
    "praised the summit on 9 July" leaves open.
    """
    inside = [t for t in token.subtree if t.i in view.time_at and governor(t) == governor(token)]
    return view.when([t for t in inside if t.i < token.i or t.head.lower_ == "of"] if alone else inside)


def _is_apart(token: Token) -> bool:
    """Whether something is told to be before the event or after it: "ahead of the summit"."""
    preposition = token.head
    if token.dep_ != "pobj":
        return False
    return preposition.lower_ in APART or (preposition.lower_ == "of" and preposition.head.lower_ == AHEAD)


def _places(view: View, token: Token, verb: Token | None) -> Iterator[Filler]:
    """Where: behind the event ("the summit in Vilnius"), or in a clause that tells of its happening."""
    seen = False
    for head in filter(None, (token, verb)):
        for preposition in head.children:
            if preposition.lower_ in WHERE and preposition.dep_ == "prep" and not seen:
                for noun in preposition.children:
                    if noun.dep_ == "pobj" and is_place(view, noun):
                        seen = True
                        yield _with_land(view, noun)


def _with_land(view: View, noun: Token) -> Filler:
    """A place; an unknown one takes the country told behind it ("Kaunas, Lithuania") into its entities."""
    place, name = view.filler(noun), view.name_at.get(noun.i)
    if name is None or name.entity is not None:
        return place
    end = view.span(name).end
    land = view.name_at.get(end + 1) if view.doc[end : end + 1].text == "," else None
    known = land is not None and land.kind == "place" and land.entity is not None
    own = msgspec.structs.replace(place, text=name.text, start=name.start, end=name.end)
    return msgspec.structs.replace(own, entities=(land.entity,)) if known and land is not None and land.entity else own


def _is_perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)


def _within(token: Token, verb: Token) -> bool:
    """Whether the event is the verb's subject or object, or where it takes place, not part of a longer phrase."""
    head = token.head
    return head == verb or (head.dep_ == "prep" and head.lower_ in AT and head.head == verb)


def _finer(one: Time, other: Time) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return other.first <= one.first and one.last <= other.last
