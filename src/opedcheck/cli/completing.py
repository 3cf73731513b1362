"""What shells complete beside names of commands, options and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Complete = Callable[[str], list[str]]


def one_of(choices: Iterable[str], ending: str = "") -> Complete:
    """Completes to one of `choices`, with `ending` behind it."""

    def complete(incomplete: str) -> list[str]:
        return [f"{choice}{ending}" for choice in choices]

    return complete


def some_of(choices: Iterable[str]) -> Complete:
    """Completes the last of several with commas between, each once."""

    def complete(incomplete: str) -> list[str]:
        before, comma, _ = incomplete.rpartition(",")
        said = before.split(",")
        return [f"{before}{comma}{choice}" for choice in choices if choice not in said]

    return complete


def rules(incomplete: str) -> list[str]:
    """Completes names of rules, several with commas between."""
    from opedcheck.judging import RULES

    return some_of([rule.name for rule in RULES])(incomplete)
