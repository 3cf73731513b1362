"""Figures beside their aims: what a yardstick measures, and the table that shows it.

A yardstick is a module with `measure(data)` -> figures by name, and `errors(data)` -> one line an error, the worst
first. `data` is the folder of all yardsticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

HEADER = ("measure", "ours", "aim", "best known")


class Unavailable(Exception):
    """A yardstick that can't run here; the message says what is missing."""


class Aim(NamedTuple):
    """What a measure should reach, and the best that others reach; `lower` says that less is better."""

    measure: str
    aim: float
    best: str = "-"
    lower: bool = False

    def met(self, ours: float) -> bool:
        return ours <= self.aim if self.lower else ours >= self.aim


def read_off(printed: str, patterns: Mapping[str, str]) -> dict[str, float]:
    """Figures by name, read off what a scorer printed; two groups are part and whole, and give a share.

    Raises ValueError where a pattern is not found.
    """
    return {measure: _number(printed, pattern) for measure, pattern in patterns.items()}


def _number(printed: str, pattern: str) -> float:
    found = re.search(pattern, printed, re.MULTILINE)
    if not found:
        raise ValueError(f"no line like {pattern!r} in what was printed:\n{printed}")
    part, *whole = map(float, found.groups())
    return part / whole[0] if whole else part


def rows(name: str, figures: Mapping[str, float], aims: Iterable[Aim]) -> Iterator[tuple[str, ...]]:
    """The table's rows for one yardstick, in the order of `figures`. Raises KeyError for an aim without its figure."""
    by_measure = {aim.measure: aim for aim in aims}
    for stray in by_measure.keys() - figures.keys():
        raise KeyError(f"{name} measured no {stray!r}, but {', '.join(figures)}")
    for measure, ours in figures.items():
        aim = by_measure.get(measure)
        label = f"{name}: {measure}"
        if aim is None:
            yield (label, f"{ours:.3f}", "", "")
        else:
            bound = f"{'<=' if aim.lower else '>='} {aim.aim:g}"
            yield (label, f"{ours:.3f}", f"{bound} {'met' if aim.met(ours) else 'NOT MET'}", aim.best)


def table(lines: Iterable[tuple[str, ...]]) -> str:
    """Rows in columns under the header."""
    lines = [HEADER, *lines]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
