"""Whose name it may be: who comes to mind, whom the article names elsewhere, and who may well be somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opedcheck.judging.internal.found import around
from opedcheck.judging.judgement import Case
from opedcheck.model import Claim, Lookalike, OfficeMatch
from opedcheck.words.kin import NEAR_KIN
from opedcheck.words.surnames import COMMON_SURNAMES, FEW_SURNAMES

# Beside one of these, a given name of another leader's is a relative's own.
KIN = re.compile(rf"\b(?:{NEAR_KIN})\b", re.I)
RECENT = 15  # years: whoever held the office since comes to mind before anybody else of the name


def has_common_surname(claim: Claim) -> bool:
    """Whether the surname by itself tells no one."""
    return (claim.name or "").split()[-1].casefold() in COMMON_SURNAMES


def are_of_few_surnames(owners: Iterable[Lookalike]) -> bool:
    """Whether a surname, by its `owners`, is of a country where very many bear it."""
    return any(office.of in FEW_SURNAMES for like in owners for office in like.person.offices)


def is_named_again(claim: Claim, case: Case) -> bool:
    """Whether the name stands again, or each of its parts, as that of somebody who is spoken of."""
    name = claim.name or ""
    first, last = name.split()[0], name.split()[-1]
    return case.text.count(name) > 1 or (_count(first, case) > 1 and _count(last, case) > 1)


def has_kin(claim: Claim, case: Case) -> bool:
    """Whether a word for kin stands near the name, so that it may be a relative's."""
    return bool(KIN.search(around(case, claim.start, 1)))


def stands_once(claim: Claim, case: Case) -> bool:
    """Whether the surname stands nowhere else, so that the article never calls anybody by it."""
    return _count((claim.name or "").split()[-1], case) <= 1


def _count(word: str, case: Case) -> int:
    """How often a word stands in the article, by itself."""
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", case.text))


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


def has_begun(like: Lookalike, case: Case) -> bool:
    """Whether the person's office had begun when the article was written, as far as that is known."""
    since = like.holding.since if like.holding else None
    return case.published is None or since is None or since.first is None or since.first <= case.published


def is_recent(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether the holding ended not long before the time asked for."""
    until = like.holding.until if like.holding else None
    asked = match.asked.first if match.asked else None
    return bool(until and until.last and asked and asked.year - until.last.year <= RECENT)


def is_remembered(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether whoever holds the office, or held it lately, comes to mind."""
    return match.asked is None or like.then or like.covered or is_recent(like, match)


def is_titled(claim: Claim) -> bool:
    """Whether the title stands before the name as a part of it. Who bears it is then taken for granted, whatever the
    sentence does: asks, denies, supposes."""
    return claim.subject is not None and claim.start < claim.subject.start and is_title_case(claim)


def is_title_case(claim: Claim) -> bool:
    """Whether the title is written as part of a name ("Prime Minister X"), not as a description."""
    title = claim.attribute or ""
    return title[:1].isupper() and all(word[0].isupper() for word in title.split() if word.isalpha() and len(word) > 3)
