"""A day that no calendar has.

A slip of the day or the month that needs no reference: the month is shorter than that.

Flags:
    The two sides met on June 31.
    The law was signed on February 29, 2023.
    The treaty ran out on the 31st of April.

Leaves alone:
    In June 31 people were hurt in storms.
    The law was signed on February 29, 2024.
    There is no February 30.
"""

from opedcheck.model import Rule

RULE = Rule(name="impossible-date", severity="error", doc=__doc__, needs_references=False)
