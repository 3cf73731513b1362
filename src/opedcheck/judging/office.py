"""Policy for names and offices. An office is judged at the article's date, or at the time that the sentence gives."""

from __future__ import annotations

import re

from opedcheck.judging import misnamed, rules
from opedcheck.judging.bearers import is_titled
from opedcheck.judging.internal.found import around
from opedcheck.judging.judgement import ASSERTED, Case, Judgement, unverified, whose
from opedcheck.judging.misnamed import ONCE, SURE, of_another_time
from opedcheck.judging.wording import evidence, office_in_words, term_in_words
from opedcheck.model import Claim, Evidence, Holding, OfficeMatch, Outcome, Person, Seat
from opedcheck.words.days import period_in_words
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
# Beside one of these, an office may be wished for, feared or played.
IMAGINED = re.compile(
    r"\b(?:if|imagin\w*|dream\w*|suppos\w*|prospects?|would|could|might|will|idea|hop(?:e|es|ing)|fear\w*|wish\w*|fantas\w*"
    r"|vot(?:e|es|ed|ing|ers?)|elect\w*|nomin\w*|candida\w*|campaign\w*|ballots?|poll\w*|race|run(?:s|ning)?|primar(?:y|ies)"
    r"|novels?|films?|movies?|series|play(?:s|ed)?|fiction\w*|satir\w*|jok\w*|next|future|hypothetical\w*)\b",
    re.I,
)


