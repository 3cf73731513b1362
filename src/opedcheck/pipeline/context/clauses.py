"""One clause by itself: where it begins, its own modality, polarity and hedge, and what its place says of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from opedcheck.model import Modality
from opedcheck.pipeline.context import governors as words
from opedcheck.pipeline.context.governors import Effect
from opedcheck.words.lists import listed

CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "csubj", "csubjpass", "pcomp",
                     "parataxis", "dep", "appos"})  # fmt: skip
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
MODALITY: dict[Effect, Modality] = {
    "predicts": "predicted", "supposes": "hypothetical", "holds": "opinion", "judges": "opinion", "seems": "opinion",
    "asks": "questioned",
}  # fmt: skip
NOUN_PREPOSITIONS = frozenset({"of", "for", "to", "about", "on", "against", "behind", "over", "toward", "towards"})
# "call for", "work toward": verbs whose prepositional object is yet to come.
YET_TO_COME = {
    "for": listed("call push hope wait ask press campaign lobby look argue long wish aim plan vote beg"),
    "toward": frozenset({"work", "move", "head"}), "towards": frozenset({"work", "move", "head"}),
    "on": frozenset({"work", "decide", "insist", "plan"}), "against": frozenset({"vote", "argue", "decide", "warn"}),
    "about": frozenset({"talk", "think", "warn"}), "of": frozenset({"dream", "talk", "think", "warn"}),
}  # fmt: skip
MODIFIERS = words.table(
    {
        "predicts": "proposed planned intended expected anticipated scheduled future potential possible prospective "
        "projected likely eventual hoped-for would-be upcoming",
        "supposes": "hypothetical imaginary theoretical fictional",
        "denies": "cancelled canceled aborted failed abandoned scrapped rejected nonexistent",
    }
)
RANKED = frozenset({"first", "second", "third", "last", "only", "latest", "sole", "next"})


def clause_head(token: Token) -> Token:
    """The verb, or what stands in its place, of the clause that `token` stands in."""
    while token.dep_ != "ROOT" and not (token.dep_ in CLAUSES and token.pos_ in VERBAL):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def own_modality(head: Token) -> tuple[Modality, str | None]:
    """What auxiliaries, adverbs and marks say of the clause of `head`, and the words of a hedge."""
    found: Modality = "asserted"
    hedge: str | None = None
    for child in head.children:
        form = child.lower_
        if child.tag_ == "MD" and form in words.MODALS:
            found = words.MODALS[form]  # type: ignore[assignment]
            hedge = hedge or (form if form in words.HEDGING_MODALS else None)
        elif form in words.HEDGES and child.dep_ in ("advmod", "npadvmod", "dep", "amod"):
            hedge = hedge or form
            found = found if found != "asserted" else words.HEDGES[form]  # type: ignore[assignment]
        elif child.dep_ in ("mark", "prep", "advmod") and form in words.CONDITIONS:
            found = "hypothetical"
        elif child.dep_ == "advcl" and _conditional(child):
            found = "hypothetical" if found == "asserted" else found
        elif child.dep_ == "acomp" and child.lemma_.lower() in words.EVALUATIONS and found == "asserted":
            found = "opinion"
    return ("hypothetical" if _inverted(head) else found), hedge


def _inverted(head: Token) -> bool:
    """Whether the clause of `head` is a condition without "if": "had it been a member", "were it to join"."""
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    verbs = (head, *(child for child in head.children if child.dep_ in ("aux", "auxpass")))
    first = next((verb for verb in verbs if verb.lower_ in words.INVERTED), None)
    if first is None or subject is None or subject.i < first.i or head.sent[-1].text == "?":
        return False
    return first.i == head.sent.start or first.nbor(-1).is_punct


def own_negation(head: Token) -> bool:
    """Whether the clause of `head` is denied in itself; two negations make none."""
    return sum(_negations(head)) % 2 == 1


def _negations(head: Token) -> Iterator[bool]:
    for child in head.children:
        if child.lower_ in words.NEGATIONS and child.dep_ in ("neg", "advmod", "preconj", "cc"):
            yield not _additive(child)
        elif child.dep_ == "advmod" and child.lower_ == "longer":
            yield any(below.lower_ == "no" for below in child.children)
        elif child.dep_ in ARGUMENTS:
            yield child.lower_ in words.NEGATIVE_SUBJECTS or any(_refusing(below) for below in child.children)


def _refusing(token: Token) -> bool:
    return (token.dep_ in ("det", "neg") and token.lower_ in words.NEGATIVE_DETERMINERS) or (
        token.dep_ == "preconj" and token.lower_ == "neither"
    )


def _additive(negation: Token) -> bool:
    behind = negation.i + 1
    return behind < len(negation.doc) and negation.doc[behind].lower_ in words.ADDITIVE


def _conditional(clause: Token) -> bool:
    marks = [child for child in clause.children if child.lower_ in words.CONDITIONS and child.dep_ != "dobj"]
    return any(mark.i == 0 or mark.nbor(-1).lower_ not in ("even", "as") for mark in marks)


def has(head: Token, *deps: str) -> bool:
    """Whether a child of `head` bears one of `deps`."""
    return any(child.dep_ in deps for child in head.children)


def infinitive(head: Token) -> bool:
    """Whether `head` is a "to" infinitive, "to have" and "to be" before it included."""
    return any(child.lower_ == "to" and child.tag_ == "TO" for child in head.children)


def effect_on_noun(token: Token, top: Token) -> Effect | None:
    """What nouns and the verb above `token` make of it, up to `top`, its clause's head: "a plan for the opening"."""
    if token.pos_ in ("PROPN", "PRON"):
        return None
    below = token
    while below.i not in (top.i, below.head.i):
        for child in below.children:
            if child.dep_ == "amod" and child.lower_ in MODIFIERS:
                return MODIFIERS[child.lower_]
        above = below.head
        if below.dep_ == "prep":
            if below.lower_ in NOUN_PREPOSITIONS and above.lemma_.lower() in words.NOUNS and above.pos_ == "NOUN":
                return words.NOUNS[above.lemma_.lower()]
            if above.lemma_ in YET_TO_COME.get(below.lower_, ()):
                return "predicts"
        elif below.dep_ in OBJECTS and above.pos_ in VERBAL and above.lemma_ in words.OBJECTS:
            return words.OBJECTS[above.lemma_]
        below = above
    return None
