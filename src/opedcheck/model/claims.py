"""Claims: checkable assertions, with their slots filled."""

from __future__ import annotations

from typing import Literal

import msgspec

from opedcheck.model.dates import Period
from opedcheck.model.mentions import NameKind, Quantity, Status

Family = Literal["profile", "measure", "event", "deed"]
Kind = Literal[
    "name", "office", "organisation", "place", "membership",
    "amount", "count", "percent", "duration",
    "date", "venue", "relation", "rank", "quote",
]  # fmt: skip
Modality = Literal["asserted", "predicted", "hypothetical", "questioned", "opinion"]


class Filler(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What fills a slot: a phrase. `head` is its head's lemma, `lemmas` those of its content words.

    `entity` is what the phrase as a whole is, by its reference's id; `key` is that or, for a name that no reference
    has, "~" with the folded name. `entities` are the keys of all that is named in it. `kind` is set where the head is
    a name, known or not. `surmised`: the entity stands elsewhere in the article, not in these words.
    """

    text: str
    start: int
    end: int
    head: str
    lemmas: tuple[str, ...] = ()
    entity: str | None = None
    key: str | None = None
    entities: tuple[str, ...] = ()
    kind: NameKind | None = None
    surmised: bool = False


class Seat(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Whom a US politician stands for, as told beside the name from `start` to `end`: a state, a party."""

    state: str | None
    party: str | None
    start: int
    end: int


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A checkable assertion. `start` and `end` are the stretch that a finding would underline.

    `others` are further participants ("to Ukraine"). `place` is where, `when` the time that the claim speaks of
    (`None`: not said), `of` whose office it is, `past` that its clause speaks of the past. `ordinal` is a rank (1 is
    first, only, largest and their kin). `as_of`: the time bounds a state that had built up by then. `part`: the
    figure adds to others, or is a rate. `main`: it is what its sentence as a whole says. `context` are the content
    lemmas of its sentence, `clause` those of its own clause; `entities` are the keys of what its sentence names,
    `nearby` of what the two sentences before it in the same paragraph name; `told` are all times of its sentence,
    `told_before` those that its paragraph has told before that.
    `quoted`: it stands between quotation marks, so that it is not known when it was said. `seat`: of a person, for
    whom he or she stands.
    """

    id: str
    family: Family
    kind: Kind
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    subject: Filler | None = None
    predicate: str | None = None
    object: Filler | None = None
    others: tuple[Filler, ...] = ()
    attribute: str | None = None
    quantity: Quantity | None = None
    name: str | None = None
    of: str | None = None
    status: Status | None = None
    past: bool = False
    place: Filler | None = None
    when: Period | None = None
    when_start: int | None = None
    when_end: int | None = None
    as_of: bool = False
    main: bool = True
    ordinal: int | None = None
    part: bool = False
    speaker: str | None = None
    modality: Modality = "asserted"
    negated: bool = False
    hedge: str | None = None
    context: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    told: tuple[Period, ...] = ()
    told_before: tuple[Period, ...] = ()
    quoted: bool = False
    seat: Seat | None = None
    checkworthiness: float = 0.0
