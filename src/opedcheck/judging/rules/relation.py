"""Who did what to whom: another doer, another object, or the contrary of what the reference has.

A name slot excludes others only where the reference says so: many may oppose a plan, one chairs a group. A
denial of what the reference asserts, and the other way round, counts too.

Reference:
    The United States chairs the Ukraine Defense Contact Group. [exclusive: subject]

Flags:
    Ministers met in the Ukraine Defense Contact Group, which NATO chairs.
    The Ukraine Defense Contact Group is chaired by Germany.
    The United States does not chair the Ukraine Defense Contact Group.

Leaves alone:
    The Ukraine Defense Contact Group is chaired by the United States.
    NATO may chair the Ukraine Defense Contact Group.
"""

from opedcheck.model import Rule

RULE = Rule(name="relation-mismatch", severity="error", doc=__doc__)
