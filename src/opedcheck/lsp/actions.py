"""What an editor offers at a finding: the suggestion, and a comment that suppresses it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from lsprotocol import types

from opedcheck.judging.fixes import fix
from opedcheck.keeping.comments import SUFFIXES
from opedcheck.lsp.diagnostics import diagnostic, span
from opedcheck.lsp.positions import Positions
from opedcheck.model import Article, ArticleReport, Finding, Fix
from opedcheck.readers import reader_of
from opedcheck.readers.source import Given
from opedcheck.readers.writing import Unwritable, place

REASON = "say here why it is right"


def actions(
    report: ArticleReport, positions: Positions, uri: str, asked: types.Range, only: tuple[str, ...] = ()
) -> Iterator[types.CodeAction]:
    """What can be done about the findings in a range; `only` are the kinds that the client wants, all if empty."""
    kind = types.CodeActionKind.QuickFix.value
    if only and not any(kind == one or kind.startswith(f"{one}.") for one in only):
        return
    first, last = positions.offset(asked.start), positions.offset(asked.end)
    for finding in report.findings:
        start, end = span(report.article, finding)
        if start <= last and first <= end:
            yield from _actions(report, finding, positions, uri)


def _actions(report: ArticleReport, finding: Finding, positions: Positions, uri: str) -> Iterator[types.CodeAction]:
    article = report.article
    about = [diagnostic(article, finding, positions, related=False)]

    def action(title: str, start: int, end: int, text: str, preferred: bool) -> types.CodeAction:
        edit = types.TextEdit(positions.range(start, end), text)
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            is_preferred=preferred,
            edit=types.WorkspaceEdit(changes={uri: [edit]}),
        )

    if finding.suggestion is not None:
        claim = next((one.claim for one in report.judged if one.claim.id == finding.claim), None)
        sure = fix(finding, claim, article.text)
        wanted = sure if isinstance(sure, Fix) else Fix(finding.start, finding.end, finding.suggestion)
        found = place(article, wanted, reader_of(article))
        if not isinstance(found, Unwritable):
            whole = article.text[finding.start : wanted.start] + wanted.text + article.text[wanted.end : finding.end]
            title = f"Replace with “{whole}”" if isinstance(sure, Fix) else f"Replace with “{whole}” (look at it)"
            yield action(title, *found, isinstance(sure, Fix))
    at = _comment_at(article, finding, positions)
    if at is not None:
        yield action(f"Suppress {finding.rule} here, with a reason", at, at, _comment(finding), False)


def _comment(finding: Finding) -> str:
    return f" <!-- opedcheck: ignore[{finding.rule}] {REASON} -->"


def _comment_at(article: Article, finding: Finding, positions: Positions) -> int | None:
    """Where in the source a comment on the finding's line changes nothing that is read; `None` if nowhere.

    Never on a line of its own: that would part a paragraph of Markdown in two.
    """
    reader = reader_of(article)
    if not any(suffix in SUFFIXES for suffix in reader.suffixes):
        return None
    _, end = span(article, finding)
    for at in (positions.line_end(end), end):
        source = article.source[:at] + _comment(finding) + article.source[at:]
        data = codecs.BOM_UTF8 + source.encode("utf-8", "replace")
        again = next(reader.read(data, Given(article.id, article.path, article.id)))
        if isinstance(again, Article) and again.text.split() == article.text.split():
            return at
    return None
