"""A sum that the text itself gets wrong.

Only where the text states all of it: from, to and change; so many of so many and the share; a total and its parts
behind a colon or a dash. What rounding or a hedge can explain is left alone.

Flags:
    Sales fell from 600 to 400 units, a drop of 50 percent.
    Crime rose 50 percent, from 400 cases to 500 cases.
    The rate rose from 40 percent to 60 percent, a 20 percent increase.
    In the end 45 of 90 senators, or 60 percent, agreed.
    A total of 12 people died: seven men and six women.

Leaves alone:
    Sales fell from 600 to 400 units, a drop of 33 percent.
    Sales fell from 600 to 400 units, a drop of about a third.
    The rate rose from 40 percent to 60 percent, an increase of 20 percentage points.
    In the end 45 of 90 senators, or half, agreed.
    A total of 13 people died: seven men and six women.
    A total of 13 people died, seven men and four women among them.
"""

from opedcheck.model import Rule

RULE = Rule(name="arithmetic-mismatch", severity="warning", doc=__doc__, needs_references=False)
