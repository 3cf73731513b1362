"""Policy for claims beside statements: when a difference contradicts, and when it says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from opedcheck.judging import rules
from opedcheck.judging.judgement import ASSERTED, NOTHING, OUTCOMES, Judgement, unverified, whose
from opedcheck.judging.wording import evidence, fact_checked
from opedcheck.model import Claim, Evidence, Outcome, Rule, SlotComparison, StatementMatch
from opedcheck.words.days import period_in_words

VALUE_RULES = {
    "amount": rules.amount.RULE,
    "count": rules.count.RULE,
    "duration": rules.count.RULE,
    "percent": rules.percent.RULE,
    "rank": rules.rank.RULE,
}
SLOT_RULES = {"time": rules.date.RULE, "place": rules.place.RULE}
PROFILE_RULES = {"office": rules.office.RULE, "name": rules.name.RULE}
SEAT_RULES = {"place": rules.place.RULE, "party": rules.membership.RULE}
AGREEING = frozenset({"agrees", "near"})


def judge(claim: Claim, matches: Iterable[StatementMatch]) -> Judgement:
    """The verdict on a claim by the statements that it was compared with."""
    weighed = [(match, *weigh(claim, match)) for match in matches]
    if not weighed:
        return NOTHING
    shown = tuple(_evidence(match, outcome) for match, outcome, _ in weighed)
    agreeing = [(m, o) for m, o, _ in weighed if o in AGREEING]
    differing = [(m, s) for m, o, s in weighed if o == "differs" and s is not None]
    if agreeing:
        against = [m for m, _ in differing if any(_same_time(m, own) for own, _ in agreeing)]
        return _disputed(claim, agreeing[0][0], against[0], shown) if against else _agreed(claim, agreeing, shown)
    undated = [m for m, _ in differing if m.time == "unknown"]
    if differing and (not undated or len(undated) == len(weighed)):
        match, slot = differing[0]
        return contradicted(claim, match, slot, shown)
    checked = [match for match, _, _ in weighed if _says_the_same(claim, match)]
    if checked:
        return _fact_checked(claim, checked[0], shown)
    return unverified("References speak of the topic; that they mean the same can't be shown.", *shown)


def _says_the_same(claim: Claim, match: StatementMatch) -> bool:
    """Whether the claim is what a fact-check has found half true."""
    alike = all(s.outcome == "agrees" for s in match.slots) and match.time in ("same", "unknown")
    return match.record.verdict == "mixed" and alike and claim.modality in ASSERTED


def _fact_checked(claim: Claim, match: StatementMatch, shown: tuple[Evidence, ...]) -> Judgement:
    """No verdict, but the finding that somebody has looked into it."""
    record = match.record
    message = f"This {fact_checked(record)}{whose(claim)}"
    return Judgement(
        verdict="unverified", reason=message, evidence=shown, rule=rules.fact_checked.RULE, message=message,
        references=(record.id,),
    )  # fmt: skip


def _same_time(one: StatementMatch, other: StatementMatch) -> bool:
    """Whether two references, each surely of the claim's own matter, hold at one time and so disagree."""
    if one.record.id == other.record.id or one.time != "same" or other.time != "same":
        return False
    periods = [_valid(match) for match in (one, other)]
    return one.score == other.score and periods[0] == periods[1]


def _valid(match: StatementMatch) -> tuple[object, ...]:
    return match.record.since, match.record.until, match.theirs.when if match.theirs.as_of else None


def _disputed(
    claim: Claim, agreeing: StatementMatch, against: StatementMatch, shown: tuple[Evidence, ...]
) -> Judgement:
    message = f"References disagree: {agreeing.record.statement} But: {against.record.statement}{whose(claim)}"
    return Judgement(
        verdict="disputed", reason=message, evidence=shown, rule=rules.disputed.RULE, message=message,
        references=(agreeing.record.id, against.record.id),
    )  # fmt: skip


def weigh(claim: Claim, match: StatementMatch) -> tuple[Outcome, SlotComparison | None]:
    """What a match comes to, and the one slot in which it differs.

    Contradiction asks for three things: every slot that does not exclude others agrees outright, no excluding
    slot is open, and exactly one of them (or the polarity) differs.
    """
    if any(map(_is_open, match.slots)):
        return "incomparable", None
    polarity = next((s for s in match.slots if s.slot == "polarity"), None)
    excluding = [s for s in match.slots if s.exclusive]
    needed = [s for s in match.slots if not s.exclusive and s is not polarity]
    differing = [s for s in excluding if s.outcome == "differs"]
    if polarity is not None and polarity.outcome == "differs":
        differing.append(polarity)
    if len(differing) > 1 and _swapped(match):
        differing = [s for s in differing if s.slot == "subject"]
    if len(differing) > 1:
        return "incomparable", None
    if match.record.verdict == "mixed" or (claim.modality not in ASSERTED and claim.family != "profile"):
        return "incomparable", None
    if not differing:
        return _agreement(claim, match, needed + excluding)
    outright = all(s.outcome == "agrees" for s in needed)
    timely = match.time in ("same", "unknown")
    if match.record.verdict == "false":  # to deny a falsehood is right; another value of it is nothing known
        return ("agrees", None) if differing == [polarity] and outright else ("incomparable", None)
    return ("differs", differing[0]) if outright and timely else ("incomparable", None)


