"""Two figures in one text for the same thing.

Both can't be right. The doer, the verb, what is measured and the time told must be the same in both sentences, and
neither may be a change, a part, a bound, or somebody else's words.

Flags:
    Norway pledged $7.1 billion in aid to Chad. Nobody saw it coming. Norway pledged $7.6 billion in aid to Chad.

Leaves alone:
    Norway pledged $7.1 billion in aid to Chad. Nobody saw it coming. Norway pledged about $7 billion in aid to Chad.
    In 2021 Norway pledged $7.1 billion in aid to Chad. In 2022 Norway pledged $7.6 billion in aid to Chad.
    Norway pledged $7.1 billion in aid to Chad. Then Norway pledged another $2 billion in aid to Chad.
"""

from opedcheck.model import Rule

RULE = Rule(name="figure-conflict", severity="warning", doc=__doc__, needs_references=False)
