"""Policy for an unknown name beside the title of a head, beyond what is proved: one head of a land that the article
names, or who held the very office that is told, lent the given name to another known surname."""

from __future__ import annotations

from opedcheck.judging.bearers import are_of_few_surnames, has_common_surname, may_be_named, stands_once
from opedcheck.judging.judgement import Case
from opedcheck.model import Claim, Lookalike, OfficeMatch
from opedcheck.words.titles import heads

# Offices that a federation and its states both have: with nothing said of whose, another's given name tells little.
OF_STATES_TOO = frozenset({"attorney general", "secretary of state"})


def head_meant(claim: Claim, match: OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """The one head whose given name stands with a known person's surname; `claim` has the title before the name."""
    leads = heads(match.office) or match.office == "vice president"
    if not (leads or match.office in OF_STATES_TOO) or has_common_surname(claim) or not stands_once(claim, case):
        return ()
    owners = tuple(one for one in match.lookalikes if one.shares == "surname")
    held = [one for one in match.lookalikes if one.shares == "given" and one.holding]
    if not owners or any(one.holding for one in owners):  # another of that surname held the office
        return ()
    own = [one for one in held if match.strange and claim.of is not None and one.holding and one.holding.of == match.of]
    then = [one for one in held if one.then and (one.covered or not leads)]
    now = [one for one in then if (_is_of_land_named(one, case) if leads else may_be_named(one, claim, case))]
    meant = own or ([] if claim.of is not None or are_of_few_surnames(owners) else now)
    return tuple(meant) if len(meant) == 1 else ()


def _is_of_land_named(like: Lookalike, case: Case) -> bool:
    """Whether the article names the land of which the person is head."""
    return like.holding is not None and any(name.entity == like.holding.of for name in case.reading.names)
