"""Policy for names and offices. An office is judged at the article's date, or at the time that the sentence gives."""

from __future__ import annotations

from opedcheck.judging import rules
from opedcheck.judging.judgement import Case, Judgement, unverified, whose
from opedcheck.judging.wording import evidence, office_in_words, possessive, term_in_words
from opedcheck.model import Claim, Evidence, Holding, Lookalike, NameMatch, OfficeMatch, Person
from opedcheck.words.days import period_in_words
from opedcheck.words.titles import heads, is_sole

# "former" and its kin: the office was held once. "elect": it is not held yet.
ONCE = frozenset({"former", "then", "late"})
SURE, LIKELY = 0.95, 0.8
ONE_AGE = 20  # years: who is taken for another was in the news with him
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


def judge(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """The verdict on a person said to hold an office."""
    if claim.negated or (claim.modality in ("hypothetical", "questioned") and match.person is None):
        return unverified("The text does not assert it.")
    if match.person is None:
        return unknown_name(claim, match, case)
    if claim.status in ONCE:
        return _once(claim, match)
    if claim.status == "elect" or (claim.past and claim.when is None and match.ever):
        return (
            _supported(match) if match.ever else unverified("The text speaks of another time.", *_shown(match, False))
        )
    if match.held or (match.told and claim.when is None):
        return _supported(match)
    if match.near or not match.of_known or (claim.quoted and match.ever):
        return unverified("That the office is claimed for that time can't be shown.", *_shown(match, False))
    return _not_held(claim, match)


def judge_name(claim: Claim, match: NameMatch, case: Case) -> Judgement:
    """The verdict on a name that stands without an office."""
    if match.person is not None:
        shown = evidence(match.person, "agrees", "a name that the person bears", SURE)
        return Judgement(
            verdict="supported",
            reason=f"{match.person.name} is known.",
            evidence=(shown,),
            references=(match.person.id,),
        )
    here = [like for like in match.lookalikes if like.person.id in case.persons]
    misspelt = next((like for like in here if like.shares == "spelling"), None)
    if misspelt is not None:
        return _misnamed(
            claim,
            (misspelt,),
            f"No {claim.name} is known; the article also names {misspelt.person.name}",
            misspelt.person.name,
        )
    pair = _conflated(match.lookalikes)
    if pair is not None and any(like.person.id in case.persons for like in pair):
        return _misnamed(claim, pair, f"No {claim.name} is known; {_terms(pair)}", None)
    return unverified("The name is not known.")


def unknown_name(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """The verdict on an unknown name to which an office is given."""
    bare = " " not in (claim.name or "").strip()
    if not match.of_known or match.bears or (bare and any(like.shares == "surname" for like in match.lookalikes)):
        return unverified("Several may bear the name, or it is not understood whose office is meant.")
    of_office = [like for like in match.lookalikes if like.holding is not None]
    near = [like for like in of_office if _is_of(like, match)]
    holder_alike = match.holder is not None and any(like.person.id == match.holder.person.id for like in near)
    sole = is_sole(match.office) and match.of is not None
    if claim.status in ONCE or (claim.past and claim.when is None) or claim.quoted or _tells_another_time(claim, match):
        made_of = tuple(like for like in near if like.shares == "spelling") or _conflated(tuple(near)) or ()
        if not made_of:
            return unverified("The name is not known, nor who held the office then.")
        return _misnamed(claim, made_of, _made_of(claim, match, made_of), _only_name(made_of))
    in_full = match.holder is not None and {*match.holder.person.name.split()} <= {*(claim.name or "").split()}
    if match.holder is None or in_full or not sole or not (holder_alike or _is_title_case(claim)):
        return unverified("The name is not known.")
    holder = next((like for like in near if like.person.id == match.holder.person.id), None)
    first = holder or Lookalike(person=match.holder.person, shares="surname", holding=match.holder)
    made_of = (first, *(like for like in near if like is not holder))[:3]
    return _misnamed(claim, made_of, _made_of(claim, match, made_of), match.holder.person.name)


def _tells_another_time(claim: Claim, match: OfficeMatch) -> bool:
    """Whether the sentence tells a time that the one asked for does not meet: a caption, a look back."""
    return match.asked is not None and any(not time.meets(match.asked) for time in claim.told)


def _made_of(claim: Claim, match: OfficeMatch, like: tuple[Lookalike, ...]) -> str:
    """ "No X is known; Japan's prime minister on 10 July 2023 was A; B held the office until 4 October 2021"."""
    holder = match.holder.person.id if match.holder else None
    office = f"{possessive(match.of_name)} {match.office}" if match.of_name else f"the {match.office}"
    told = [
        f"{office} on {period_in_words(match.asked)} was {one.person.name}" if one.person.id == holder else _term(one)
        for one in sorted(like, key=lambda one: one.person.id != holder)
    ]
    return "; ".join((f"No {claim.name} is known", *told))


def _once(claim: Claim, match: OfficeMatch) -> Judgement:
    """ "former", "then": held at some time. A former holder who holds the office now is judged too."""
    if claim.status == "former" and match.held and match.own and claim.when is None:
        holding = next((h for h in match.own if h.office == match.office), match.own[0])
        message = f"{_term_of(holding)}, not a former one{whose(claim)}."
        return _mismatch(claim, match, message, None)
    return (
        _supported(match)
        if match.ever
        else unverified("That the office was ever held is not known.", *_shown(match, False))
    )


def _not_held(claim: Claim, match: OfficeMatch) -> Judgement:
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
    elsewhere = [h for h in match.own if heads(h.office)] if match.of_land else []
    other_holder = match.holder is not None and match.holder.person.id != match.person.id and is_sole(match.office)
    if (elsewhere and heads(match.office)) or (other_holder and match.own):
        held = (elsewhere or list(match.own))[0]
        other = office_in_words(held.title, held.of_name)
        then = period_in_words(match.asked)
        message = f"On {then} {match.person.name} was {other}{_holder_then(match)}{whose(claim)}."
        return _mismatch(claim, match, message, None)
    return unverified("The references do not tell all offices of this person.", *_shown(match, False))


def _before_all(match: OfficeMatch) -> bool:
    """Whether the time asked for lies before the first day of every such office that is known."""
    starts = [h.since.first for h in match.past if h.since is not None and h.since.first is not None]
    asked = match.asked.last if match.asked is not None else None
    return len(starts) == len(match.past) and asked is not None and asked < min(starts)


def _misnamed(claim: Claim, like: tuple[Lookalike, ...], message: str, suggestion: str | None) -> Judgement:
    shown = tuple(evidence(one.person, "differs", _term(one), LIKELY) for one in like)
    start, end = (claim.subject.start, claim.subject.end) if claim.subject else (claim.start, claim.end)
    message = f"{message}{whose(claim)}."
    return Judgement(
        verdict="contradicted", reason=message, evidence=shown, rule=rules.name.RULE, message=message,
        suggestion=suggestion, references=tuple(one.person.id for one in like), start=start, end=end,
    )  # fmt: skip


def _mismatch(claim: Claim, match: OfficeMatch, message: str, suggestion: str | None) -> Judgement:
    return Judgement(
        verdict="contradicted", reason=message, evidence=_shown(match, True), rule=rules.office.RULE, message=message,
        suggestion=suggestion, references=_ids(match),
    )  # fmt: skip


def _supported(match: OfficeMatch) -> Judgement:
    assert match.person is not None
    told = next((h for h in match.past), None)
    detail = (
        f"{match.person.name} was {office_in_words(told.title, told.of_name)} {term_in_words(told)}"
        if told
        else match.person.name
    )
    shown = evidence(match.person, "agrees", detail, SURE)
    return Judgement(verdict="supported", reason=f"{detail}.", evidence=(shown,), references=(match.person.id,))


def _shown(match: OfficeMatch, told: bool) -> tuple[Evidence, ...]:
    people: dict[str, Person] = {p.id: p for p in (match.person, match.holder.person if match.holder else None) if p}
    outcome = "differs" if told else "incomparable"
    return tuple(evidence(p, outcome, f"{p.name}'s offices", SURE if told else 0.5) for p in people.values())  # type: ignore[arg-type]


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


def _is_of(like: Lookalike, match: OfficeMatch) -> bool:
    holding = like.holding
    return holding is not None and holding.office == match.office and match.of in (None, holding.of)


def _conflated(like: tuple[Lookalike, ...]) -> tuple[Lookalike, Lookalike] | None:
    """One who lent the surname and one who lent the given name, if both held one and the same office in one age.

    Of an office that many hold, or held over the centuries, there is always somebody with that given name.
    """
    for one in like:
        for other in like:
            if one.shares == "surname" and other.shares == "given" and _same_seat(one.holding, other.holding):
                return one, other
    return None


def _same_seat(one: Holding | None, other: Holding | None) -> bool:
    if one is None or other is None or (one.office, one.of) != (other.office, other.of) or not is_sole(one.office):
        return False
    return _years_apart(one, other) <= ONE_AGE and _years_apart(other, one) <= ONE_AGE


def _years_apart(one: Holding, other: Holding) -> int:
    """From the end of one holding to the beginning of the other; none where either is not known."""
    end, start = one.until, other.since
    told = end is not None and end.first is not None and start is not None and start.first is not None
    return start.first.year - end.first.year if told else 0  # type: ignore[union-attr]


def _term(like: Lookalike) -> str:
    if like.holding is None:
        return f"{like.person.name} is known"
    if like.holding.until is not None:
        return f"{like.person.name} held the office until {period_in_words(like.holding.until)}"
    return f"{like.person.name} has held the office since {period_in_words(like.holding.since)}"


def _terms(like: tuple[Lookalike, ...]) -> str:
    return "; ".join(_term(one) for one in like)


def _only_name(like: tuple[Lookalike, ...]) -> str | None:
    return like[0].person.name if len(like) == 1 else None


def _is_title_case(claim: Claim) -> bool:
    """Whether the title is written as part of a name ("Prime Minister X"), not as a description."""
    return bool(claim.attribute) and all(
        word[0].isupper() for word in (claim.attribute or "").split() if word.isalpha() and len(word) > 3
    )
