"""What no single record shows: ids that lead nowhere, two holders of one office, an alias that two people share.

Each check is a generator of faults over all records, those that are only there for context included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations

import msgspec

from opedcheck.model import AnyRecord, Event, Figures, Office, Organisation, Person, Place
from opedcheck.references import alike
from opedcheck.references.faults import Fault
from opedcheck.references.shelf import Placed, Shelf, Step
from opedcheck.words.days import term_in_words
from opedcheck.words.titles import DEPUTIES, SOLE, canonical_title, is_sole

LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Link(msgspec.Struct, frozen=True):
    """One record's mention of another. `strict`: only an id will do, of a record of the type `to`."""

    id: str
    path: tuple[Step, ...]
    strict: bool = False
    to: type = object


def check(shelf: Shelf) -> Iterator[Fault]:
    """Every fault that shows between records."""
    for one in CHECKS:
        yield from one(shelf)


def links(record: AnyRecord) -> Iterator[Link]:
    """Where a record speaks of others."""
    match record:
        case Person():
            for at, office in enumerate(record.offices):
                if office.of:
                    yield Link(office.of, ("offices", at, "of"))
        case Organisation():
            for at, member in enumerate(record.members):
                yield Link(member.who, ("members", at, "who"))
            if record.part_of:
                yield Link(record.part_of, ("part_of",), strict=True, to=Organisation)
        case Place():
            if record.within:
                yield Link(record.within, ("within",), strict=True, to=Place)
            if record.capital:
                yield Link(record.capital, ("capital",), strict=True, to=Place)
        case Event():
            yield from (Link(where, ("where", at)) for at, where in enumerate(record.where))
        case Figures():
            yield Link(record.of, ("of",), strict=True)


def unknown_ids(shelf: Shelf) -> Iterator[Fault]:
    """An id that no record has, or the id of a record that can't be meant."""
    from opedcheck.references.hints import nearest

    known = sorted(shelf.ids)
    named = {form.casefold(): one.record.id for one in shelf.placed for form in _own_names(one.record)}
    hint_for = cache(lambda wrong: nearest(wrong, known))
    for one in (*shelf.placed, *shelf.partly):
        for link in links(one.record):
            key = next(str(step) for step in reversed(link.path) if isinstance(step, str))
            path = ("in",) if key == "within" and "within" not in one.table.values else link.path
            if link.id not in shelf.ids:
                if link.strict or LIKE_AN_ID.match(link.id):
                    hint = hint_for(link.id)
                    meant = f'Did you mean "{hint}"? Else add' if hint else "Add"
                    words = "." if link.strict else ", or write a name with a capital letter."
                    yield one.fault(
                        f'"{key}" names no record: {link.id}', f"{meant} a record with that id{words}", *path
                    )
                elif key != "where" and (owner := named.get(link.id.casefold())) is not None:
                    what = f'"{key}" is a name, {link.id}, where an id is meant'
                    yield one.fault(
                        what, f"Write {owner}: what is called so is compared with nothing.", *path, warning=True
                    )
            elif not isinstance(shelf.by_id.get(link.id, None), link.to | None):
                what = f'"{key}" names a record of another kind: {link.id}'
                yield one.fault(what, f"Name {_a(link.to.__name__.lower())}.", *path)


def without_country(shelf: Shelf) -> Iterator[Fault]:
    """A city of which nobody knows in which country it is, and a place of an event that is only a name."""
    remedy = "Add within: and the id of its country."
    countries = {form.casefold() for one in shelf.placed for form in _country_names(one.record)}
    for one in shelf.placed:
        match one.record:
            case Place(kind="city", within=None):
                yield one.fault("the city has no country", remedy, "kind", warning=True)
            case Place(kind="city") if (top := _top(one.record, shelf)) is not None:
                yield one.fault(f"the city lies in {top}, which lies in no country", remedy, "within", warning=True)
            case Event(where=(where,)) if where not in shelf.ids and where.casefold() not in countries:
                what = f'"where" names no country beside {where}'
                yield one.fault(what, "Add the country behind it, or name a place's id.", "where", warning=True)


def _top(place: Place, shelf: Shelf) -> str | None:
    """The id of the last place above one, where neither is a country; `None` where one is, or can't be told."""
    above: AnyRecord | None = place
    for _ in range(len(shelf.by_id)):
        if not isinstance(above, Place) or above.kind == "country":
            return None
        if above.within is None:
            return above.id
        above = shelf.by_id.get(above.within)
    return None


def _own_names(record: AnyRecord) -> tuple[str, ...]:
    return (record.name, *record.aliases) if isinstance(record, Place | Organisation) else ()


def _country_names(record: AnyRecord) -> tuple[str, ...]:
    return _own_names(record) if isinstance(record, Place) and record.kind == "country" else ()


def circles(shelf: Shelf) -> Iterator[Fault]:
    """A place within itself, or an organisation that is part of itself, by whatever way."""
    for one in shelf.placed:
        seen: list[str] = []
        above = _above(one.record)
        while above and above not in seen and above != one.record.id:
            seen.append(above)
            above = _above(shelf.by_id.get(above))
        if above == one.record.id:
            key = "part_of" if isinstance(one.record, Organisation) else "within"
            way = " in ".join([one.record.id, *seen, one.record.id])
            yield one.fault(f"it lies within itself: {way}", f'Mend "{key}" of one of them.', key)


