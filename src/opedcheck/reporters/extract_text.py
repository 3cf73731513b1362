"""For a desk: what there would be to check, paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TextIO

import msgspec

from opedcheck.model import Article, ArticleReport, Claim, Name, Quantity, Report, Sentence, Time
from opedcheck.reporters.document import value
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import escaped, place
from opedcheck.words.days import period_in_words
from opedcheck.words.scales import in_words

Found = Claim | Quantity | Time | Name
CENT = Decimal("0.01")
REFERENCES = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}  # TIMEX3's, in words
BREAK = re.compile(r"\n[^\S\n]*\n")


class Paragraph(msgspec.Struct, frozen=True):
    """Its sentences that hold something, each with what it holds."""

    line: int
    sentences: tuple[tuple[Sentence, tuple[Found, ...]], ...]

    @property
    def score(self) -> float:
        return max(sentence.checkworthiness for sentence, _ in self.sentences)


def write(run: Report, out: TextIO, look: Look) -> None:
    """Article by article; with `look.sort`, the most check-worthy paragraph and sentence first."""
    for one in run.articles:
        date = one.article.date.isoformat() if one.article.date else "undated"
        out.write(f"{place(one.article)} ({date}, {len(one.reading.claims)} claims)\n")
        paragraphs = list(_paragraphs(one))
        if look.sort:
            paragraphs.sort(key=lambda paragraph: -paragraph.score)
        for paragraph in paragraphs:
            _write(paragraph, one.article, out, look.sort)
        out.write("\n")


def _write(paragraph: Paragraph, article: Article, out: TextIO, by_score: bool) -> None:
    out.write(f"\n  line {paragraph.line}\n")
    sentences = list(paragraph.sentences)
    if by_score:
        sentences.sort(key=lambda pair: -pair[0].checkworthiness)
    for sentence, found in sentences:
        text = " ".join(escaped(article.text[sentence.start : sentence.end]).split())
        out.write(f"    {sentence.checkworthiness:.2f}  {text}\n")
        for what, quote, meaning in map(_said, found):
            out.write(f"            {what:<12}  {escaped(quote)}{f'  ({escaped(meaning)})' if meaning else ''}\n")


def _paragraphs(one: ArticleReport) -> Iterator[Paragraph]:
    """Sentences between two blank lines belong together; those that hold nothing are left out."""
    reading, text = one.reading, one.article.text
    every = sorted(
        (*reading.claims, *_once(reading.claims, reading.quantities, reading.times), *reading.names),
        key=lambda found: found.start,
    )
    held: list[tuple[Sentence, tuple[Found, ...]]] = []
    at = last = 0
    for sentence in reading.sentences:
        if held and BREAK.search(text, last, sentence.start):
            yield Paragraph(one.article.position(held[0][0].start).line, tuple(held))
            held = []
        while at < len(every) and every[at].start < sentence.start:
            at += 1
        begin = at
        while at < len(every) and every[at].start < sentence.end:
            at += 1
        if begin < at:
            held.append((sentence, tuple(every[begin:at])))
        last = sentence.end
    if held:
        yield Paragraph(one.article.position(held[0][0].start).line, tuple(held))


def _once(claims: Iterable[Claim], quantities: Iterable[Quantity], times: Iterable[Time]) -> Iterator[Quantity | Time]:
    """The figures and times whose words no claim tells with their value, nor, of a time, a figure ("three years")."""
    told = {(one.start, one.end) for one in claims if one.quantity is not None or one.kind == "date"}
    figures = {(one.start, one.end) for one in quantities}
    yield from (one for one in quantities if (one.start, one.end) not in told)
    yield from (one for one in times if (one.start, one.end) not in told | figures)


def _said(found: Found) -> tuple[str, str, str]:
    """What it is, how the article says it, and what that means."""
    match found:
        case Claim():
            return found.kind, found.text, _claim(found)
        case Quantity():
            parts = (_figure(found), found.bound, found.change)
            return "quantity", found.text, ", ".join(part for part in parts if part and part != "exact")
        case Time():
            told = period_in_words(found.period) if found.period else REFERENCES.get(found.value)
            hour = f", {found.value.partition('T')[2]}" if found.type == "TIME" and "T" in found.value else ""
            return "time", found.text, f"{told}{hour}" if told else found.value
        case Name():
            about = (found.kind, found.title, found.entity)
            return "name", found.text, ", ".join(part for part in about if part)


def _claim(claim: Claim) -> str:
    """The slots that are filled, in words: "Japan / pledge / aid = 7.1 billion USD, March 2023"."""
    slots = (
        claim.subject.text if claim.subject else None,
        f"not {claim.predicate}" if claim.predicate and claim.negated else claim.predicate,
        claim.object.text if claim.object else None,
        claim.attribute,
    )
    said = " / ".join(slot for slot in slots if slot)
    meant = _figure(claim.quantity) if claim.quantity else value(claim)
    if claim.kind == "date" and claim.when is not None:
        meant = period_in_words(claim.when)
    rest = (
        f"{said} = {meant}" if said and meant else said or meant,
        claim.place.text if claim.place else None,
        period_in_words(claim.when) if claim.when and claim.kind != "date" else None,
        f"says {claim.speaker}" if claim.speaker else None,
        claim.modality if claim.modality != "asserted" else None,
    )
    return ", ".join(part for part in rest if part)


def _figure(found: Quantity) -> str:
    """The figure as people write it, with its unit: "7.1 billion USD", "4 to 5 million person"."""
    low, high = (in_words(_short(amount)) for amount in (found.low, found.high))
    return " ".join(part for part in (low if low == high else f"{low} to {high}", found.unit) if part)


def _short(amount: Decimal) -> Decimal:
    """Thirds and sixths by their first two decimals; what is less than one hundredth as it is."""
    return amount.quantize(CENT) if CENT <= abs(amount) < 1_000_000 and amount % CENT else amount


REPORTER = Reporter(name="text", write=write)
