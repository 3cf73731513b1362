"""For a desk: what there would be to check, paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

import msgspec

from opedcheck.model import Article, ArticleReport, Claim, Name, Quantity, Report, Sentence, Time
from opedcheck.reporters.document import number, value
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import escaped, place

Found = Claim | Quantity | Time | Name
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
    every: list[Found] = sorted(
        (*reading.claims, *reading.quantities, *reading.times, *reading.names), key=lambda found: found.start
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


def _said(found: Found) -> tuple[str, str, str]:
    """What it is, how the article says it, and what that means."""
    match found:
        case Claim():
            return found.kind, found.text, _claim(found)
        case Quantity():
            low, high = number(found.low), number(found.high)
            parts = (low if low == high else f"{low} to {high}", found.unit, found.bound, found.change)
            return "quantity", found.text, " ".join(part for part in parts if part and part != "exact")
        case Time():
            return "time", found.text, found.value
        case Name():
            about = (found.kind, found.title, found.entity)
            return "name", found.text, ", ".join(part for part in about if part)


def _claim(claim: Claim) -> str:
    """The slots that are filled, in words: "Japan / pledge / aid = 7100000000 USD, 2023-03-01/2023-03-31"."""
    slots = (
        claim.subject.text if claim.subject else None,
        f"not {claim.predicate}" if claim.predicate and claim.negated else claim.predicate,
        claim.object.text if claim.object else None,
        claim.attribute,
    )
    said = " / ".join(slot for slot in slots if slot)
    meant = value(claim)
    rest = (
        f"{said} = {meant}" if said and meant else said or meant,
        claim.place.text if claim.place else None,
        str(claim.when) if claim.when and claim.kind != "date" else None,
        f"says {claim.speaker}" if claim.speaker else None,
        claim.modality if claim.modality != "asserted" else None,
    )
    return ", ".join(part for part in rest if part)


REPORTER = Reporter(name="text", write=write)
