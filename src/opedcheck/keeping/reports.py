"""Reports written as JSON, read again: one finding of them, its claim, and all that was compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from opedcheck.errors import SettingError
from opedcheck.model import Evidence, Finding, Outcome, Severity, SlotComparison, Source, Verdict, partial

SCHEMA = "opedcheck/report@1"
SHORTEST = 6
"""So many characters of a fingerprint are enough, if no other finding's begins so (as git has it of commits)."""
REMEDY = "Write one with `opedcheck scan ... --report json=FILE`."


class StoredSource(msgspec.Struct, frozen=True):
    """A source as CONTRACT.md has it."""

    publisher: str
    title: str | None = None
    url: str | None = None
    published: str | None = None

    def as_source(self) -> Source:
        """The source as records have it."""
        published = partial(self.published) if self.published else None
        return Source(publisher=self.publisher, title=self.title, url=self.url, published=published)


class StoredSlot(msgspec.Struct, frozen=True):
    """One slot of the claim beside the reference's."""

    slot: str
    outcome: Outcome
    ours: str
    theirs: str


class StoredEvidence(msgspec.Struct, frozen=True):
    """What one reference says of a claim."""

    reference: str
    score: float
    outcome: Outcome
    detail: str = ""
    statement: str | None = None
    sources: tuple[StoredSource, ...] = ()
    slots: tuple[StoredSlot, ...] = ()


class StoredDays(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """A period; either end may be open."""

    first: date | None = None
    last: date | None = None


class StoredClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as CONTRACT.md has it, with its verdict; offsets as in the article's `text`."""

    id: str
    family: str
    kind: str
    sentence_start: int
    sentence_end: int
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    attribute: str | None = None
    value: str | None = None
    where: str | None = None
    when: StoredDays | None = None
    speaker: str | None = None
    modality: str = "asserted"
    negated: bool = False
    hedge: str | None = None
    verdict: Verdict = "unverified"
    reason: str = ""
    evidence: tuple[StoredEvidence, ...] = ()


class StoredFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as CONTRACT.md has it."""

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    fingerprint: str
    claim: str | None = None
    references: tuple[str, ...] = ()
    suggestion: str | None = None


class StoredArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as CONTRACT.md has it."""

    id: str
    text: str
    path: str | None = None
    date: date | None = None
    claims: tuple[StoredClaim, ...] = ()
    findings: tuple[StoredFinding, ...] = ()
    suppressed: tuple[StoredFinding, ...] = ()


class Stored(msgspec.Struct, frozen=True):
    """A finding of a report, the article that it stands in, and its claim where it has one."""

    article: StoredArticle
    finding: StoredFinding
    claim: StoredClaim | None

    @property
    def sentence(self) -> str:
        """The sentence that the finding stands in, as far as the report tells."""
        if self.claim is None:
            return self.finding.quote
        return " ".join(self.article.text[self.claim.sentence_start : self.claim.sentence_end].split())

    def as_finding(self) -> Finding:
        """The finding as it was when the report was written."""
        found = self.finding
        evidence = self.claim.evidence if self.claim else ()
        surest = {one.reference: one for one in reversed(evidence)}
        named = tuple(
            _evidence(one) for one in surest.values() if not found.references or one.reference in found.references
        )
        return Finding(
            rule=found.rule, severity=found.severity, message=found.message, start=found.start, end=found.end,
            quote=found.quote, claim=found.claim, references=found.references, suggestion=found.suggestion,
            evidence=named, fingerprint=found.fingerprint,
        )  # fmt: skip


class _Document(msgspec.Struct):
    schema: str
    articles: tuple[StoredArticle, ...]


def find(path: Path, fingerprint: str) -> Stored:
    """The finding of a JSON or JSON lines report whose fingerprint begins like this.

    Raises SettingError where the file can't be read, is no report, or has no such finding, or several.
    """
    wanted = fingerprint.lower().removeprefix("sha256:")
    if len(wanted) < SHORTEST:
        raise SettingError(f"{fingerprint!r} is too short for a fingerprint", remedy=f"Give {SHORTEST} characters.")
    found = {one.finding.fingerprint: one for one in _findings(path) if one.finding.fingerprint.startswith(wanted)}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        marks = ", ".join(mark[: len(wanted) + 4] for mark in sorted(found)[:4])
        raise SettingError(f"{fingerprint!r} begins several fingerprints ({marks})", place=path, remedy="Give more.")
    raise SettingError(f"holds no finding {fingerprint!r}", place=path, remedy=_near(path))


def _near(path: Path) -> str:
    marks = sorted({one.finding.fingerprint[:12] for one in _findings(path)})
    if not marks:
        return "The report has no findings at all."
    return f"It has {', '.join(marks[:5])}{' and others' if len(marks) > 5 else ''}."


def _findings(path: Path) -> Iterator[Stored]:
    for article in _articles(path):
        claims = {claim.id: claim for claim in article.claims}
        for finding in (*article.findings, *article.suppressed):
            yield Stored(article, finding, claims.get(finding.claim or ""))


def _articles(path: Path) -> tuple[StoredArticle, ...]:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise SettingError(f"can't be read: {fault.strerror}", place=path, remedy=REMEDY) from None
    try:
        document = msgspec.json.decode(data, type=_Document)
    except msgspec.DecodeError as fault:
        return _lines(path, data, str(fault))
    if document.schema != SCHEMA:
        raise SettingError(f"is {document.schema!r}, not a report of this version", place=path, remedy=REMEDY)
    return document.articles


def _lines(path: Path, data: bytes, fault: str) -> tuple[StoredArticle, ...]:
    """The articles of a JSON lines report; `fault` is why it is not one document."""
    try:
        found = tuple(msgspec.json.decode(line, type=StoredArticle) for line in data.split(b"\n") if line.strip())
    except msgspec.DecodeError:
        found = ()
    if not found:
        raise SettingError(f"is no JSON report of a scan: {fault}", place=path, remedy=REMEDY)
    return found


def _evidence(stored: StoredEvidence) -> Evidence:
    return Evidence(
        reference=stored.reference, score=stored.score, outcome=stored.outcome, detail=stored.detail,
        statement=stored.statement or "", sources=tuple(one.as_source() for one in stored.sources),
        slots=tuple(SlotComparison(one.slot, one.outcome, one.ours, one.theirs) for one in stored.slots),
    )  # fmt: skip
