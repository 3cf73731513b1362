"""Words for kin: who bears a name beside one of them may be a relative, and who has a family is a person."""

from __future__ import annotations

from opedcheck.words.lists import listed

KIN = listed(
    """father fathers mother mothers parent parents son sons daughter daughters child children brother brothers sister
    sisters sibling siblings twin twins wife wives husband husbands spouse widow widower uncle aunt nephew niece cousin
    cousins grandfather grandmother grandson granddaughter family families relative relatives"""
)
NEAR_KIN = "|".join(sorted(KIN)) + r"|grand\w+|in-law|dynast(?:y|ies)|namesakes?|elder|younger"
"""The same as alternatives of a pattern, with what else tells that two bear one name."""