def sole_offices(shelf: Shelf) -> Iterator[Fault]:
    """Two people who surely hold an office at once that only one holds."""
    held: dict[tuple[str, str], list[tuple[Placed, int, Office]]] = {}
    for one in shelf.placed:
        for at, office in enumerate(one.record.offices if isinstance(one.record, Person) else ()):
            title = canonical_title(office.title)
            if title and _one_holder(title) and office.of and not office.acting:
                held.setdefault((title, office.of.casefold()), []).append((one, at, office))
    for holders in held.values():
        for (first, _, theirs), (second, at, ours) in combinations(holders, 2):
            if first.record.id != second.record.id and _at_once(theirs, ours):
                place = f"{first.record.at.path}:{first.record.at.line}"
                what = (
                    f"{ours.title} of {ours.of} ({_span(ours)}) is also {first.record.id} ({_span(theirs)}), at {place}"
                )
                remedy = "Mend the dates, or mark one of them acting: true."
                yield second.fault(what, remedy, "offices", at, warning=True)


def unknown_titles(shelf: Shelf) -> Iterator[Fault]:
    """An office of a title that means nothing to those who read articles."""
    for one in shelf.placed:
        for at, office in enumerate(one.record.offices if isinstance(one.record, Person) else ()):
            if canonical_title(office.title) is None:
                what = f"the title {office.title} is none that opedcheck knows: nothing is compared with it"
                remedy = "Write the office by its common name, such as Foreign Minister or Director."
                yield one.fault(what, remedy, "offices", at, "title", warning=True)


def doubles(shelf: Shelf) -> Iterator[Fault]:
    """A second record of one thing: what another catalogue calls the same, or figures of one measure."""
    known: dict[object, Placed] = {}
    for one in shelf.placed:
        for key in _same(one.record):
            first = known.setdefault(key, one)
            if first is not one:
                where = f"{first.record.id}, at {first.record.at.path}:{first.record.at.line}"
                yield one.fault(f"{key[-1]} is also {where}", "Make the two records one.", key[0], warning=True)


def _same(record: AnyRecord) -> Iterator[tuple[str, ...]]:
    """What no two records have in common: the key under which it stands, more of it, and how to call it."""
    for identifier in record.identifiers:
        yield "identifiers", identifier
    if isinstance(record, Figures):
        yield "measure", record.of, f"the {record.measure} of {record.of}"


def shared_names(shelf: Shelf) -> Iterator[Fault]:
    """A name or alias of two people: a claim with it is never matched with either of them alone."""
    bearers: dict[str, Placed] = {}
    for one in (*shelf.placed, *shelf.partly):
        if not isinstance(one.record, Person):
            continue
        forms = {one.record.name: ("name",)} | {a: ("aliases", at) for at, a in enumerate(one.record.aliases)}
        for form, path in forms.items():
            first = bearers.setdefault(form.casefold(), one)
            if first.record.id != one.record.id:
                at = first.record.at
                what = f'"{form}" is also a name of {first.record.id}, at {at.path}:{at.line}'
                remedy = "Leave it out of one of them, or bear with it: claims with it stay unverified."
                yield one.fault(what, remedy, *path, warning=True)


def overdue(shelf: Shelf) -> Iterator[Fault]:
    """A review whose day is over."""
    for one in shelf.placed:
        due = one.record.review_by
        if due is not None and due.last is not None and due.last < shelf.today:
            remedy = "Look at its sources again, then move review_by on."
            yield one.fault(f"its review was due by {due.last}", remedy, "review_by", warning=True)


def undated_sources(shelf: Shelf) -> Iterator[Fault]:
    """A source that says neither when it was published nor when it was read."""
    for one in shelf.placed:
        for at, source in enumerate(one.record.sources):
            if source.published is None and source.accessed is None:
                remedy = "Add published: or accessed:."
                yield one.fault(f"the source {source.publisher} has no date", remedy, "sources", at, warning=True)


CHECKS: tuple[Callable[[Shelf], Iterable[Fault]], ...] = (
    unknown_ids,
    without_country,
    circles,
    sole_offices,
    unknown_titles,
    doubles,
    alike.listed_twice,
    shared_names,
    alike.events,
    alike.statements,
    alike.exclusive,
    overdue,
    undated_sources,
)


def _one_holder(title: str) -> bool:
    """Whether one person holds it at a time; of deputies there may be several, however their office is called."""
    return is_sole(title) and (title in SOLE or title.split(maxsplit=1)[0] not in DEPUTIES)


def _above(record: AnyRecord | None) -> str | None:
    match record:
        case Place():
            return record.within
        case Organisation():
            return record.part_of
        case _:
            return None


def _at_once(one: Office, other: Office) -> bool:
    """Whether both are surely held on some day: from the last day on which each may have begun."""
    return alike.overlap((one.since, one.until), (other.since, other.until), surely=True)


def _span(office: Office) -> str:
    return term_in_words(office.since, office.until) or "undated"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
