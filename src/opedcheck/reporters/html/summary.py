"""What was checked and what was not: a reader must never take silence for a verification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from opedcheck.model import ArticleReport
from opedcheck.reporters.html.items import ORDER
from opedcheck.reporters.html.notes import by_whom
from opedcheck.reporters.tally import Tally, counted, tally


def summary(reports: Sequence[ArticleReport]) -> str:
    """How many findings there are, what references say of the claims, and what is left open, in sentences."""
    return " ".join(_sentences(reports))


def _sentences(reports: Sequence[ArticleReport]) -> Iterator[str]:
    counts = tally(reports)
    findings, left = sum(counts.severities.values()), counts.verdicts["unverified"]
    yield f"{counted(findings, 'finding')}." if findings else "No findings."
    yield from _settled(counts)
    if left:
        which = "the other" if counts.matched else "any of the" if left > 1 else "the only"
        yield f"No reference settles {which} {counted(left, 'claim').removeprefix('1 ')}."
    silent = sum(_silent(one) for one in reports)
    if silent:
        yield f"In {counted(silent, 'sentence')} no claim was found that can be checked."


def _settled(counts: Tally) -> Iterator[str]:
    """ "Of 46 claims, 10 are contradicted, 2 outdated and 8 supported." """
    if not counts.claims:
        yield "No claim that can be checked was found."
    found = [(counts.verdicts[verdict], verdict) for verdict in ORDER[:-1] if counts.verdicts[verdict]]
    for number, verdict in found[:1]:
        said = [f"{number} {'is' if number == 1 else 'are'} {verdict}", *(f"{n} {other}" for n, other in found[1:])]
        listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
        yield f"Of {counted(counts.claims, 'claim')}, {listed}."


def unchecked(one: ArticleReport) -> Iterator[str]:
    """Sentences for an editor: what no reference settles and why, what was not read, what is not shown."""
    reasons = Counter(judged.reason for judged in one.judged if judged.verdict == "unverified")
    for reason, number in sorted(reasons.items(), key=lambda row: (-row[1], row[0])):
        yield f"{counted(number, 'claim')}: {reason}"
    silent = _silent(one)
    if silent:
        yield (
            f"{counted(silent, 'sentence')} of {len(_read(one))}: No claim was found there. That may be opinions, "
            "questions, or facts of a kind that opedcheck does not read."
        )
    article = one.article
    words = sum(len(article.text[start:end].split()) for start, end in article.skipped)
    if words:
        yield f"{counted(words, 'word')} shown in grey: not read, as no part of the article itself."
    if article.date is None:
        yield "The article has no date: what depends on it was left open."
    yield from (f"{note[:1].upper()}{note[1:].rstrip('.')}." for note in article.notes)
    for gone in one.suppressed:
        quote = " ".join(gone.finding.quote.split())
        yield f"“{quote}” ({gone.finding.rule}): not reported, {by_whom(gone)}"


def _read(one: ArticleReport) -> list[int]:
    """Where the sentences begin that were read."""
    skipped = one.article.skipped
    return [s.start for s in one.reading.sentences if not any(start <= s.start < end for start, end in skipped)]


def _silent(one: ArticleReport) -> int:
    """How many sentences hold no claim."""
    told = {judged.claim.sentence_start for judged in one.judged}
    return sum(start not in told for start in _read(one))
