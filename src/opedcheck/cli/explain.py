"""`explain` and `rules`: the manual of every rule, from its one docstring."""

from __future__ import annotations

from typing import Annotated

import typer

from opedcheck.errors import SettingError

RuleName = Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, such as amount-mismatch.")]


def explain(rule: RuleName) -> None:
    """Tell all about a rule: what it finds, why it matters, what it flags and what it leaves alone."""
    from opedcheck.judging import RULES

    by_name = {one.name: one for one in RULES}
    if rule not in by_name:
        from difflib import get_close_matches

        near = get_close_matches(rule, by_name, 1, 0.4)
        remedy = f"Did you mean {near[0]!r}?" if near else "`opedcheck rules` lists all of them."
        raise SettingError(f"no rule is named {rule!r}", remedy=remedy)
    found = by_name[rule]
    print(f"{found.name} ({found.severity or 'listed on request'})\n\n{found.doc.strip()}")


def rules() -> None:
    """List the rules, each with its severity and what it finds."""
    from opedcheck.judging import RULES

    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        print(f"{rule.name:<{width}}  {rule.severity or '-':<7}  {rule.doc.strip().partition(chr(10))[0]}")
