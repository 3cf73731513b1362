"""Matches: a claim beside what the references know of the same thing. Measured, not judged."""

from __future__ import annotations

from typing import Literal

import msgspec

from opedcheck.model.claims import Claim
from opedcheck.model.dates import Period
from opedcheck.model.findings import SlotComparison
from opedcheck.model.mentions import Name, Quantity, Time, Word
from opedcheck.model.records import Event, Membership, Organisation, Person, Place, Statement

# How the time of a claim lies to the time for which a reference holds.
TimeRelation = Literal["same", "earlier", "later", "unknown"]


# How sure it is that a given name is from elsewhere than the known bearers of a surname: surely, where so many of their
# people are known that a name which none of them has is rare.
Foreign = Literal["likely", "surely"]


class Gist(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A statement with the names, figures and times in it. `event`: it tells of what happened, not of what was so."""

    text: str
    names: tuple[Name, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    words: tuple[Word, ...] = ()
    event: bool = True


class AlignedMatch(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A sentence that may say what a statement says, but for one mention if that differs, and how far it is shown to.

    `start`, `end` and `ours` are that mention, `theirs` is the statement's; `closeness` tells whether they differ, and
    whether as slips of the pen do. What shows that both mean one fact are shares from 0 to 1 of what the statement says
    beside that mention: `own` of it stands in the sentence, `near` with what stands near by, `all` with the whole
    article, `named` of its names near by; `beside` stands as near to the mention in the parse as in the statement.
    `governed`: whether the same word governs both mentions; `local`: what share of the words about the article's the
    statement has, too. `timed`: 1 where the sentence tells the statement's time, 0 where it tells another. `bulk`:
    what all of the rest weighs, a name 2 and a noun 1. `rivals`: how many other mentions of the sentence might be meant
    instead. `exclusive`: the record says that nothing else is right there. `unreal`: the sentence only tells of what
    might be; `denied`: one of both denies what the other asserts; `crossed`: they differ in something else, too.
    `elsewhere`: the same of the sentences that have the statement's own mention; `apart`: how far away each lies.
    """

    record: Statement
    kind: Literal["figure", "date", "name", "person", "quality"]
    start: int
    end: int
    ours: str
    theirs: str
    closeness: Literal["same", "strong", "weak", "far"]
    own: float
    near: float
    all: float
    named: float
    beside: float
    governed: float
    local: float
    timed: float
    bulk: float
    rivals: int
    exclusive: bool
    unreal: bool
    denied: bool
    crossed: bool
    apart: int = 0
    elsewhere: tuple[AlignedMatch, ...] = ()


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """An office held. `office` is the canonical title, `of` an id or words, `of_name` how to print it."""

    person: Person
    title: str
    office: str
    of: str | None
    of_name: str | None
    since: Period | None
    until: Period | None


class StatementMatch(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A claim and a claim read in a statement, slot by slot. `score` is how sure it is that both mean the same."""

    record: Statement
    theirs: Claim
    slots: tuple[SlotComparison, ...]
    time: TimeRelation
    score: float


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence from `start` to `end`, and a fact-checked claim whose words it may repeat; `score` is how likely."""

    record: Statement
    start: int
    end: int
    score: float


class Lookalike(msgspec.Struct, frozen=True, kw_only=True):
    """A known person who shares part of an unknown name: the surname, the given name, or all but some letters.

    `then`: the holding fell into the time asked for, or ended or began within months of it. `covered`: for decades up
    to that time it is known who held that office, so that another holder of the name would be known. `english`: the
    offices were held where English names are at home.
    """

    person: Person
    shares: Literal["surname", "given", "spelling"]
    holding: Holding | None
    then: bool = False
    covered: bool = False
    english: bool = False


class OfficeMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A person said to hold an office.

    `person` is the known bearer of the name. `held` says whether the office was held in the time asked for (`None`:
    can't be told), `ever` whether it ever was, `told` whether it was at a time that the sentence or its paragraph
    tells, `near` whether it was left or taken within months of the time asked for. `holder` held the office then; `own`
    are the bearer's offices then, `past` those of the same title at any time, `served` all of the same land and its
    parts. `of_known`: whose office it is, is understood; `of_land`: it is a country's or another place's, or not told.
    `bears`: an unknown name may be another form of the holder's. `covered`: for decades it is known who held the
    office, or that, of the one whose office it is, nobody ever did. `strange`: the surname is known, and nobody known
    of it served the land whose office it is.
    `foreign`: as in NameMatch.
    """

    person: Person | None
    office: str
    of: str | None
    of_name: str | None
    asked: Period | None
    held: bool | None
    ever: bool
    holder: Holding | None
    own: tuple[Holding, ...]
    past: tuple[Holding, ...]
    served: tuple[Holding, ...] = ()
    told: bool = False
    near: bool = False
    of_known: bool = True
    of_land: bool = True
    bears: bool = False
    covered: bool = False
    foreign: Foreign | None = None
    strange: bool = False
    lookalikes: tuple[Lookalike, ...] = ()


class NameMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A name without an office: the person it is, or those whom it is put together from.

    `foreign`: whether the given name is one of people of other countries than the known bearers of the surname.
    """

    person: Person | None
    lookalikes: tuple[Lookalike, ...] = ()
    foreign: Foreign | None = None


class MembershipMatch(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a body has a member: `held` in the time asked for, `membership` the record's line, if any."""

    organisation: Organisation
    member: str
    member_name: str
    asked: Period | None
    held: bool | None
    membership: Membership | None
    since: Literal["agrees", "differs", "unknown"] = "unknown"


class EventMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A date or place told of an event, beside the edition meant.

    `by` is what shows which edition is meant: its own name, its year, its date, its place, or that it is the one
    next to the publication date.
    """

    event: Event
    by: Literal["name", "year", "date", "place", "next"]
    slots: tuple[SlotComparison, ...]


class PlaceMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A place said to lie in another. `land` is what the article says, `within` what the reference says."""

    place: Place
    land: Place
    within: Place | None
    agrees: bool


Match = StatementMatch | OfficeMatch | NameMatch | MembershipMatch | EventMatch | PlaceMatch
