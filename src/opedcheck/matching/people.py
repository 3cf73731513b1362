"""Persons: a name, alone or with an office, beside the people and offices known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from opedcheck.matching.known import Known, fold, held_in, initials_apart, name_parts
from opedcheck.matching.names import may_bear
from opedcheck.matching.names.likeness import sound
from opedcheck.model import Claim, Foreign, Holding, Lookalike, NameMatch, OfficeMatch, Period, Person
from opedcheck.words.scripts import OTHER_SCRIPTS
from opedcheck.words.surnames import COMMON_SURNAMES
from opedcheck.words.titles import canonical_title, heads, is_ministry, is_sole

Shares = Literal["surname", "given", "spelling"]
RECORDED = date(2020, 1, 1)  # an undated article is judged by what was known of the decades before this day

# Likeness of spelling above which two names of one surname are one name misspelt, 0 to 100 (rapidfuzz ratio):
# "Emmanuel" and "Emanuel" have 93, "Fumio" and "Fumiko" 91, "John" and "Joan" 75.
ALIKE = 80
SHORTEST = 4
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})
# A text may have been written, or may quote, before an office changed hands, or look ahead to who is to take it.
LEFT, TO_COME = timedelta(days=120), timedelta(days=90)
REMEMBERED = timedelta(days=15 * 365)  # so long a surname by itself still means whoever headed a government


def office(claim: Claim, known: Known, published: date | None) -> Iterator[OfficeMatch]:
    """The claim that someone holds an office, beside those who held it."""
    title = canonical_title(claim.attribute or "")
    if title is None:
        return
    asked = claim.when or (Period(published, published) if published else None)
    person = (
        _person(claim, known)
        or _by_surname(claim, known, title)
        or _by_parts(claim, known, title)
        or _head_then(claim, known, title, asked)
    )
    of = known.entity_of(claim.of)
    of = (_land_with(title, of, known) if person else of) or _implied_of(claim, known, title, person, asked)
    if person is not None and not any(same_office(h, title, of, known) for h in known.holdings[person.id]):
        person = _by_parts(claim, known, title) or person  # a namesake who did hold it
    past = tuple(h for h in known.holdings[person.id] if same_office(h, title, of, known)) if person else ()
    own = tuple(h for h in known.holdings[person.id] if asked and held_in(h.since, h.until, asked)) if person else ()
    holders = [h for h in known.holders.get((title, of), ()) if asked and held_in(h.since, h.until, asked)]
    yield OfficeMatch(
        person=person,
        office=title,
        of=of,
        of_name=known.name_of(of),
        asked=asked,
        held=_held(past, asked),
        told=any(_held(past, time) for time in (*claim.told, *claim.told_before)),
        near=_near(past, asked),
        ever=bool(past),
        holder=holders[0] if len(holders) == 1 else None,
        own=own,
        past=past,
        served=_of_land(person, of, known),
        of_known=of is None or of in known.records,
        of_land=of is None or of in known.places,
        covered=known.covered(title, of, _until(asked)),
        bears=person is None and any(_is_short_for(claim.name or "", h.person, known) for h in holders),
        lookalikes=() if person else tuple(lookalikes(claim.name or "", known, (title, of), asked)),
        foreign=None if person else foreign(claim.name or "", known),
        strange=person is None and _is_strange(claim.name or "", of, known),
    )


def name(claim: Claim, known: Known) -> Iterator[NameMatch]:
    """A name without an office, beside the people known."""
    person = _person(claim, known)
    like = () if person else tuple(lookalikes(claim.name or "", known, None, None))
    if person or like:
        yield NameMatch(person=person, lookalikes=like, foreign=None if person else foreign(claim.name or "", known))


def foreign(name: str, known: Known) -> Foreign | None:
    """How sure it is that a given name is from elsewhere than the known bearers of the surname; None where it isn't."""
    given, surname = split(name, known)
    bearers = known.by_surname.get(fold(surname), ())
    if not given or not known.lands.is_foreign(given, bearers):
        return None
    return "surely" if known.lands.are_english(bearers) else "likely"


def _is_strange(name: str, of: str | None, known: Known) -> bool:
    """Whether a surname is known people's, and none of them served the land whose office it is."""
    bearers = known.by_surname.get(fold(split(name, known)[1]), ())
    land = known.lands.country(of)
    homes = [known.lands.served(bearer) for bearer in bearers]
    return land is not None and bool(homes) and all(home and land not in home for home in homes)


def same_office(holding: Holding, title: str, of: str | None, known: Known) -> bool:
    """Whether a holding is the office asked for; without `of`, of anything. "US Senator": of one of its states."""
    if holding.office != title or of is None or holding.of == of:
        return holding.office == title
    part = known.places.get(holding.of or "")
    return part is not None and part.within == of and not is_sole(title)


