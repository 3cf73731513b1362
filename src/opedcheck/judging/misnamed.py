"""Policy for unknown names: misspelt, put together from those of two known people, or simply not known."""

from __future__ import annotations

from opedcheck.judging import rules
from opedcheck.judging.bearers import (
    has_begun,
    has_common_surname,
    has_kin,
    is_recent,
    is_remembered,
    is_title_case,
    is_titled,
    may_be_named,
)
from opedcheck.judging.doubtful import doubtful, mixed
from opedcheck.judging.headed import OF_STATES_TOO
from opedcheck.judging.judgement import Case, Judgement, unverified, whose
from opedcheck.judging.terms import SURE
from opedcheck.judging.wording import evidence, possessive, term_in_words
from opedcheck.model import Claim, Holding, Lookalike, NameMatch, OfficeMatch
from opedcheck.words.days import period_in_words
from opedcheck.words.titles import ROYAL, heads, is_ministry, is_sole

# "former" and its kin: the office was held once. "elect": it is not held yet.
ONCE = frozenset({"former", "then", "late"})
LIKELY = 0.8
ONE_AGE = 20  # years: who is taken for another was in the news with him
# Offices that, with nothing said of whose they are, are a nation's: others of that name belong to states and firms.
NATIONAL = frozenset({"vice president", "attorney general", "national security adviser", "press secretary"})


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
    named = pair is not None and any(like.person.id in case.persons for like in pair)
    if pair is not None and named and not _is_own(claim, case) and all(has_begun(like, case) for like in pair):
        return mixed(claim, pair)  # a relative may have the given name of another who held the office
    return doubtful(claim, match, case) or unverified("The name is not known.")


def _is_own(claim: Claim, case: Case) -> bool:
    """Whether the name may well be somebody's own: a common surname, a word for kin beside it, or named again."""
    return has_common_surname(claim) or case.text.count(claim.name or "") > 1 or has_kin(claim, case)


def unknown_name(claim: Claim, match: OfficeMatch, case: Case) -> Judgement:
    """The verdict on an unknown name to which an office is given."""
    bare = " " not in (claim.name or "").strip()
    if not match.of_known or match.bears or (bare and any(like.shares == "surname" for like in match.lookalikes)):
        return unverified("Several may bear the name, or it is not understood whose office is meant.")
    near = tuple(like for like in match.lookalikes if _is_of(like, match))
    made_of: tuple[Lookalike, ...] = ()
    suggestion = None
    if not claim.negated and claim.modality not in ("hypothetical", "questioned"):
        if of_another_time(claim, match):
            made_of = tuple(like for like in near if like.shares == "spelling") or _conflated(near) or ()
        elif _is_holder(claim, match, near):
            made_of, suggestion = _with_holder(match, near), match.holder and match.holder.person.name
    if not made_of and is_titled(claim) and _is_national(claim, match):
        made_of = _of_surname(claim, match, case, near) or _of_given_name(claim, match, case, near)
    if not made_of:
        return doubtful(claim, match, case) or unverified("The name is not known, or not who held the office then.")
    return _misnamed(claim, made_of, _made_of(claim, match, made_of), suggestion or _only_name(made_of))


def of_another_time(claim: Claim, match: OfficeMatch) -> bool:
    """Whether the sentence may speak of another time than the one asked for."""
    past = claim.past and claim.when is None
    return claim.status in ONCE or past or claim.quoted or _tells_another_time(claim, match)


def _is_holder(claim: Claim, match: OfficeMatch, near: tuple[Lookalike, ...]) -> bool:
    """Whether it is known who holds the office, and that the name means him: by a part of it, or as its title."""
    if match.holder is None or match.of is None or not is_sole(match.office):
        return False
    in_full = {*match.holder.person.name.split()} <= {*(claim.name or "").split()}
    alike = {like.shares for like in near if like.person.id == match.holder.person.id}
    shared = match.office in OF_STATES_TOO or not _is_national(claim, match)
    if claim.of is None and alike <= {"given"} and shared:
        return False
    return not in_full and (bool(alike) or is_title_case(claim))


def _with_holder(match: OfficeMatch, near: tuple[Lookalike, ...]) -> tuple[Lookalike, ...]:
    """The holder of the office and others of it whose names are like the one given."""
    assert match.holder is not None
    holder = next((like for like in near if like.person.id == match.holder.person.id), None)
    first = holder or Lookalike(person=match.holder.person, shares="surname", holding=match.holder)
    return (first, *(like for like in near if like is not holder))[:3]


