"""Policy for names beside the title of a senator, or of a body's ambassador: of the few who sit at a time hardly two
share a surname, and of one state none ever did."""

from __future__ import annotations

from opedcheck.judging.bearers import (
    are_of_few_surnames,
    has_common_surname,
    is_told,
    may_be_named,
    stands_once,
)
from opedcheck.judging.judgement import Case
from opedcheck.model import Claim, Lookalike, OfficeMatch

SENATOR = "senator"
FEW = frozenset({SENATOR, "ambassador"})
# So many years after taking a seat hardly anybody of that surname who had it before is spoken of.
SETTLED = 6


def senators_meant(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """Who is meant by an unknown senator's name: one in office then who lent it the surname, or else the given name.

    Whoever lends the surname sits for the very state that is told, or is named elsewhere; whoever lends the given name
    sits for that state, beside a surname of somebody known who was never a senator, or is named elsewhere, beside one
    that nobody has who served the country.
    """
    if match.office not in FEW:
        return ()
    sitting = [one for one in match.lookalikes if one.then and one.holding is not None]
    bearers = tuple(one for one in sitting if one.shares == "surname")
    if bearers:
        return tuple(one for one in bearers if match.office == SENATOR and _is_bearer(one, claim, match, case))
    owners = tuple(one for one in match.lookalikes if one.shares == "surname")
    known = stands_once(claim, case) or any(is_told(one, claim, case) for one in owners)
    if not owners or any(one.holding for one in owners) or not known:
        return ()
    lenders = tuple(one for one in sitting if one.shares == "given")
    of_state = tuple(one for one in lenders if _is_of_state(one, claim, match))
    rare = match.strange and not has_common_surname(claim) and not are_of_few_surnames(owners)
    if of_state or not rare or match.office != SENATOR:
        return of_state
    return tuple(one for one in lenders if may_be_named(one, claim, case))


def _is_bearer(like: Lookalike, claim: Claim, match: OfficeMatch, case: Case) -> bool:
    """Whether a senator of that surname is meant, and no earlier one: a father or a namesake may have had the seat."""
    if claim.past and not _is_settled(like, match):
        return False
    if _is_of_state(like, claim, match):
        return True
    return claim.of is None and not has_common_surname(claim) and may_be_named(like, claim, case)


def _is_settled(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether the senator had sat for years by the time asked for."""
    since = like.holding.since if like.holding else None
    asked = match.asked.first if match.asked else None
    return bool(since and since.first and asked and asked.year - since.first.year >= SETTLED)


def _is_of_state(like: Lookalike, claim: Claim, match: OfficeMatch) -> bool:
    """Whether the words tell a state, and that is the one that the senator sits for."""
    return claim.of is not None and like.holding is not None and like.holding.of == match.of
