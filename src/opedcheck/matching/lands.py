"""Which given names are used in which countries, as far as the people known tell: whether a name mixes two countries.

A leader's given name that was put beside another's surname often comes from another language. Who bears the surname by
birth or marriage has a given name of the same country, of one near to it in language, or an English one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from opedcheck.matching.folding import fold
from opedcheck.model import Person, Place
from opedcheck.words.given_names import is_american
from opedcheck.words.lists import listed
from opedcheck.words.nicknames import is_listed

# Where English names are at home. Of those people so many are known that a name that none of them bears, and no list
# of English names has, is rare there.
ENGLISH = listed(
    "antigua-and-barbuda australia bahamas barbados belize canada dominica grenada guyana ireland jamaica new-zealand "
    "saint-kitts-and-nevis saint-lucia saint-vincent-and-the-grenadines trinidad-and-tobago united-kingdom "
    "united-states"
)
SECOND = {"canada": "france"}  # a country where the names of another are at home, too
NO_NAMES = listed("al el bin ibn ben von van der de da di del la le jr sr ii iii iv")
FULL_LENGTH = 2  # letters of a word that tells more than an initial


class Lands:
    """The countries that people served, and the given names borne there."""

    def __init__(self, people: Iterable[Person], places: Mapping[str, Place]) -> None:
        self._places = places
        self._users: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._kin: dict[str, frozenset[str]] = {}
        for person in people:
            served = self.served(person)
            for word in _given_words(person):
                self._users[word] |= served
                for land in served:
                    self._names[land].add(word)

    def served(self, person: Person) -> frozenset[str]:
        """The countries in whose service, or in that of whose parts, a person held an office."""
        return frozenset(land for office in person.offices if (land := self.country(office.of)))

    def country(self, place: str | None) -> str | None:
        """The country that a place is, or is a part of; None for a body and for what isn't known."""
        record = self._places.get(place or "")
        while record is not None and (outer := self._places.get(record.within or "")) is not None:
            record = outer
        return record.id if record is not None else None

    def is_foreign(self, given: str, bearers: Iterable[Person], *, titled: bool) -> bool:
        """Whether a given name, every word of it, is one of known people elsewhere and none where a surname's `bearers`
        served, nor where people have names in common with those.

        Americans bear names from everywhere: without a title beside it (`titled`) a name must be rare among them, too.
        """
        words = [word for word in fold(given).split() if len(word) >= FULL_LENGTH and word not in NO_NAMES]
        homes = [self.served(bearer) for bearer in bearers]
        if not words or not homes or not all(homes):
            return False
        near = frozenset().union(*(self._near(land) for home in homes for land in home))
        abroad = not near & ENGLISH or not any(is_listed(w) or (not titled and is_american(w)) for w in words)
        return abroad and not any(self._at_home(word, near) for word in words)

    def are_english(self, bearers: Iterable[Person]) -> bool:
        """Whether all served countries where English names are at home, and so many people are known that a given name
        which none of them has is rare."""
        return all(self.served(bearer) <= ENGLISH for bearer in bearers)

    def _at_home(self, word: str, near: frozenset[str]) -> bool:
        users = self._users.get(word)
        return not users or bool(users & near)

    def _near(self, land: str) -> frozenset[str]:
        """A country and those whose people share given names with its own. English names are used everywhere."""
        if land in ENGLISH:
            return ENGLISH | self._near(SECOND[land]) if land in SECOND else ENGLISH
        if land not in self._kin:
            shared = (self._users[word] - ENGLISH for word in self._names[land])
            self._kin[land] = frozenset({land}).union(*shared)
        return self._kin[land]


def _given_words(person: Person) -> Iterator[str]:
    """The words of all forms of a person's name that are no part of the surname."""
    surname = set(fold(person.surname or person.name.split()[-1]).split())
    for form in (person.name, *person.aliases):
        words = fold(form).split()
        if len(words) > 1 and surname & set(words):
            yield from (w for w in words if len(w) >= FULL_LENGTH and w not in surname and w not in NO_NAMES)
