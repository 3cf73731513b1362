"""The whole story of one finding, in words: what stands there, what was compared, how sure that is, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from opedcheck.keeping.reports import Stored, StoredClaim, StoredEvidence
from opedcheck.reporters.shown import STDIN, escaped
from opedcheck.reporters.told import source_in_words

WIDTH = 79
MOST_SOURCES = 2
SLOTS = ("subject", "predicate", "object", "attribute", "value", "where", "speaker", "hedge")


def story(one: Stored, report: str, doc: str) -> Iterator[str]:
    """The lines to print; `report` is the report's file, `doc` the manual of the finding's rule."""
    finding = one.finding
    yield f"{finding.severity}[{finding.rule}] {_where(one)}"
    yield from ("", _par(finding.message), "", "In the article")
    yield _par(f"“{one.sentence}”", 2)
    if one.claim is not None:
        yield from ("", "Read as")
        yield from (f"  {name:<10} {escaped(said)}" for name, said in _read(one.claim))
        yield from ("", f"Verdict: {one.claim.verdict}")
        yield from _compared(one)
    if finding.suggestion:
        yield from ("", f"Suggestion: {escaped(finding.suggestion)}")
    yield from ("", "What to do", *_remedies(one, report))
    yield from ("", f"About {finding.rule}", "", doc)


def _where(one: Stored) -> str:
    day = f", published {one.article.date}" if one.article.date else ", undated"
    return escaped(f"{one.article.path or STDIN}:{one.finding.line}:{one.finding.column}") + day


def _read(claim: StoredClaim) -> Iterator[tuple[str, str]]:
    """The claim's slots, those that are empty left out."""
    yield "kind", f"{claim.kind} ({claim.family})"
    for name in SLOTS:
        said = getattr(claim, name)
        if said:
            yield name, said
    if claim.when is not None:
        first, last = claim.when.first, claim.when.last
        yield "when", str(first) if first == last else f"{first or '…'} to {last or '…'}"
    yield "said as", f"{claim.modality}{', denied' if claim.negated else ''}"


def _compared(one: Stored) -> Iterator[str]:
    """Every reference that was compared, once; those that the finding rests on first."""
    assert one.claim is not None
    named = set(one.finding.references)
    surest = {evidence.reference: evidence for evidence in reversed(one.claim.evidence)}
    if surest:
        yield from ("", "Compared with")
    for evidence in sorted(surest.values(), key=lambda evidence: (evidence.reference not in named, -evidence.score)):
        yield from _evidence(evidence)


def _evidence(evidence: StoredEvidence) -> Iterator[str]:
    yield f"  {evidence.reference}: {evidence.outcome}, {evidence.score:.2f} sure that it is the same thing"
    if evidence.statement:
        yield _par(evidence.statement, 4)
    for slot in evidence.slots:
        yield _par(f"{slot.slot} {slot.outcome}: “{slot.ours}” here, “{slot.theirs}” in the reference", 4)
    if not evidence.slots and evidence.detail:
        yield _par(evidence.detail, 4)
    for source in evidence.sources[:MOST_SOURCES]:
        yield f"    Source: {escaped(source_in_words(source.as_source()))}"


def _remedies(one: Stored, report: str) -> Iterator[str]:
    mark = one.finding.fingerprint[:12]
    yield f"  Is the article wrong? `opedcheck note {mark} --report {escaped(report)}`"
    yield "    prints a correction note."
    if one.finding.references:
        yield "  Is the reference wrong? `opedcheck claims show` tells where it stands:"
        yield f"    {', '.join(map(escaped, one.finding.references))}"
    yield "  Is it to stay? In Markdown and HTML, on the line above:"
    yield f"    <!-- opedcheck: ignore[{one.finding.rule}] the reason -->"
    yield "  elsewhere in the configuration file:"
    yield f'    suppress = [{{fingerprint = "{one.finding.fingerprint[:16]}", reason = "..."}}]'


def _par(text: str, margin: int = 0) -> str:
    """A paragraph, wrapped; nothing in it acts on a terminal."""
    space = " " * margin
    return fill(escaped(text), WIDTH, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)
