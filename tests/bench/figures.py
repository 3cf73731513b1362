"""What a yardstick measures: figures beside their aims, and the errors behind them.

Each yardstick is a module with `measure(data: Path) -> Measured`, where `data` is the folder of all yardsticks.
"""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """One row of the table. `aim` and `best` (the best known result of others) are `None` where there is none.

    `digits` are those printed behind the point; `lower` says that less is better.
    """

    measure: str
    ours: float
    aim: float | None = None
    best: str = "-"
    lower: bool = False
    digits: int = 3

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; `None` where there is none."""
        if self.aim is None:
            return None
        return self.ours <= self.aim if self.lower else self.ours >= self.aim


class Measured(NamedTuple):
    """The figures of one yardstick, its errors, the worst first, and what a reader should know of them."""

    figures: tuple[Figure, ...]
    errors: tuple[str, ...] = ()
    note: str = ""


class Unavailable(Exception):
    """The yardstick can't run here; the message says what is missing."""
