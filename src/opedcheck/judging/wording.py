"""How offices and records are put in words for a reader."""

from __future__ import annotations

from opedcheck.model import (
    Event,
    Evidence,
    Figures,
    Holding,
    Organisation,
    Outcome,
    Period,
    Person,
    Place,
    Record,
    SlotComparison,
    Statement,
)
from opedcheck.words import days
from opedcheck.words.days import period_in_words

# Names that begin or end with one of these stand with an article: "the United States", "the European Commission".
ARTICLE = frozenset(
    {"united", "states", "kingdom", "emirates", "netherlands", "philippines", "maldives", "bahamas", "gambia",
     "republic", "union", "federation", "islands", "commission", "council", "organization", "organisation", "nations",
     "bank", "fund", "reserve", "committee", "court", "group", "alliance", "league", "area", "agreement", "partnership"}
)  # fmt: skip


def with_article(name: str) -> str:
    """ "the United States", "Japan"."""
    words = name.lower().split()
    return f"the {name}" if words and words[0] != "the" and ARTICLE & {words[0], words[-1]} else name


def office_in_words(title: str, of_name: str | None) -> str:
    """ "prime minister of Japan"; the title alone where it is not known whose."""
    return f"{title} of {with_article(of_name)}" if of_name else title


def term_in_words(holding: Holding) -> str:
    """ "from 4 October 2021 until 1 October 2024"."""
    return days.term_in_words(holding.since, holding.until) or "at a time not told"


def possessive(name: str) -> str:
    """ "Japan's", "the United States'", with its article."""
    name = with_article(name)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def statement_of(record: Record) -> str:
    """A record in one sentence."""
    match record:
        case Statement():
            return record.statement if record.verdict != "false" else f"It is false that: {record.statement}"
        case Person():
            offices = "; ".join(f"{o.title}{_dates(o.since, o.until)}" for o in record.offices)
            return f"{record.name}: {offices}." if offices else f"{record.name}."
        case Organisation():
            return f"{record.name}, {len(record.members)} members listed." if record.members else f"{record.name}."
        case Event():
            where = f", {', '.join(w.replace('-', ' ').title() for w in record.where)}" if record.where else ""
            last = (record.to or record.since).last if record.since else None
            days = f": {period_in_words(Period(record.since.first, last))}" if record.since else ""
            return f"{record.name}{days}{where}."
        case Figures():
            of = record.of.replace("-", " ").title()
            return f"{of}: {record.measure}, {min(record.values)} to {max(record.values)}."
        case Place():
            return (
                f"{record.name}, in {record.within.replace('-', ' ').title()}." if record.within else f"{record.name}."
            )
    return record.id


def evidence(
    record: Record, outcome: Outcome, detail: str, score: float, slots: tuple[SlotComparison, ...] = ()
) -> Evidence:
    """What a record says of a claim, with its sources and its place."""
    return Evidence(
        reference=record.id,
        score=score,
        outcome=outcome,
        detail=detail,
        statement=statement_of(record),
        sources=record.sources,
        slots=slots,
        path=record.at.path,
        line=record.at.line,
    )


def fact_checked(record: Statement) -> str:
    """ "has been fact-checked by X, rated “Half true”: ...", with the link."""
    by = f" by {record.sources[0].publisher}" if record.sources else ""
    rated = f", rated “{record.rating}”" if record.rating else ""
    link = next((f" ({source.url})" for source in record.sources if source.url), "")
    return f"has been fact-checked{by}{rated}: {record.statement}{link}"


def _dates(since: Period | None, until: Period | None) -> str:
    told = days.term_in_words(since, until)
    return f" ({told})" if told else ""
