"""Short relative clauses that the parser takes for nouns: "the group, which NATO chairs,".

A relative pronoun, a name, and a form that may be a plural noun or a verb: small models choose the noun about half
the time. The pattern is sure where the form's lemma is a verb of the predicates table and the clause ends there.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from opedcheck.pipeline.claims.frames import Frame, is_predicate
from opedcheck.pipeline.claims.view import View
from opedcheck.words.predicates import is_verb

PRONOUNS = frozenset({"which", "that", "whom"})
ENDS = frozenset({",", ".", ";", ")", "and", "but", "or", "since", "for", "in", "at", "--", "\u2013", "\u2014"})


def relatives(view: View) -> Iterator[Frame]:
    """Frames of relative clauses that the parse does not show."""
    for token in view.doc:
        if token.lower_ in PRONOUNS and token.tag_ in ("WDT", "IN", "WP"):
            frame = _clause(view, token)
            if frame is not None:
                yield frame


def _clause(view: View, pronoun: Token) -> Frame | None:
    doc = view.doc
    at = pronoun.i + 1
    while at < len(doc) and doc[at].pos_ == "DET":
        at += 1
    name = view.name_at.get(at)
    antecedent = _antecedent(view, pronoun)
    if name is None or antecedent is None:
        return None
    subject = view.span(name)
    verb = doc[subject.end] if subject.end < len(doc) else None
    if verb is None or verb.tag_ not in ("NNS", "VBZ") or is_predicate(verb) or not is_verb(verb.lemma_.lower()):
        return None
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is not None and after.lower_ not in ENDS:
        return None
    return Frame(verb, verb.lemma_.lower(), subject.root, antecedent)


def _antecedent(view: View, pronoun: Token) -> Token | None:
    """The noun right before the pronoun, a comma left out."""
    before = pronoun.i - 1
    if before >= 0 and view.doc[before].text == ",":
        before -= 1
    if before < 0:
        return None
    name = view.name_at.get(before)
    if name is not None:
        return view.span(name).root
    token = view.doc[before]
    return token if token.pos_ in ("NOUN", "PROPN") else None
