"""Persons: where a name of one begins and ends, and who it is, as far as the article and the references can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from opedcheck.model import LexiconEntry, Name
from opedcheck.pipeline.names.gazetteer import Gazetteer, folded
from opedcheck.pipeline.names.offices import Held
from opedcheck.pipeline.names.page import Page
from opedcheck.pipeline.names.stretches import PARTICLES, SUFFIXES, Stretch
from opedcheck.words.surnames import COMMON_SURNAMES
from opedcheck.words.titles import canonical_title, heads


@dataclass(slots=True)
class Person:
    """One mention of a person: where it stands, its folded words, the title it bears, and who it is."""

    stretch: Stretch
    words: tuple[str, ...]
    text: str
    held: Held | None = None
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    full: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has a given name and a surname."""
        return len(self.words) > 1 and not (self.words[0] in PARTICLES and len(self.words) < 4)


@dataclass(slots=True)
class Bearer:
    """Somebody whom the article calls by a full name."""

    full: str
    first: int
    words: tuple[str, ...]
    entity: str | None
    candidates: tuple[str, ...]
    offices: set[tuple[str, str | None]] = field(default_factory=set)


def person(page: Page, stretch: Stretch) -> Person:
    """The mention of a person at `stretch`, its name folded."""
    text = page.slice(stretch.start, stretch.end)
    return Person(stretch, folded(text) or (text.lower(),), text)


def tell(persons: list[Person], gazetteer: Gazetteer, places: set[str]) -> None:
    """Say who each mention is: full names by the references, then surnames by the full names, or by their title.

    `places` are the ids of the places and bodies that the article names.
    """
    for one in persons:
        if one.is_full:
            _tell_full(one, gazetteer)
    bearers = _bearers(one for one in persons if one.is_full)
    by_word: dict[str, list[Bearer]] = {}
    for bearer in bearers.values():
        for word in {bearer.words[0], bearer.words[-1]}:
            by_word.setdefault(word, []).append(bearer)
    for one in persons:
        if one.is_full:
            one.full = bearers[one.entity or one.words].full
        else:
            _tell_short(one, by_word.get(one.words[-1], []), gazetteer, places)
    _tell_heads(persons)


def _tell_heads(persons: list[Person]) -> None:
    """A surname with the title of a head, that its one bearer never had, is still his where the article names him."""
    told = {one.entity for one in persons if one.entity}
    for one in persons:
        headed = one.held is not None and (heads(one.held.canonical) or one.held.canonical == "vice president")
        if headed and not one.is_full and one.entity is None and len(one.candidates) == 1:
            one.entity = one.candidates[0] if one.candidates[0] in told else None


def _tell_full(one: Person, gazetteer: Gazetteer) -> None:
    found = _ids(gazetteer.entries(one.words, "name"), "person") or _without_initials(one.words, gazetteer)
    if found:
        one.entity, one.candidates = (found[0] if len(found) == 1 else None), found
        return
    for size in (3, 2, 1):
        tail = tuple(word for word in one.words if word not in SUFFIXES)[-size:]
        if len(tail) == size and (size < len(one.words)):
            found = _ids(gazetteer.entries(tail, "surname"), "person")
            if found:
                one.candidates = found
                return
    if one.held is not None and one.held.office:
        one.candidates = _surname_first(one.words, gazetteer)


def _ids(entries: list[LexiconEntry], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.entity for entry in entries if entry.kind == kind))


