"""References that disagree with each other about what the text says.

Where two references for the same thing and time differ, the text can be neither right nor wrong by them: the
curator must decide.
"""

from opedcheck.model import Rule

RULE = Rule(name="disputed", severity="warning", doc=__doc__)