def judge(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """The verdict on a person said to hold an office."""
    if match.person is None:
        return misnamed.unknown_name(claim, match, case)
    if _never(claim, match):
        told = _never_held(claim, match)
        return _doubt(match, told) if claim.quoted else _mismatch(claim, match, told, None)
    if claim.negated:
        return unverified("The text does not assert it.")
    if claim.status in ONCE:
        return _once(claim, match, case)
    if claim.status == "elect" or (claim.past and claim.when is None and match.ever):
        return (
            _supported(match) if match.ever else unverified("The text speaks of another time.", *_shown(match, False))
        )
    if match.held or (match.told and claim.when is None):
        return _supported(match)
    if match.near or not match.of_known or (claim.quoted and match.ever):
        return unverified("That the office is claimed for that time can't be shown.", *_shown(match, False))
    return _not_held(claim, match, case)


def _never(claim: Claim, match: OfficeMatch) -> bool:
    """Whether no date at all would make it right: a head of one sort is called a head of the other, never held."""
    if match.ever or match.of is None or not match.covered or not is_titled(claim):
        return False
    if (
        match.office in ROYAL
        or claim.status == "elect"
        or not (heads(match.office) or match.office == "vice president")
    ):
        return False
    return _known_as(match) is not None


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
    return f"{match.person.name} is known as {told}, never as {match.office}{_holder_then(match)}{whose(claim)}."


def _once(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """ "former", "then": held at some time. A former holder who holds the office now is judged too."""
    if claim.status == "former" and match.held and match.own and claim.when is None:
        holding = next((h for h in match.own if h.office == match.office), match.own[0])
        message = f"{_term_of(holding)}, not a former one{whose(claim)}."
        return _mismatch(claim, match, message, None)
    if match.ever:
        return _supported(match)
    if match.covered and _is_called_head(claim, match, case):
        return _doubt_held(claim, match)
    return unverified("That the office was ever held is not known.", *_shown(match, False))


def _not_held(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """A known person who, by the references, does not hold the office asked for."""
    assert match.person is not None
    if match.held is None and match.asked is not None:
        return unverified("The references' dates are too coarse to tell.", *_shown(match, False))
    if match.asked is None:
        return unverified("The article has no date.", *_shown(match, False))
    if match.ever:
        last = match.past[-1]
        if not is_sole(match.office) and _before_all(match):
            return unverified("Another body's office of that name may have been held before.", *_shown(match, False))
        if last.until is None and last.since is None:
            return unverified("The reference does not date the office.", *_shown(match, False))
        if claim.of is None and (match.office in COURTESY or match.office.startswith("secretary of ")):
            return unverified("A title kept by courtesy after the office.", *_shown(match, False))
        message = f"{_term_of(last)}{_holder_then(match)}{whose(claim)}."
        return _mismatch(claim, match, message, None)
    if (held := _other_seat(claim, match)) is not None:
        return _mismatch(claim, match, _held_instead(claim, match, held), None, seat=claim.seat)
    elsewhere = [h for h in match.own if heads(h.office)] if match.of_land else []
    other_holder = _is_anothers(match)
    if match.office in ROYAL and claim.of is None:
        return unverified("A crown may be given in mockery.", *_shown(match, False))
    if is_ministry(match.office) and claim.of is None and of_another_time(claim, match):
        return unverified("The text speaks of another time.", *_shown(match, False))
    if not elsewhere and claim.modality not in ("asserted", "opinion"):
        return unverified("The text does not assert it.", *_shown(match, False))
    if claim.of is None and heads(match.office) == "state" and not any(h.of == match.of for h in match.own):
        told = _is_called_head(claim, match, case)
        return _doubt_held(claim, match) if told else unverified("Who is imagined in an office does not hold it.")
    if (elsewhere and heads(match.office)) or (other_holder and match.own):
        return _mismatch(claim, match, _held_instead(claim, match, (elsewhere or list(match.own))[0]), None)
    unsure = unverified("The references do not tell all offices of this person.", *_shown(match, False))
    return _doubt_held(claim, match) if _is_called_minister(claim, match, case) else unsure


def _other_seat(claim: Claim, match: OfficeMatch) -> Holding | None:
    """The seat of a US senator at the time who is said to stand for another state: no two of one name sat at once."""
    if match.office != SENATOR or claim.seat is None or claim.seat.state is None or claim.modality not in ASSERTED:
        return None
    return next((held for held in match.own if held.office == SENATOR and held.of != match.of), None)


def _is_called_head(claim: Claim, match: OfficeMatch, case: Case) -> bool:
    """Whether somebody who serves a land is plainly called its head of state, while somebody else is."""
    told = claim.of is None or claim.seat is not None
    head = heads(match.office) == "state" and match.office not in ROYAL and _is_anothers(match)
    return head and told and is_titled(claim) and not _is_imagined(claim, case)


def _is_called_minister(claim: Claim, match: OfficeMatch, case: Case) -> bool:
    """Whether a president is plainly called a minister; who heads a government often heads a ministry as well."""
    presides = any(held.office == "president" and held.of == match.of for held in match.own)
    plain = claim.of is None and is_titled(claim) and not claim.past
    return presides and plain and is_ministry(match.office) and not _is_imagined(claim, case)


def _is_anothers(match: OfficeMatch) -> bool:
    """Whether it is known that somebody else held the office then."""
    other = match.holder is not None and match.person is not None and match.holder.person.id != match.person.id
    return other and is_sole(match.office)


def _is_imagined(claim: Claim, case: Case) -> bool:
    """Whether the words around may only imagine who holds an office, as before an election: then nothing is claimed."""
    return claim.modality != "asserted" or claim.quoted or bool(IMAGINED.search(around(case, claim.start, 1)))


def _held_instead(claim: Claim, match: OfficeMatch, held: Holding) -> str:
    assert match.person is not None
    other = office_in_words(held.title, held.of_name)
    return f"On {period_in_words(match.asked)} {match.person.name} was {other}{_holder_then(match)}{whose(claim)}."


def _doubt_held(claim: Claim, match: OfficeMatch) -> Judgement:
    """The warning that somebody is given another office than the one held then, which may be meant as a wish or a
    fear."""
    if not match.own:
        return unverified("The references do not tell all offices of this person.", *_shown(match, False))
    return _doubt(match, _held_instead(claim, match, match.own[0]))


def _doubt(match: OfficeMatch, message: str) -> Judgement:
    return Judgement(
        verdict="unverified", reason=message, evidence=_shown(match, False), rule=rules.doubtful_office.RULE,
        message=message, references=_ids(match),
    )  # fmt: skip


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
        verdict="contradicted", reason=message, evidence=_shown(match, True), rule=rules.office.RULE, message=message,
        suggestion=suggestion, references=_ids(match), start=start, end=end,
    )  # fmt: skip


def _supported(match: OfficeMatch) -> Judgement:
    assert match.person is not None
    told = next((h for h in match.past), None)
    detail = _term_of(told) if told else match.person.name
    shown = evidence(match.person, "agrees", detail, SURE)
    return Judgement(verdict="supported", reason=f"{detail}.", evidence=(shown,), references=(match.person.id,))


def _shown(match: OfficeMatch, told: bool) -> tuple[Evidence, ...]:
    people: dict[str, tuple[Person, Holding | None]] = {}
    if match.person is not None:
        people[match.person.id] = match.person, _telling(match)
    if match.holder is not None:
        people.setdefault(match.holder.person.id, (match.holder.person, match.holder))
    outcome: Outcome = "differs" if told else "incomparable"
    score = SURE if told else 0.5
    return tuple(evidence(person, outcome, _office_told(person, held), score) for person, held in people.values())


def _telling(match: OfficeMatch) -> Holding | None:
    """The one of a person's offices that tells most of the one asked for: the very one, or as head, or held then."""
    leading = [held for held in match.own if heads(held.office)]
    return next(iter([*reversed(match.past), *leading, *match.own, *reversed(match.served)]), None)


def _office_told(person: Person, held: Holding | None) -> str:
    """ "A was Prime Minister of Japan from 4 October 2021 until 1 October 2024"."""
    return _term_of(held) if held is not None else f"{person.name}: no office then is known"


def _ids(match: OfficeMatch) -> tuple[str, ...]:
    people = (match.person, match.holder.person if match.holder else None)
    return tuple(dict.fromkeys(p.id for p in people if p is not None))


def _holder_then(match: OfficeMatch) -> str:
    if match.holder is None or (match.person and match.holder.person.id == match.person.id):
        return ""
    office = office_in_words(match.holder.title, match.holder.of_name)
    return f"; {office} on {period_in_words(match.asked)} was {match.holder.person.name}"


def _term_of(holding: Holding) -> str:
    return f"{holding.person.name} was {office_in_words(holding.title, holding.of_name)} {term_in_words(holding)}"
