"""Names of people beside each other: one person's or two's. Knows spellings, short forms, scripts, orders."""

from opedcheck.matching.names.comparing import score
from opedcheck.matching.names.given import may_bear

__all__ = ["may_bear", "score"]
