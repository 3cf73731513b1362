"""For people: the line in question with the span underlined, the evidence and its source, the difference, a way out."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from opedcheck.model import Article, Evidence, Finding, Judged, Report, Severity, Verdict
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import escaped, excerpts, listed, location
from opedcheck.reporters.tally import summed_up
from opedcheck.reporters.told import differences, grounds, lead, source_in_words

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100
"""Columns that an excerpt takes where no terminal sets bounds to it."""
NARROWEST, WIDEST = 40, 120
MOST_SOURCES = 2
STYLE: dict[Severity | Verdict, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "supported": "bold green",
    "imprecise": "bold cyan",
    "outdated": "bold yellow",
    "disputed": "bold yellow",
    "contradicted": "bold red",
    "unverified": "bold",
}
# A stretch and the style it is printed in.
Part = tuple[str, str]
GUTTER = "blue"
GUTTER_WIDTH = 10
"""Columns before an excerpt, as far as it is known how many they are before it is cut."""


def write(run: Report, out: TextIO, look: Look) -> None:
    """Every finding, then the claims of the verdicts in `look.show`, then one line that sums up."""
    from rich.console import Console

    console = Console(
        file=out,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=False,  # whether NO_COLOR holds has been decided
        width=max(NARROWEST, min(look.width or WIDTH, WIDEST)),
        soft_wrap=look.width is None,
        legacy_windows=False,
    )
    for one in run.articles:
        for finding in one.findings:
            _finding(console, one.article, finding)
        for verdict in look.show:
            for judged in listed(one.judged, verdict):
                _claim(console, one.article, judged)
    _paragraph(console, (summed_up(run.articles), "bold"))


def _line(console: Console, *parts: Part) -> None:
    """One line as it is: no markup, no emoji codes, no highlighting, no wrapping."""
    from rich.text import Text

    console.print(Text.assemble(*parts), soft_wrap=True, highlight=False, markup=False, emoji=False)


def _paragraph(console: Console, *parts: Part, margin: str = "") -> None:
    """As `_line`; on a terminal wrapped between words, addresses whole, and what goes on behind a margin."""
    if console.soft_wrap:
        _line(console, *parts)
        return
    *labels, (text, style) = parts
    label = "".join(said for said, _ in labels)
    first, *rest = wrap(
        label + text, console.width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )
    _line(console, *labels, (first[len(label) :], style))
    for row in rest:
        _line(console, (row, style))


def _finding(console: Console, article: Article, finding: Finding) -> None:
    style = STYLE[finding.severity]
    shown = tuple(grounds(finding))
    said = lead(finding.message, shown) or finding.message
    _paragraph(console, (f"{finding.severity}[{finding.rule}]", style), (f": {escaped(said)}", "bold"))
    margin = _excerpt(console, article, finding.start, finding.end, style)
    for evidence in shown:
        _evidence(console, evidence, margin, said)
    if finding.suggestion is not None:
        _note(console, margin, "suggestion", finding.suggestion)
    _line(console)


def _claim(console: Console, article: Article, judged: Judged) -> None:
    style = STYLE[judged.verdict]
    _paragraph(console, (f"{judged.verdict}[{judged.claim.kind}]", style), (f": {escaped(judged.reason)}", ""))
    margin = _excerpt(console, article, judged.claim.start, judged.claim.end, style)
    if judged.verdict != "unverified":
        for evidence in judged.evidence[:1]:
            _evidence(console, evidence, margin, judged.reason)
    _line(console)


def _excerpt(console: Console, article: Article, start: int, end: int, style: str) -> str:
    """The lines in question behind a gutter; gives the gutter's margin for what follows."""
    from rich.cells import cell_len

    rows = tuple(excerpts(article, start, end, console.width - GUTTER_WIDTH, whole=console.soft_wrap))
    margin = " " * len(str(rows[-1].line if rows else 0))
    _line(console, (f"{margin}--> ", GUTTER), (location(article, start), ""))
    _line(console, (f"{margin} |", GUTTER))
    for row in rows:
        _line(console, (f"{row.line:>{len(margin)}} | ", GUTTER), (row.before + row.marked + row.after, ""))
        under = " " * cell_len(row.before) + "^" * max(cell_len(row.marked), 1)
        _line(console, (f"{margin} | ", GUTTER), (under, style))
    return margin


def _evidence(console: Console, evidence: Evidence, margin: str, said: str) -> None:
    """The reference, its sources and the difference, but for what has been `said` above."""
    name = f"{evidence.statement} [{evidence.reference}]" if evidence.statement else evidence.reference
    _note(console, margin, "reference", name)
    for source in evidence.sources[:MOST_SOURCES]:
        _note(console, margin, "source", source_in_words(source))
    for one in differences(evidence):
        _note(console, margin, "difference", f"{one.slot}: “{one.ours}” here, “{one.theirs}” in the reference")
    if not evidence.slots and evidence.detail and evidence.detail not in said:
        _note(console, margin, "detail", evidence.detail)


def _note(console: Console, margin: str, what: str, text: str) -> None:
    parts = ((f"{margin} = ", GUTTER), (f"{what}: ", "bold"), (escaped(text), ""))
    _paragraph(console, *parts, margin=f"{margin}   ")


REPORTER = Reporter(name="full", write=write, aliases=("terminal",))
