"""Figures by year: what is measured of a place or body, beside a claim that tells the same of the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from opedcheck.matching import compare
from opedcheck.matching.compare import is_money, slot
from opedcheck.matching.known import Known, fold, plain_words
from opedcheck.model import Claim, Figures, Filler, Outcome, Period, Quantity, Statement, StatementMatch
from opedcheck.words.scales import in_words

# Verbs between what is measured and its figure: "Japan's population is", "reached".
EQUALS = frozenset({"be", "reach", "hit", "stand", "total", "number", "exceed", "top", "surpass", "remain"})
# Words that say no more than the noun alone does: "the total population of the country".
PLAIN = frozenset({"total", "overall", "current", "entire", "whole", "estimated", "country", "nation", "today", "now"})
FUNCTION = PLAIN | {"a", "an", "the", "of", "in", "its", "'"}
GDP = (frozenset({"gdp"}), frozenset({"gross", "domestic", "product"}))
# What an article calls its present may be some years old, and a forecast for the running year.
BACK, AHEAD = 4, 1
# Whoever counts in the middle of a year, at its end, or from April on, has a neighbouring year's figure.
AROUND = 1
# How many times the tolerance a figure must be off to be wrong, not another source's.
BEYOND = 5


def figures(claim: Claim, known: Known, published: date | None) -> Iterator[StatementMatch]:
    """The claim beside the figures of the time that it speaks of. Nothing where that time is not told or not known."""
    told = _told(claim)
    years = _years(claim, published)
    if told is not None and _by_demonym(claim, told[0], known):
        return
    if told is None or years is None or claim.quantity is None or claim.quantity.change is not None or claim.part:
        return
    for record in known.figures.get(told, ()):
        near = [year for year in sorted(record.values) if years[0] - AROUND <= year <= years[1] + AROUND]
        if near and any(years[0] <= year <= years[1] for year in near) and _alike(claim.quantity, record):
            yield _beside(claim, record, near, known, years[1] if claim.when else years[1] - AHEAD)


def _beside(claim: Claim, record: Figures, near: list[int], known: Known, meant: int) -> StatementMatch:
    """The comparison with the figures of the years `near`; that of the year `meant`, or the last before, is shown."""
    assert claim.quantity is not None
    values = [record.values[year] for year in near]
    whole = _quantity(record, min(values), max(values))
    outcome = _outcome(claim.quantity, whole, record.tolerance or Decimal(0))
    year = max((year for year in near if year <= meant), default=near[0])
    shown = _quantity(record, record.values[year], record.values[year])
    stated = f"{known.name_of(record.of)}: {record.measure} {shown.text} in {year}."
    told = {key: getattr(record, key) for key in ("id", "sources", "note", "tags", "review_by", "at", "tolerance")}
    slots = (
        slot("measure", "agrees", record.measure, record.measure),
        slot("subject", "agrees", claim.subject or known.name_of(record.of), known.name_of(record.of)),
        slot("value", outcome, claim.quantity, shown, exclusive=True),
        slot("polarity", "differs" if claim.negated else "agrees", claim.text, stated),
    )
    theirs = msgspec.structs.replace(
        claim, id=f"{record.id}#{year}", quantity=shown, when=Period(date(year, 1, 1), date(year, 12, 31))
    )
    return StatementMatch(
        record=Statement(statement=stated, **told), theirs=theirs, slots=slots, time="same", score=1.0
    )


def _outcome(ours: Quantity, theirs: Quantity, tolerance: Decimal) -> Outcome:
    """Whether the claim's figure is one of those years' or surely none; what lies between can't be told."""
    if compare.figures(ours, theirs, tolerance) == "agrees":
        return "agrees"
    holds = (ours.bound == "over" and theirs.high >= ours.low) or (ours.bound == "under" and theirs.low <= ours.high)
    apart = compare.figures(ours, theirs, tolerance * BEYOND) == "differs"
    return "differs" if apart and not holds else "incomparable"


def _told(claim: Claim) -> tuple[str, frozenset[str]] | None:
    """Whose figure a claim tells, and the words for what is measured; nothing where the words say anything more."""
    subject, target = claim.subject, claim.object
    alone = not any(other.lemmas or other.entities for other in claim.others)
    of_gdp = claim.kind == "percent" and target is not None and _words(target) in GDP and not target.entities
    owner = subject.key if subject is not None and not subject.surmised else None
    if owner is not None and claim.predicate == "have":
        own = target is not None and set(target.entities) <= {owner} and _bare(target, claim)
        return (owner, _words(target)) if own and target is not None else None
    if owner is not None and claim.predicate == "spend" and of_gdp and len(claim.others) == 1:
        return owner, _words(claim.others[0]) | {"spending", "gdp"}
    if subject is not None and claim.predicate in EQUALS and alone and owner is None:
        whole = target is None or not (target.lemmas or target.entities)
        told = _of(subject, claim) if whole or of_gdp else None
        return (told[0], told[1] | {"gdp"}) if told is not None and of_gdp else told
    return _of(target, claim) if target is not None and subject is None else None


def _of(phrase: Filler, claim: Claim) -> tuple[str, frozenset[str]] | None:
    """Whose, and what, of a phrase such as "Japan's population" or "the population of Japan"."""
    if len(phrase.entities) != 1 or phrase.key is not None or not _bare(phrase, claim):
        return None
    return phrase.entities[0], _words(phrase)


def _by_demonym(claim: Claim, owner: str, known: Known) -> bool:
    """Whether the words only have the adjective: "the Mexican population" is not Mexico's, or not all of it."""
    place = known.places.get(owner)
    words = {
        fold(word) for phrase in (claim.subject, claim.object) if phrase is not None for word in phrase.text.split()
    }
    return place is not None and any(set(fold(form).split()) <= words for form in place.demonyms)


def _words(phrase: Filler) -> frozenset[str]:
    return plain_words(phrase.lemmas) - PLAIN


def _bare(phrase: Filler, claim: Claim) -> bool:
    """Whether nothing stands in a phrase but names, what is measured, and the claim's own figure.

    "The population over 65" and "the GDP per capita" are other figures.
    """
    rest = phrase.text.replace(claim.quantity.text if claim.quantity else "", "").replace("’", "'").replace("'s", "")
    lower = (word for word in rest.replace("-", " ").split() if not word[0].isupper())
    return all(word in FUNCTION or any(lemma in word for lemma in phrase.lemmas) for word in lower)


def _years(claim: Claim, published: date | None) -> tuple[int, int] | None:
    """The years of which a claim speaks, first and last: those that it tells, else the ones before publication."""
    if claim.when is not None:
        first, last = claim.when.first, claim.when.last
        return (first.year, last.year) if first and last and last.year - first.year <= 1 else None
    if published is None or claim.past or claim.told or claim.quoted:
        return None
    return published.year - BACK, published.year + AHEAD


def _alike(quantity: Quantity, record: Figures) -> bool:
    """Whether the claim counts in the record's unit."""
    if is_money(quantity):
        return quantity.unit == record.unit
    return compare.same_unit(quantity.unit, record.unit)


def _quantity(record: Figures, low: Decimal, high: Decimal) -> Quantity:
    shown = in_words(high) if low == high else f"{in_words(low)} to {in_words(high)}"
    unit = {"%": "%", "person": ""}.get(record.unit, f" {record.unit}" if record.unit.isupper() else f" {record.unit}s")
    return Quantity(start=0, end=0, text=f"{shown}{unit}".strip(), low=low, high=high, unit=record.unit)
