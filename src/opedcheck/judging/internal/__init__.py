"""Rules that need no reference: what the text itself proves wrong. One module a rule, a generator over the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from opedcheck.judging.internal import arithmetic, dates, figures, names, weekdays
from opedcheck.judging.judgement import Case
from opedcheck.model import Finding

CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    dates.check,
    weekdays.check,
    names.check,
    figures.check,
    arithmetic.check,
)


def findings(case: Case) -> Iterator[Finding]:
    """What each rule finds in the article."""
    for check in CHECKS:
        yield from check(case)
