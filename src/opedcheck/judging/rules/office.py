"""An office that the person named does not hold, or did not hold then.

Offices are judged at the date of the article, or at the time that the sentence gives. Former holders whom the
text calls former are left alone, and so is the past tense.

Flags:
    German President Emmanuel Macron opposes the plan.
    French President Nicolas Sarkozy opposes the plan.

Leaves alone:
    French President Emmanuel Macron opposes the plan.
    Former Japanese Prime Minister Yoshihide Suga opposes the plan.
"""

from opedcheck.model import Rule

RULE = Rule(name="office-mismatch", severity="error", doc=__doc__)
