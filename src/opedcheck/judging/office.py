"""Policy for names and offices. An office is judged at the article's date, or at the time that the sentence gives."""

from __future__ import annotations

import re

from opedcheck.judging import misnamed, misplaced, rules
from opedcheck.judging.bearers import is_titled
from opedcheck.judging.judgement import ASSERTED, Case, Judgement, unverified, whose
from opedcheck.judging.misnamed import ONCE, of_another_time
from opedcheck.judging.terms import SURE, held_instead, holder_then, ids, shown, term_of
from opedcheck.judging.wording import evidence, office_in_words
from opedcheck.model import Claim, Holding, OfficeMatch, Seat
from opedcheck.words.titles import ROYAL, heads, is_ministry, is_sole

# Titles that Americans keep for life when addressed: "President X said", years after (Associated Press style asks
# for "former", readers do not). Without a country beside it such a title does not claim the office for today.
COURTESY = frozenset(
    {
        "president",
        "vice president",
        "senator",
        "governor",
        "ambassador",
        "judge",
        "justice",
        "speaker",
        "mayor",
        "representative",
    }
)

SENATOR = "senator"
TO_COME = re.compile(r"\b(?:when|once|if|unless|until|till|whenever|as soon as)\s+$", re.I)
TO_COME_REACH = 12


