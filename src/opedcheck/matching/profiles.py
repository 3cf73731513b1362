"""A person of the article beside a person of whom a statement tells: the same, misspelt, or given another office.

The people of statements have no records of their own. What shows that both mean one person is the rest: the same
full name, or the same surname (or given name) with the other part misspelt, and what both sentences speak of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from opedcheck.matching import facets
from opedcheck.matching.compare import slot
from opedcheck.matching.known import Known, fold
from opedcheck.matching.lookalikes import alike
from opedcheck.model import Claim, Kind, Outcome, Period, SlotComparison, Statement
from opedcheck.words.titles import canonical_title, heads, is_sole

# How many content words, the name's own apart, a sentence must share with the statement before a name in it that is
# misspelt is taken for the statement's: one may be chance, two are a topic.
SHARED = 2
Slots = tuple[SlotComparison, ...]
Compare = Callable[[Claim, Statement], Slots]
"""From a statement's claim, and the statement, to the slots of both claims."""
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


class Held(NamedTuple):
    """What a claim tells of a person's office, and for whom he or she sits; `owner` is the id of whose office it is."""

    name: str
    kind: Kind
    title: str | None
    of: str | None
    owner: str | None
    state: str | None
    party: str | None
    now: bool


def profile(claim: Claim, known: Known) -> Compare:
    """Comparing a claim of a person's name or office with others: none of their slots where it can't be one person."""
    held = _held(claim, known)
    return lambda theirs, record: _profile(claim, held, theirs, record, known)


def _profile(claim: Claim, held: Held, theirs: Claim, record: Statement, known: Known) -> Slots:
    ours_name, their_name = claim.name or "", theirs.name or ""
    likeness = same_person(ours_name, their_name)
    if likeness == "agrees":
        return _one_person(held, _held(theirs, known), record.exclusive)
    if likeness is None and _one_seat(claim, theirs, record, known):
        return (
            slot("attribute", "agrees", claim.attribute, theirs.attribute),
            slot("object", "agrees", claim.of, theirs.of),
            slot("subject", "differs", ours_name, their_name, exclusive=True),
        )
    if likeness is None or _is_known(claim, known):
        return ()
    topic: Outcome = "agrees" if _share_topic(claim, theirs) else "incomparable"
    return (
        slot("context", topic, claim.text, record.statement),
        slot("subject", "differs", ours_name, their_name, exclusive=True),
    )


def _held(claim: Claim, known: Known) -> Held:
    seat = claim.seat
    state, party = (seat.state, seat.party) if seat is not None else (None, None)
    owner, now = known.entity_of(claim.of), claim.status in (None, "then")
    return Held(claim.name or "", claim.kind, claim.attribute, claim.of, owner, state, party, now)


@lru_cache(maxsize=1 << 15)
def _one_person(ours: Held, theirs: Held, exclusive: tuple[str, ...]) -> Slots:
    """The slots of two claims of one person; many statements tell alike of whoever is much spoken of."""
    seats = tuple(_seats(ours, theirs, exclusive))
    offices = ours.kind == theirs.kind == "office"
    found = [slot("subject", "agrees", ours.name, theirs.name), *seats] if seats or offices else []
    if offices:
        alone = bool({"object", "attribute", "value"} & set(exclusive))
        found.append(slot("attribute", _titles(ours, theirs), ours.title, theirs.title, exclusive=alone))
        if all(one.slot != "place" for one in seats):
            found.append(slot("object", _whose(ours, theirs), ours.of, theirs.of, exclusive="place" in exclusive))
    return tuple(found)


def _seats(ours: Held, theirs: Held, exclusive: tuple[str, ...]) -> Iterator[SlotComparison]:
    """For which state and party a politician stands, where both tell it."""
    alone = bool({"object", "attribute", "value", "place"} & set(exclusive))
    for name, our, their in (("place", ours.state, theirs.state), ("party", ours.party, theirs.party)):
        if our and their:
            yield slot(name, "agrees" if our == their else "differs", our, their, exclusive=alone)


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


def _titles(held: Held, theirs: Held) -> Outcome:
    """Two titles: the same, two of one sort (which one person does not hold at once), or not to be compared."""
    ours, other = canonical_title(held.title or ""), canonical_title(theirs.title or "")
    if ours is None or other is None:
        return "incomparable"
    if ours == other:
        return "agrees"
    one_sort = ours.split()[-1] == other.split()[-1] or (heads(ours) is not None and heads(other) is not None)
    return "differs" if one_sort and held.now else "incomparable"


def _whose(ours: Held, theirs: Held) -> Outcome:
    """Whose office: the same, another, or not told. A lawmaker's state is told as freely as his country."""
    if ours.of is None or theirs.of is None:
        return "agrees"
    return "agrees" if ours.owner == theirs.owner else "incomparable"