def _is_open(slot: SlotComparison) -> bool:
    """Whether a slot leaves open that both speak of one thing; one that excludes others may differ, and so may what
    is denied."""
    if slot.exclusive:
        return slot.outcome == "incomparable"
    return slot.slot != "polarity" and slot.outcome not in AGREEING


def _swapped(match: StatementMatch) -> bool:
    """Whether subject and object have changed places: both differ, and each is the other's."""
    told = {s.slot: s for s in match.slots if s.exclusive and s.outcome == "differs"}
    subject, target = told.get("subject"), told.get("object")
    return subject is not None and target is not None and subject.swapped and target.swapped


def _agreement(
    claim: Claim, match: StatementMatch, slots: list[SlotComparison]
) -> tuple[Outcome, SlotComparison | None]:
    if match.record.verdict == "false":
        outright = all(s.outcome == "agrees" for s in slots)
        return ("differs", slots[0]) if outright and match.time == "same" else ("incomparable", None)
    if match.time == "unknown":
        return "incomparable", None
    if match.time == "earlier":
        told = SlotComparison("time", "differs", period_in_words(claim.when), period_in_words(match.record.since), True)
        return (
            ("differs", told) if claim.when is not None and match.record.since is not None else ("incomparable", None)
        )
    return ("near" if any(s.outcome == "near" and s.slot == "value" for s in slots) else "agrees"), None


def contradicted(claim: Claim, match: StatementMatch, slot: SlotComparison, shown: tuple[Evidence, ...]) -> Judgement:
    """The judgement that a claim differs from a statement in one slot."""
    rule = _rule(claim, match, slot)
    start, end = _words_of(claim, slot)
    return Judgement(
        verdict="contradicted",
        reason=_difference(match, slot),
        evidence=shown,
        rule=rule,
        message=f"{_difference(match, slot)}{whose(claim)}",
        suggestion=slot.theirs
        if slot.slot in ("value", "time", "place", "party") and match.record.verdict != "false"
        else None,
        references=(match.record.id,),
        start=start,
        end=end,
    )


def _words_of(claim: Claim, slot: SlotComparison) -> tuple[int | None, int | None]:
    """Where the words of a slot stand; None where the claim's own are to be underlined."""
    if slot.slot == "time" and claim.when_start is not None:
        return claim.when_start, claim.when_end
    if slot.slot in SEAT_RULES and claim.kind in PROFILE_RULES and claim.seat is not None:
        return claim.seat.start, claim.seat.end
    return None, None


def _agreed(claim: Claim, agreeing: list[tuple[StatementMatch, Outcome]], shown: tuple[Evidence, ...]) -> Judgement:
    best, outcome = min(agreeing, key=lambda pair: (pair[0].time != "same", pair[1] != "agrees", -pair[0].score))
    ids = (best.record.id,)
    if best.time == "later":
        until = period_in_words(best.record.until) if best.record.until else "later"
        message = f"{claim.text} was right until {until}; the text speaks of {_spoken_of(claim)}{whose(claim)}."
        return Judgement(
            verdict="outdated",
            reason=message,
            evidence=shown,
            rule=rules.outdated.RULE,
            message=message,
            references=ids,
            start=claim.when_start,
            end=claim.when_end,
        )
    verdict = OUTCOMES[outcome]
    if verdict == "imprecise":
        theirs = next((s.theirs for s in best.slots if s.slot == "value"), "")
        message = f"{claim.text} is loose: the reference has {theirs}{whose(claim)}."
        return Judgement(
            verdict="imprecise", reason=message, evidence=shown, rule=rules.imprecise.RULE, message=message,
            suggestion=theirs, references=ids,
        )  # fmt: skip
    return Judgement(
        verdict="supported", reason=f"Agrees with: {best.record.statement}", evidence=shown, references=ids
    )


def _rule(claim: Claim, match: StatementMatch, slot: SlotComparison) -> Rule:
    if match.record.verdict == "false":
        return rules.known_false.RULE
    if claim.kind in PROFILE_RULES:
        if slot.slot in SEAT_RULES:
            return SEAT_RULES[slot.slot]
        return PROFILE_RULES[claim.kind] if slot.slot != "subject" else rules.name.RULE
    if claim.kind == "rank":
        return SLOT_RULES.get(slot.slot, rules.rank.RULE)
    if slot.slot in ("value", "polarity"):
        return VALUE_RULES.get(claim.kind, rules.relation.RULE) if slot.slot == "value" else rules.relation.RULE
    return SLOT_RULES.get(slot.slot, rules.relation.RULE)


def _difference(match: StatementMatch, slot: SlotComparison) -> str:
    if match.record.verdict == "false":
        note = f" {match.record.note}" if match.record.note else ""
        return f"Known to be false: {match.record.statement}{note}"
    if slot.slot == "polarity":
        return f"The text says the contrary of: {match.record.statement}"
    return f"The text has {slot.ours or 'another'}, the reference {slot.theirs}: {match.record.statement}"


def _evidence(match: StatementMatch, outcome: Outcome) -> Evidence:
    told = "; ".join(f"{s.slot} {s.outcome}" for s in match.slots)
    return evidence(match.record, outcome, f"{told}; time {match.time}", match.score, match.slots)


def _spoken_of(claim: Claim) -> str:
    return period_in_words(claim.when) if claim.when is not None else "the present"
