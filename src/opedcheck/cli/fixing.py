"""`scan --fix` and `scan --diff`: suggestions written into articles, each checked again before a file is touched."""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec
import typer

from opedcheck.cli import guard, run, writing
from opedcheck.errors import SettingError
from opedcheck.model import Article, ArticleReport, Finding, Fix
from opedcheck.reporters import AnyReporter, FileReporter, Reporter
from opedcheck.reporters.shown import STDIN, escaped, location

if TYPE_CHECKING:
    from opedcheck.checker import Checker
    from opedcheck.readers.writing import Rewritten

STDIN_NAME = "-"
Mode = Literal["fix", "diff"]


class Planned(NamedTuple):
    """A finding, and what is to be written in its place."""

    finding: Finding
    fix: Fix


class Done(NamedTuple):
    """What was planned and holds, the file as it is to be, and the report of that."""

    planned: Sequence[Planned]
    written: Rewritten
    report: ArticleReport


class Fixer:
    """Checks articles and fixes in them what may be fixed; with mode "diff" it only shows what that would be.

    `stdin` is what came in on standard input, if that is what is checked: its fixed text goes to standard output.
    """

    def __init__(self, mode: Mode, shown: Callable[[ArticleReport], ArticleReport], stdin: bytes | None) -> None:
        self.mode = mode
        self.fixed = 0
        self._files = 0
        self._shown = shown
        self.stdin = stdin

    def __call__(self, checker: Checker, article: Article) -> ArticleReport:
        """The report of the article as it stands in the end."""
        before = checker.check(article)
        shown = self._shown(before)
        planned = list(_plan(shown))
        done = _done(checker, article, planned, before, self._data(article)) if planned else None
        if done is None:
            return shown
        self.fixed += len(done.planned)
        self._files += 1
        if self.mode == "diff":
            _print_diff(article, done.written.article.source)
            return shown
        if self.stdin is not None:
            self.stdin = done.written.data
        else:
            writing.write_bytes(done.written.data, Path(article.path or "").resolve())
        return _remaining(shown, done.report)

    def close(self) -> None:
        """Write what standard input came to, and say how much was fixed, or would be."""
        if self.stdin is not None and self.mode == "fix":
            with writing.standard_output() as out:
                out.buffer.write(self.stdin)
        if self.fixed:
            what = f"{self.fixed} {'finding' if self.fixed == 1 else 'findings'}"
            files = f"{self._files} {'file' if self._files == 1 else 'files'}"
            guard.say(f"{'fixed' if self.mode == 'fix' else 'would fix'} {what} in {files}")

    def reporter(self, reporter: AnyReporter) -> AnyReporter:
        """Where the report goes that was meant for standard output: a diff or the fixed text stands there instead."""
        if self.mode == "diff":
            return run.SILENT
        if self.stdin is None:
            return reporter
        if isinstance(reporter, FileReporter):
            what = f"the fixed text goes to standard output; -o FILE says where {reporter.name} goes."
            raise typer.BadParameter(what, param_hint="--format")
        return Reporter(
            name=reporter.name,
            write=lambda report, out, look: reporter.write(
                report, sys.stderr, msgspec.structs.replace(look, color=False, width=None)
            ),
        )

    def _data(self, article: Article) -> bytes:
        if self.stdin is not None:
            return self.stdin
        try:
            return Path(article.path or "").read_bytes()
        except OSError as fault:
            what = f"can't be read again: {fault.strerror}"
            raise SettingError(what, place=article.path, remedy="It is left as it was.") from None


def prepare(
    fix: bool, diff: bool, inputs: Sequence[str], shown: Callable[[ArticleReport], ArticleReport]
) -> Fixer | None:
    """The fixer that --fix and --diff ask for, if they do; what stands on standard input is read for it."""
    if not fix and not diff:
        return None
    if STDIN_NAME in inputs and len(inputs) > 1:
        raise typer.BadParameter("name either files or -, where something is to be fixed.", param_hint="PATHS")
    stdin = sys.stdin.buffer.read() if STDIN_NAME in inputs else None
    return Fixer("diff" if diff else "fix", shown, stdin)


