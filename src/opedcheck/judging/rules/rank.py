"""A first, second or only that the reference gives to another, or another place in line.

Firsts are what obituaries and anniversaries get wrong. Among whom and at what must agree before who, which
and when are compared.

Reference:
    Fumio Kishida was the first Japanese prime minister to attend a NATO summit.

Flags:
    Shinzo Abe was the first Japanese prime minister to attend a NATO summit.
    Fumio Kishida was the third Japanese prime minister to attend a NATO summit.

Leaves alone:
    Fumio Kishida was the first Japanese prime minister to attend a NATO summit.
    Yoon Suk Yeol was the first South Korean president to attend a NATO summit.
"""

from opedcheck.model import Rule

RULE = Rule(name="rank-mismatch", severity="error", doc=__doc__)
