"""A date that differs from the one at which the reference has it.

The wrong day, month or year of an event, or a figure given for a time before it was true. The edition of an
event must be shown by its name, its year or its place.

Flags:
    The NATO summit in Vilnius will be held on 13 July 2023.
    Finland joined NATO in April 2022.

Leaves alone:
    The NATO summit was held in July 2023.
    Finland joined NATO in April 2023.
"""

from opedcheck.model import Rule

RULE = Rule(name="date-mismatch", severity="error", doc=__doc__)
