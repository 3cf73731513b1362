"""Persons: a name, alone or with an office, beside the people and offices known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from opedcheck.matching.holdings import RECORDED, TO_COME, held_near, held_then, last_day, of_land, same_office
from opedcheck.matching.known import Known, fold, held_in
from opedcheck.matching.lookalikes import is_short_for, lookalikes, may_be_of, split
from opedcheck.model import Claim, Foreign, NameMatch, OfficeMatch, Period, Person
from opedcheck.words.surnames import COMMON_SURNAMES
from opedcheck.words.titles import canonical_title, heads, is_ministry

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
        held=held_then(past, asked),
        told=any(held_then(past, time) for time in (*claim.told, *claim.told_before)),
        near=held_near(past, asked),
        ever=bool(past),
        holder=holders[0] if len(holders) == 1 else None,
        own=own,
        past=past,
        served=of_land(person, of, known),
        of_known=of is None or of in known.records,
        of_land=of is None or of in known.places,
        covered=known.covered(title, of, last_day(asked)),
        bears=person is None and any(is_short_for(claim.name or "", h.person, known) for h in holders),
        lookalikes=() if person else tuple(lookalikes(claim.name or "", known, (title, of), asked)),
        foreign=None if person else foreign(claim.name or "", known, titled=True),
        strange=person is None and _is_strange(claim.name or "", of, known),
    )


def name(claim: Claim, known: Known) -> Iterator[NameMatch]:
    """A name without an office, beside the people known."""
    person = _person(claim, known)
    like = () if person else tuple(lookalikes(claim.name or "", known, None, None))
    if person or like:
        yield NameMatch(
            person=person, lookalikes=like, foreign=None if person else foreign(claim.name or "", known, titled=False)
        )


def foreign(name: str, known: Known, *, titled: bool) -> Foreign | None:
    """How sure it is that a given name is from elsewhere than the known bearers of the surname; None where it isn't."""
    given, surname = split(name, known)
    bearers = known.by_surname.get(fold(surname), ())
    if not given or not known.lands.is_foreign(given, bearers, titled=titled):
        return None
    return "surely" if known.lands.are_english(bearers) else "likely"


def _is_strange(name: str, of: str | None, known: Known) -> bool:
    """Whether a surname is known people's, and none of them served the land whose office it is."""
    bearers = known.by_surname.get(fold(split(name, known)[1]), ())
    land = known.lands.country(of)
    homes = [known.lands.served(bearer) for bearer in bearers]
    return land is not None and bool(homes) and all(home and land not in home for home in homes)


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
        and may_be_of(given, person)
        and any(same_office(h, title, of, known) for h in known.holdings[person.id])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _head_then(claim: Claim, known: Known, title: str, asked: Period | None) -> Person | None:
    """The one known person of a rare bare surname, if he or she was head of some state or government then; beside the
    title of a minister of a land that is not told, if president."""
    bearers = known.by_surname.get(fold(claim.name or ""), ())
    leads = heads(title) or title == "vice president"
    told = leads or (is_ministry(title) and claim.of is None)
    if len(bearers) != 1 or not told or fold(claim.name or "") in COMMON_SURNAMES:
        return None
    held = known.holdings[bearers[0].id]
    # Schools and firms have presidents and chancellors of any name, and no prime ministers.
    if title == "prime minister":
        last = asked.last + TO_COME if asked and asked.last else None
        asked = Period((asked.first if asked and asked.first else RECORDED) - REMEMBERED, last)
    if asked is None:
        return None
    led = (h for h in held if (heads(h.office) if leads else h.office == "president" and h.of in known.places))
    return bearers[0] if any(held_in(h.since, h.until, asked) for h in led) else None


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