def judge(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """The verdict on a person said to hold an office."""
    if match.person is None:
        return misnamed.unknown_name(claim, match, case)
    if _never(claim, match):
        told = _never_held(claim, match)
        return misplaced.doubt(match, told) if claim.quoted else _mismatch(claim, match, told, None)
    if claim.negated:
        return unverified("The text does not assert it.")
    if claim.status in ONCE:
        return _once(claim, match, case)
    if claim.status == "elect" or (claim.past and claim.when is None and match.ever):
        return _supported(match) if match.ever else unverified("The text speaks of another time.", *shown(match, False))
    if match.held or (match.told and claim.when is None):
        return _supported(match)
    if match.near or not match.of_known or (claim.quoted and match.ever) or _is_to_come(claim, case):
        return unverified("That the office is claimed for that time can't be shown.", *shown(match, False))
    return _not_held(claim, match, case)


def _is_to_come(claim: Claim, case: Case) -> bool:
    """Whether the words before the name put it off: "when X is president"."""
    before = case.text[max(0, claim.start - TO_COME_REACH) : claim.start]
    return not is_titled(claim) and bool(TO_COME.search(before))


def _never(claim: Claim, match: OfficeMatch) -> bool:
    """Whether no date at all would make it right: a head of one sort is called a head of the other, never held."""
    if match.ever or match.of is None or not is_titled(claim) or not (match.covered or _has_none(match)):
        return False
    if (
        match.office in ROYAL
        or claim.status == "elect"
        or not (heads(match.office) or match.office == "vice president")
    ):
        return False
    return _known_as(match) is not None


def _has_none(match: OfficeMatch) -> bool:
    """Whether the office is one that lands alone have, and told of a body."""
    return match.office == "prime minister" and match.of_known and not match.of_land


def _known_as(match: OfficeMatch) -> Holding | None:
    """The office that a person is known by: head of the same land, or in the service of one that has no such head."""
    led = [held for held in match.served if held.of == match.of and heads(held.office)]
    # Firms and schools have presidents and chancellors, too, whom no record tells; they have no prime ministers.
    served = match.served if heads(match.office) == "government" and match.office != "chancellor" else ()
    return next(iter([*reversed(led), *reversed(served)]), None)


def _never_held(claim: Claim, match: OfficeMatch) -> str:
    known = _known_as(match)
    assert match.person is not None and known is not None
    told = office_in_words(known.title, known.of_name)
    return f"{match.person.name} is known as {told}, never as {match.office}{holder_then(match)}{whose(claim)}."


def _once(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """ "former", "then": held at some time. A former holder who holds the office now is judged too."""
    if claim.status == "former" and match.held and match.own and claim.when is None:
        holding = next((h for h in match.own if h.office == match.office), match.own[0])
        message = f"{term_of(holding)}, not a former one{whose(claim)}."
        return _mismatch(claim, match, message, None)
    if match.ever:
        return _supported(match)
    if (doubted := misplaced.called_former_head(claim, match, case)) is not None:
        return doubted
    return unverified("That the office was ever held is not known.", *shown(match, False))


def _not_held(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """A known person who, by the references, does not hold the office asked for."""
    assert match.person is not None
    if match.held is None and match.asked is not None:
        return unverified("The references' dates are too coarse to tell.", *shown(match, False))
    if match.asked is None:
        return unverified("The article has no date.", *shown(match, False))
    if match.ever:
        last = match.past[-1]
        if not is_sole(match.office) and _before_all(match):
            return unverified("Another body's office of that name may have been held before.", *shown(match, False))
        if last.until is None and last.since is None:
            return unverified("The reference does not date the office.", *shown(match, False))
        if claim.of is None and (match.office in COURTESY or match.office.startswith("secretary of ")):
            return unverified("A title kept by courtesy after the office.", *shown(match, False))
        message = f"{term_of(last)}{holder_then(match)}{whose(claim)}."
        return _mismatch(claim, match, message, None)
    if (held := _other_seat(claim, match)) is not None:
        return _mismatch(claim, match, held_instead(claim, match, held), None, seat=claim.seat)
    elsewhere = [h for h in match.own if heads(h.office)] if match.of_land else []
    other_holder = misplaced.is_anothers(match)
    if match.office in ROYAL and claim.of is None:
        return unverified("A crown may be given in mockery.", *shown(match, False))
    if is_ministry(match.office) and claim.of is None and of_another_time(claim, match):
        return unverified("The text speaks of another time.", *shown(match, False))
    if not elsewhere and claim.modality not in ("asserted", "opinion"):
        return unverified("The text does not assert it.", *shown(match, False))
    if claim.of is None and heads(match.office) == "state" and not any(h.of == match.of for h in match.own):
        imagined = unverified("Who is imagined in an office does not hold it.", *shown(match, False))
        return misplaced.called_head(claim, match, case) or imagined
    minister = misplaced.called_minister(claim, match, case)
    bare = minister is not None and " " not in (claim.name or "")  # may be a relative's
    if (elsewhere and heads(match.office)) or (other_holder and match.own and not bare):
        return _mismatch(claim, match, held_instead(claim, match, (elsewhere or list(match.own))[0]), None)
    unsure = unverified("The references do not tell all offices of this person.", *shown(match, False))
    return minister or unsure


def _other_seat(claim: Claim, match: OfficeMatch) -> Holding | None:
    """The seat of a US senator at the time who is said to stand for another state: no two of one name sat at once."""
    if match.office != SENATOR or claim.seat is None or claim.seat.state is None or claim.modality not in ASSERTED:
        return None
    return next((held for held in match.own if held.office == SENATOR and held.of != match.of), None)


def _before_all(match: OfficeMatch) -> bool:
    """Whether the time asked for lies before the first day of every such office that is known."""
    starts = [h.since.first for h in match.past if h.since is not None and h.since.first is not None]
    asked = match.asked.last if match.asked is not None else None
    return len(starts) == len(match.past) and asked is not None and asked < min(starts)


def _mismatch(
    claim: Claim, match: OfficeMatch, message: str, suggestion: str | None, *, seat: Seat | None = None
) -> Judgement:
    start, end = (seat.start, seat.end) if seat else (None, None)
    return Judgement(
        verdict="contradicted", reason=message, evidence=shown(match, True), rule=rules.office.RULE, message=message,
        suggestion=suggestion, references=ids(match), start=start, end=end,
    )  # fmt: skip


def _supported(match: OfficeMatch) -> Judgement:
    assert match.person is not None
    told = next((h for h in match.past), None)
    detail = term_of(told) if told else match.person.name
    told_by = evidence(match.person, "agrees", detail, SURE)
    return Judgement(verdict="supported", reason=f"{detail}.", evidence=(told_by,), references=(match.person.id,))
