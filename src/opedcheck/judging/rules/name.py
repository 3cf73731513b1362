"""A name that nobody known bears, put together from known ones or misspelt.

A surname with another given name turns one person into nobody, or into somebody else. The name must be given
for an office, or be a misspelling of somebody's whom the article names; a stranger with a known surname is left alone.

Flags:
    Japanese Prime Minister Yoshihide Kishida visited Kyiv.

Leaves alone:
    Japanese Prime Minister Fumio Kishida visited Kyiv.
    The novelist Hiroshi Kishida visited Kyiv.
"""

from opedcheck.model import Rule

RULE = Rule(name="name-mismatch", severity="error", doc=__doc__)
