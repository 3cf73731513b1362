"""Right, but coarser or looser than an editor would print.

The reference lies close by, outside what the wording allows: "nearly 9" where it is 7.3.

Reference:
    Norway pledged $7.3 billion in aid to Ukraine.

Flags:
    Norway pledged nearly $9 billion in aid to Ukraine.

Leaves alone:
    Norway pledged about $7 billion in aid to Ukraine.
    Norway pledged $7.3 billion in aid to Ukraine.
"""

from opedcheck.model import Rule

RULE = Rule(name="imprecise", severity="info", doc=__doc__)
