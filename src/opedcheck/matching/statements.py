"""A claim beside a claim read in a statement: slot by slot, what agrees, what differs, what can't be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from opedcheck.matching import profiles
from opedcheck.matching.compare import covered, figures, fillers, is_money, same_unit, slot, stated
from opedcheck.matching.facets import MEASURES, PERSONS
from opedcheck.matching.known import Known
from opedcheck.matching.repeats import is_rated
from opedcheck.matching.timing import relation, times
from opedcheck.model import (
    Claim,
    Filler,
    Outcome,
    Repeat,
    SlotComparison,
    Statement,
    StatementMatch,
)
from opedcheck.words.predicates import opposite_verbs, same_noun, same_verb, same_word

# Verbs that only lead up to a figure, and words that only say that there is one: no part of what is measured.
FIGURE_VERBS = frozenset({"be", "have", "reach", "total", "amount", "hit", "stand", "come", "exceed", "number"})
FIGURE_NOUNS = frozenset({"overall", "total", "volume", "sum", "amount", "number", "figure", "level", "value", "some"})
WEIGHTS = {
    "subject": 3.0,
    "predicate": 2.0,
    "object": 3.0,
    "measure": 3.0,
    "others": 1.0,
    "place": 1.0,
    "time": 1.0,
    "attribute": 2.0,
    "party": 1.0,
    "context": 2.0,
}
SAME_WORDS = 0.5
"""How likely a sentence must repeat a claim that has been fact-checked before both are compared slot by slot."""
WORTH = {"agrees": 1.0, "near": 0.7, "differs": 0.4, "incomparable": 0.0}


def statements(claim: Claim, known: Known, published: date | None, again: Sequence[Repeat]) -> Iterator[StatementMatch]:
    """The claim beside each statement that may speak of the same thing, the surest first.

    What somebody said who was fact-checked is only compared where the claim's sentence says the same words (`again`:
    how likely it does), and never for what it says in passing of persons and offices.
    """
    found = []
    repeated = {one.record.id: one.score for one in again}
    candidates = profiles.candidates(claim, known) if claim.kind in PERSONS else known.candidates(claim)
    compare = _comparing(claim, known)
    for record, theirs in candidates:
        if is_rated(record) and (claim.family == "profile" or repeated.get(record.id, 0.0) < SAME_WORDS):
            continue
        slots = compare(theirs, record)
        if slots:
            time = relation(claim, theirs, record, published)
            if (claim.kind == "office" or (claim.seat and theirs.seat)) and not profiles.spoken_for(
                claim, theirs, published
            ):
                time = "unknown"
            sure = min(score(slots), repeated.get(record.id, 1.0))
            found.append(StatementMatch(record=record, theirs=theirs, slots=slots, time=time, score=sure))
    yield from sorted(found, key=lambda m: (-m.score, m.record.id, m.theirs.id))


def score(slots: tuple[SlotComparison, ...]) -> float:
    """How sure it is that both speak of the same thing: the weighted share of slots that agree, 0 to 1."""
    whole = agreed = 0.0
    for one in slots:
        if weight := WEIGHTS.get(one.slot):
            whole += weight
            agreed += weight * WORTH[one.outcome]
    return round(agreed / whole, 3) if whole else 0.0


def _comparing(claim: Claim, known: Known) -> profiles.Compare:
    """How a claim of its kind is compared with statements' claims."""
    if claim.kind in PERSONS:
        return profiles.profile(claim, known)
    if claim.kind in MEASURES:
        return lambda theirs, record: tuple(_measure(claim, theirs, record))
    if claim.kind == "rank":
        return lambda theirs, record: tuple(_rank(claim, theirs, record))
    if claim.kind == "relation":
        return lambda theirs, record: tuple(_relation(claim, theirs, record, known))
    return lambda theirs, record: ()


