"""What of a report is shown: rules chosen, severities set, findings suppressed or known, and what is said of that."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
import typer

from opedcheck.cli import guard
from opedcheck.config import Override, Settings, matches, nearest, shown
from opedcheck.errors import SettingError
from opedcheck.judging import RULES, Choice, chosen
from opedcheck.keeping import baseline, comments
from opedcheck.keeping.baseline import Baseline
from opedcheck.model import ArticleReport, Finding, Suppressed
from opedcheck.reporters.shown import place

Names = tuple[str, ...]
KNOWN = tuple(rule.name for rule in RULES)


class Filter:
    """Lets through what the settings and options want of each article, and remembers what is to be said of the rest."""

    def __init__(
        self,
        settings: Settings,
        *,
        select: Names = (),
        ignore: Names = (),
        known: tuple[Path, Baseline] | None = None,
        whole: bool = False,
        say: Callable[[str], None] = guard.say,
    ) -> None:
        self._say = say
        self._whole = whole
        self._settings = settings
        self._asked = Choice(select=frozenset(select), ignore=frozenset(ignore))
        self._known = known
        self._seen: set[str] = set()
        self._paths: set[str] = set()
        self._used: set[str] = set()
        self.suppressed = 0

    def __call__(self, report: ArticleReport) -> ArticleReport:
        """The report with the findings that are to be shown, and with those that are not."""
        wanted = tuple(chosen(report.findings, self._choice(report.article.path)))
        by_comment, first = self._commented(report, wanted)
        by_settings, second = self._settled(by_comment)
        found, third = self._new(report, by_settings)
        gone = (*first, *second, *third)
        self.suppressed += len(gone)
        return msgspec.structs.replace(report, findings=found, suppressed=gone)

    def close(self) -> None:
        """Say what is to be said when all articles are through."""
        if self.suppressed:
            self._say(f"{self.suppressed} {'finding' if self.suppressed == 1 else 'findings'} suppressed")
        for said in self._settings.suppress if self._whole else ():
            if said.fingerprint not in self._used:
                self._say(f"warning: {said.fingerprint[:8]}: suppressed in the settings, but not found")
        if self._known is None:
            return
        path, known = self._known
        gone = [e for e in known.entries if e.path in self._paths and e.fingerprint not in self._seen]
        for entry in gone:
            self._say(f"note: {path}: no longer occurs: {entry.path}: {entry.rule} “{entry.quote}”")
        if gone:
            self._say("note: `opedcheck baseline prune` removes what no longer occurs")

    def _choice(self, path: str | None) -> Choice:
        choice = _choice(self._settings)
        for override in self._settings.overrides:
            if path is not None and matches(override.paths, Path(path), self._settings.home):
                choice = _choice(override).over(choice)
        return self._asked.over(choice)

    def _commented(
        self, report: ArticleReport, findings: Sequence[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        found, faults = comments.comments(report.article, KNOWN)
        stay, gone, idle = comments.heeded(report.article, findings, found)
        for fault in (*faults, *idle):
            self._say(f"warning: {place(report.article)}:{fault.line}: opedcheck comment {fault.why}")
        return stay, gone

    def _settled(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        stay, gone = [], []
        for finding in findings:
            entry = next((s for s in self._settings.suppress if finding.fingerprint.startswith(s.fingerprint)), None)
            if entry is None:
                stay.append(finding)
                continue
            self._used.add(entry.fingerprint)
            if entry.expires is not None and entry.expires <= date.today():
                self._say(f"warning: {entry.fingerprint[:8]}: suppressed until {entry.expires}, shown again")
                stay.append(finding)
            else:
                gone.append(Suppressed(finding=finding, by="settings", reason=entry.reason))
        return tuple(stay), tuple(gone)

    def _new(
        self, report: ArticleReport, findings: tuple[Finding, ...]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        if self._known is None:
            return findings, ()
        path, known = self._known
        self._paths.add(beside(report.article.path or report.article.id, path))
        self._seen.update(finding.fingerprint for finding in findings)
        return baseline.heeded(findings, known)


def prepare(
    settings: Settings,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    known: Path | None = None,
    *,
    inputs: Sequence[str] = (),
    say: Callable[[str], None] = guard.say,
) -> Filter:
    """The filter of a run; a fault where a rule is named that there is not, or a baseline can't be read.

    Where `inputs` take in all that the settings are for, what these suppress in vain is told of.
    """
    check(settings)
    path = known or (Path(settings.baseline) if settings.baseline else None)
    return Filter(
        settings,
        select=_asked(select, "--select"),
        ignore=_asked(ignore, "--ignore"),
        known=(path, baseline.read(path)) if path else None,
        whole=any(Path(settings.home).resolve().is_relative_to(Path(name).resolve()) for name in inputs),
        say=say,
    )


def _asked(texts: Sequence[str], option: str) -> Names:
    """The rules that an option names, commas between them."""
    names = (name.strip() for text in texts for name in text.split(","))
    return rules(names, lambda what, remedy: typer.BadParameter(f"{what}. {remedy}", param_hint=option))


def beside(path: str, baseline_file: Path) -> str:
    """A file relative to the folder of the baseline, with forward slashes."""
    return Path(os.path.relpath(path, baseline_file.parent)).as_posix()


def check(settings: Settings) -> None:
    """Raise SettingError where the settings name a rule that there is not."""
    for key in ("select", "ignore", "severity"):
        _check(settings, key, key, getattr(settings, key))
    for number, override in enumerate(settings.overrides, start=1):
        for names in (override.select, override.ignore, override.severity):
            _check(settings, "overrides", f"[[overrides]] number {number}", names)


def _check(settings: Settings, key: str, where: str, names: Iterable[str]) -> None:
    path, line = settings.origins.get(key, (".", 0))
    rules(names, lambda what, remedy: SettingError(f"{where}: {what}", place=shown(path), line=line, remedy=remedy))


def rules(names: Iterable[str], fault: Callable[[str, str], Exception]) -> Names:
    """The names, if every one is a rule's; else raises `fault(what, remedy)`."""
    told = tuple(names)
    for name in told:
        if name not in KNOWN:
            raise fault(f"no rule is named {name!r}", nearest(name, KNOWN, "`opedcheck rules` lists all of them."))
    return told


def _choice(said: Settings | Override) -> Choice:
    return Choice(select=frozenset(said.select), ignore=frozenset(said.ignore), severity=dict(said.severity))
