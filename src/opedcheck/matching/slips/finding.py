"""Slips in an article: every mention beside those of the statements that its sentence says most of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opedcheck.matching.folding import fold
from opedcheck.matching.known import Known, held_in
from opedcheck.matching.slips import days, figures, names
from opedcheck.matching.slips.closeness import Closeness, Kind
from opedcheck.matching.slips.words import Heard, Mention, bulk, coverage, hear, name_words, names_heard, near, told
from opedcheck.model import Article, Gist, Name, Quantity, Reading, Sentence, SlipMatch, Statement, Time, day

FLOOR = 0.4
"""The least share of a statement that a sentence, with what stands near by, must have to be compared at all."""
FIRST_FLOOR = 0.3
"""The same of the whole article, counted roughly, by which few of many statements are found."""
BEFORE = 2


def slips(article: Article, reading: Reading, known: Known) -> tuple[SlipMatch, ...]:
    """Every slip that a sentence of the article may hold, beside each statement that it says most of."""
    whole = hear(article.text, [article.title or ""])
    index = known.index
    ids = near(Heard(whole.own | whole.nearby, frozenset()), index.worded, index.weights, FIRST_FLOOR)
    found: list[SlipMatch] = []
    for record_id in ids:
        record = known.records[record_id]
        if isinstance(record, Statement) and record.verdict == "true":
            found += _beside(article, reading, record, known.gists[record_id])
    return tuple(found)


def _beside(article: Article, reading: Reading, record: Statement, gist: Gist) -> Iterator[SlipMatch]:
    told = [time for time in gist.times if days.length(time)]
    for theirs in _mentions(gist):
        ours = [one for one in _of_kind(reading, theirs) if _closeness(one, theirs)]
        if ours and not _stated(theirs, article, reading):
            for one in ours:
                if not _is_also_told(one, gist) and _timely(one, article, reading, record, told):
                    yield from _slip(article, reading.sentences, one, record, gist, theirs)


def _mentions(gist: Gist) -> Iterator[Mention]:
    """What of a statement may have been got wrong: figures, names, the one day of an event."""
    dates = [time for time in gist.times if days.length(time)]
    for figure in gist.quantities:
        if not any(time.start <= figure.start and figure.end <= time.end for time in dates):
            yield figure
    if len(dates) == 1 and gist.event and not gist.quantities:  # else the figure is the point, and the day its setting
        yield dates[0]
    yield from gist.names


def _slip(
    article: Article, sentences: Sequence[Sentence], ours: Mention, record: Statement, gist: Gist, theirs: Mention
) -> Iterator[SlipMatch]:
    at = next((n for n, s in enumerate(sentences) if s.start <= ours.start < s.end), None)
    closeness = _closeness(ours, theirs)
    if at is None or closeness is None:
        return
    own, before = sentences[at], sentences[max(0, at - BEFORE) : at]
    heard = hear(
        article.text[own.start : own.end], [article.title or "", *(article.text[s.start : s.end] for s in before)]
    )
    said = told(gist, theirs)
    cover = coverage(said, heard)
    if cover >= FLOOR:
        yield SlipMatch(
            record=record, kind=_kind(theirs), start=ours.start, end=ours.end, ours=ours.text, theirs=theirs.text,
            closeness=closeness, coverage=round(cover, 3), named=round(names_heard(said, heard), 3),
            bulk=bulk(said),
        )  # fmt: skip


def _kind(mention: Mention) -> Kind:
    return "name" if isinstance(mention, Name) else "figure" if isinstance(mention, Quantity) else "date"


def _of_kind(reading: Reading, theirs: Mention) -> Sequence[Mention]:
    match theirs:
        case Name():
            return reading.names
        case Quantity():
            return reading.quantities
        case Time():
            return reading.times


def _closeness(ours: Mention, theirs: Mention) -> Closeness | None:
    match ours, theirs:
        case Name(), Name():
            return names.closeness(ours, theirs)
        case Quantity(), Quantity():
            return figures.closeness(ours, theirs)
        case Time(), Time():
            return days.closeness(ours, theirs)
    return None


def _timely(ours: Mention, article: Article, reading: Reading, record: Statement, told: Sequence[Time]) -> bool:
    """Whether the sentence may speak of the time for which the statement holds: it tells no other, and where the
    statement has bounds, the time that it tells, or else the day of publication, lies within them."""
    if isinstance(ours, Time):
        return True
    own = next((s for s in reading.sentences if s.start <= ours.start < s.end), None)
    times = [t for t in reading.times if own and own.start <= t.start < own.end and days.length(t) and t.period]
    if told and times and not any(days.meet(ours_told, theirs) for ours_told in times for theirs in told):
        return False
    if record.since is None and record.until is None:
        return True
    asked = [t.period for t in times if t.period] or ([day(article.date)] if article.date else [])
    return bool(asked) and all(held_in(record.since, record.until, period) for period in asked)


def _is_also_told(ours: Mention, gist: Gist) -> bool:
    """Whether the statement has this mention, too, beside the one that it differs from."""
    if not isinstance(ours, Name):
        return False
    words = set(name_words(ours.text))
    return any(words <= set(name_words(name.text)) for name in gist.names)


def _stated(theirs: Mention, article: Article, reading: Reading) -> bool:
    """Whether the article says somewhere what the statement says: then what differs is something else."""
    match theirs:
        case Name():
            return fold(theirs.text) in fold(f"{article.title or ''} {article.text}")
        case Quantity():
            return any(
                figures.comparable(one, theirs) and one.low <= theirs.high and theirs.low <= one.high
                for one in reading.quantities
            )
        case Time():
            return any(days.length(one) in ("day", "month") and days.meet(one, theirs) for one in reading.times)
