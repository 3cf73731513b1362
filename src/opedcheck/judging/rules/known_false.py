"""An assertion that the references know to be false.

Some falsehoods come back. A reference with `verdict: false` states one; whoever asserts it is contradicted,
whoever denies, plans or doubts it is not.

Reference:
    FALSE NATO opened a liaison office in Tokyo.

Flags:
    NATO opened a liaison office in Tokyo.

Leaves alone:
    NATO plans to open a liaison office in Tokyo.
    NATO has not opened a liaison office in Tokyo.
"""

from opedcheck.model import Rule

RULE = Rule(name="known-false", severity="error", doc=__doc__)
