"""Model values as the JSON that CONTRACT.md promises: plain dictionaries, their keys in its order."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from opedcheck.model import (
    Article,
    ArticleReport,
    Claim,
    Evidence,
    Filler,
    Finding,
    Judged,
    Name,
    Period,
    Quantity,
    Report,
    Sentence,
    SlotComparison,
    Source,
    Time,
    partial,
)
from opedcheck.reporters.tally import tally

REPORT_SCHEMA = "opedcheck/report@1"
EXTRACT_SCHEMA = "opedcheck/extract@1"
Document = dict[str, Any]


def report(run: Report) -> Document:
    """The document of `scan --format json`."""
    references = run.references
    return {
        "schema": REPORT_SCHEMA,
        "tool": _tool(run),
        "references": {"paths": list(references.paths), "count": references.count, "digest": references.digest},
        "articles": [checked(article) for article in run.articles],
        "summary": summary(run.articles),
    }


def extraction(run: Report) -> Document:
    """The document of `extract --format json`."""
    return {"schema": EXTRACT_SCHEMA, "tool": _tool(run), "articles": [extracted(article) for article in run.articles]}


def checked(one: ArticleReport) -> Document:
    """One article as `scan` gives it."""
    return _article(one.article) | {
        "claims": [_judged(judged) for judged in one.judged],
        "findings": [_finding(finding, one.article) for finding in one.findings],
        "suppressed": [
            {**_finding(gone.finding, one.article), "by": gone.by, "reason": gone.reason} for gone in one.suppressed
        ],
    }


def extracted(one: ArticleReport) -> Document:
    """One article as `extract` gives it."""
    reading = one.reading
    return _article(one.article) | {
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "times": [_time(time) for time in reading.times],
        "names": [_name(name) for name in reading.names],
        "sentences": [_sentence(sentence) for sentence in reading.sentences],
        "claims": [claim(found) for found in reading.claims],
    }


def summary(reports: Sequence[ArticleReport]) -> Document:
    """How many claims of each verdict, and findings of each severity."""
    counts = tally(reports)
    severities = {f"{severity}s": count for severity, count in counts.severities.items()}
    return {"articles": counts.articles, "claims": counts.claims, **counts.verdicts, **severities}


def claim(found: Claim) -> Document:
    """A claim with its slots in words; fillers by their text, whom they are beside it."""
    return {
        "id": found.id,
        "family": found.family,
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "sentence_start": found.sentence_start,
        "sentence_end": found.sentence_end,
        "subject": _words(found.subject),
        "subject_entity": found.subject.entity if found.subject else None,
        "predicate": found.predicate,
        "object": _words(found.object),
        "attribute": found.attribute,
        "value": value(found),
        "where": _words(found.place),
        "when": _period(found.when),
        "speaker": found.speaker,
        "modality": found.modality,
        "negated": found.negated,
        "hedge": found.hedge,
        "checkworthiness": _share(found.checkworthiness),
    }


def value(found: Claim) -> str | None:
    """An amount as number and unit, a range with a slash; a date as in ISO 8601; a name as text."""
    if found.quantity is not None:
        low, high = number(found.quantity.low), number(found.quantity.high)
        unit = f" {found.quantity.unit}" if found.quantity.unit else ""
        return f"{low if low == high else f'{low}/{high}'}{unit}"
    if found.kind == "date" and found.when is not None:
        return str(found.when)
    if found.name is not None:
        return found.name
    return None if found.ordinal is None else str(found.ordinal)


def number(amount: Decimal) -> str:
    """A decimal without an exponent and without zeros that say nothing."""
    digits = f"{amount:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def iso(period: Period) -> str:
    """A period as ISO 8601 writes it: a whole year or month by its name, "2013-04"."""
    first = period.first
    for length in (4, 7) if first else ():
        name = str(first)[:length]
        if partial(name) == period:
            return name
    return str(period)


def _tool(run: Report) -> Document:
    return {"name": "opedcheck", "version": run.version, "model": run.model}


def _article(article: Article) -> Document:
    date = article.date.isoformat() if article.date else None
    return {"id": article.id, "path": article.path, "date": date, "text": article.text}


def _judged(judged: Judged) -> Document:
    return claim(judged.claim) | {
        "verdict": judged.verdict,
        "reason": judged.reason,
        "evidence": [_evidence(evidence) for evidence in judged.evidence],
    }


def _evidence(evidence: Evidence) -> Document:
    return {
        "reference": evidence.reference,
        "score": _share(evidence.score),
        "outcome": evidence.outcome,
        "detail": evidence.detail,
        "statement": evidence.statement or None,
        "sources": [_source(source) for source in evidence.sources],
        "slots": [_slot(slot) for slot in evidence.slots],
    }


def _slot(slot: SlotComparison) -> Document:
    return {"slot": slot.slot, "outcome": slot.outcome, "ours": slot.ours, "theirs": slot.theirs}


def _source(source: Source) -> Document:
    published = iso(source.published) if source.published else None
    return {"publisher": source.publisher, "title": source.title, "url": source.url, "published": published}


def _finding(finding: Finding, article: Article) -> Document:
    start, end = article.position(finding.start), article.position(finding.end, end=True)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "quote": finding.quote,
        "claim": finding.claim,
        "references": list(finding.references),
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }


def _span(mention: Quantity | Time | Name) -> Document:
    return {"start": mention.start, "end": mention.end, "text": mention.text}


def _quantity(quantity: Quantity) -> Document:
    return _span(quantity) | {
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "change": quantity.change,
        "ordinal": quantity.ordinal,
    }


def _time(time: Time) -> Document:
    return _span(time) | {"type": time.type, "value": time.value} | _days(time.first, time.last)


def _name(name: Name) -> Document:
    return _span(name) | {"kind": name.kind, "entity": name.entity, "title": name.title}


def _sentence(sentence: Sentence) -> Document:
    return {"start": sentence.start, "end": sentence.end, "checkworthiness": _share(sentence.checkworthiness)}


def _period(period: Period | None) -> Document | None:
    return None if period is None else _days(period.first, period.last)


def _days(first: Any, last: Any) -> Document:
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}


def _words(filler: Filler | None) -> str | None:
    return None if filler is None else filler.text


def _share(share: float) -> float:
    return round(share, 4)
