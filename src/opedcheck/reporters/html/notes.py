"""What a page says beside the words: the verdict, the difference, the references with their sources, a correction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from opedcheck.model import Evidence, Source, Suppressed, Verdict
from opedcheck.reporters.correction import KNOWN_FALSE, correction
from opedcheck.reporters.html.items import Item
from opedcheck.reporters.told import Difference, differences, grounds, lead
from opedcheck.words.days import period_in_words

SUPPRESSED_BY = {"comment": "a comment in the article", "settings": "the settings", "baseline": "the baseline"}


class Cited(msgspec.Struct, frozen=True):
    """A source: what to call it, where it leads, and what else is known of it."""

    title: str
    url: str | None
    more: str


class Ground(msgspec.Struct, frozen=True):
    """A reference: its sentence, and the first of its sources."""

    statement: str
    source: Cited | None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one item.

    `head` is its verdict or, where it has none, its severity; `further` are the sources that no ground shows. `minor`:
    it need not be seen at once.
    """

    number: int
    tone: Verdict
    kinds: tuple[str, ...]
    head: str
    rule: str
    quote: str
    said: str
    differences: tuple[Difference, ...]
    grounds: tuple[Ground, ...]
    further: tuple[Cited, ...]
    suggestion: str | None
    correction: str | None
    suppressed: str | None
    minor: bool


def note(item: Item) -> Note:
    """The note on a finding, on a claim that references settle, or on one that they don't."""
    finding, judged = item.finding, item.judged
    shown = tuple(_evidence(item))
    apart = tuple(dict.fromkeys(pair for one in shown for pair in differences(one)))
    message = finding.message if finding else judged.reason if judged else ""
    better = finding.suggestion if finding else None
    settled = judged is not None and judged.verdict != "unverified"
    return Note(
        number=item.number,
        tone=item.tone,
        kinds=item.kinds,
        head=judged.verdict if judged and settled else finding.severity if finding else "unverified",
        rule=finding.rule if finding else "",
        quote=finding.quote if finding else judged.claim.text if judged else "",
        said="" if _is_shown(message, shown, apart) else lead(message, shown),
        differences=apart,
        grounds=tuple(Ground(_statement(one, message), next(map(cited, one.sources), None)) for one in shown),
        further=tuple(dict.fromkeys(cited(source) for one in shown for source in one.sources[1:])),
        suggestion=None if better in [pair.theirs for pair in apart] else better,
        correction=correction(finding) if finding else None,
        suppressed=f"Not reported, {by_whom(item.suppressed)}" if item.suppressed else None,
        minor=finding is None and item.tone == "supported",
    )


def _evidence(item: Item) -> Iterator[Evidence]:
    """What the item rests on; for a claim without a finding, the surest that there is."""
    if item.finding is not None:
        yield from grounds(item.finding)
    elif item.judged is not None:
        yield from item.judged.evidence[:1]


def _is_shown(message: str, shown: Sequence[Evidence], apart: Sequence[Difference]) -> bool:
    """Whether the page shows all that a message says anyway: the reference's sentence, and what the two have there."""
    return lead(message, shown) != message and (bool(apart) or shown[0].outcome == "agrees")


def _statement(one: Evidence, message: str) -> str:
    """The reference's sentence, where the message does not hold it already."""
    return "" if message.startswith(KNOWN_FALSE) else one.statement or one.reference


def cited(source: Source) -> Cited:
    """A source as a newspaper cites it: title, publisher, date."""
    day = source.published or source.accessed
    when = period_in_words(day) if day else "undated"
    when = when if source.published or not day else f"seen {when}"
    publisher = (source.publisher,) if source.title else ()
    return Cited(source.title or source.publisher, source.url, ", ".join((*publisher, when)))


def by_whom(gone: Suppressed) -> str:
    """By what a finding is suppressed, and why."""
    return f"by {SUPPRESSED_BY[gone.by]}: {gone.reason or 'no reason given'}"