def _relation(claim: Claim, theirs: Claim, record: Statement, known: Known) -> Iterator[SlotComparison]:
    ours_verb, their_verb = claim.predicate or "", theirs.predicate or ""
    opposite = opposite_verbs(ours_verb, their_verb)
    if not (same_verb(ours_verb, their_verb) or opposite) or theirs.object is None:
        return
    denied = (claim.negated != theirs.negated) != opposite
    yield slot("predicate", "agrees", ours_verb, their_verb)
    swapped = _swapped(claim, theirs)
    if theirs.subject is not None:
        alone = "subject" in record.exclusive
        yield slot("subject", _actor(claim, theirs), claim.subject, theirs.subject, exclusive=alone, swapped=swapped)
    alone = "object" in record.exclusive
    yield slot("object", _object(claim, theirs, denied), claim.object, theirs.object, exclusive=alone, swapped=swapped)
    for other in theirs.others:
        if other.entities:
            yield slot("others", _named(claim, other), claim.text, other)
    if theirs.place is not None:
        yield slot(
            "place",
            _place(claim, theirs.place, known),
            claim.place,
            theirs.place,
            exclusive="place" in record.exclusive,
        )
    yield from times(claim, theirs, record)
    yield slot("polarity", "differs" if denied else "agrees", _polarity(claim), _polarity(theirs))


def _rank(claim: Claim, theirs: Claim, record: Statement) -> Iterator[SlotComparison]:
    if claim.object is None or theirs.object is None or claim.subject is None or theirs.subject is None:
        return
    among, their_among = claim.others[0], theirs.others[0]
    if not same_verb(claim.predicate or "", theirs.predicate or "") or not same_noun(among.head, their_among.head):
        return
    yield slot("predicate", "agrees", claim.predicate, theirs.predicate)
    yield slot("object", fillers(claim.object, theirs.object, claim.entities), claim.object, theirs.object)
    same_group = set(among.entities) == set(their_among.entities) and not (claim.negated or theirs.negated)
    yield slot("others", "agrees" if same_group else "incomparable", among, their_among)
    yield slot("subject", fillers(claim.subject, theirs.subject), claim.subject, theirs.subject, exclusive=True)
    same_place: Outcome = "agrees" if claim.ordinal == theirs.ordinal else "differs"
    yield slot("value", same_place, claim.text, theirs.text, exclusive=True)
    if claim.when is not None and theirs.when is not None:
        outcome: Outcome = "agrees" if claim.when.meets(theirs.when) else "differs"
        yield slot("time", outcome, claim.when, theirs.when, exclusive=True)


def _measure(claim: Claim, theirs: Claim, record: Statement) -> Iterator[SlotComparison]:
    ours, ref = claim.quantity, stated(record.value) or theirs.quantity
    if ours is None or ref is None or (not (is_money(ours) and is_money(ref)) and not same_unit(ours.unit, ref.unit)):
        return
    shared = _measured(claim, theirs)
    if not shared:
        return
    yield slot(
        "measure",
        "agrees" if shared == 1 and _same_scope(claim, theirs) else "incomparable",
        _about(claim),
        _about(theirs),
    )
    if theirs.subject is not None:
        yield slot(
            "subject", _owner(claim, theirs), claim.subject, theirs.subject, exclusive="subject" in record.exclusive
        )
    for other in theirs.others:
        if other.entities:
            yield slot("others", _named(claim, other), claim.text, other)
    value = figures(ours, ref, record.tolerance)
    apart = claim.when is not None and theirs.when is not None and not claim.when.meets(theirs.when)
    if apart and (value != "agrees" or not theirs.as_of):  # another year's figure; "as of" lasts beyond its own time
        yield slot("time", "incomparable", claim.when, theirs.when)
    yield slot("value", value, ours, ref, exclusive=True)
    yield slot(
        "polarity", "agrees" if claim.negated == theirs.negated else "differs", _polarity(claim), _polarity(theirs)
    )


def _measured(claim: Claim, theirs: Claim) -> float:
    """The share of the words for what the reference measures that the claim's own clause has too."""
    wanted = _measure_words(theirs)
    if not wanted:
        return 1.0
    ours = {*claim.clause, *(claim.object.lemmas if claim.object else ()), claim.predicate or ""}
    return sum(any(same_word(our, word) for our in ours) for word in wanted) / len(wanted)


def _measure_words(claim: Claim) -> frozenset[str]:
    """The content words that say what is measured: all of its clause's but empty ones."""
    words = {*claim.clause, *(claim.object.lemmas if claim.object else ())}
    return frozenset(words - FIGURE_NOUNS - FIGURE_VERBS)


