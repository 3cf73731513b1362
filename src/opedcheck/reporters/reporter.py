"""What every output format is: a name and a function that writes a report, or one that makes a file of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

import msgspec

from opedcheck.model import Report, Verdict


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How people want to see it: in colour, with the claims of some verdicts listed, the most check-worthy first.

    `width` are the columns of the terminal that it is printed on; nothing is wrapped where there is none.
    """

    color: bool = False
    show: tuple[Verdict, ...] = ()
    sort: bool = False
    width: int | None = None


class Reporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format of text, under its name and others that mean the same."""

    name: str
    write: Callable[[Report, TextIO, Look], None]
    aliases: tuple[str, ...] = ()


class FileReporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format that is no text: `make` gives the bytes of the file."""

    name: str
    make: Callable[[Report, Look], bytes]
    aliases: tuple[str, ...] = ()


AnyReporter = Reporter | FileReporter


def names(reporters: Sequence[AnyReporter]) -> tuple[str, ...]:
    """The names that the formats go by, other names last."""
    return (*(one.name for one in reporters), *(alias for one in reporters for alias in one.aliases))


def named(reporters: Sequence[AnyReporter], name: str) -> AnyReporter:
    """The format that goes by `name`, which is one of `names`."""
    return next(one for one in reporters if name in (one.name, *one.aliases))
