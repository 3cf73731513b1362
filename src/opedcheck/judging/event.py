"""Policy for dates and places of events."""

from __future__ import annotations

from opedcheck.judging import rules
from opedcheck.judging.judgement import Case, Judgement, unverified, whose
from opedcheck.judging.wording import evidence, statement_of
from opedcheck.model import Claim, EventMatch, Period
from opedcheck.words.days import period_in_words

RULES = {"time": rules.date.RULE, "place": rules.place.RULE}
# A date or a place of a known event is taken for granted by whoever expects something of it.
NOT_TOLD = frozenset({"hypothetical", "questioned"})


def judge(claim: Claim, match: EventMatch, case: Case) -> Judgement:
    """The verdict on when or where an event is said to take place."""
    if not match.slots:
        return unverified(
            "The reference has no date or place for this event.", evidence(match.event, "incomparable", "", 0.5)
        )
    slot = match.slots[0]
    detail = f"{slot.slot} {slot.outcome}; edition shown by its {match.by}"
    shown = evidence(match.event, slot.outcome, detail, 0.9 if match.by != "next" else 0.8, match.slots)
    if slot.outcome == "agrees":
        return Judgement(
            verdict="supported",
            reason=f"Agrees with: {statement_of(match.event)}",
            evidence=(shown,),
            references=(match.event.id,),
        )
    surmised = claim.subject is not None and claim.subject.surmised
    if slot.outcome != "differs" or claim.negated or claim.modality in NOT_TOLD or (surmised and match.by == "next"):
        return unverified("That the reference means the same event can't be shown.", shown)
    theirs = period_in_words(_days(match)) if slot.slot == "time" else slot.theirs
    ours = period_in_words(claim.when) if slot.slot == "time" else slot.ours
    where = "took place in" if slot.slot == "place" else "was held on" if _is_past(match, case) else "is dated"
    message = f"{match.event.name} {where} {theirs}, not {ours}{whose(claim)}."
    return Judgement(
        verdict="contradicted", reason=message, evidence=(shown,), rule=RULES[slot.slot], message=message,
        suggestion=theirs, references=(match.event.id,),
    )  # fmt: skip


def _days(match: EventMatch) -> Period | None:
    since, to = match.event.since, match.event.to
    return Period(since.first, (to or since).last) if since else None


def _is_past(match: EventMatch, case: Case) -> bool:
    days = _days(match)
    return days is None or days.last is None or case.published is None or days.last < case.published
