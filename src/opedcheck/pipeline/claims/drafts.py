"""What all families of claims need to be drafted: their sentence, how they are said, their time and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace
from spacy.tokens import Token

from opedcheck.model import Claim, Family, Filler, Kind, Name, Period, Time
from opedcheck.pipeline.claims.frames import governor, is_predicate
from opedcheck.pipeline.claims.view import View, name_key
from opedcheck.pipeline.context import context_of

WHERE = frozenset({"in", "at", "near", "outside"})
# A clause that hangs on another by these shares its time: "is scheduled to attend", "continues to meet".
UNTRUE = frozenset(
    {"false", "falsely", "untrue", "myth", "falsehood", "hoax", "misinformation", "disinformation", "lie"}
)
HALVED = frozenset({"almost", "nearly", "practically", "virtually", "effectively", "only", "supposedly"})
OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "relcl", "csubj"})
SHARES_TIME = frozenset({"xcomp", "ccomp", "pcomp", "conj"})
# Words behind which a time only begins, or ends, the stretch in which something happened.
FROM_THEN, UP_TO_THEN = frozenset({"since", "after"}), frozenset({"before", "prior"})
NAMING = frozenset({"compound", "nummod", "nmod", "amod", "poss"})
CLIMB = 3  # heads from a time to the preposition of what it names: "after the 2008 crisis"
NEARBY = 2
AS_OF = re.compile(
    r"\b(as of|as at|by|through|until|up to)\s+(the\s+)?(end of\s+|beginning of\s+|early\s+|late\s+|mid-?)?\w", re.I
)
AS_OF_REACH = 18  # code points before a time in which its preposition stands
PAST_TAGS = frozenset({"VBD"})
PRESENT_TAGS = frozenset({"VBZ", "VBP", "MD"})


def draft(view: View, family: Family, kind: Kind, token: Token, start: int, end: int, **slots: Any) -> Claim:
    """A claim about the clause of `token`; its id is given when all are assembled."""
    said = context_of(token)
    sentence = token.sent
    tokens = [t for t in sentence if not t.is_space]
    names = list(view.names_in(sentence.start, sentence.end))
    common: dict[str, Any] = {
        "id": "",
        "family": family,
        "kind": kind,
        "start": start,
        "end": end,
        "text": view.text[start:end],
        "sentence_start": tokens[0].idx,
        "sentence_end": tokens[-1].idx + len(tokens[-1]),
        "speaker": said.speaker,
        "modality": "opinion" if is_disowned(token, halves=family != "measure") else said.modality,
        "negated": said.negated,
        "hedge": said.hedge,
        "past": is_past(token),
        "main": is_main(token),
        "context": frozenset(view.content(tokens, names=True)),
        "clause": frozenset(view.content(list(clause_tokens(governor(token))))),
        "entities": frozenset(_entities(names)),
        "nearby": frozenset(_nearby(view, sentence.start)),
        "told": tuple(view.periods(sentence)),
        "quoted": said.reported == "quoted",
    }
    return Claim(**{**common, **slots})


def _entities(names: Iterable[Name]) -> Iterator[str]:
    """The keys of names; a metonym may stand for its country too."""
    for name in names:
        yield name_key(name)
        if name.entity:
            yield from name.candidates[1:]


def _nearby(view: View, start: int) -> Iterator[str]:
    """The entities named in the two sentences before token `start`, in the same paragraph."""
    at, sentences = start - 1, 0
    while at >= 0 and sentences < NEARBY and "\n\n" not in view.doc[at].text:
        if view.doc[at].is_sent_start:
            sentences += 1
        at -= 1
    yield from _entities(view.names_in(at + 1, start))


def is_as_of(view: View, time: Time | None) -> bool:
    """Whether the time bounds what had built up by then: "as of March 2023", "by the end of 2022"."""
    if time is None:
        return False
    before = view.text[max(0, time.start - AS_OF_REACH) : time.start] + time.text
    return AS_OF.search(before[: AS_OF_REACH + AS_OF_REACH]) is not None


def clause_tokens(verb: Token) -> Iterator[Token]:
    """The words of a clause, those of the clauses joined to it or hung on it left out."""
    todo = [verb]
    while todo:
        token = todo.pop()
        yield token
        todo.extend(c for c in token.children if not (c.dep_ in OTHER_CLAUSES and is_predicate(c)))


def is_main(token: Token) -> bool:
    """Whether the clause of `token` is its sentence's own, or joined to it by "and"."""
    verb = governor(token)
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT"