def _without_initials(words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Who is known by the name without its middle initial, where nobody is known with one."""
    inner = [word for word in words[1:-1] if len(word) > 1]
    if len(inner) == len(words) - 2 or words[-1] in SUFFIXES:
        return ()
    found = _ids(gazetteer.entries((words[0], *inner, words[-1]), "name"), "person")
    return found if len(found) == 1 else ()


def _surname_first(words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Persons whose surname is the first word, where their own names put it first ("Xi Jinping")."""
    entries = gazetteer.entries(words[:1], "surname")
    return tuple(dict.fromkeys(e.entity for e in entries if gazetteer.surname_first(e.entity, words[0])))


def _bearers(persons: Iterator[Person]) -> dict[object, Bearer]:
    """The persons called by a full name, each once, by id or words, in the order in which they come in."""
    bearers: dict[object, Bearer] = {}
    for one in persons:
        key = one.entity or one.words
        bearer = bearers.get(key)
        if bearer is None:
            bearer = bearers[key] = Bearer(one.text, one.stretch.start, one.words, one.entity, one.candidates)
        if bearer.full.isupper() or (len(one.text) > len(bearer.full) and not one.text.isupper()):
            bearer.full = one.text
        if one.held is not None and one.held.office:
            bearer.offices.add((one.held.canonical, one.held.of))
    return bearers


def _tell_short(one: Person, bearers: list[Bearer], gazetteer: Gazetteer, places: set[str]) -> None:
    sharing = [
        bearer for bearer in bearers if bearer.words[-len(one.words) :] == one.words or _first(bearer, one, gazetteer)
    ]
    if sharing:
        before = [bearer for bearer in sharing if bearer.first < one.stretch.start] or sharing
        meant = _one_of(_without_conflated(before), one)
        if meant is not None:
            one.entity, one.candidates, one.full = meant.entity, meant.candidates, meant.full
        else:
            ids = (bearer.entity for bearer in sharing if bearer.entity)
            one.candidates = tuple(dict.fromkeys(ids))
        return
    found = _ids(gazetteer.entries(one.words, "surname", "name"), "person")
    one.candidates = found
    if len(found) == 1 and _sure(one, found[0], gazetteer, places):
        one.entity = found[0]


def _first(bearer: Bearer, one: Person, gazetteer: Gazetteer) -> bool:
    """Whether `one` is a bearer's surname that stands first ("Xi"), or else a bearer's given name."""
    if len(one.words) != 1 or bearer.words[0] != one.words[0]:
        return False
    return not (one.held is not None and one.held.office) or (
        bearer.entity is not None and gazetteer.surname_first(bearer.entity, one.words[0])
    )


def _without_conflated(bearers: list[Bearer]) -> list[Bearer]:
    """`bearers` without those who are a known one under a wrong given name: the same surname in the same office."""
    known = [bearer for bearer in bearers if bearer.entity is not None]
    return [
        bearer
        for bearer in bearers
        if bearer.entity is not None
        or not any(other.entity in bearer.candidates and _same_office(other, bearer) for other in known)
    ]


def _same_office(one: Bearer, other: Bearer) -> bool:
    return any(
        title == theirs and (of is None or owner is None or of == owner)
        for title, of in one.offices
        for theirs, owner in other.offices
    )


def _one_of(bearers: list[Bearer], one: Person) -> Bearer | None:
    """The only bearer, or the only one who holds the office that the mention bears."""
    if len(bearers) == 1:
        return bearers[0]
    if one.held is not None and one.held.office:
        holders = [b for b in bearers if any(title == one.held.canonical for title, _ in b.offices)]
        if len(holders) == 1:
            return holders[0]
    return None


def _sure(one: Person, entity: str, gazetteer: Gazetteer, places: set[str]) -> bool:
    """Whether a surname by itself is that person: a title they held stands with it, or it is rare and at home here."""
    offices = gazetteer.offices(entity)
    if one.held is not None and one.held.office:
        return any(
            canonical_title(title) == one.held.canonical and (one.held.of is None or of is None or of == one.held.of)
            for title, of in offices
        )
    if gazetteer.entries(one.words, "name"):
        return True
    at_home = any(of in places for _, of in offices)
    return at_home and one.words[-1] not in COMMON_SURNAMES and one.stretch.label == "PERSON"


def name_of(page: Page, one: Person) -> Name:
    """The mention as a frozen value."""
    start, end = page.starts[one.stretch.start], page.ends[one.stretch.end - 1]
    held = one.held
    before = held is not None and held.start < one.stretch.start
    return Name(
        start=start,
        end=end,
        text=page.text[start:end],
        kind="person",
        entity=one.entity,
        candidates=one.candidates,
        full=one.full,
        title=held.text if held else None,
        of=held.of if held else None,
        status=held.status if held else "late" if page.word(one.stretch.start - 1) == "late" else None,
        title_start=page.starts[held.start] if held and before else None,
        title_end=page.ends[held.end - 1] if held and not before else None,
    )
