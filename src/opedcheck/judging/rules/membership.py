"""A membership asserted that does not exist, or denied although it does.

Who belongs to an alliance decides what it owes. Lists of members in the references are complete unless they
say otherwise.

Flags:
    Japan is a member of NATO.
    France is not a member of NATO.

Leaves alone:
    Japan is not a member of NATO.
    Japan may become a member of NATO.
"""

from opedcheck.model import Rule

RULE = Rule(name="membership-mismatch", severity="error", doc=__doc__)
