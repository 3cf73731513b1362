"""What the references know, indexed: statements by entity and word, offices, members, events, places by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import product

import msgspec

from opedcheck.matching import facets
from opedcheck.matching.alignment.index import WordIndex, indexed
from opedcheck.matching.folding import fold
from opedcheck.matching.lands import Lands
from opedcheck.matching.repeats import Rated, is_rated, said_by
from opedcheck.model import (
    AnyRecord,
    Claim,
    Event,
    Figures,
    Gist,
    Holding,
    Organisation,
    Period,
    Person,
    Place,
    Statement,
)
from opedcheck.words.titles import canonical_title, heads

SMALL = frozenset({"a", "as", "at", "in", "of", "on", "the"})
FAR_PAST, FAR_FUTURE = date.min, date.max
# Whoever is spoken of in the news held office within so long; an office may be vacant, or held for a few days.
DECADES, NEARLY_ALL = timedelta(days=50 * 365), 0.9


class StatementIndex(msgspec.Struct, frozen=True, array_like=True):
    """Which statements may speak of what a claim speaks of; made from their claims once, and kept beside them.

    `naming`: an entity's key -> what is said where it is named (`facets`) -> the statement, and which of its claims;
    what a statement only takes for granted is not its own to prove, and not in it. `told_of`: what is told of persons,
    by `facets.of_person`. `bearers`: a word -> the full names that have it. `words`: what the statements say, word by
    word. `rated`: the words of what has been fact-checked.
    """

    naming: dict[str, dict[str, tuple[tuple[str, int], ...]]] = {}
    told_of: dict[str, tuple[tuple[str, int], ...]] = {}
    bearers: dict[str, tuple[str, ...]] = {}
    words: WordIndex = WordIndex()
    rated: dict[str, tuple[str, ...]] = {}


class Known:
    """An index over records and the claims read in their statements. Built once, never changed.

    `read` has the claims by the statements' ids, `gists` what else was read in them, and both are asked for those that
    are compared alone; `index` is what
    `Known.index` was when these very records and claims were last known, and spares going through all of them.
    """

    def __init__(
        self,
        records: Iterable[AnyRecord],
        read: Mapping[str, tuple[Claim, ...]],
        gists: Mapping[str, Gist] | None = None,
        index: StatementIndex | None = None,
    ) -> None:
        self.records: dict[str, AnyRecord] = {record.id: record for record in records}
        self.people: list[Person] = [r for r in self.records.values() if isinstance(r, Person)]
        self.organisations = {r.id: r for r in self.records.values() if isinstance(r, Organisation)}
        self.places = {r.id: r for r in self.records.values() if isinstance(r, Place)}
        self.by_surname: dict[str, list[Person]] = defaultdict(list)
        self.by_given: dict[str, list[Person]] = defaultdict(list)
        self.holdings: dict[str, tuple[Holding, ...]] = {}
        self.holders: dict[tuple[str, str | None], list[Holding]] = defaultdict(list)
        self.series: dict[str, list[Event]] = defaultdict(list)
        self.figures: dict[tuple[str, frozenset[str]], list[Figures]] = defaultdict(list)
        self.read = read
        self.gists: Mapping[str, Gist] = gists or {}
        self._by_name: dict[str, str] = {}
        named_records: list[Organisation | Place] = [*self.organisations.values(), *self.places.values()]
        for named in named_records:
            self._by_name.update({fold(form): named.id for form in (named.name, *named.aliases)})
        self._people()
        for record in self.records.values():
            if isinstance(record, Event) and record.series:
                self.series[slug(record.series)].append(record)
            elif isinstance(record, Figures):
                for noun in (record.measure, *record.called):
                    self.figures[record.of, plain_words(fold(noun).split())].append(record)
        self.index = self._indexed() if index is None else index
        self.rated = Rated(self.index.rated)

    @cached_property
    def lands(self) -> Lands:
        """The countries that the people known served, and the given names borne there."""
        return Lands(self.people, self.places)

    def name_of(self, entity: str | None) -> str | None:
        """How to print an entity; words that are no id stay as they are."""
        record = self.records.get(entity or "")
        return entity if record is None else getattr(record, "name", entity)

    def entity_of(self, words: str | None) -> str | None:
        """The id that `words` are, or that a place or body of that name has; else the words."""
        if words is None or words in self.records:
            return words
        return self._by_name.get(fold(words.removeprefix("the ")), words)

    def candidates(self, claim: Claim) -> list[tuple[Statement, Claim]]:
        """Claims of the same kind in every statement that names an entity which the claim's sentence names."""
        sought = facets.sought(claim)
        keys = ((entity, facet) for entity in claim.entities | claim.nearby for facet in sought)
        found = {at for entity, facet in keys for at in self.index.naming.get(entity, {}).get(facet, ())}
        return [(self._statement(i), self.read[i][nth]) for i, nth in sorted(found)]

    def told_of(self, key: str) -> list[tuple[Statement, Claim]]:
        """The claims about persons in statements that `index.told_of` has under a key."""
        return [(self._statement(i), self.read[i][nth]) for i, nth in self.index.told_of.get(key, ())]

    def covered(self, office: str, of: str | None, until: date) -> bool:
        """Whether it is known who held an office on nearly all days of the decades before `until`.

        Also true where `of` has another head of state or government, of whom all are known, and never had this one.
        """
        held = self.holders.get((office, of), ())
        if held or heads(office) is None:
            return _without_gaps(held, until)
        others = {title for title, owner in self.holders if owner == of and heads(title)}
        return any(_without_gaps(self.holders[title, of], until) for title in others)

    def _statement(self, record_id: str) -> Statement:
        record = self.records[record_id]
        assert isinstance(record, Statement)
        return record

    def _people(self) -> None:
        for person in self.people:
            given, surname = name_parts(person)
            self.by_surname[fold(surname)].append(person)
            for form in dict.fromkeys((given, *_other_given(person, surname))):
                self.by_given[initials_apart(fold(form))].append(person)
            held = tuple(
                Holding(
                    person=person, title=o.title, office=canonical_title(o.title) or o.title.lower(), of=o.of,
                    of_name=self.name_of(o.of), since=o.since, until=o.until,
                )
                for o in person.offices
            )  # fmt: skip
            self.holdings[person.id] = held
            for holding in held:
                self.holders[holding.office, holding.of].append(holding)

    def _indexed(self) -> StatementIndex:
        naming: dict[str, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
        told_of: dict[str, list[tuple[str, int]]] = defaultdict(list)
        bearers: dict[str, dict[str, None]] = defaultdict(dict)
        for record in self.records.values():
            read = self.read.get(record.id, ())
            named = sorted(frozenset().union(*(theirs.entities for theirs in read if theirs.main)))
            for nth, theirs in enumerate(read):
                for key in self._told_of(record, theirs):
                    told_of[key].append((record.id, nth))
                if theirs.kind in facets.PERSONS and theirs.name:
                    name = fold(theirs.name)
                    for word in name.split():
                        bearers[word][name] = None
                told = facets.told(theirs, getattr(record, "value", None)) if theirs.main else ()
                for entity, facet in product(named, told):  # another phrasing may name it otherwise
                    naming[entity][facet].append((record.id, nth))
        return StatementIndex(
            {entity: {facet: tuple(ids) for facet, ids in said.items()} for entity, said in naming.items()},
            {key: tuple(places) for key, places in told_of.items()},
            {word: tuple(names) for word, names in bearers.items()},
            indexed(self.gists),
            said_by(self.records.values()),
        )

    def _told_of(self, record: AnyRecord, theirs: Claim) -> Iterator[str]:
        """What a statement's claim about a person is found by; its office where the record says that nobody else
        holds it, and nothing where the record only tells what somebody has said."""
        if isinstance(record, Statement) and not is_rated(record):
            owner = self.entity_of(theirs.of)
            office = None if "subject" in record.exclusive else facets.sole_office(theirs, owner)
            yield from (key for key in facets.of_person(theirs, owner) if key != office)


def _without_gaps(held: Iterable[Holding], until: date) -> bool:
    """Whether one holder followed another in nearly all of the DECADES before `until`."""
    at = start = until - DECADES
    covered = timedelta()
    for first, last in sorted((_latest(h.since, FAR_FUTURE), _latest(h.until, FAR_FUTURE)) for h in held):
        if (stop := min(last, until)) > (begin := max(first, at)):
            covered += stop - begin
            at = stop
    return covered >= (until - start) * NEARLY_ALL


def held_in(since: Period | None, until: Period | None, asked: Period) -> bool | None:
    """Whether something held from `since` to before `until` held on any day of `asked`.

    None where partial dates leave it open. "In 2021" is right of whoever held it for a part of 2021.
    """
    first, last = asked.first or FAR_PAST, asked.last or FAR_FUTURE
    if _latest(since, FAR_PAST) <= last and first < _earliest(until, FAR_FUTURE):
        return True
    if last < _earliest(since, FAR_PAST) or first >= _latest(until, FAR_FUTURE):
        return False
    return None


def _earliest(told: Period | None, otherwise: date) -> date:
    return (told.first if told else None) or otherwise


def _latest(told: Period | None, otherwise: date) -> date:
    return (told.last if told else None) or otherwise


def name_parts(person: Person) -> tuple[str, str]:
    """Given names and surname of a person; the surname is the last word unless the record says which."""
    words = person.name.split()
    surname = person.surname or words[-1]
    given = " ".join(word for word in words if word not in surname.split())
    return given, surname


def _other_given(person: Person, surname: str) -> Iterator[str]:
    """The given names in a person's other forms that end in the surname."""
    for alias in person.aliases:
        if alias.endswith(f" {surname}"):
            yield alias.removesuffix(f" {surname}")


def initials_apart(given: str) -> str:
    """Given names with their initials written one way: "g.h.w." is "g. h. w."."""
    return " ".join(given.replace(".", ". ").split())


def plain_words(words: Iterable[str]) -> frozenset[str]:
    """The words for what is measured, without the small ones, each in the singular."""
    return frozenset(w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in words if w not in SMALL)


def slug(text: str) -> str:
    """The entity id of a series of events: "NATO summit" -> "nato-summit"."""
    return "-".join(fold(text).split())


__all__ = ["Known", "StatementIndex", "fold", "held_in", "name_parts", "slug"]
