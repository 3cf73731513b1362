"""Who did what: verbs and nouns of events with their participants, read from the dependency parse.

Active, passive, relative, participial and controlled clauses give the same frame; so do nominal ones
("Russia's invasion of Ukraine"). Labels are those of the CLEAR style that en_core_web models use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from opedcheck.words.predicates import LIGHT_VERBS, NOMINALS, SUBJECT_OF

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
# A clause without a subject of its own takes that of the clause it hangs on.
CONTROLLED = frozenset({"xcomp", "pcomp", "advcl", "conj", "ccomp"})
# "provide Ukraine with weapons" is "provide weapons to Ukraine".
WITH_GOODS = frozenset({"provide", "supply", "furnish", "present", "equip", "arm"})
RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
DEPTH = 6  # how many governing clauses are asked for a subject; deeper ones are parser noise


class Frame(NamedTuple):
    """A predicate with its participants. `lemma` is a verb's ("set up" with its particle), nominals' too."""

    predicate: Token
    lemma: str
    subject: Token | None
    object: Token | None
    others: tuple[tuple[str, Token], ...] = ()
    nominal: bool = False
    passive: bool = False


def frames(doc: Doc) -> Iterator[Frame]:
    """Every frame of the Doc, in order of its predicate."""
    for token in doc:
        if is_predicate(token):
            yield verbal(token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in NOMINALS:
            yield nominal(token)


def is_predicate(token: Token) -> bool:
    """A verb that is no auxiliary, or a noun by mistake where a relative clause needs a verb."""
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")):
        return True
    return token.dep_ == "relcl" and token.pos_ == "NOUN" and _pronoun(token) is not None


def verbal(verb: Token) -> Frame:
    """The frame of a verb."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    own_subject = _child(verb, SUBJECTS)
    patient = _child(verb, frozenset({"nsubjpass"}))
    objects = _child(verb, OBJECTS)
    subject = own_subject
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and own_subject is None:  # "aid pledged by Japan"
        passive, patient = True, verb.head
    if verb.dep_ == "relcl":
        subject, patient, objects = _relative(verb, own_subject, patient, objects)
    if passive:
        return Frame(verb, _lemma(verb), _agent(verb), patient or _inherited(verb), tuple(_others(verb)), passive=True)
    if subject is None:
        subject = _inherited(verb)
    others = tuple(_others(verb))
    if objects is not None and verb.lemma_.lower() in WITH_GOODS:
        objects, others = _goods(objects, others)
    return Frame(verb, _lemma(verb), subject, objects, others)


def nominal(noun: Token) -> Frame:
    """The frame of a noun of an event: "the inauguration of the office", "faced the opposition of X"."""
    lemma = noun.lemma_.lower()
    of = _pobj(noun, "of")
    owner = _child(noun, frozenset({"poss"}))
    agent = _pobj(noun, "by")
    if lemma in SUBJECT_OF:
        subject, patient = owner or agent or of or _pobj(noun, "from"), _pobj(noun, "to") or _pobj(noun, "for")
        if patient is None and noun.dep_ in OBJECTS and noun.head.lemma_ in LIGHT_VERBS:
            patient = verbal(noun.head).subject
    else:
        subject, patient = agent or (owner if of is not None else None), of or owner
    return Frame(noun, NOMINALS[lemma], subject, patient, tuple(_others(noun)), nominal=True)


def governor(token: Token) -> Token:
    """The predicate whose clause `token` stands in: the nearest verb above it, else the root."""
    for at in (token, *token.ancestors):
        if is_predicate(at):
            return at
    return token.sent.root


def coordinated(token: Token) -> Iterator[Token]:
    """`token` and what is joined to it: "South Korea, Australia and New Zealand"."""
    yield token
    for conjunct in token.conjuncts:
        if conjunct.i > token.i:
            yield conjunct


def _goods(receiver: Token, others: tuple[tuple[str, Token], ...]) -> tuple[Token, tuple[tuple[str, Token], ...]]:
    """What is given, and the rest with the receiver in it, where the sentence says "with"."""
    goods = next((noun for prep, noun in others if prep == "with"), None)
    if goods is None:
        return receiver, others
    return goods, (("to", receiver), *((prep, noun) for prep, noun in others if noun != goods))


def _relative(
    verb: Token, subject: Token | None, patient: Token | None, objects: Token | None
) -> tuple[Token | None, Token | None, Token | None]:
    """The participants of a relative clause, its pronoun replaced by what it stands for."""
    antecedent = verb.head
    pronoun = _pronoun(verb)
    if subject is None and objects is not None and objects == pronoun:  # "which NATO chairs", read as a noun
        subject = _child(verb, frozenset({"compound", "amod", "nmod", "poss"}))
    if pronoun is None:
        return subject, patient, objects if objects is not None or verb.tag_ == "VBN" else antecedent
    if pronoun == subject:
        subject = antecedent
    elif pronoun == patient:
        patient = antecedent
    elif pronoun == objects:
        objects = antecedent
    return subject, patient, objects


def _pronoun(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.lower_ in RELATIVE and c.tag_ in ("WDT", "WP", "IN", "DT")), None)


def _inherited(verb: Token, depth: int = DEPTH) -> Token | None:
    """The subject that a subjectless clause takes from the one above it."""
    head = verb.head
    if (verb.dep_ not in CONTROLLED and verb.dep_ != "prep") or head == verb or not depth:
        return None
    if head.dep_ == "prep":
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return None
    own = _child(head, SUBJECTS) or _child(head, frozenset({"nsubjpass"}))
    if own is not None and own.lower_ in RELATIVE and head.dep_ == "relcl":
        return head.head
    return own if own is not None else _inherited(head, depth - 1)


def _others(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositional complements and the indirect object, as (preposition, noun)."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative"):
            nouns = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            yield from ((child.lower_, noun) for noun in nouns)
            for noun in nouns:
                yield from (
                    (c.lower_, p) for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"
                )
            if child.dep_ == "dative" and not nouns:
                yield "to", child
        elif child.dep_ in OBJECTS:
            for prep in child.children:
                if prep.dep_ == "prep":
                    yield from ((prep.lower_, noun) for noun in prep.children if noun.dep_ == "pobj")


def _agent(verb: Token) -> Token | None:
    return next(
        (p for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for p in c.children if p.dep_ == "pobj"),
        None,
    )


def _child(token: Token, labels: frozenset[str]) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _pobj(token: Token, preposition: str) -> Token | None:
    preps = (child for child in token.children if child.lower_ == preposition)
    return next((p for prep in preps for p in prep.children if p.dep_ == "pobj"), None)


def _lemma(verb: Token) -> str:
    particle = _child(verb, frozenset({"prt"}))
    lemma = verb.lemma_.lower()
    if particle is None and lemma == "take":
        part = _child(verb, frozenset({"dobj"}))
        particle = part if part is not None and part.lower_ == "part" else None
    return f"{lemma} {particle.lower_}" if particle is not None else lemma
