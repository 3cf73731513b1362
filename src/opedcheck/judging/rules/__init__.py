"""The rules: one module each, its docstring the one manual that `explain`, the docs and the tests use."""

from opedcheck.judging.rules import (
    amount,
    count,
    date,
    disputed,
    imprecise,
    known_false,
    membership,
    name,
    office,
    outdated,
    percent,
    place,
    rank,
    relation,
)

RULES = (
    amount.RULE,
    count.RULE,
    percent.RULE,
    date.RULE,
    place.RULE,
    name.RULE,
    office.RULE,
    membership.RULE,
    rank.RULE,
    relation.RULE,
    known_false.RULE,
    outdated.RULE,
    imprecise.RULE,
    disputed.RULE,
)
