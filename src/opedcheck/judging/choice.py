"""Which findings a project wants to see, and how grave they are to it: after judging, before anything is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from opedcheck.model import Finding, Severity

Level = Severity | Literal["off"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Rules to heed (all if `select` is empty), rules not to, and severities that differ from the rules' own."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Level] = {}

    def over(self, other: Choice) -> Choice:
        """This choice where it says something, on top of `other`."""
        return Choice(
            select=self.select or other.select,
            ignore=self.ignore | (other.ignore - self.select),
            severity={**other.severity, **self.severity},
        )


def chosen(findings: Iterable[Finding], choice: Choice) -> Iterator[Finding]:
    """The findings that are wanted, each with the severity that it is to have."""
    for finding in findings:
        level = choice.severity.get(finding.rule, finding.severity)
        if level == "off" or finding.rule in choice.ignore or (choice.select and finding.rule not in choice.select):
            continue
        yield finding if level == finding.severity else msgspec.structs.replace(finding, severity=level)
