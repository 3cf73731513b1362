"""A finding as machines are told it: where it stands in the repository, and the whole of it in one message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from opedcheck.model import Article, ArticleReport, Evidence, Finding, Position, Report, Severity, Source
from opedcheck.reporters.document import iso
from opedcheck.reporters.shown import STDIN, escaped
from opedcheck.reporters.tally import SEVERITIES
from opedcheck.repository import relative
from opedcheck.words.days import period_in_words, period_said

GRAVITY = {severity: at for at, severity in enumerate(SEVERITIES)}


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with its article, its file relative to the repository, and both ends of it in the source."""

    finding: Finding
    article: Article
    path: str
    start: Position
    end: Position

    @property
    def severity(self) -> Severity:
        return self.finding.severity

    @property
    def one_line(self) -> bool:
        return self.start.line == self.end.line


class Difference(msgspec.Struct, frozen=True):
    """What the article has in a slot, and what the reference has there."""

    slot: str
    ours: str
    theirs: str


def told(run: Report) -> Iterator[Told]:
    """Every finding of a run, in the order of articles and text."""
    for one in run.articles:
        yield from told_of(one)


def told_of(one: ArticleReport) -> Iterator[Told]:
    """Every finding of one article."""
    path = relative(one.article.path or STDIN)
    for finding in one.findings:
        start, end = one.article.position(finding.start), one.article.position(finding.end, end=True)
        yield Told(finding=finding, article=one.article, path=path, start=start, end=end)


def gravest(run: Report) -> list[Told]:
    """Every finding of a run, errors first: for services that show only so many."""
    return sorted(told(run), key=lambda one: GRAVITY[one.severity])


def message(finding: Finding, *, suggest: bool = True) -> str:
    """What is wrong, with the evidence and the suggestion, on one line that nothing acts upon."""
    parts = [finding.message]
    for evidence in grounds(finding):
        if evidence.statement and evidence.statement not in finding.message:
            parts.append(f"Reference: {evidence.statement}")
        parts += [f"Source: {source_in_words(source)}." for source in evidence.sources[:1]]
    if suggest and finding.suggestion:
        parts.append(f"Suggestion: {finding.suggestion}")
    return escaped(" ".join(parts))


def lead(message: str, shown: Iterable[Evidence]) -> str:
    """A message without the reference's sentence at its end, where that is `shown` by itself; "" if that is all."""
    for evidence in shown:
        if evidence.statement and message.endswith(evidence.statement):
            short = message.removesuffix(evidence.statement).rstrip(" :")
            return f"{short}." if short else ""
    return message


def grounds(finding: Finding) -> Iterator[Evidence]:
    """The evidence that the finding rests on, each reference once; the surest where it names none."""
    named = finding.references or tuple(evidence.reference for evidence in finding.evidence[:1])
    by_name = {evidence.reference: evidence for evidence in reversed(finding.evidence)}
    yield from (by_name[name] for name in dict.fromkeys(named) if name in by_name)


def differences(evidence: Evidence) -> Iterator[Difference]:
    """Where claim and reference differ, or nearly agree; times in words."""
    for slot in evidence.slots:
        if slot.outcome in ("differs", "near"):
            when = period_said(slot.theirs) if slot.slot == "time" else None
            yield Difference(slot.slot, slot.ours, period_in_words(when) if when else slot.theirs)


def source_in_words(source: Source) -> str:
    """Publisher, title, date and address, as far as they are known."""
    published = iso(source.published) if source.published else None
    title = f"“{source.title}”" if source.title else None
    return ", ".join(part for part in (source.publisher, title, published, source.url) if part)