def _plan(shown: ArticleReport) -> Iterator[Planned]:
    """What may be written into an article, none over another; what may not is told of."""
    from opedcheck.judging.fixes import NotFixed, fix

    claims = {judged.claim.id: judged.claim for judged in shown.judged}
    end = 0
    for finding in shown.findings:
        found = fix(finding, claims.get(finding.claim or ""), shown.article.text)
        if isinstance(found, Fix) and found.start < end:
            found = NotFixed("another fix is in its place")
        if isinstance(found, Fix):
            end = found.end
            yield Planned(finding, found)
        elif found is not None:
            _left(shown.article, finding, found.why)


def _done(
    checker: Checker, article: Article, planned: Sequence[Planned], before: ArticleReport, data: bytes
) -> Done | None:
    """All of it if it holds, else as much as holds one after the other; `None` where nothing does."""
    whole = _attempt(checker, article, planned, before, data)
    if isinstance(whole, Done):
        return whole
    done: Done | None = None
    for one in planned:
        tried = _attempt(checker, article, [*(done.planned if done else ()), one], before, data)
        if isinstance(tried, Done):
            done = tried
        else:
            _left(article, one.finding, tried)
    return done


def _attempt(
    checker: Checker, article: Article, planned: Sequence[Planned], before: ArticleReport, data: bytes
) -> Done | str:
    """The article rewritten and checked again, or why that is no use.

    Every finding that was fixed must be gone and its reference agree with the sentence now, and no other may come up.
    """
    from opedcheck.readers import reader_of
    from opedcheck.readers.writing import Unwritable, rewrite

    written = rewrite(article, data, [one.fix for one in planned], reader_of(article))
    if isinstance(written, Unwritable):
        return written.why
    after = checker.check(written.article)
    known = Counter(finding.fingerprint for finding in before.findings)
    known.subtract(one.finding.fingerprint for one in planned)
    if Counter(finding.fingerprint for finding in after.findings) - known:
        return "checked again, the text with it has another finding"
    shift = 0
    for one in sorted(planned, key=lambda one: one.fix.start):
        if not _agrees(after, one.fix.start + shift, one.finding.references[0]):
            return "checked again, the text with it is not shown to be right"
        shift += len(one.fix.text) - (one.fix.end - one.fix.start)
    return Done(planned, written, after)


def _agrees(report: ArticleReport, offset: int, reference: str) -> bool:
    """Whether the sentence at an offset has a claim that the reference supports."""
    return any(
        judged.verdict == "supported" and any(e.reference == reference for e in judged.evidence)
        for judged in report.judged
        if judged.claim.sentence_start <= offset < judged.claim.sentence_end
    )


def _remaining(shown: ArticleReport, after: ArticleReport) -> ArticleReport:
    """The report of the fixed article, showing what is left of what was shown before."""
    stay = {finding.fingerprint: finding for finding in shown.findings}
    gone = {one.finding.fingerprint: one for one in shown.suppressed}
    findings = (
        msgspec.structs.replace(finding, severity=stay[finding.fingerprint].severity)
        for finding in after.findings
        if finding.fingerprint in stay
    )
    suppressed = (
        msgspec.structs.replace(gone[finding.fingerprint], finding=finding)
        for finding in after.findings
        if finding.fingerprint in gone
    )
    return msgspec.structs.replace(after, findings=tuple(findings), suppressed=tuple(suppressed))


def _left(article: Article, finding: Finding, why: str) -> None:
    guard.say(f"note: {location(article, finding.start)}: “{finding.quote}” is not fixed: {why}")


def _print_diff(article: Article, source: str) -> None:
    """A unified diff on standard output; on a terminal nothing in it acts."""
    name = article.path or STDIN
    rows = difflib.unified_diff(_lines(article.source), _lines(source), name, name)
    with writing.standard_output() as out:
        for row in rows:
            ended = row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"
            out.write(f"{escaped(row.rstrip())}\n" if sys.stdout.isatty() else ended)


def _lines(source: str) -> list[str]:
    """The lines of a source with their ends; `\\n` alone ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", source)