def lookalikes(
    name: str, known: Known, office: tuple[str, str | None] | None, asked: Period | None
) -> Iterator[Lookalike]:
    """Known people of whom `name` has the surname, the given name, or all but a few letters."""
    given, surname = split(name, known)
    seen: set[str] = set()
    for person in known.by_surname.get(fold(surname), ()):
        seen.add(person.id)
        their_given, _ = name_parts(person)
        if given and _may_bear(given, person):
            continue  # "George Bush", "George H. W. Bush": one bearer's shorter name, or a namesake
        shares: Shares = "spelling" if given and alike(given, their_given) else "surname"
        yield _lookalike(person, shares, known, office, asked)
    for person in known.by_given.get(initials_apart(fold(given)), ()) if given else ():
        if person.id not in seen:
            seen.add(person.id)
            _, their_surname = name_parts(person)
            if romanised(person) and sound(fold(surname)) == sound(fold(their_surname)):
                continue  # the surname in other Latin letters
            yield _lookalike(person, "spelling" if alike(surname, their_surname) else "given", known, office, asked)
    if not given and office is not None:  # "President Macaron": only holders of that office can be meant
        for holding in known.holders.get(office, ()):
            if holding.person.id not in seen and alike(surname, name_parts(holding.person)[1]):
                seen.add(holding.person.id)
                yield _lookalike(holding.person, "spelling", known, office, asked)


def _lookalike(
    person: Person, shares: Shares, known: Known, office: tuple[str, str | None] | None, asked: Period | None
) -> Lookalike:
    held = _relevant(person, known, office, asked)
    covered = held is not None and known.covered(held.office, held.of, _until(asked))
    return Lookalike(
        person=person, shares=shares, holding=held, then=held is not None and _near((held,), asked), covered=covered,
        english=known.lands.are_english((person,)),
    )  # fmt: skip


def romanised(person: Person) -> bool:
    """Whether the person's name was brought into Latin letters from others: by where the offices were held."""
    return any(office.of in OTHER_SCRIPTS for office in person.offices)


def _may_bear(given: str, person: Person) -> bool:
    """Whether somebody of a given name may be the person: by a part of any form of the name, initials, short forms."""
    forms = (" ".join(_given_of(form, person)) for form in (person.name, *person.aliases))
    return may_bear(given, forms, romanised=romanised(person))


def _given_of(form: str, person: Person) -> list[str]:
    """The words of a form of a person's name that aren't the surname, wherever it stands."""
    surname = set(fold(name_parts(person)[1]).split())
    return [word for word in form.split() if fold(word) not in surname]


def _is_short_for(name: str, person: Person, known: Known) -> bool:
    """Whether a name may be another form of a person's: the surname, and a part of the given names."""
    given, surname = split(name, known)
    return fold(surname) == fold(name_parts(person)[1]) and bool(given) and _may_bear(given, person)


def split(name: str, known: Known) -> tuple[str, str]:
    """Given name and surname of an unknown name: the surname last, or first where that is a known surname."""
    words = [word for word in name.split() if fold(word) not in SUFFIXES]
    if len(words) < 2:
        return "", name
    for cut in range(1, len(words)):  # "von der Leyen": the longest known surname at the end
        if fold(" ".join(words[cut:])) in known.by_surname:
            return " ".join(words[:cut]), " ".join(words[cut:])
    first = fold(words[0])
    if first in known.by_surname and any(p.surname and p.name.startswith(p.surname) for p in known.by_surname[first]):
        return " ".join(words[1:]), words[0]
    return " ".join(words[:-1]), words[-1]


def alike(ours: str, theirs: str) -> bool:
    """Whether two names differ by a slip of spelling; a middle name or initial left out is none."""
    from rapidfuzz import fuzz

    ours, theirs = fold(ours), fold(theirs)
    if set(ours.split()) <= set(theirs.split()) or set(theirs.split()) <= set(ours.split()):
        return False
    return min(len(ours), len(theirs)) >= SHORTEST and ours != theirs and fuzz.ratio(ours, theirs) >= ALIKE


def _person(claim: Claim, known: Known) -> Person | None:
    entity = claim.subject.entity if claim.subject else None
    record = known.records.get(entity or "")
    return record if isinstance(record, Person) else None


def _by_surname(claim: Claim, known: Known, title: str) -> Person | None:
    """The one person of a bare surname who ever held the office: "Prime Minister X" is no misspelt name."""
    bearers = known.by_surname.get(fold(claim.name or ""), ())
    of = known.entity_of(claim.of)
    fitting = [p for p in bearers if any(same_office(h, title, of, known) for h in known.holdings[p.id])]
    return fitting[0] if len(fitting) == 1 else None


