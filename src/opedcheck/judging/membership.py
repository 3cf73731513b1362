"""Policy for memberships, and for places said to lie in others."""

from __future__ import annotations

from opedcheck.judging import rules
from opedcheck.judging.judgement import ASSERTED, Judgement, unverified, whose
from opedcheck.judging.wording import evidence, with_article
from opedcheck.model import Claim, Evidence, MembershipMatch, Period, PlaceMatch
from opedcheck.words.days import period_in_words, term_in_words


def judge(claim: Claim, match: MembershipMatch) -> Judgement:
    """The verdict on who is said to belong, or not to belong, to a body."""
    line = _line(match)
    agrees = match.held is not None and match.held != claim.negated
    if match.held is None or claim.modality not in ASSERTED:
        return unverified("Membership at that time can't be told.", _shown(match, False, None))
    if claim.past and not agrees and claim.when is None:
        return unverified("The text speaks of a time that it does not name.", _shown(match, False, None))
    ids = (match.organisation.id,)
    if agrees and match.since == "differs" and match.membership is not None:
        message = f"{line}{whose(claim)}."
        return Judgement(
            verdict="contradicted", reason=message, evidence=(_shown(match, True, False),), rule=rules.date.RULE,
            message=message, suggestion=_joined(match.membership.since), references=ids,
            start=claim.when_start, end=claim.when_end,
        )  # fmt: skip
    if agrees:
        return Judgement(verdict="supported", reason=f"{line}.", evidence=(_shown(match, True, True),), references=ids)
    message = f"{line}{whose(claim)}."
    return Judgement(
        verdict="contradicted", reason=message, evidence=(_shown(match, True, False),), rule=rules.membership.RULE,
        message=message, references=ids,
    )  # fmt: skip


def judge_place(claim: Claim, match: PlaceMatch) -> Judgement:
    """The verdict on a city said to lie in a country."""
    within = match.within.name if match.within else "another place"
    detail = f"{match.place.name} lies in {within}"
    shown = evidence(match.place, "agrees" if match.agrees else "differs", detail, 0.9)
    if match.agrees:
        return Judgement(verdict="supported", reason=f"{detail}.", evidence=(shown,), references=(match.place.id,))
    message = f"{detail}, not in {match.land.name}{whose(claim)}."
    return Judgement(
        verdict="contradicted", reason=message, evidence=(shown,), rule=rules.place.RULE, message=message,
        suggestion=f"{match.place.name}, {within}", references=(match.place.id,),
    )  # fmt: skip


def _line(match: MembershipMatch) -> str:
    body, member = with_article(match.organisation.name), match.member_name
    if match.membership is None:
        return f"{member} is not on the list of members of {body}"
    term = term_in_words(match.membership.since, match.membership.until).replace("from ", "since ", 1)
    return f"{member} is on the list of members of {body} {term}".rstrip()


def _joined(since: Period | None) -> str | None:
    """When it joined, unless that is known only by a day."""
    return period_in_words(since) if since is not None and since.first is not None else None


def _shown(match: MembershipMatch, told: bool, agrees: bool | None) -> Evidence:
    outcome = "incomparable" if not told else "agrees" if agrees else "differs"
    return evidence(match.organisation, outcome, _line(match), 0.9 if told else 0.5)  # type: ignore[arg-type]
