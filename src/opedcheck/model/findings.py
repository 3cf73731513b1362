"""What checking a claim leads to: matches, verdicts, findings, and the report that holds them all."""

from __future__ import annotations

from typing import Literal

import msgspec

from opedcheck.model.article import Article
from opedcheck.model.claims import Claim
from opedcheck.model.mentions import Name, Quantity, Sentence, Time, Word
from opedcheck.model.records import Source
from opedcheck.model.rules import Rule, Severity

Outcome = Literal["agrees", "near", "differs", "incomparable"]
Verdict = Literal["supported", "imprecise", "outdated", "disputed", "contradicted", "unverified"]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that the pipeline read in one article."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    words: tuple[Word, ...] = ()


class SlotComparison(msgspec.Struct, frozen=True, gc=False):
    """One slot of a claim beside the reference's: `ours` is the article's wording, `theirs` the reference's.

    `exclusive`: another filler of this slot can't be true beside the reference's. `swapped`: the article has here
    what the reference has in the opposite slot.
    """

    slot: str
    outcome: Outcome
    ours: str
    theirs: str
    exclusive: bool = False
    swapped: bool = False


class Evidence(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What one reference says of a claim. `score` (0 to 1) is how sure it is that both speak of the same thing.

    `detail` says in words what agrees and what differs; `statement` is the reference in one sentence.
    """

    reference: str
    score: float
    outcome: Outcome
    detail: str
    statement: str = ""
    sources: tuple[Source, ...] = ()
    slots: tuple[SlotComparison, ...] = ()
    path: str = ""
    line: int = 0


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its verdict, the reason in words, and the evidence, the surest first."""

    claim: Claim
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader is shown. Offsets as in mentions; `claim` is the claim's id, `references` the records' ids."""

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    quote: str
    claim: str | None = None
    references: tuple[str, ...] = ()
    suggestion: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""


class Fix(msgspec.Struct, frozen=True):
    """What to write instead of the article's plain text from `start` to `end`."""

    start: int
    end: int
    text: str


class Suppressed(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that is not shown: by what (a comment, the settings, the baseline), and the reason given."""

    finding: Finding
    by: Literal["comment", "settings", "baseline"]
    reason: str


class ArticleReport(msgspec.Struct, frozen=True, kw_only=True):
    """One article, checked. Findings are ordered by place, then by rule; `suppressed` are those not to be shown."""

    article: Article
    reading: Reading
    judged: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


class ReferencesInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Which references were used: their folders or files as given, how many records, a digest of their content."""

    paths: tuple[str, ...] = ()
    count: int = 0
    digest: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A run. `model` names the spaCy model that ran, with its version; `rules` are those that it judged by."""

    version: str
    model: str
    references: ReferencesInfo
    articles: tuple[ArticleReport, ...] = ()
    rules: tuple[Rule, ...] = ()
