"""All rules of time expressions, in order: of two that match equally much, the first holds."""

from __future__ import annotations

import re

from opedcheck.pipeline.times import clock, dates, durations, feasts, parts, refs, relative
from opedcheck.pipeline.times.patterns import Rule

RULES: tuple[Rule, ...] = (
    *clock.RULES,
    *feasts.RULES,
    *dates.RULES,
    *parts.RULES,
    *relative.RULES,
    *refs.RULES,
    *durations.RULES,
)
ANY = re.compile("|".join(f"(?:{re.sub('[?]P<[a-z]+>', '?:', rule.pattern.pattern)})" for rule in RULES))
