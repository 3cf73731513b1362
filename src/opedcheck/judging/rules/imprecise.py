"""Right, but coarser or looser than an editor would print.

The reference lies close by, outside what the wording allows: "about 8" where it is 7.1.

Flags:
    As of March 2023, Japan had pledged about $8 billion in aid to Ukraine.

Leaves alone:
    As of March 2023, Japan had pledged about $7 billion in aid to Ukraine.
"""

from opedcheck.model import Rule

RULE = Rule(name="imprecise", severity="info", doc=__doc__)
