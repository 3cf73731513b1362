"""Policy for names that mix two leaders' from two countries: likely a slip, not proved, so a warning at most."""

from __future__ import annotations

import re

from opedcheck.judging import rules
from opedcheck.judging.internal.found import around
from opedcheck.judging.judgement import Case, Judgement, whose
from opedcheck.judging.wording import evidence
from opedcheck.model import Claim, Lookalike, NameMatch, OfficeMatch
from opedcheck.words.surnames import COMMON_SURNAMES
from opedcheck.words.titles import is_sole

# Beside one of these, a given name of another leader's is a relative's own.
KIN = re.compile(
    r"\b(?:father|mother|parents?|sons?|daughters?|child(?:ren)?|brothers?|sisters?|siblings?|wife|husband|spouse|widow"
    r"|uncle|aunt|nephew|niece|cousins?|grand\w+|in-law|famil(?:y|ies)|dynast(?:y|ies)|relatives|namesakes?|elder|younger)\b",
    re.I,
)
DOUBT = 0.6
RECENT = 15  # years: whoever held the office since comes to mind before anybody else of the name


def doubtful(claim: Claim, match: NameMatch | OfficeMatch, case: Case) -> Judgement | None:
    """A warning of a given name from another country beside a surname, where the article speaks of whose it is.

    Both words stand there once: who is named again is somebody. The bearer of the surname holds the office told, or is
    named elsewhere and of a country whose given names are known; or somebody named elsewhere has the given name, and
    the surname is not a common one.
    """
    if not match.foreign or claim.negated or _is_somebody(claim, case):
        return None
    meant: list[Lookalike] = []
    owners = [like for like in match.lookalikes if like.shares != "given"]
    lenders = [like for like in match.lookalikes if like.shares == "given"]
    common = (claim.name or "").split()[-1].casefold() in COMMON_SURNAMES
    if isinstance(match, OfficeMatch):
        meant = [one for one in owners if _holds(one, match) and (not common or _is_of(one, claim, match))]
        meant = meant or [one for one in lenders if _holds(one, match) and not common]
    if match.foreign == "surely":
        meant = meant or [like for like in owners if (is_told if common else may_be_named)(like, claim, case)]
    meant = meant or [like for like in lenders if not common and may_be_named(like, claim, case)]
    return _warning(claim, tuple(meant[:3])) if meant else None


def is_remembered(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether whoever holds the office, or held it lately, comes to mind."""
    return match.asked is None or like.then or like.covered or is_recent(like, match)


def _holds(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether a person holds or held the very office that is told."""
    return like.holding is not None and like.holding.office == match.office and is_remembered(like, match)


def _is_of(like: Lookalike, claim: Claim, match: OfficeMatch) -> bool:
    """Whether the office has one holder, or it is told whose it is, and that is the one that the person holds."""
    told = claim.of is not None and like.holding is not None and like.holding.of == match.of
    return told or is_sole(match.office)


def is_recent(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether the holding ended not long before the time asked for."""
    until = like.holding.until if like.holding else None
    asked = match.asked.first if match.asked else None
    return bool(until and until.last and asked and asked.year - until.last.year <= RECENT)


def _is_somebody(claim: Claim, case: Case) -> bool:
    """Whether the name may well be somebody's own: a word for kin stands beside it, or a part of it stands again."""
    name = claim.name or ""
    again = case.text.count(name) > 1 or (
        case.text.count(name.split()[0]) > 1 and case.text.count(name.split()[-1]) > 1
    )
    return again or bool(KIN.search(around(case, claim.start, 1)))


def is_told(like: Lookalike, claim: Claim, case: Case) -> bool:
    """Whether the article surely names the person elsewhere."""
    return any(name.entity == like.person.id for name in case.reading.names if name.start != _own(claim))


def may_be_named(like: Lookalike, claim: Claim, case: Case) -> bool:
    """Whether the article names the person elsewhere, or calls somebody by the surname alone who may be that person."""
    names = (name for name in case.reading.names if name.start != _own(claim))
    return any(like.person.id in (name.entity, *name.candidates) for name in names)


def _own(claim: Claim) -> int:
    """Where the claim's own name stands."""
    return claim.subject.start if claim.subject else claim.start


def _warning(claim: Claim, like: tuple[Lookalike, ...]) -> Judgement:
    shown = tuple(evidence(one.person, "incomparable", one.person.name, DOUBT) for one in like)
    known = " and ".join(one.person.name for one in like)
    message = f"No {claim.name} is known, but {known}{whose(claim)}."
    start, end = (claim.subject.start, claim.subject.end) if claim.subject else (claim.start, claim.end)
    return Judgement(
        verdict="unverified", reason=message, evidence=shown, rule=rules.doubtful.RULE, message=message,
        references=tuple(one.person.id for one in like), start=start, end=end,
    )  # fmt: skip
