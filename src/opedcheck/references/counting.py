"""Counts over references: what there is of what, where it stands, how old its sources are, what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from opedcheck.model import AnyRecord, Source, Statement

AGES = ((1, "under 1 year"), (2, "1 to 2 years"), (5, "2 to 5 years"), (10, "5 to 10 years"), (10_000, "over 10 years"))
"""How many years are less than each, and how to call it."""
UNDATED, NONE = "undated", "none"
YEAR = 365.25


def counts(records: Iterable[AnyRecord], today: date) -> dict[str, dict[str, int]]:
    """Under each heading the counts, the largest first; of ages from the youngest."""
    known = list(records)
    ages = Counter(_age(source, today) for record in known for source in record.sources)
    found: dict[str, Counter[str]] = {
        "kind": Counter(str(type(record).__struct_config__.tag) for record in known),
        "file": Counter(record.at.path for record in known),
        "topic": Counter(one.topic or NONE for one in known if isinstance(one, Statement)),
        "publisher": Counter(source.publisher for one in known for source in one.sources),
        "review due": Counter(_due(record, today) for record in known),
    }
    made = {heading: dict(sorted(of.items(), key=lambda pair: (-pair[1], pair[0]))) for heading, of in found.items()}
    order = (*(name for _, name in AGES), UNDATED)
    return made | {"age of sources": {name: ages[name] for name in order if ages[name]}}


def stale(records: Iterable[AnyRecord], before: date) -> Iterator[tuple[date, AnyRecord]]:
    """Records whose review is due before a day, with the day by which it was, the longest due first."""
    due = [(_day(record), record) for record in records]
    yield from sorted(((day, one) for day, one in due if day and day < before), key=lambda pair: (pair[0], pair[1].id))


def _day(record: AnyRecord) -> date | None:
    """The last day on which a review is in time."""
    return record.review_by.last if record.review_by else None


def _due(record: AnyRecord, today: date) -> str:
    day = _day(record)
    return "never" if day is None else "overdue" if day < today else str(day.year)


def _age(source: Source, today: date) -> str:
    """How long ago it was published, else read."""
    day = source.published or source.accessed
    if day is None or day.last is None:
        return UNDATED
    years = (today - day.last).days / YEAR
    return next(name for most, name in AGES if years < most)