def is_disowned(token: Token, *, halves: bool) -> bool:
    """Whether the sentence calls something untrue or, with `halves`, takes the verb half back ("almost", "not only"):
    what it then asserts is not for a parser to say."""
    verb = governor(token)
    near = verb.doc[verb.i + 1 : verb.i + 4]
    if halves and any(t.lower_ in HALVED and t.sent == token.sent for t in near):
        return True
    return any(t.lower_ in UNTRUE or (t.lower_ == "true" and _is_denied(t.head)) for t in token.sent)


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def is_past(token: Token) -> bool:
    """Whether the nearest finite verb above `token` is in the simple past (or past perfect)."""
    for verb in (token, *token.ancestors):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
        if tags & PRESENT_TAGS:
            return False
        if tags & PAST_TAGS:
            return True
    return False


def clause_time(view: View, predicate: Token, sharing: frozenset[str] = SHARES_TIME) -> Time | None:
    """When the clause of `predicate` says that it happens: the one time told there, or with what governs it.

    `sharing` are the kinds of clauses whose time may be told there.
    """
    clauses = {predicate.i}
    verb = predicate
    while verb.dep_ in sharing and verb.head != verb:
        verb = governor(verb.head)
        clauses.add(verb.i)
    told = [t for t in predicate.sent if t.i in view.time_at and _clause(t) in clauses]
    time = view.when(told)
    return _opened(view, time) if time is not None else None


def _opened(view: View, time: Time) -> Time:
    """The time with the side left open that "since 2014", "after the 2008 crisis" and "before May 3" leave open."""
    token = view.span(time).root
    for _ in range(CLIMB):
        if token.dep_ not in NAMING:
            break
        token = token.head
    word = token.head.head if token.head.lower_ == "to" else token.head
    if word.lower_ in FROM_THEN:
        return replace(time, last=None)
    return replace(time, first=None) if word.lower_ in UP_TO_THEN else time


def period(time: Time | None) -> Period | None:
    """The days of a time, where they are known."""
    return time.period if time is not None else None


def place_of(view: View, others: tuple[tuple[str, Token], ...]) -> Filler | None:
    """Where: the first place named behind "in" or "at", or "the Lithuanian capital"."""
    for preposition, noun in others:
        if preposition in WHERE and is_place(view, noun):
            return view.filler(noun)
    return None


def is_place(view: View, noun: Token) -> bool:
    """Whether `noun` names a place, or calls one the capital of some country."""
    name = view.name_at.get(noun.i)
    return (name is not None and name.kind == "place") or (noun.lemma_.lower() == "capital" and noun.ent_type_ == "")


def list_left(view: View, before: int) -> Iterator[Token]:
    """The names of a list that ends right before token `before`, last first: "A, B and the leaders of C"."""
    doc = view.doc
    at, found = before - 1, []
    while at >= 0:
        name = view.name_at.get(at)
        if name is not None:
            found.append(doc[at])
            at = view.span(name).start - 1
        elif doc[at].lower_ in JOINTS or doc[at].lemma_.lower() in LIST_NOUNS:
            at -= 1
        else:
            break
    joined = [t for t in found if view.name_at[t.i].kind in ("place", "organisation", "group")]
    if joined and at >= 0 and doc[at].dep_ == "prep":  # "In addition to France, Japan ..."
        joined.pop()
    yield from joined


def list_right(view: View, after: int) -> Iterator[Token]:
    """The names of a list that begins at token `after`."""
    doc = view.doc
    at = after
    while at < len(doc):
        name = view.name_at.get(at)
        if name is not None and name.kind in ("place", "organisation", "group"):
            span = view.span(name)
            yield doc[span.end - 1]
            at = span.end
        elif doc[at].lower_ in JOINTS:
            at += 1
        else:
            return


JOINTS = frozenset({",", "and", "as", "well", "the", "both", "or", "&", "of"})
LIST_NOUNS = frozenset({"leader", "government", "people", "country", "nation"})


def _clause(token: Token) -> int:
    return governor(token).i
