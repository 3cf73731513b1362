"""A claim that somebody has checked and found neither right nor wrong.

A fact-check that calls a claim half true or misleading proves no error, but an editor will want to read it before the
claim is printed. The finding names who checked it, how it was rated, and where to read on. The same is told of a
sentence that says in nearly the same words what a fact-check found false or half true: whether both mean the same is
for the editor to see.

Reference:
    MIXED Norway gave $7.1 billion in aid to Chad in 2021.

Flags:
    Norway gave $7.1 billion in aid to Chad in 2021.

Leaves alone:
    Norway gave $2 billion in aid to Chad in 2021.
    Sweden gave $7.1 billion in aid to Chad in 2021.
    Norway did not give $7.1 billion in aid to Chad in 2021.
"""

from opedcheck.model import Rule

RULE = Rule(name="fact-checked", severity="info", doc=__doc__)
