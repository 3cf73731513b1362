"""An amount of money that differs from the reference for the same thing.

A wrong figure, scale or currency is the error that readers write in about. Only the figure may differ: whose
it is, what it measures and the time must be shown to agree; otherwise nothing is said.

Reference:
    As of March 2023, Japan had pledged $7.1 billion in aid to Ukraine.

Flags:
    As of March 2023, Japan had pledged $7.1 million in aid to Ukraine.
    As of March 2023, Japan had pledged €7.1 billion in aid to Ukraine.

Leaves alone:
    As of March 2023, Japan had pledged more than $7 billion in aid to Ukraine.
    As of March 2023, Germany had pledged $9 billion in aid to Ukraine.
"""

from opedcheck.model import Rule

RULE = Rule(name="amount-mismatch", severity="error", doc=__doc__)
