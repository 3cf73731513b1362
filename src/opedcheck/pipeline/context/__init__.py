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
    RANKED,
    VERBAL,
    clause_head,
    effect_on_noun,
    has,
    infinitive,
    own_modality,
    own_negation,
)
from opedcheck.pipeline.context.governors import Effect
from opedcheck.pipeline.context.quotes import SUBJECTS, quoted, speaker_of, text_of

__all__ = ["Context", "ContextComponent", "clause_head", "context_of", "create"]

# What a clause takes over from above: all of it ("keeps"), only who speaks ("fresh"), or an effect on top.
Link = Effect | Literal["keeps", "fresh", "keeps-affirmed"]
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
        link = _link(head, above, outer)
        if above.i != outer_head.i and above.pos_ in NOMINAL:
            effect = effect_on_noun(above, outer_head)
            outer = outer if effect is None or link == "fresh" else _under(effect, outer)
        if head.dep_ in ("ccomp", "parataxis", "advcl") and above.lemma_ in words.REPORTS | words.FINITE.keys():
            outer = self._cited(above, outer)
        return _under(link, outer)

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
        if speaker is None or (verb.lemma_ in words.FINITE.keys() - words.REPORTS and _first_person(verb)):
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
        case "seems":
            return replace(outer, modality=MODALITY["seems"], hedge=outer.hedge or "seems")
        case _:
            return replace(outer, modality=MODALITY[link])


def _link(head: Token, above: Token, outer: Context) -> Link:
    """What `above` makes of the clause of `head`, its dependent."""
    lemma = above.lemma_.lower()
    match head.dep_:
        case "ccomp" | "csubj" | "csubjpass":
            return _complement(head, above, lemma, outer)
        case "xcomp":
            return _controlled(head, above, lemma)
        case "advcl":
            return _adverbial(head, outer)
        case "acl" | "relcl":
            return _adnominal(head, above, lemma)
        case "pcomp":
            return _prepositional(above)
        case _:
            return "fresh"


def _complement(head: Token, above: Token, lemma: str, outer: Context) -> Link:
    if lemma == "be" or above.pos_ == "ADJ":
        adjective = lemma if above.pos_ == "ADJ" else _complement_adjective(above)
        return words.ADJECTIVES.get(adjective or "", "keeps-affirmed")
    if above.pos_ == "NOUN":
        return words.NOUNS.get(lemma, "fresh")
    if lemma in words.FINITE and (lemma not in words.FINITE_KEEPS or lemma not in words.REPORTS):
        return words.FINITE[lemma]
    if lemma in words.REPORTS:
        return "reports"
    # "does not mean that": what follows is left open; "did not know that": it holds. Both are rare, so left open.
    return "supposes" if outer.negated else "keeps"


def _complement_adjective(verb: Token) -> str | None:
    return next((child.lemma_.lower() for child in verb.children if child.dep_ in ("acomp", "attr")), None)


def _controlled(head: Token, above: Token, lemma: str) -> Link:
    if above.pos_ == "ADJ":
        return words.ADJECTIVES.get(lemma, "keeps")
    if lemma == "be":
        return words.ADJECTIVES.get(_complement_adjective(above) or "", "keeps")
    if infinitive(head):
        if above.lower_ in ("going", "gon") or (lemma in ("have", "need", "get") and above.tag_ != "VBN"):
            return "predicts" if lemma == "go" else "judges"
        if lemma in words.TO:
            return words.TO[lemma]
        return "keeps" if lemma in words.TO_KEEPS else "predicts"
    if lemma in words.GERUND_KEEPS:
        return "keeps"
    return words.GERUND.get(lemma, "keeps")


def _adverbial(head: Token, outer: Context) -> Link:
    marks = {child.lower_ for child in head.children if child.dep_ in ("mark", "advmod")}
    if marks & words.CONDITIONS:
        return "supposes"
    if infinitive(head) and not marks:
        return "predicts"
    if outer.modality != "asserted" and marks & words.AFTER_TIME:
        return "keeps-affirmed"
    if head.tag_ in ("VBG", "VBN") and not has(head, *SUBJECTS, "aux", "mark"):
        return "keeps-affirmed"
    return "fresh"


def _adnominal(head: Token, above: Token, lemma: str) -> Link:
    to_come = infinitive(head)
    if to_come and any(child.lower_ in RANKED for child in [above, *above.children]):
        return "keeps"
    if lemma in words.NOUNS and (to_come or has(head, "mark")):
        return words.NOUNS[lemma]
    if to_come:
        return "predicts"
    indefinite = any(child.lower_ in ("a", "an", "any", "no") for child in above.children)
    return "keeps-affirmed" if indefinite else "fresh"


def _prepositional(preposition: Token) -> Link:
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN" and lemma in words.NOUNS:
        return words.NOUNS[lemma]
    if governor.dep_ == "prep" and governor.lower_ in words.PREPOSITIONS:
        return words.PREPOSITIONS[governor.lower_]
    if governor.pos_ in VERBAL and lemma in words.GERUND and preposition.lower_ == "from":
        return words.GERUND[lemma]
    return words.PREPOSITIONS.get(preposition.lower_, "keeps")


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
    return any(child.dep_ in SUBJECTS and child.lower_ in ("i", "we") for child in verb.children)


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
