"""Policy for an unknown name beside the title of a head, beyond what is proved: one head of a land that the article
names, or who held the very office that is told, lent the given name to another known surname."""

from __future__ import annotations

from collections.abc import Iterable

from opedcheck.judging.bearers import are_of_few_surnames, has_common_surname, is_remembered, may_be_named, stands_once
from opedcheck.judging.judgement import Case
from opedcheck.model import Claim, Lookalike, OfficeMatch
from opedcheck.words.titles import heads

# Offices that a federation and its states both have: with nothing said of whose, another's given name tells little.
OF_STATES_TOO = frozenset({"attorney general", "secretary of state"})


def head_of_land(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """The one head of the very land that is told whose given name stands with a surname that nobody known has who
    served it."""
    if not leads(match.office) or claim.of is None or not match.strange:
        return ()
    return _only(one for one in _lenders(claim, match, case) if one.holding and one.holding.of == match.of)


def head_named(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """The one head of a land that the article names, or secretary of state or attorney general who is named or has a
    rare given name, whose given name stands with a known person's surname; where it is not told whose the office is."""
    if claim.of is not None or are_of_few_surnames(one for one in match.lookalikes if one.shares == "surname"):
        return ()
    lenders = _lenders(claim, match, case)
    if leads(match.office):
        plain = not claim.past and claim.status is None
        return _only(o for o in lenders if o.then and (o.covered or plain) and _is_of_land_named(o, case))
    if match.office not in OF_STATES_TOO:
        return ()
    alone = sum(one.shares == "given" for one in match.lookalikes) == 1  # nobody else known has that given name
    named = (one for one in lenders if one.then and may_be_named(one, claim, case))
    return _only(one for one in lenders if alone and is_remembered(one, match)) or _only(named)


def leads(office: str) -> bool:
    """Whether its holder heads a state or a government, or stands in for the head."""
    return heads(office) is not None or office == "vice president"


def _lenders(claim: Claim, match: OfficeMatch, case: Case) -> list[Lookalike]:
    """The holders of the office who have the given name, where the surname is that of somebody else known, rare, and
    stands nowhere else."""
    owners = [one for one in match.lookalikes if one.shares == "surname"]
    if not owners or any(one.holding for one in owners):  # another of that surname held the office
        return []
    if has_common_surname(claim) or not stands_once(claim, case):
        return []
    return [one for one in match.lookalikes if one.shares == "given" and one.holding]


def _only(found: Iterable[Lookalike]) -> tuple[Lookalike, ...]:
    """What is found, if it is one person."""
    meant = tuple(found)
    return meant if len(meant) == 1 else ()


def _is_of_land_named(like: Lookalike, case: Case) -> bool:
    """Whether the article names the land of which the person is head."""
    return like.holding is not None and any(name.entity == like.holding.of for name in case.reading.names)
