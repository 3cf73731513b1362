"""What is known of the words under the pointer: findings with their evidence, and claims that references settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opedcheck.model import ArticleReport, Evidence, Source
from opedcheck.reporters.markdown import SAFE_LINK, plain
from opedcheck.reporters.told import differences, grounds, source_in_words

MOST_SOURCES = 3


def hover(report: ArticleReport, offset: int) -> tuple[str, int, int] | None:
    """Markdown for a place in the source, and the plain offsets of what it speaks of; `None` where there is nothing."""
    article = report.article

    def covers(start: int, end: int) -> bool:
        return article.source_offset(start) <= offset < article.source_offset(end, end=True)

    found = [one for one in report.findings if covers(one.start, one.end)]
    if found:
        parts = [
            "\n".join(
                (
                    f"**{one.severity}: {plain(one.rule)}**\n\n{plain(one.message)}\n",
                    *_evidence(grounds(one)),
                    *((f"- Suggestion: **{plain(one.suggestion)}**",) if one.suggestion else ()),
                )
            )
            for one in found
        ]
        return "\n\n---\n\n".join(parts), min(one.start for one in found), max(one.end for one in found)
    judged = [one for one in report.judged if one.verdict != "unverified" and covers(one.claim.start, one.claim.end)]
    if not judged:
        return None
    least = min(judged, key=lambda one: one.claim.end - one.claim.start)
    said = f"**{least.verdict}**\n\n{plain(least.reason)}\n"
    return "\n".join((said, *_evidence(least.evidence[:1]))), least.claim.start, least.claim.end


def _evidence(evidence: Iterable[Evidence]) -> Iterator[str]:
    for one in evidence:
        yield f"- Reference: {plain(one.statement or one.reference)} ({plain(one.reference)})"
        for apart in differences(one):
            yield f"  - {plain(apart.slot)}: “{plain(apart.ours)}” here, “{plain(apart.theirs)}” in the reference"
        for source in one.sources[:MOST_SOURCES]:
            yield f"  - Source: {_source(source)}"


def _source(source: Source) -> str:
    """A source in words, as a link where its address is one that can't do harm."""
    words = plain(source_in_words(source))
    return f"[{words}](<{source.url}>)" if source.url and SAFE_LINK.match(source.url) else words
