"""How each clause is said: by whom, asserted or not, affirmed or denied, hedged or not.

`context_of(token)` answers for any token of a parsed Doc, whether the component ran or not. A clause takes over
what its governors make of it ("said that", "plans to", "denied that"), then adds its own auxiliaries.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Literal

import msgspec
from spacy.language import Language
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

from opedcheck.model import Modality
from opedcheck.pipeline.context import governors as words
from opedcheck.pipeline.context.clauses import (
    MODALITY,
    NOMINAL,
    VERBAL,
    clause_head,
    effect_on_noun,
    has,
    own_modality,
    own_negation,
)
from opedcheck.pipeline.context.links import Link, link
from opedcheck.pipeline.context.quotes import quoted, speaker_of, text_of

__all__ = ["Context", "ContextComponent", "clause_head", "context_of", "create"]

VAGUE = frozenset({"some", "many", "others", "critics", "observers", "analysts", "people", "sources", "experts"})


@dataclass(frozen=True, slots=True)
class Context:
    """How a clause is said; see CONTRACT for `speaker` and `modality`. `hedge` is in the article's words."""

    speaker: str | None = None
    modality: Modality = "asserted"
    negated: bool = False
    hedge: str | None = None
    reported: Literal["quoted", "indirect"] | None = None


PLAIN = Context()
VERBAL_IDS = (VERB, AUX)


def context_of(token: Token) -> Context:
    """How the clause that `token` stands in is said; for a noun also what plans, proposals and denials make of it."""
    return _reading(token.doc).at(token)


