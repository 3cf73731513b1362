"""All policy: what matches come to. Every rule has its manual in `rules`."""

from opedcheck.judging.choice import Choice, chosen
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules import RULES
from opedcheck.judging.verdicts import judge

__all__ = ["RULES", "Case", "Choice", "chosen", "judge"]
