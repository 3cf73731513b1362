"""Deeds: who did what to whom, and who was the first to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from opedcheck.model import Claim, Filler, Period
from opedcheck.pipeline.claims.drafts import clause_time, draft, is_main, period, place_of
from opedcheck.pipeline.claims.frames import Frame, frames, governor, verbal
from opedcheck.pipeline.claims.relatives import relatives
from opedcheck.pipeline.claims.view import View
from opedcheck.words.titles import canonical_title, is_office

PRONOUNS = frozenset({"PRP", "WDT", "WP", "DT", "EX", "WRB"})
# Prepositions, and nouns in phrases that serve as such ("as a result of"), that give an event as a fact.
FACTS = frozenset(
    {"since", "after", "because", "due", "following", "despite", "result", "wake", "aftermath", "amid", "before"}
)
ONLY = frozenset({"only", "sole", "lone"})
LAST = frozenset({"last"})


def claims(view: View) -> Iterator[Claim]:
    """Relations and ranks of a Doc."""
    for frame in (*frames(view.doc), *relatives(view)):
        claim = relation(view, frame)
        if claim is not None:
            yield claim
    for token in view.doc:
        yield from rank(view, token)


def relation(view: View, frame: Frame) -> Claim | None:
    """The claim of a frame that names at least one participant and has an object; else None."""
    if _is_operator(frame):
        return None
    taken = [noun for _, noun in frame.others]
    target = frame.object
    others = frame.others
    if target is None:
        target = next((noun for noun in taken if noun.i not in view.time_at), None)
        others = tuple((p, noun) for p, noun in others if noun != target)
    if target is None or target.tag_ in PRONOUNS or _is_figure(view, target):
        return None
    subject = frame.subject
    filler = view.filler(subject, acting=True) if subject is not None and subject.tag_ not in PRONOUNS else None
    goal = view.filler(target)
    more = tuple(view.filler(noun, acting=prep in ("to", "for")) for prep, noun in others if noun.i not in view.time_at)
    named = (filler.kind or filler.entities) if filler else None
    if not named and not goal.entities and not any(o.entities for o in more):
        return None
    predicate = frame.predicate
    time = clause_time(view, predicate)
    told_as_fact = {"modality": "asserted"} if frame.nominal and _is_presupposed(predicate) else {}
    start, end = _stretch(predicate, filler, goal)
    return draft(
        view, "deed", "relation", predicate, start, end,
        subject=filler, predicate=frame.lemma, object=goal, others=more,
        place=place_of(view, (*frame.others, *_inside(target))),
        when=period(time), when_start=time.start if time else None, when_end=time.end if time else None,
        main=is_main(predicate) and not frame.nominal, **told_as_fact,
    )  # fmt: skip


def rank(view: View, token: Token) -> Iterator[Claim]:
    """ "the first Japanese Prime Minister to attend": who, which place in line, among whom, to do what."""
    ordinal = _ordinal(view, token)
    noun = token.head
    if ordinal is None or token.dep_ not in ("amod", "nummod", "compound") or noun.pos_ not in ("NOUN", "PROPN"):
        return
    deed = _infinitive(noun)
    holder = _holder(noun)
    if deed is None or holder is None:
        return
    frame = verbal(deed)
    target = frame.object or next((n for _, n in frame.others), None)
    time = clause_time(view, deed) or (view.when(list(target.subtree)) if target is not None else None)
    time = time or clause_time(view, governor(noun))
    among = view.filler(noun)
    yield from _office(view, noun, holder, among, period(time))
    yield draft(
        view, "deed", "rank", noun, token.idx, noun.idx + len(noun),
        subject=view.filler(holder), predicate=frame.lemma, object=view.filler(target) if target is not None else None,
        others=(among,), attribute=among.text, ordinal=ordinal, place=place_of(view, frame.others),
        when=period(time), when_start=time.start if time else None, when_end=time.end if time else None,
    )  # fmt: skip


def _is_figure(view: View, target: Token) -> bool:
    """Whether the object is an amount or something counted: that is a measure's to compare."""
    return target.i in view.quantity_at or any(c.dep_ == "nummod" and c.i in view.quantity_at for c in target.lefts)


