"""References that disagree with each other about what the text says.

Where two references for the same thing and time differ, the text can be neither right nor wrong by them: the
curator must decide.

Reference:
    In 2022, Japan pledged $600 million in aid to Kenya.
    In 2022, Japan pledged $900 million in aid to Kenya.

Flags:
    In 2022, Japan pledged $600 million in aid to Kenya.

Leaves alone:
    Japan pledged aid to Kenya.
"""

from opedcheck.model import Rule

RULE = Rule(name="disputed", severity="warning", doc=__doc__)
