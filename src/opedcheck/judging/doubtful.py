"""Policy for names that mix two leaders' from two countries: likely a slip, not proved, so a warning at most."""

from __future__ import annotations

from opedcheck.judging import rules
from opedcheck.judging.bearers import (
    RECENT,
    are_of_few_surnames,
    has_common_surname,
    has_kin,
    is_named_again,
    is_remembered,
    is_titled,
    is_told,
    may_be_named,
)
from opedcheck.judging.headed import head_named, head_of_land
from opedcheck.judging.judgement import Case, Judgement, whose
from opedcheck.judging.lawmakers import lawmaker_of_state, senator_named
from opedcheck.judging.wording import evidence
from opedcheck.model import Claim, Lookalike, NameMatch, Office, OfficeMatch
from opedcheck.words.titles import canonical_title, heads, is_sole

FEW = frozenset({"senator"})  # so few that two of one surname at a time are rare
DOUBT = 0.6


def doubtful(claim: Claim, match: NameMatch | OfficeMatch, case: Case) -> Judgement | None:
    """A warning of a name that two heads of one title lend its parts, or one holder of the title where another can
    hardly be meant; or of a given name from another country beside a surname, where it can be told whose the surname
    is, or the given name."""
    if is_named_again(claim, case):
        return None
    titled = _beside_title(claim, match, case)
    if titled or match.foreign is None or has_kin(claim, case):
        return mixed(claim, titled[:3]) if titled else None
    common = has_common_surname(claim)
    owners = [like for like in match.lookalikes if like.shares != "given"]
    lenders = [like for like in match.lookalikes if like.shares == "given"]
    meant = [one for one in owners if isinstance(match, OfficeMatch) and _is_holder(one, claim, match, common)]
    if match.foreign == "surely":
        meant = meant or [one for one in owners if _is_owner(one, claim, case, common, alone=len(owners) == 1)]
    if not meant and not common:
        meant = _whose_given_name(claim, match, case, owners, lenders)
    return mixed(claim, tuple(meant[:3])) if meant else None


def _beside_title(claim: Claim, match: NameMatch | OfficeMatch, case: Case) -> tuple[Lookalike, ...]:
    """Who is meant where the title before the name tells: relatives have no seat at once with whoever sits there."""
    if not isinstance(match, OfficeMatch) or not is_titled(claim):
        return ()
    told = head_of_land(claim, match, case) or lawmaker_of_state(claim, match, case)
    if told or has_kin(claim, case):
        return told
    return _two_heads(match) or head_named(claim, match, case) or senator_named(claim, match, case)


def _two_heads(match: OfficeMatch) -> tuple[Lookalike, ...]:
    """One who lent the surname and one who lent the given name, both known as heads of states or of governments of the
    title that stands before the name."""
    if heads(match.office) is None:
        return ()
    known = [like for like in match.lookalikes if like.covered and _holds(like, match)]
    owners = [like for like in match.lookalikes if like.shares == "surname" and _holds_title(like, match)]
    lenders = [like for like in known if like.shares == "given"]
    return (owners[0], lenders[0]) if owners and lenders else ()


def _holds_title(like: Lookalike, match: OfficeMatch) -> bool:
    return like.holding is not None and like.holding.office == match.office


def _whose_given_name(
    claim: Claim, match: NameMatch | OfficeMatch, case: Case, owners: list[Lookalike], lenders: list[Lookalike]
) -> list[Lookalike]:
    """Those whose given name it must be: the office told is theirs, or they are named, or nobody else known has it."""
    many = are_of_few_surnames(owners)
    holders: tuple[Lookalike, ...] = ()
    if isinstance(match, OfficeMatch) and (heads(match.office) or not many):
        holders = tuple(one for one in lenders if _holds(one, match))
    if holders or many or match.foreign != "likely" or _of_a_land_told(owners, case):
        return list(holders)
    return [one for one in lenders if may_be_named(one, claim, case)] or _one_leader(lenders, case)


def _is_holder(like: Lookalike, claim: Claim, match: OfficeMatch, common: bool) -> bool:
    """Whether the surname is that of a holder of the office told: where it is common, of the only one at a time."""
    return _holds(like, match) and (not common or _is_of(like, claim, match))


def _is_owner(like: Lookalike, claim: Claim, case: Case, common: bool, *, alone: bool) -> bool:
    """Whether the surname can only be that person's here: surely named elsewhere, or rare and a leader's.

    Lawmakers share their surnames with many who are in the news.
    """
    few = like.holding is not None and (is_sole(like.holding.office) or like.holding.office in FEW)
    if common:
        return few and is_told(like, claim, case)
    known = few or (_leads(like, case) if like.holding is None else claim.kind == "office")
    named = is_told(like, claim, case) or (known and may_be_named(like, claim, case))
    return named or (alone and (_leads(like, case) or _is_of_history(like)))


def _is_of_history(like: Lookalike) -> bool:
    """Whether the person headed a state or government of which all heads of decades are known."""
    return like.covered and like.holding is not None and heads(like.holding.office) is not None


def _one_leader(lenders: list[Lookalike], case: Case) -> list[Lookalike]:
    """The one person known of a given name, if a leader of the time and from where English names are at home."""
    return [like for like in lenders if len(lenders) == 1 and like.english and _leads(like, case)]


def _of_a_land_told(owners: list[Lookalike], case: Case) -> bool:
    """Whether the article names a country that a bearer of the surname served: others of it may be spoken of."""
    lands = {like.holding.of for like in owners if like.holding}
    return any(name.entity in lands for name in case.reading.names)


def _leads(like: Lookalike, case: Case) -> bool:
    """Whether the person headed a state or government, or was next to it, when the article was written or lately."""
    titles = ((canonical_title(office.title) or "", office) for office in like.person.offices)
    return any(
        _was_held(office, case) for title, office in titles if heads(title) is not None or title == "vice president"
    )


def _was_held(office: Office, case: Case) -> bool:
    """Whether an office was held when the article was written, or not long before."""
    since = office.since.first if office.since else None
    until = office.until.last if office.until else None
    if case.published is None or since is None or since > case.published:
        return False
    return until is None or case.published.year - until.year <= RECENT


def _holds(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether a person holds or held the very office that is told."""
    return _holds_title(like, match) and is_remembered(like, match)


def _is_of(like: Lookalike, claim: Claim, match: OfficeMatch) -> bool:
    """Whether the office has one holder, or it is told whose it is, and that is the one that the person holds."""
    told = (claim.of is not None or match.office in FEW) and like.holding is not None and like.holding.of == match.of
    return told or is_sole(match.office)


def mixed(claim: Claim, like: tuple[Lookalike, ...]) -> Judgement:
    """The warning: nobody of that name is known, but those who have a part of it."""
    shown = tuple(evidence(one.person, "incomparable", one.person.name, DOUBT) for one in like)
    known = " and ".join(one.person.name for one in like)
    message = f"No {claim.name} is known, but {known}{whose(claim)}."
    start, end = (claim.subject.start, claim.subject.end) if claim.subject else (claim.start, claim.end)
    return Judgement(
        verdict="unverified", reason=message, evidence=shown, rule=rules.doubtful.RULE, message=message,
        references=tuple(one.person.id for one in like), start=start, end=end,
    )  # fmt: skip