def _same_scope(claim: Claim, theirs: Claim) -> bool:
    """Whether neither figure is a part, an addition or a rate of what the other is the whole of."""
    told = {key for other in claim.others for key in other.entities}
    if not told <= theirs.entities:  # "in Ohio", "to Poland": a part of what the reference has, or something else
        return False
    if claim.part != theirs.part or (claim.as_of != theirs.as_of and not (theirs.as_of and claim.when is None)):
        return False
    if (claim.quantity and claim.quantity.change) != (theirs.quantity and theirs.quantity.change):
        return False
    ours = claim.object or (claim.subject if claim.subject and not claim.subject.key else None)
    if ours is None:
        return True
    theirs_words = tuple({*_measure_words(theirs), *FIGURE_NOUNS, *(theirs.object.lemmas if theirs.object else ())})
    own = tuple(lemma for lemma in ours.lemmas if not ours.kind)
    return covered(own, theirs_words) or all(any(same_word(o, t) for t in theirs_words) for o in own)


def _owner(claim: Claim, theirs: Claim) -> Outcome:
    """Whose figure it is: the clause's subject, or the only one whom the sentence can mean."""
    assert theirs.subject is not None
    wanted = theirs.subject.key
    if wanted is None or (claim.subject is not None and claim.subject.key is not None):
        return fillers(claim.subject, theirs.subject, claim.entities)
    if claim.subject is not None and claim.subject.entities:
        return "agrees" if claim.subject.entities == (wanted,) else "incomparable"
    if claim.subject is not None and claim.subject.kind is not None:
        return "incomparable"
    return "agrees" if wanted in claim.entities and claim.entities <= theirs.entities else "incomparable"


def _actor(claim: Claim, theirs: Claim) -> Outcome:
    """The doer. Where the clause names none, the reference's may stand in the object: "a new NATO office"."""
    assert theirs.subject is not None
    if claim.subject is None:
        named = claim.object is not None and theirs.subject.key in claim.object.entities
        return "agrees" if named else "incomparable"
    outcome = fillers(claim.subject, theirs.subject, claim.entities)
    if (
        outcome == "incomparable"
        and claim.predicate == theirs.predicate == "be"
        and _strange(claim.subject, theirs.subject)
    ):
        return "differs"  # what something is, no other body is; who acts may be called by many names
    return outcome


def _strange(ours: Filler, theirs: Filler) -> bool:
    """Whether ours is an unknown proper name of two words and more that shares none with the known name."""
    unknown = ours.entity is None and ours.kind in ("organisation", "other") and theirs.kind == "organisation"
    words, known = ({w.lower() for w in f.text.split() if w[0].isupper()} for f in (ours, theirs))
    return unknown and theirs.entity is not None and len(words) > 1 and not words & known


def _swapped(claim: Claim, theirs: Claim) -> bool:
    """Whether each of two known participants stands where the reference has the other."""
    if not (claim.subject and claim.object and theirs.subject and theirs.object):
        return False
    ours = (claim.subject.entity, claim.object.entity)
    return None not in ours and ours == (theirs.object.entity, theirs.subject.entity)


def _object(claim: Claim, theirs: Claim, denied: bool) -> Outcome:
    """What it is done to. To deny something of a kind is not to deny it of all kinds, so a denial must be the wider."""
    assert theirs.object is not None
    if claim.predicate == "be" and claim.object is not None and claim.object.entities and not theirs.object.entities:
        return "incomparable"  # "the body of the Union" is not just any body
    outcome = fillers(claim.object, theirs.object, claim.entities)
    if outcome == "near" and denied and claim.object is not None:
        no, yes = (claim.object, theirs.object) if claim.negated else (theirs.object, claim.object)
        return "agrees" if covered(no.lemmas, yes.lemmas) else "incomparable"
    return outcome


def _named(claim: Claim, theirs: Filler) -> Outcome:
    """Whether a further participant is named in the sentence, or near by where the sentence leaves it out."""
    wanted = set(theirs.entities)
    if wanted <= claim.entities:
        return "agrees"
    return "agrees" if wanted <= claim.entities | claim.nearby else "incomparable"


def _place(claim: Claim, theirs: Filler, known: Known) -> Outcome:
    if theirs.key is not None and (theirs.key in claim.entities or (claim.place and claim.place.key == theirs.key)):
        return "agrees"
    if claim.place is None or claim.place.entity is None or theirs.entity is None:
        return "incomparable"
    ours_record, their_record = known.places.get(claim.place.entity), known.places.get(theirs.entity)
    related = (ours_record and ours_record.within == theirs.entity) or (
        their_record and their_record.within == claim.place.entity
    )
    return "incomparable" if related else "differs"


def _about(claim: Claim) -> str:
    return ", ".join(sorted(_measure_words(claim))) or claim.text


def _polarity(claim: Claim) -> str:
    return "denied" if claim.negated else "asserted"
