"""Policy for an office that somebody known is given by a slip, or because somebody wishes, fears, mocks or plays it:
a warning at most, and only where nothing near imagines it."""

from __future__ import annotations

import re

from opedcheck.judging import rules
from opedcheck.judging.bearers import has_common_surname, is_titled
from opedcheck.judging.internal.found import around
from opedcheck.judging.judgement import Case, Judgement, whose
from opedcheck.judging.terms import held_instead, ids, shown
from opedcheck.judging.wording import office_in_words
from opedcheck.model import Claim, OfficeMatch
from opedcheck.words.titles import ROYAL, heads, is_ministry, is_sole

# Of these somebody may have been president whom the references know by another office.
PRESIDED = re.compile(
    r"\b(?:universit\w*|colleges?|schools?|academ\w*|institut\w*|foundations?|councils?|associations?|societ\w+|unions?"
    r"|banks?|funds?|federations?|clubs?|compan\w+|corporat\w+|firms?|boards?)\b",
    re.I,
)
OF_PARTS = frozenset({"governor", "mayor"})
# Beside one of these, an office may be played.
FICTION = re.compile(
    r"\b(?:imagin\w*|dream\w*|novels?|films?|movies?|series|play(?:s|ed)?|fiction\w*|satir\w*|jok\w*|hypothetical\w*)\b",
    re.I,
)
# Beside one of these, an office may be wished for, feared or played.
IMAGINED = re.compile(
    r"\b(?:if|imagin\w*|dream\w*|suppos\w*|prospects?|would|could|might|will|idea|hop(?:e|es|ing)|fear\w*|wish\w*|fantas\w*"
    r"|vot(?:e|es|ed|ing|ers?)|elect\w*|nomin\w*|candida\w*|campaign\w*|ballots?|poll\w*|race|run(?:s|ning)?|primar(?:y|ies)"
    r"|novels?|films?|movies?|series|play(?:s|ed)?|fiction\w*|satir\w*|jok\w*|next|future|hypothetical\w*)\b",
    re.I,
)


def called_head(claim: Claim, match: OfficeMatch, case: Case) -> Judgement | None:
    """The warning that somebody who serves a land at the time is plainly called its head of state."""
    plain = bool(match.own) and _is_called_head(claim, match, case)
    return doubt(match, held_instead(claim, match, match.own[0])) if plain else None


def called_former_head(claim: Claim, match: OfficeMatch, case: Case) -> Judgement | None:
    """The warning that somebody who serves a land, or once did, is called its head of state of once, where all of those
    are known."""
    plain = not _is_played(claim, case) if claim.status == "former" else None
    if not match.covered or not _is_called_head(claim, match, case, plain=plain):
        return None
    if match.own:
        return doubt(match, held_instead(claim, match, match.own[0]))
    elsewhere = PRESIDED.search(around(case, claim.start, 1))
    return None if elsewhere or not match.served else doubt(match, _not_known_as(claim, match))


def called_minister(claim: Claim, match: OfficeMatch, case: Case) -> Judgement | None:
    """The warning that a president is plainly called a minister, or head of a state's part; who heads a government
    often heads a ministry, too."""
    presides = any(held.office == "president" and match.of in (None, held.of) for held in match.own)
    lower = is_ministry(match.office) or (match.office in OF_PARTS and not has_common_surname(claim))
    plain = claim.of is None and is_titled(claim) and not claim.past
    if not presides or not plain or not lower or _is_played(claim, case):
        return None
    return doubt(match, held_instead(claim, match, match.own[0]))


def doubt(match: OfficeMatch, message: str) -> Judgement:
    """The warning itself."""
    return Judgement(
        verdict="unverified", reason=message, evidence=shown(match, False), rule=rules.doubtful_office.RULE,
        message=message, references=ids(match),
    )  # fmt: skip


def is_anothers(match: OfficeMatch) -> bool:
    """Whether it is known that somebody else held the office then."""
    other = match.holder is not None and match.person is not None and match.holder.person.id != match.person.id
    return other and is_sole(match.office)


def _not_known_as(claim: Claim, match: OfficeMatch) -> str:
    assert match.person is not None
    known = office_in_words(match.served[-1].title, match.served[-1].of_name)
    return f"{match.person.name} is known as {known}, never as {match.office}{whose(claim)}."


def _is_called_head(claim: Claim, match: OfficeMatch, case: Case, *, plain: bool | None = None) -> bool:
    """Whether somebody is plainly called head of state, while somebody else is."""
    if plain is None:
        plain = not _is_imagined(claim, case)
    told = claim.of is None or claim.seat is not None
    head = heads(match.office) == "state" and match.office not in ROYAL and is_anothers(match)
    return head and told and is_titled(claim) and plain


def _is_played(claim: Claim, case: Case) -> bool:
    """Whether the words around, or a quotation, may only play with an office that nobody wishes or fears."""
    return claim.quoted or bool(FICTION.search(around(case, claim.start, 1)))


def _is_imagined(claim: Claim, case: Case) -> bool:
    """Whether the words around may only imagine who holds an office, as before an election: then nothing is claimed."""
    return claim.modality != "asserted" or claim.quoted or bool(IMAGINED.search(around(case, claim.start, 1)))