def _is_operator(frame: Frame) -> bool:
    """Whether the verb only says how another is meant ("is expected to", "continues to"), or links no noun."""
    verb = frame.predicate
    if frame.nominal:
        return False
    if any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return frame.object is None or frame.passive or frame.lemma == "be"
    return frame.lemma == "be" and (frame.object is None or frame.object.pos_ not in ("NOUN", "PROPN"))


def _is_presupposed(noun: Token) -> bool:
    """Whether an event is given as the cause or the time of what the clause says: that it happened is taken for
    granted, however the clause is meant ("will act because of the invasion")."""
    for at in (noun, *noun.ancestors):
        if at.dep_ == "prep" and (at.lower_ in FACTS or any(c.lower_ in FACTS for c in at.children)):
            return True
        if at.pos_ == "VERB":
            return False
    return False


def _office(view: View, noun: Token, holder: Token, among: Filler, when: Period | None) -> Iterator[Claim]:
    """The office that a rank gives its holder: "the first Japanese Prime Minister to" makes him one."""
    title = canonical_title(noun.text if noun.dep_ != "attr" else among.text)
    name = view.name_at.get(holder.i)
    if title is None or not is_office(title) or name is None or name.kind != "person" or name.title is not None:
        return
    yield draft(
        view, "profile", "office", noun, noun.left_edge.idx, noun.idx + len(noun),
        subject=view.filler(holder), predicate="hold", attribute=title,
        of=among.entities[0] if among.entities else None,
        name=name.text, when=when,
    )  # fmt: skip


def _ordinal(view: View, token: Token) -> int | None:
    """1 for first and only, 2 for second, -1 for last; None for a word that ranks nothing."""
    word = token.lemma_.lower()
    if word in ONLY:
        return 1
    if word in LAST:
        return -1
    quantity = view.quantity_at.get(token.i)
    if quantity is not None and quantity.ordinal and quantity.low == int(quantity.low):
        return int(quantity.low)
    return None


def _infinitive(noun: Token) -> Token | None:
    """The verb of "to attend": hung by the parser on the noun or the copula before it, or above the noun."""
    if noun.dep_ == "nsubj" and noun.head.tag_ == "VB" and any(c.lower_ == "to" for c in noun.head.children):
        return noun.head
    for head in (noun, noun.head):
        for verb in head.children:
            if verb.i > noun.i and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
                return verb
    return None


def _holder(noun: Token) -> Token | None:
    """Whom the ranked noun is said of: the copula's other side, or what it stands in apposition to."""
    if noun.dep_ == "appos":
        return noun.head
    verb = noun.head
    if noun.dep_ == "nsubj" and any(c.lower_ == "as" for c in verb.children):  # "made history as the first X to"
        return verbal(verb.head).subject
    if verb.lemma_ in ("be", "become"):
        frame = verbal(verb)
        return frame.object if frame.subject == noun else frame.subject
    if verb.lower_ == "as" and verb.head.pos_ == "VERB":
        return verbal(verb.head).subject
    return None


def _inside(noun: Token) -> tuple[tuple[str, Token], ...]:
    """Places told inside the object's phrase: "an office in Tokyo"."""
    preps = (child for child in noun.children if child.dep_ == "prep")
    return tuple((prep.lower_, p) for prep in preps for p in prep.children if p.dep_ == "pobj")


def _stretch(predicate: Token, subject: Filler | None, target: Filler) -> tuple[int, int]:
    """What a finding underlines: from the first to the last of subject, predicate and object."""
    starts = [predicate.idx, target.start, *([subject.start] if subject else [])]
    ends = [predicate.idx + len(predicate), target.end, *([subject.end] if subject else [])]
    return min(starts), max(ends)
