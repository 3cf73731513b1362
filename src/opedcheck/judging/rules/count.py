"""A count or a duration that differs from the reference for the same thing.

Counts slip when a figure is copied from another year or another body. The noun counted and its owner must
agree first.

Reference:
    NATO has 31 members.

Flags:
    NATO has 41 members.

Leaves alone:
    NATO has about 30 members.
    The union has 27 members.
"""

from opedcheck.model import Rule

RULE = Rule(name="count-mismatch", severity="error", doc=__doc__)
