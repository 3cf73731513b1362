"""Who belongs to what, and which place lies in which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from opedcheck.matching.known import Known, held_in
from opedcheck.model import Claim, Membership, MembershipMatch, Period, PlaceMatch


def membership(claim: Claim, known: Known, published: date | None) -> Iterator[MembershipMatch]:
    """The claim that someone belongs to a body, beside the body's list."""
    body = known.organisations.get(claim.object.entity or "") if claim.object else None
    member = claim.subject.entity if claim.subject else None
    if body is None or not body.members or member is None:
        return
    asked = _asked(claim, published)
    listed = [m for m in body.members if m.who == member]
    answers = [held_in(m.since, m.until, asked) for m in listed] if asked else [None]
    held: bool | None
    if not listed:
        held = None if body.partial else False
    else:
        held = True if True in answers else None if None in answers else False
    yield MembershipMatch(
        organisation=body,
        member=member,
        member_name=known.name_of(member) or member,
        asked=asked,
        held=held,
        membership=listed[-1] if listed else None,
        since=_since(claim, listed),
    )


def place(claim: Claim, known: Known) -> Iterator[PlaceMatch]:
    """The claim that a city lies in a country, beside the place's record."""
    inner = known.places.get(claim.subject.entity or "") if claim.subject else None
    land = known.places.get(claim.object.entity or "") if claim.object else None
    if inner is None or land is None or inner.within is None or inner.kind != "city" or land.kind == "city":
        return
    chain = list(_around(inner.within, known))
    if land.kind != "country" and land.id not in chain:  # Paris, Texas: towns of states and provinces are namesakes
        return
    yield PlaceMatch(place=inner, land=land, within=known.places.get(inner.within), agrees=land.id in chain)


def _around(within: str | None, known: Known) -> Iterator[str]:
    """The places that hold a place, from the nearest outwards."""
    seen: set[str] = set()
    while within is not None and within not in seen:
        seen.add(within)
        yield within
        outer = known.places.get(within)
        within = outer.within if outer else None


def _asked(claim: Claim, published: date | None) -> Period | None:
    if claim.when is not None and claim.predicate != "join":
        return claim.when
    return Period(published, published) if published else None


def _since(claim: Claim, listed: list[Membership]) -> Literal["agrees", "differs", "unknown"]:
    """Whether the time told for joining is the record's."""
    if claim.predicate != "join" or claim.when is None or not listed:
        return "unknown"
    told = [m.since for m in listed if m.since is not None]
    if not told:
        return "unknown"
    near = [since for since in told if claim.when.meets(since)]
    return "differs" if not near else "agrees" if any(since.first is not None for since in near) else "unknown"
