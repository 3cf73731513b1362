"""A person of the article beside a person of whom a statement tells: the same, misspelt, or given another office.

The people of statements have no records of their own. What shows that both mean one person is the rest: the same
full name, or the same surname (or given name) with the other part misspelt, and what both sentences speak of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from opedcheck.matching import facets
from opedcheck.matching.compare import slot
from opedcheck.matching.known import Known, fold
from opedcheck.matching.lookalikes import alike
from opedcheck.model import Claim, Outcome, Period, SlotComparison, Statement
from opedcheck.words.titles import canonical_title, heads, is_sole

# How many content words, the name's own apart, a sentence must share with the statement before a name in it that is
# misspelt is taken for the statement's: one may be chance, two are a topic.
SHARED = 2
AROUND = timedelta(days=45)  # a statement "in August 2019" speaks for articles of the weeks around it
SAYING = frozenset({"say", "tell", "speak", "write", "year", "time", "people", "include", "new", "former", "work"})


def candidates(claim: Claim, known: Known) -> Iterator[tuple[Statement, Claim]]:
    """The claims in statements about the same person, about one whose name may be misspelt, and about the same seat."""
    own = set(facets.of_person(claim, known.entity_of(claim.of)))
    name = fold(claim.name or "")
    if not _is_known(claim, known):
        alike = {other for word in name.split() for other in known.index.bearers.get(word, ())}
        own |= {other for other in alike if same_person(name, other) == "differs"}
    seen: set[str] = set()
    for key in sorted(own - {name}):
        for record, theirs in known.told_of(key):
            if theirs.id not in seen:
                seen.add(theirs.id)
                yield record, theirs


def profile(claim: Claim, theirs: Claim, record: Statement, known: Known) -> Iterator[SlotComparison]:
    """The slots of two claims of a person's name or office; nothing where they can't be one person's."""
    ours_name, their_name = claim.name or "", theirs.name or ""
    likeness = same_person(ours_name, their_name)
    if likeness is None and _one_seat(claim, theirs, record, known):
        yield slot("attribute", "agrees", claim.attribute, theirs.attribute)
        yield slot("object", "agrees", claim.of, theirs.of)
        yield slot("subject", "differs", ours_name, their_name, exclusive=True)
        return
    if likeness is None or (likeness == "differs" and _is_known(claim, known)):
        return
    if likeness == "differs":
        yield slot("context", "agrees" if _share_topic(claim, theirs) else "incomparable", claim.text, record.statement)
        yield slot("subject", "differs", ours_name, their_name, exclusive=True)
        return
    seats = tuple(_seats(claim, theirs, record))
    if seats or claim.kind == theirs.kind == "office":
        yield slot("subject", "agrees", ours_name, their_name)
    yield from seats
    if claim.kind == theirs.kind == "office":
        alone = bool({"object", "attribute", "value"} & set(record.exclusive))
        yield slot("attribute", _titles(claim, theirs), claim.attribute, theirs.attribute, exclusive=alone)
        if all(one.slot != "place" for one in seats):
            alone = "place" in record.exclusive
            yield slot("object", _whose(claim, theirs, known), claim.of, theirs.of, exclusive=alone)


def _seats(claim: Claim, theirs: Claim, record: Statement) -> Iterator[SlotComparison]:
    """For which state and party a politician stands, where both tell it."""
    if claim.seat is None or theirs.seat is None:
        return
    alone = bool({"object", "attribute", "value", "place"} & set(record.exclusive))
    for name, ours, their in (
        ("place", claim.seat.state, theirs.seat.state),
        ("party", claim.seat.party, theirs.seat.party),
    ):
        if ours and their:
            yield slot(name, "agrees" if ours == their else "differs", ours, their, exclusive=alone)


@lru_cache(maxsize=1 << 14)
def same_person(ours: str, theirs: str) -> Outcome | None:
    """ "agrees" for one full name, "differs" for one that is the other misspelt, None for two persons."""
    ours, theirs = fold(ours), fold(theirs)
    if ours == theirs:
        return "agrees"
    one, other = ours.split(), theirs.split()
    if len(one) < 2 or len(other) < 2:
        return None
    if one[-1] == other[-1] and alike(" ".join(one[:-1]), " ".join(other[:-1])):
        return "differs"
    return "differs" if one[:-1] == other[:-1] and alike(one[-1], other[-1]) else None


def spoken_for(claim: Claim, theirs: Claim, published: date | None) -> bool:
    """Whether a statement about an office holds at the time of the claim."""
    if theirs.when is None:
        return True
    asked = claim.when or (Period(published, published) if published else None)
    if asked is None or asked.first is None or asked.last is None:
        return False
    return Period(asked.first - AROUND, asked.last + AROUND).meets(theirs.when)


def _is_known(claim: Claim, known: Known) -> bool:
    """Whether the article's name is some known bearer's own."""
    return claim.subject is not None and claim.subject.entity in known.records


def _one_seat(claim: Claim, theirs: Claim, record: Statement, known: Known) -> bool:
    """Whether both tell who holds one and the same office, which has one holder and may have no other."""
    if claim.kind != "office" or theirs.kind != "office" or "subject" not in record.exclusive:
        return False
    ours, other = canonical_title(claim.attribute or ""), canonical_title(theirs.attribute or "")
    same_body = claim.of is not None and fold(known.entity_of(claim.of) or "") == fold(known.entity_of(theirs.of) or "")
    full = " " in (claim.name or "").strip() and claim.status is None and not claim.past
    return ours is not None and ours == other and is_sole(ours) and same_body and full


def _share_topic(claim: Claim, theirs: Claim) -> bool:
    names = {*fold(claim.name or "").split(), *fold(theirs.name or "").split()}
    return len((claim.context & theirs.context) - names - SAYING) >= SHARED


def _titles(claim: Claim, theirs: Claim) -> Outcome:
    """Two titles: the same, two of one sort (which one person does not hold at once), or not to be compared."""
    ours, other = canonical_title(claim.attribute or ""), canonical_title(theirs.attribute or "")
    if ours is None or other is None:
        return "incomparable"
    if ours == other:
        return "agrees"
    one_sort = ours.split()[-1] == other.split()[-1] or (heads(ours) is not None and heads(other) is not None)
    return "differs" if one_sort and claim.status in (None, "then") else "incomparable"


def _whose(claim: Claim, theirs: Claim, known: Known) -> Outcome:
    """Whose office: the same, another, or not told. A lawmaker's state is told as freely as his country."""
    if claim.of is None or theirs.of is None:
        return "agrees"
    ours, other = known.entity_of(claim.of), known.entity_of(theirs.of)
    return "agrees" if ours == other else "incomparable"
