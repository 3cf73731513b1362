"""A day of the week that its date did not fall on.

One of the two is wrong, and readers may miss what they planned for. Only dates with a year, or about the day of
publication, are looked at.

Flags:
    The council met on Tuesday, July 12, 2023.
    The vote is on Thursday, 13 July, and the next one on Monday, 18 July 2023.
    The law was signed on May 3, 2023, a Friday.

Leaves alone:
    The council met on Wednesday, July 12, 2023.
    In 2016 the council met on Tuesday, July 12.
    The fair runs from Monday to Friday, July 10-14.
"""

from opedcheck.model import Rule

RULE = Rule(name="weekday-mismatch", severity="error", doc=__doc__, needs_references=False)
