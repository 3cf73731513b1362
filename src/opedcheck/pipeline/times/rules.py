"""All rules of time expressions, in order: of two that match equally much, the first holds."""

from __future__ import annotations

import re

from opedcheck.pipeline.times import clock, dates, days, durations, feasts, parts, refs, relative, weeks, years
from opedcheck.pipeline.times.patterns import Rule, starters

RULES: tuple[Rule, ...] = (
    *clock.RULES,
    *feasts.RULES,
    *dates.RULES,
    *years.RULES,
    *weeks.RULES,
    *parts.RULES,
    *relative.RULES,
    *days.RULES,
    *refs.RULES,
    *durations.RULES,
)


def _by_start() -> dict[str, tuple[Rule, ...]]:
    sorted_out: dict[str, list[Rule]] = {}
    for rule in RULES:
        for symbol in starters(rule.pattern):
            sorted_out.setdefault(symbol, []).append(rule)
    return {symbol: tuple(found) for symbol, found in sorted_out.items()}


# By the kind that a match begins with: the rules that may fit there.
BY_START = _by_start()
START = re.compile(f"[{''.join(BY_START)}]")
