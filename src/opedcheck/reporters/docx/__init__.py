"""A Word document: the article as it came in, with a comment at the very words of each finding.

An article that was a Word document is that document, everything else in it as it was; another one, or several, make a
new document with headings. Comments have no date, and times in the file are fixed: equal reports are equal files.
"""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.model import Article, ArticleReport, Report
from opedcheck.reporters.docx import fresh
from opedcheck.reporters.docx.marking import Span, mark
from opedcheck.reporters.docx.remarks import Remark, remarks
from opedcheck.reporters.reporter import FileReporter, Look
from opedcheck.reporters.shown import place
from opedcheck.wordfiles import opened, packed, paragraphs, with_comments


def make(run: Report, look: Look) -> bytes:
    """The document; the article's own file, unchanged, where there is nothing to say of it."""
    if len(run.articles) == 1 and run.articles[0].article.original:
        return _in_the_original(run.articles[0], look)
    document, whereabouts = fresh.document([one.article for one in run.articles])
    spans = [
        Span(*place_of(remark.start), *place_of(remark.end, end=True), remark.lines)
        for one, place_of in zip(run.articles, whereabouts, strict=True)
        for remark in remarks(one, look)
    ]
    mark(document, paragraphs(document), spans)
    return packed(document)


def _in_the_original(one: ArticleReport, look: Look) -> bytes:
    article = one.article
    document = opened(article.original, place(article))
    spans = list(_spans(article, remarks(one, look)))
    return (
        with_comments(document, article.original) if mark(document, paragraphs(document), spans) else article.original
    )


def _spans(article: Article, found: Iterator[Remark]) -> Iterator[Span]:
    """Where remarks belong in the document that the article was read from: its lines are the paragraphs."""
    for one in found:
        start, end = article.position(one.start), article.position(one.end, end=True)
        yield Span(start.line - 1, start.column - 1, end.line - 1, end.column - 1, one.lines)


REPORTER = FileReporter(name="docx", make=make)
