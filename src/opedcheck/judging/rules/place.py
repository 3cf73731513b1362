"""A place that differs from the one in which the reference has it.

The wrong city of a summit, or a city put in the wrong country.

Flags:
    Leaders attended the 2023 NATO summit in Riga, Latvia.
    Leaders met in Vilnius, Latvia.

Leaves alone:
    Leaders attended the 2023 NATO summit in the Lithuanian capital.
"""

from opedcheck.model import Rule

RULE = Rule(name="place-mismatch", severity="error", doc=__doc__)