def _is_national(claim: Claim, match: OfficeMatch) -> bool:
    """Whether the office is one of a kind, and its holders may be told: a nation's, or of whom the words say."""
    title = match.office
    if title in ROYAL or not is_sole(title):
        return False
    return claim.of is not None or heads(title) is not None or title in NATIONAL or is_ministry(title)


def _of_surname(claim: Claim, match: OfficeMatch, case: Case, near: tuple[Lookalike, ...]) -> tuple[Lookalike, ...]:
    """The holders of the office whose surname the name has, where no other holder of that surname can be meant."""
    bearers = tuple(like for like in near if like.shares != "given" and _begun(like, match))
    if len({like.holding.of for like in bearers if like.holding}) != 1:
        return ()
    now = any(like.then for like in bearers)
    if heads(match.office) or match.office == "vice president":
        sure = now and (not of_another_time(claim, match) or (match.foreign and claim.of is not None))
        told = sure or any(like.covered for like in bearers)
    else:
        told = now or any(is_recent(like, match) for like in bearers)
    remembered = now or any(is_recent(like, match) or may_be_named(like, claim, case) for like in bearers)
    meant = remembered or claim.of is not None or not has_common_surname(claim)
    return bearers[:3] if told and meant else ()


def _of_given_name(claim: Claim, match: OfficeMatch, case: Case, near: tuple[Lookalike, ...]) -> tuple[Lookalike, ...]:
    """The one holder of the office, named elsewhere, whose given name stands with somebody else's known surname.

    Given names are shared by so many that the rest must leave nobody else: whose office it is; or a known surname that
    stands here alone, and either the holder is named elsewhere or nobody else known has that given name.
    """
    if claim.of is None and match.office in OF_STATES_TOO:
        return ()
    surname = (claim.name or "").split()[-1]
    owners = [like for like in match.lookalikes if like.shares == "surname"]
    lenders = [like for like in match.lookalikes if like.shares == "given"]
    lent = tuple(like for like in near if like.shares == "given" and is_remembered(like, match))
    if case.text.count(surname) != 1:
        return ()
    rivals = any(like.holding for like in owners)
    if match.foreign and not rivals:  # a surname from elsewhere
        return lent[:3] if len({like.holding.of for like in lent if like.holding}) == 1 else ()
    told = tuple(
        like
        for like in lent
        if like.then and ((match.strange and not rivals) or (claim.of is not None and like.covered))
    )
    lent = tuple(like for like in lent if like.then or like.covered)
    meant = told or tuple(like for like in lent if len(lenders) == 1 or may_be_named(like, claim, case))
    if len(meant) != 1 or not (owners or told):
        return ()
    doubtful = has_common_surname(claim) or rivals
    return () if doubtful and not meant[0].then and len(lenders) > 1 else meant


def _begun(like: Lookalike, match: OfficeMatch) -> bool:
    """Whether the holding had begun by the time asked for."""
    since = like.holding.since if like.holding else None
    asked = match.asked.last if match.asked else None
    return like.then or asked is None or (since is not None and since.first is not None and since.first <= asked)


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


def _misnamed(claim: Claim, like: tuple[Lookalike, ...], message: str, suggestion: str | None) -> Judgement:
    shown = tuple(evidence(one.person, "differs", _term(one), LIKELY) for one in like)
    start, end = (claim.subject.start, claim.subject.end) if claim.subject else (claim.start, claim.end)
    message = f"{message}{whose(claim)}."
    return Judgement(
        verdict="contradicted", reason=message, evidence=shown, rule=rules.name.RULE, message=message,
        suggestion=suggestion, references=tuple(one.person.id for one in like), start=start, end=end,
    )  # fmt: skip


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
    if like.holding.since is not None and like.holding.since.first is None:
        return f"{like.person.name} held the office {term_in_words(like.holding)}"
    if like.holding.until is not None and like.holding.until.last is not None:
        return f"{like.person.name} held the office until {period_in_words(like.holding.until)}"
    return f"{like.person.name} has held the office since {period_in_words(like.holding.since)}"


def _only_name(like: tuple[Lookalike, ...]) -> str | None:
    return like[0].person.name if len(like) == 1 else None
