"""A percentage that differs from the reference for the same thing.

A share of something else, or a change where the reference has a level, looks alike and means something else:
both must agree first.

Reference:
    Turnout in the United Kingdom's referendum was 72 percent.

Flags:
    Turnout in the United Kingdom's referendum was 27 percent.

Leaves alone:
    Turnout in the United Kingdom's referendum was more than 70 percent.
    Turnout in the United Kingdom's referendum rose 5 percent.
    Turnout in Italy's referendum was 27 percent.
"""

from opedcheck.model import Rule

RULE = Rule(name="percent-mismatch", severity="error", doc=__doc__)
