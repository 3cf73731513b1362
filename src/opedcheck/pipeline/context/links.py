"""What a clause takes over from the word that it depends on."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from opedcheck.model import Modality
from opedcheck.pipeline.context import governors as words
from opedcheck.pipeline.context.clauses import RANKED, VERBAL, has, infinitive
from opedcheck.pipeline.context.governors import Effect

# All of it ("keeps"), all but the negation ("keeps-affirmed"), only who speaks ("fresh"), or an effect on top.
Link = Effect | Literal["keeps", "keeps-affirmed", "fresh"]


def link(head: Token, above: Token, modality: Modality, negated: bool) -> Link:
    """What `above` makes of the clause of `head`, its dependent; `modality` and `negated` are those of `above`."""
    lemma = above.lemma_.lower()
    match head.dep_:
        case "ccomp" | "csubj" | "csubjpass":
            return _complement(above, lemma, negated)
        case "xcomp":
            return _controlled(head, above, lemma)
        case "advcl":
            return _adverbial(head, modality)
        case "acl" | "relcl":
            return _adnominal(head, above, lemma)
        case "pcomp":
            return _prepositional(above)
        case _:
            return "fresh"


def _complement(above: Token, lemma: str, negated: bool) -> Link:
    if lemma == "be" or above.pos_ == "ADJ":
        adjective = lemma if above.pos_ == "ADJ" else _adjective(above)
        return words.ADJECTIVES.get(adjective or "", "keeps-affirmed")
    if above.pos_ == "NOUN":
        return words.NOUNS.get(lemma, "fresh")
    if lemma in words.FINITE and (lemma not in words.FINITE_KEEPS or lemma not in words.REPORTS):
        return words.FINITE[lemma]
    if lemma in words.REPORTS:
        return "reports"
    # "does not mean that": what follows is left open; "did not know that": it holds. Both are rare, so left open.
    return "supposes" if negated else "keeps"


def _adjective(verb: Token) -> str | None:
    return next((child.lemma_.lower() for child in verb.children if child.dep_ in ("acomp", "attr")), None)


def _controlled(head: Token, above: Token, lemma: str) -> Link:
    if above.pos_ == "ADJ":
        return words.ADJECTIVES.get(lemma, "keeps")
    if lemma == "be":
        return words.ADJECTIVES.get(_adjective(above) or "", "keeps")
    if infinitive(head):
        if above.lower_ in ("going", "gon") or (lemma in ("have", "need", "get") and above.tag_ != "VBN"):
            return "predicts" if lemma == "go" else "judges"
        if lemma in words.TO:
            return words.TO[lemma]
        return "keeps" if lemma in words.TO_KEEPS else "predicts"
    if lemma in words.GERUND_KEEPS:
        return "keeps"
    return words.GERUND.get(lemma, "keeps")


def _adverbial(head: Token, modality: Modality) -> Link:
    marks = {child.lower_ for child in head.children if child.dep_ in ("mark", "advmod")}
    if marks & words.CONDITIONS:
        return "supposes"
    if infinitive(head) and not marks:
        # "was the first prime minister to attend", which the parser may hang on the verb.
        return "keeps" if any(child.dep_ == "attr" and _ranked(child) for child in head.head.children) else "predicts"
    if modality != "asserted" and marks & words.AFTER_TIME:
        return "keeps-affirmed"
    if head.tag_ in ("VBG", "VBN") and not has(head, "nsubj", "nsubjpass", "aux", "mark"):
        return "keeps-affirmed"
    return "fresh"


def _adnominal(head: Token, above: Token, lemma: str) -> Link:
    to_come = infinitive(head)
    if to_come and _ranked(above):
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


def _ranked(noun: Token) -> bool:
    return noun.lower_ in RANKED or any(child.lower_ in RANKED for child in noun.children)
