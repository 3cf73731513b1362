"""Reference records, as curators write them (DESIGN section 3), decoded and frozen.

A date may be partial ("2013-04"): then it is the period in which the true day lies.
`until` is the first day on which it no longer holds; an event's `to` is its last day.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from opedcheck.model.dates import Period

Slot = Literal["subject", "predicate", "object", "attribute", "value", "time", "place"]


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where a fact stands. `published` and `accessed` are dates, partial ones too."""

    publisher: str
    title: str | None = None
    url: str | None = None
    published: Period | None = None
    accessed: Period | None = None


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where a record stands: file and 1-based line."""

    path: str
    line: int


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What all records have. `identifiers` are what other catalogues call it: "wikidata:Q42"."""

    id: str
    sources: tuple[Source, ...] = ()
    note: str | None = None
    tags: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    review_by: Period | None = None
    at: Origin = Origin("", 0)


class Statement(Record, frozen=True, kw_only=True, tag="statement"):
    """A sentence. `exclusive` slots exclude other fillers; `verdict` false makes it a known falsehood.

    `since` and `until` are `valid: {from, until}`. `aliases` are other phrasings of the same claim.
    `value` and `tolerance` (a share, 0.05 is 5 %) refine what the sentence says. `title` is the heading under
    which it, or the check of it, was published: something to search by, nothing to compare with. `rating` is the
    verdict as its fact-checker worded it, `claimant` whose claim it is.
    """

    statement: str
    title: str | None = None
    exclusive: tuple[Slot, ...] = ()
    verdict: Literal["true", "false", "mixed"] = "true"
    since: Period | None = None
    until: Period | None = None
    value: str | None = None
    tolerance: Decimal | None = None
    aliases: tuple[str, ...] = ()
    topic: str | None = None
    rating: str | None = None
    claimant: str | None = None


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office held: `title` of `of` (a record's id, else words), from `since` to before `until`."""

    title: str
    of: str | None = None
    since: Period | None = None
    until: Period | None = None
    acting: bool = False


class Person(Record, frozen=True, kw_only=True, tag="person"):
    """A person. `surname` where it is not the last word of `name` ("Xi Jinping": Xi)."""

    name: str
    aliases: tuple[str, ...] = ()
    surname: str | None = None
    offices: tuple[Office, ...] = ()


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """Who belongs, from `since` to before `until`."""

    who: str
    since: Period | None = None
    until: Period | None = None


class Organisation(Record, frozen=True, kw_only=True, tag="organisation"):
    """A body. A list of `members` is complete unless `partial` says otherwise."""

    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    partial: bool = False
    part_of: str | None = None


class Place(Record, frozen=True, kw_only=True, tag="place"):
    """A place. `within` is the id of the place that holds it (a city's country); `capital` a place's id.

    A metonym ("Tokyo") stands for the country only where it acts.
    """

    name: str
    kind: Literal["country", "city", "region", "water", "other"] = "other"
    aliases: tuple[str, ...] = ()
    within: str | None = None
    capital: str | None = None
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True, tag="event"):
    """An event; `series` names what it is an edition of ("NATO summit"), `where` its places, nearest first."""

    name: str
    aliases: tuple[str, ...] = ()
    series: str | None = None
    since: Period | None = None
    to: Period | None = None
    where: tuple[str, ...] = ()


class Figures(Record, frozen=True, kw_only=True, tag="figures"):
    """What is measured of a place or body, by year: `values` in `unit`, the `measure` called so or as in `called`.

    `tolerance` is how far off a figure may be and still be right: sources count differently, and revise.
    """

    of: str
    measure: str
    unit: str
    values: dict[int, Decimal]
    called: tuple[str, ...] = ()
    tolerance: Decimal | None = None


AnyRecord = Statement | Person | Organisation | Place | Event | Figures


class LexiconEntry(msgspec.Struct, frozen=True):
    """A form by which references know an entity.

    `role`: name (also aliases), surname, demonym ("Japanese"), metonym ("Tokyo" for Japan) or series
    ("NATO summit": `entity` is then the slug of the series, such as "nato-summit", no record's id).
    `offices` are a person's, as (title, of), held at any time: what makes "President Lee" one person's name.
    """

    form: str
    entity: str
    kind: Literal["person", "organisation", "place", "event"]
    role: Literal["name", "surname", "demonym", "metonym", "series"] = "name"
    offices: tuple[tuple[str, str | None], ...] = ()
