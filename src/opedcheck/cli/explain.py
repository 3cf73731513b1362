"""`explain`, `rules` and `note`: the manual of every rule, and the whole story of a finding."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from opedcheck.cli import completing, options
from opedcheck.config import nearest
from opedcheck.errors import SettingError

RuleName = Annotated[
    str,
    typer.Argument(
        metavar="RULE|FINGERPRINT",
        help="A rule's name, or a finding's fingerprint or its beginning.",
        autocompletion=completing.rules,
    ),
]
Fingerprint = Annotated[
    str, typer.Argument(metavar="FINGERPRINT", help="A finding's fingerprint, or its beginning, from the report.")
]
StoredReport = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="The JSON report that the fingerprint is from.")
]
NoteReport = Annotated[
    Path, typer.Option("--report", metavar="FILE", help="The JSON report that the fingerprint is from.")
]
NoteDate = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the correction [today].")
]
NoteStyle = Annotated[
    str,
    typer.Option(
        "--style",
        metavar="STYLE",
        help="How newspapers head it: us or uk.",
        autocompletion=completing.one_of(("us", "uk")),
    ),
]
HEX = re.compile(r"[0-9a-f]{6,64}\Z", re.I)


def explain(rule: RuleName, report: StoredReport = None) -> None:
    """Tell all about a rule, or, with --report, the whole story of a finding."""
    from opedcheck.judging import RULES

    by_name = {one.name: one for one in RULES}
    if report is not None and rule not in by_name:
        _tell(rule, report)
        return
    if rule not in by_name:
        remedy = nearest(rule, tuple(by_name), "`opedcheck rules` lists all of them.")
        if HEX.match(rule):
            remedy = "If it is a fingerprint, say which JSON report it is from: --report FILE."
        raise SettingError(f"no rule is named {rule!r}", remedy=remedy)
    found = by_name[rule]
    print(f"{found.name} ({found.severity or 'listed on request'})\n\n{found.doc.strip()}")


def rules() -> None:
    """List the rules, each with its severity and what it finds."""
    from opedcheck.judging import RULES

    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        print(f"{rule.name:<{width}}  {rule.severity or '-':<7}  {rule.doc.strip().partition(chr(10))[0]}")


def note(fingerprint: Fingerprint, report: NoteReport, day: NoteDate = None, style: NoteStyle = "us") -> None:
    """Print a dated correction note for a finding of a JSON report, to paste."""
    from opedcheck.keeping.reports import find
    from opedcheck.reporters.correction import STYLES, correction, dated
    from opedcheck.reporters.shown import escaped

    chosen = options.one_of(STYLES, style, "--style")
    finding = find(report, fingerprint).as_finding()
    said = correction(finding)
    if said is None:
        remedy = f"`opedcheck explain {finding.rule}` tells why."
        raise SettingError(f"{finding.rule} says nothing that an article has to take back", remedy=remedy)
    print(dated(escaped(said), options.day(day) or date.today(), chosen))


def _tell(fingerprint: str, report: Path) -> None:
    from opedcheck.cli.story import story
    from opedcheck.judging import RULES
    from opedcheck.keeping.reports import find

    found = find(report, fingerprint)
    doc = next((rule.doc.strip() for rule in RULES if rule.name == found.finding.rule), "No such rule any more.")
    print("\n".join(story(found, str(report), doc)))
