"""The title of a head of state before the name of somebody who served a part of that state then.

Who sits in a senate is called president by a slip, or because somebody wishes, fears or plays it. Only where nothing
near says that it is imagined, as before an election, it is warned of, and nothing is contradicted. So is a president
who is called a minister, a governor or a mayor; who served a land and is called its former head, where all of those are
known; and a head whom a quotation calls head of another sort, which that land never had.

Flags:
    Yesterday President Chuck Schumer signed the bill in Washington.

Leaves alone:
    If the Democrats win, President Chuck Schumer will sign the bill.
    They dream of President Chuck Schumer.
    Yesterday Senator Chuck Schumer praised the bill in Washington.
"""

from opedcheck.model import Rule

RULE = Rule(name="doubtful-office", severity="warning", doc=__doc__)
