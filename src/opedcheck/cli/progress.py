"""How far a run is and how long it still takes, for whoever waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from opedcheck.cli import guard

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

T = TypeVar("T")
# From how many on there is something to wait for.
MANY_ARTICLES, MANY_STATEMENTS = 3, 300


class Progress:
    """Bars on standard error where that is a terminal, one for each kind of work, gone when the work is done."""

    def __init__(self) -> None:
        self._bars: Bars | None = None
        self._open = 0

    def articles(self, found: Iterable[T], count: int, work: int, weigh: Callable[[T], int]) -> Iterator[T]:
        """Pass on `count` articles; `weigh` says how much of the whole `work` each of them is."""
        if count < MANY_ARTICLES or not sys.stderr.isatty():
            yield from found
            return
        yield from self._followed(found, "Checking", work, weigh)

    def statements(self, found: Iterable[T], count: int) -> Iterator[T]:
        """Pass on what is read in `count` statements that no earlier run has read."""
        if count < MANY_STATEMENTS:
            yield from found
        elif not sys.stderr.isatty():
            guard.say(f"reading {count:,} new statements of the references")
            yield from found
        else:
            yield from self._followed(found, "Reading references", count, lambda _: 1)

    def _followed(self, found: Iterable[T], what: str, total: int, weigh: Callable[[T], int]) -> Iterator[T]:
        bars = self._bars = self._bars or _bars()
        self._open += 1
        bars.start()
        task = bars.add_task(what, total=total)
        try:
            for one in found:
                yield one
                bars.advance(task, weigh(one))
        finally:
            bars.remove_task(task)
            self._open -= 1
            if not self._open:
                bars.stop()


def _bars() -> Bars:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(compact=True))
    return Progress(*columns, console=Console(stderr=True), transient=True)
