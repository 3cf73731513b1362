"""What was right at another time, and is not at the time spoken of.

A figure that has grown since, or an office that has been left, when courtesy would still use the title.

Flags:
    As of May 2023, Japan had pledged $7.1 billion in aid to Ukraine.

Leaves alone:
    As of March 2023, Japan had pledged $7.1 billion in aid to Ukraine.
"""

from opedcheck.model import Rule

RULE = Rule(name="outdated", severity="warning", doc=__doc__)
