"""What references tell of who held an office, in words and as evidence."""

from __future__ import annotations

from opedcheck.judging.judgement import whose
from opedcheck.judging.wording import evidence, office_in_words, term_in_words
from opedcheck.model import Claim, Evidence, Holding, OfficeMatch, Outcome, Person
from opedcheck.words.days import period_in_words
from opedcheck.words.titles import heads

SURE, UNSURE = 0.95, 0.5


def shown(match: OfficeMatch, told: bool) -> tuple[Evidence, ...]:
    """The bearer of the name and the holder of the office, each with an office and its dates; `told`: they differ."""
    people: dict[str, tuple[Person, Holding | None]] = {}
    if match.person is not None:
        people[match.person.id] = match.person, _telling(match)
    if match.holder is not None:
        people.setdefault(match.holder.person.id, (match.holder.person, match.holder))
    outcome: Outcome = "differs" if told else "incomparable"
    score = SURE if told else UNSURE
    return tuple(evidence(person, outcome, _office_told(person, held), score) for person, held in people.values())


def _telling(match: OfficeMatch) -> Holding | None:
    """The one of a person's offices that tells most of the one asked for: the very one, or as head, or held then."""
    leading = [held for held in match.own if heads(held.office)]
    return next(iter([*reversed(match.past), *leading, *match.own, *reversed(match.served)]), None)


def _office_told(person: Person, held: Holding | None) -> str:
    """ "A was Prime Minister of Japan from 4 October 2021 until 1 October 2024"."""
    return term_of(held) if held is not None else f"{person.name}: no office then is known"


def ids(match: OfficeMatch) -> tuple[str, ...]:
    """The records of both."""
    people = (match.person, match.holder.person if match.holder else None)
    return tuple(dict.fromkeys(p.id for p in people if p is not None))


def holder_then(match: OfficeMatch) -> str:
    """ "; President of France on 10 July 2023 was A", where it was somebody else."""
    if match.holder is None or (match.person and match.holder.person.id == match.person.id):
        return ""
    office = office_in_words(match.holder.title, match.holder.of_name)
    return f"; {office} on {period_in_words(match.asked)} was {match.holder.person.name}"


def held_instead(claim: Claim, match: OfficeMatch, held: Holding) -> str:
    """ "On 10 July 2023 A was President of France; ..."."""
    assert match.person is not None
    other = office_in_words(held.title, held.of_name)
    return f"On {period_in_words(match.asked)} {match.person.name} was {other}{holder_then(match)}{whose(claim)}."


def term_of(holding: Holding) -> str:
    """ "A was Prime Minister of Japan from 4 October 2021 until 1 October 2024"."""
    return f"{holding.person.name} was {office_in_words(holding.title, holding.of_name)} {term_in_words(holding)}"
