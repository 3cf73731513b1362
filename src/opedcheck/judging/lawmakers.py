"""Policy for names beside the title of a lawmaker: of the few senators who sit at a time hardly two share a surname,
and of one state none ever did."""

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

SENATOR, REPRESENTATIVE = "senator", "representative"
# So many years after taking a seat hardly anybody of that surname who had it before is spoken of.
SETTLED = 6


def lawmaker_of_state(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """Who sits for the very state that is told, and lent the unknown name its surname; or else, of senators, the given
    name, beside a surname of somebody known who never sat for it: of another country, or for years nobody of it can
    have sat."""
    if match.office not in (SENATOR, REPRESENTATIVE) or claim.of is None:
        return ()
    sitting = [one for one in match.lookalikes if one.then and one.holding is not None and one.holding.of == match.of]
    bearers = [one for one in sitting if one.shares == "surname"]
    if bearers:
        return tuple(one for one in bearers if _is_bearer(one, claim, match, case))
    if match.office != SENATOR or not _is_of_somebody(claim, match, case):
        return ()
    lenders = (one for one in sitting if one.shares == "given")
    return tuple(one for one in lenders if match.strange or _is_settled(one, match))


def senator_named(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """The senator, named elsewhere where no state is told, who lent the unknown name its surname; or else the given
    name, beside one that nobody known has who served the country."""
    if match.office != SENATOR or claim.of is not None or has_common_surname(claim):
        return ()
    sitting = [one for one in match.lookalikes if one.then and may_be_named(one, claim, case)]
    if any(one.then and one.shares == "surname" for one in match.lookalikes):
        bearers = (one for one in sitting if one.shares == "surname")
        return tuple(one for one in bearers if _is_no_predecessors(one, claim, match))
    lent = match.strange and _is_of_somebody(claim, match, case) and not are_of_few_surnames(_owners(match))
    return tuple(one for one in sitting if lent and one.shares == "given")


def _owners(match: OfficeMatch) -> tuple[Lookalike, ...]:
    return tuple(one for one in match.lookalikes if one.shares == "surname")


def _is_of_somebody(claim: Claim, match: OfficeMatch, case: Case) -> bool:
    """Whether the surname is that of somebody known who never held the office, and by itself calls nobody else."""
    owners = _owners(match)
    if not owners or any(one.holding for one in owners):
        return False
    return stands_once(claim, case) or any(is_told(one, claim, case) for one in owners)


def _is_bearer(like: Lookalike, claim: Claim, match: OfficeMatch, case: Case) -> bool:
    """Whether that lawmaker is meant; of the many representatives only one of a rare surname who is named elsewhere."""
    rare = match.office == SENATOR or (not has_common_surname(claim) and may_be_named(like, claim, case))
    return rare and _is_no_predecessors(like, claim, match)


def _is_no_predecessors(like: Lookalike, claim: Claim, match: OfficeMatch) -> bool:
    """Whether no earlier holder of that surname is spoken of, a father or a namesake."""
    return not claim.past or _is_settled(like, match)


def _is_settled(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether the senator had sat for years by the time asked for."""
    since = like.holding.since if like.holding else None
    asked = match.asked.first if match.asked else None
    return bool(since and since.first and asked and asked.year - since.first.year >= SETTLED)
