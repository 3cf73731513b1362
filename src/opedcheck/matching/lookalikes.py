"""Known people who share a part of an unknown name: the surname, a given name, or all but a few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from opedcheck.matching.holdings import held_near, last_day, same_office
from opedcheck.matching.known import Known, fold, held_in, initials_apart, name_parts
from opedcheck.matching.names import may_bear
from opedcheck.matching.names.likeness import sound
from opedcheck.model import Holding, Lookalike, Period, Person
from opedcheck.words.scripts import OTHER_SCRIPTS

Shares = Literal["surname", "given", "spelling"]
# Likeness of spelling above which two names of one surname are one name misspelt, 0 to 100 (rapidfuzz ratio):
# "Emmanuel" and "Emanuel" have 93, "Fumio" and "Fumiko" 91, "John" and "Joan" 75.
ALIKE = 80
SHORTEST = 4
ARTICLE = re.compile(r"^(?:a[lnrst]|e[lnrs]|ash|esh|ul)[ -]")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})


def lookalikes(
    name: str, known: Known, office: tuple[str, str | None] | None, asked: Period | None
) -> Iterator[Lookalike]:
    """Known people of whom `name` has the surname, the given name, or all but a few letters."""
    given, surname = split(name, known)
    seen: set[str] = set()
    for person in known.by_surname.get(fold(surname), ()):
        seen.add(person.id)
        their_given, _ = name_parts(person)
        if given and may_be_of(given, person):
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
    for holding in known.holders.get(office, ()) if office is not None else ():
        turned = _turned(name, holding.person) if holding.person.id not in seen else None
        if turned is not None:
            seen.add(holding.person.id)
            yield _lookalike(holding.person, turned, known, office, asked)
    if not given and office is not None:  # "President Macaron": only holders of that office can be meant
        for holding in known.holders.get(office, ()):
            theirs = name_parts(holding.person)[1]
            same = _without_article(surname) == _without_article(theirs)
            if holding.person.id not in seen and (same or alike(surname, theirs)):
                seen.add(holding.person.id)
                yield _lookalike(holding.person, "surname" if same else "spelling", known, office, asked)


def _without_article(surname: str) -> str:
    """A surname without the Arabic article, which is written in many ways: "al-Amin", "El Amin"."""
    return ARTICLE.sub("", fold(surname))


def _turned(name: str, person: Person) -> Shares | None:
    """What a name shares with that of somebody whose surname stands first: "Xi Jinpeng", "Hu Jinping"."""
    given, surname = name_parts(person)
    first, _, rest = fold(name).partition(" ")
    if not rest or not person.surname or not person.name.startswith(f"{person.surname} "):
        return None
    if first == fold(surname):
        return None if may_be_of(rest, person) else "surname"
    return "given" if rest == fold(given) else None


def _lookalike(
    person: Person, shares: Shares, known: Known, office: tuple[str, str | None] | None, asked: Period | None
) -> Lookalike:
    held = _relevant(person, known, office, asked)
    covered = held is not None and known.covered(held.office, held.of, last_day(asked))
    then = held is not None and held_near((held,), asked)
    return Lookalike(
        person=person, shares=shares, holding=held, then=then, covered=covered,
        english=known.lands.are_english((person,)),
    )  # fmt: skip


def romanised(person: Person) -> bool:
    """Whether the person's name was brought into Latin letters from others: by where the offices were held."""
    return any(office.of in OTHER_SCRIPTS for office in person.offices)


def may_be_of(given: str, person: Person) -> bool:
    """Whether somebody of a given name may be the person: by a part of any form of the name, initials, short forms."""
    forms = (" ".join(_given_of(form, person)) for form in (person.name, *person.aliases))
    return may_bear(given, forms, romanised=romanised(person))


def _given_of(form: str, person: Person) -> list[str]:
    """The words of a form of a person's name that aren't the surname, wherever it stands."""
    surname = set(fold(name_parts(person)[1]).split())
    return [word for word in form.split() if fold(word) not in surname]


def is_short_for(name: str, person: Person, known: Known) -> bool:
    """Whether a name may be another form of a person's: the surname, and a part of the given names."""
    given, surname = split(name, known)
    return fold(surname) == fold(name_parts(person)[1]) and bool(given) and may_be_of(given, person)


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
