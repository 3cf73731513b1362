"""What was right at another time, and is not at the time spoken of.

A figure that has grown since is no slip of the pen, but the reader is told yesterday's news as today's. A
reference is bounded in time by `valid`, or by its own "as of".

Reference:
    NATO has 30 members. [valid: 2020-03-27 to 2023-04-04]

Flags:
    NATO has 30 members.

Leaves alone:
    In 2022, NATO had 30 members.
    NATO has 31 members.
"""

from opedcheck.model import Rule

RULE = Rule(name="outdated", severity="warning", doc=__doc__)