def _by_parts(claim: Claim, known: Known, title: str) -> Person | None:
    """The one holder of the office whose surname and one of whose given names stand in a longer or shorter name."""
    given, surname = split(claim.name or "", known)
    of = known.entity_of(claim.of)
    fitting = [
        person
        for person in known.by_surname.get(fold(surname), ())
        if given
        and _may_bear(given, person)
        and any(same_office(h, title, of, known) for h in known.holdings[person.id])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _head_then(claim: Claim, known: Known, title: str, asked: Period | None) -> Person | None:
    """The one known person of a rare bare surname, if he or she was head of some state or government then."""
    bearers = known.by_surname.get(fold(claim.name or ""), ())
    leads = heads(title) or title == "vice president"
    if len(bearers) != 1 or not leads or fold(claim.name or "") in COMMON_SURNAMES:
        return None
    held = known.holdings[bearers[0].id]
    # Schools and firms have presidents and chancellors of any name, and no prime ministers.
    if title == "prime minister":
        asked = Period((asked.first if asked and asked.first else RECORDED) - REMEMBERED, asked.last if asked else None)
    if asked is None:
        return None
    return bearers[0] if any(heads(h.office) and held_in(h.since, h.until, asked) for h in held) else None


def _implied_of(claim: Claim, known: Known, title: str, person: Person | None, asked: Period | None) -> str | None:
    """Whose office, where the words don't say: the bearer's own, if all offices of that title are of one.

    The office of a head, or of a head's deputy, that the bearer never held is that of the land served at the time.
    """
    if person is None:  # nobody known: the one state whose holders of the office lend the name its parts
        lent = {h.of for like in lookalikes(claim.name or "", known, (title, None), None) if (h := like.holding)}
        return lent.pop() if len(lent) == 1 else None
    held = {h.of for h in known.holdings[person.id] if h.office == title}
    if len(held) == 1:
        return held.pop()
    if not (heads(title) or title == "vice president"):
        return _served_then(person, known, asked) if is_ministry(title) and not held else None
    lands = {h.of for h in known.holdings[person.id] if heads(h.office)}
    served = [h for h in known.holdings[person.id] if h.of in known.places]
    then = {h.of for h in served if asked and held_in(h.since, h.until, asked)} or {h.of for h in served}
    if len(lands) == 1:
        return lands.pop()
    if len(then) == 1 and not held:
        return _land_with(title, then.pop(), known)
    return None


def _land_with(title: str, of: str | None, known: Known) -> str | None:
    """Whose office of a head it is: a state of a federation that never had one means the federation's."""
    if heads(title) is None or (title, of) in known.holders:
        return of
    return known.lands.country(of) or of


def _served_then(person: Person, known: Known, asked: Period | None) -> str | None:
    """The one country that a person served in the time asked for, himself or by one of its parts."""
    then = (h for h in known.holdings[person.id] if asked and held_in(h.since, h.until, asked))
    lands = {land for h in then if (land := known.lands.country(h.of))}
    return lands.pop() if len(lands) == 1 else None


def _of_land(person: Person | None, of: str | None, known: Known) -> tuple[Holding, ...]:
    """The person's offices of a land and of its parts."""
    if person is None or of is None:
        return ()
    return tuple(h for h in known.holdings[person.id] if h.of == of or known.lands.country(h.of) == of)


def _until(asked: Period | None) -> date:
    """The day up to which holders are to be known: the last asked for; any, where none is, to which records reach."""
    return (asked.last if asked else None) or RECORDED


def _held(past: tuple[Holding, ...], asked: Period | None) -> bool | None:
    if asked is None:
        return None
    answers = [held_in(h.since, h.until, asked) for h in past]
    if any(answers):
        return True
    return None if None in answers else False


def _near(past: tuple[Holding, ...], asked: Period | None) -> bool:
    """Whether the office was left shortly before, or will be taken shortly after, the time asked for."""
    if asked is None or asked.first is None or asked.last is None:
        return False
    wide = Period(asked.first - LEFT, asked.last + TO_COME)
    return any(held_in(h.since, h.until, wide) for h in past)


def _relevant(
    person: Person, known: Known, office: tuple[str, str | None] | None, asked: Period | None
) -> Holding | None:
    """The holding that explains the person best: of the office asked for and then, of it, else the last one."""
    held = known.holdings[person.id]
    if office is None:
        return held[-1] if held else None
    same = [h for h in held if same_office(h, *office, known)]
    now = [h for h in same if asked and held_in(h.since, h.until, asked)]
    return (now or same or [None])[-1]  # type: ignore[list-item]
