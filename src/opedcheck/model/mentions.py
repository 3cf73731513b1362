"""Mentions: normalised stretches of an article. Offsets are code points into its plain text, end exclusive."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from opedcheck.model.dates import Period

Bound = Literal["exact", "about", "under", "over"]
Change = Literal["up", "down"]
NameKind = Literal["person", "organisation", "place", "event", "group", "work", "other"]
Status = Literal["former", "then", "acting", "elect", "late"]


def plain(number: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros, so that `str` gives "7100000000", not "7.1E+9"."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


class Quantity(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A stated quantity. `low` equals `high` unless a range is stated; see CONTRACT for `unit`.

    `step` is the place value of the last digit printed: "$7.1 billion" has 100000000, "1,200" has 1;
    half of it is what the printing may have rounded away. 0 where the figure is exact by its nature.
    """

    start: int
    end: int
    text: str
    low: Decimal
    high: Decimal
    unit: str | None = None
    bound: Bound = "exact"
    change: Change | None = None
    step: Decimal = Decimal(0)
    ordinal: bool = False


class Time(msgspec.Struct, frozen=True, gc=False, kw_only=True, rename={"first": "from", "last": "to"}):
    """A TIMEX3: its `type` (DATE, TIME, DURATION, SET), its `value` (TimeML 1.2.1), and the days it stands for.

    `first` and `last` are `None` where the days can't be told (durations, sets, an undated article).
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first: date | None = None
    last: date | None = None

    @property
    def period(self) -> Period | None:
        return None if self.first is None and self.last is None else Period(self.first, self.last)


class Name(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A name, with what stands about it.

    `entity`: the id of the reference that it surely is, or `None`; `candidates`: those that it may be.
    `full`: the fullest form by which the article calls the same bearer ("Kishida" -> "Fumio Kishida").
    `title`: an office or honorific as written ("Prime Minister"); `of`: whose office (an entity id, else the
    words), and `status` where it says former, then, acting, elect or late. `title_start` is where the title
    (with its nationality) begins or ends, whichever lies outside the name, so that a finding can underline it.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    full: str | None = None
    title: str | None = None
    of: str | None = None
    status: Status | None = None
    title_start: int | None = None
    title_end: int | None = None


class Word(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A word of the parsed text; `lemma` is in lower case.

    `tag` is a Penn Treebank tag, `dep` a ClearNLP dependency label. `head` is where its head stands among the words of
    the text, its own place for the root of a sentence. Punctuation and space are no words.
    """

    start: int
    end: int
    lemma: str
    tag: str
    dep: str
    head: int


class Sentence(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A sentence and how much it is worth checking, 0 to 1."""

    start: int
    end: int
    checkworthiness: float = 0.0