class _Reading:
    """The contexts of one Doc, each computed once. `frames` hold what governors impose, `full` the clause's own too."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.frames: dict[int, Context] = {}
        self.full: dict[int, Context] = {}
        self.quotes = quoted(doc)
        self.questions: dict[int, bool] = {}

    def at(self, token: Token) -> Context:
        head = clause_head(token)
        found = self.clause(head)
        if token.i != head.i and token.pos_ not in VERBAL:
            effect = effect_on_noun(token, head)
            found = found if effect is None else _under(effect, found)
        if token.i in self.quotes:
            found = replace(found, speaker=self.quotes[token.i] or found.speaker, reported="quoted")
        return found

    def clause(self, head: Token) -> Context:
        """The context of the clause headed by `head`; walks up first, then down, so depth costs no recursion."""
        chain = [head]
        while chain[-1].i not in self.full and chain[-1].dep_ != "ROOT" and chain[-1].head.i != chain[-1].i:
            chain.append(clause_head(chain[-1].head))
        for verb in reversed(chain):
            if verb.i not in self.full:
                self.frames[verb.i] = self._frame(verb)
                self.full[verb.i] = self._own(verb, self.frames[verb.i])
        return self.full[head.i]

    def _frame(self, head: Token) -> Context:
        if head.dep_ == "ROOT" or head.head.i == head.i:
            return PLAIN
        above = head.head
        outer_head = clause_head(above)
        if head.dep_ == "conj" and above.pos_ in VERBAL:
            return self._coordinate(head, above, outer_head)
        outer = self.full[outer_head.i]
        found = link(head, above, outer.modality, outer.negated)
        if above.i != outer_head.i and above.pos_ in NOMINAL and found != "fresh":
            effect = effect_on_noun(above, outer_head)
            outer = outer if effect is None else _under(effect, outer)
        if found == "seems":
            outer = replace(outer, hedge=outer.hedge or above.text)
        elif above.lemma_ in words.CITING and (
            (head.dep_ in ("ccomp", "parataxis") and found != "predicts") or (head.dep_ == "xcomp" and found == "holds")
        ):
            outer = self._cited(above, outer)
        return _under(found, outer)

    def _coordinate(self, head: Token, above: Token, outer_head: Token) -> Context:
        """A verb after "and": a bare one shares modality and negation, one with its own subject neither."""
        shares = head.tag_ in ("VB", "VBG", "VBN") and head.tag_ == above.tag_ and not has(head, "nsubj", "aux")
        if not shares:
            return self.frames[outer_head.i]
        contrast = any(child.dep_ == "cc" and child.lower_ in ("but", "yet") for child in above.children)
        outer = self.full[outer_head.i]
        return replace(outer, negated=False) if contrast else outer

    def _cited(self, verb: Token, outer: Context) -> Context:
        speaker = speaker_of(verb)
        if speaker is None or (verb.lemma_ not in words.REPORTS and _first_person(verb)):
            return outer
        hedge = outer.hedge
        if speaker.lower().split()[0] in VAGUE:
            hedge = hedge or f"{speaker} {verb.text}"
        elif verb.lemma_ in words.HEDGING_VERBS:
            hedge = hedge or verb.text
        return replace(outer, speaker=speaker, reported=outer.reported or "indirect", hedge=hedge)

    def _own(self, head: Token, frame: Context) -> Context:
        modality, hedge = own_modality(head)
        if modality == "asserted":
            modality = frame.modality
        if self._asked(head):
            modality = "questioned"
        speaker, reported = frame.speaker, frame.reported
        cited = next(filter(None, map(_authority, head.children)), None)
        if cited is not None:
            speaker, reported = cited, reported or "indirect"
        return Context(speaker, modality, frame.negated ^ own_negation(head), hedge or frame.hedge, reported)

    def _asked(self, head: Token) -> bool:
        """Whether the sentence of `head` ends with a question mark."""
        sentence = head.sent
        if sentence.start not in self.questions:
            end = self.doc[sentence.end - 1]
            self.questions[sentence.start] = "?" in (sentence.text[-3:] if end.is_space or end.is_quote else end.text)
        return self.questions[sentence.start]


def _under(link: Link, outer: Context) -> Context:
    match link:
        case "keeps":
            return outer
        case "keeps-affirmed":
            return replace(outer, negated=False)
        case "fresh":
            return Context(speaker=outer.speaker, reported=outer.reported)
        case "reports":
            # Nothing follows from what somebody did not say, or may say.
            unsaid = outer.negated or outer.modality not in ("asserted", "opinion")
            return replace(outer, negated=False, modality="hypothetical" if unsaid else "asserted")
        case "denies":
            return replace(outer, negated=not outer.negated)
        case _:
            return replace(outer, modality=MODALITY[link])


def _authority(child: Token) -> str | None:
    """Whom "according to X" or "as X said" cites, where `child` heads such a phrase."""
    if child.lower_ == "according":
        inner = (below for mid in child.children for below in mid.children if below.dep_ == "pobj")
        return next(map(text_of, inner), None)
    if child.dep_ == "advcl" and child.lemma_ in words.REPORTS:
        if any(below.lower_ == "as" and below.dep_ in ("mark", "advmod") for below in child.children):
            return speaker_of(child)
    elif child.dep_ == "parataxis" and child.lemma_ in words.REPORTS:
        return speaker_of(child)
    return None


def _first_person(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in verb.children)


class _Latest(threading.local):
    """The reading of the Doc that was asked about last: claims ask of one Doc many times, then of the next."""

    reading: _Reading | None = None


_latest = _Latest()


def _reading(doc: Doc) -> _Reading:
    reading = _latest.reading
    if reading is None or reading.doc is not doc:
        reading = _latest.reading = _Reading(doc)
    return reading


class ContextComponent:
    """Leaves `[token index, speaker, modality, negated, hedge, reported]` for each clause's head on the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        _latest.reading = None
        heads = {head.i: head for head in (clause_head(token) for token in doc if token.pos in VERBAL_IDS)}
        rows = [[i, *_row(context_of(head))] for i, head in heads.items()]
        doc.user_data["opedcheck_context"] = msgspec.msgpack.encode(rows)
        return doc


def _row(said: Context) -> tuple[str | None, str, bool, str | None, str | None]:
    return said.speaker, said.modality, said.negated, said.hedge, said.reported


def create(nlp: Language) -> ContextComponent:
    """The component; it needs nothing of `nlp`."""
    return ContextComponent()
