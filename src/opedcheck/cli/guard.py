"""What becomes of errors: one message on standard error and the right exit status, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from opedcheck.cli.helping import tidy
from opedcheck.cli.light import lighten
from opedcheck.errors import OpedcheckError, ReferencesError

FINDINGS, UNUSABLE, INTERRUPTED = 1, 2, 130
TRACEBACK = "OPEDCHECK_TRACEBACK"
# What writing to a stream that is open already can fail of, other than that nobody reads it.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class Guard(TyperGroup):
    """The commands, with everything caught that may come out of them but what Typer itself can show."""

    def make_context(self, *arguments: Any, **more: Any) -> Any:
        lighten(self)
        tidy(self)
        try:
            return super().make_context(*arguments, **more)
        except BrokenPipeError as fault:  # Typer would exit with 1
            raise typer.Exit(failed(fault)) from None

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except Exception as fault:
            if hasattr(fault, "show") and hasattr(fault, "exit_code"):
                raise  # a usage error, which Typer shows with the usage
            raise typer.Exit(failed(fault)) from None


def ready() -> None:
    """Print UTF-8 whatever the locale; a program that was started with a stream closed prints to nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def ended(status: Any) -> Any:
    """The exit status at the end: that of the command, unless what it printed could not be written."""
    try:
        if not sys.stdout.closed:  # as the language server leaves it
            sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
    except OSError as fault:
        return failed(fault)
    return status


def failed(fault: Exception) -> int:
    """Say what went wrong; gives the exit status. Whoever reads no more, such as `head`, has not found anything."""
    if isinstance(fault, BrokenPipeError):
        drop_output()
        return 0
    if isinstance(fault, OpedcheckError):
        report(fault)
        return UNUSABLE
    if isinstance(fault, OSError) and fault.filename is None and fault.errno in NO_ROOM:
        drop_output()
        say(f"error: standard output: can't be written: {fault.strerror}. Write to another place with -o FILE.")
        return UNUSABLE
    return crashed(fault)


def say(message: str) -> None:
    """One line on standard error; standard output is for results."""
    from opedcheck.reporters.shown import escaped

    print(f"opedcheck: {escaped(message)}", file=sys.stderr)


def report(fault: OpedcheckError) -> None:
    """What is wrong, where, and what to do; every fault of a set of references."""
    say(f"error: {fault.message}")
    if isinstance(fault, ReferencesError):
        for one in fault.faults:
            say(f"error: {one}")


def crashed(fault: Exception) -> int:
    """Own up to a bug, and say what a report of it needs; gives the exit status."""
    ours = (frame for frame in reversed(traceback.extract_tb(fault.__traceback__)) if "opedcheck" in frame.filename)
    at = next((f" ({Path(frame.filename).name}:{frame.lineno})" for frame in ours), "")
    say(f"crashed: {type(fault).__name__}: {fault}{at}")
    say(f"This is a bug. Please report it with the command, the text, and what `{TRACEBACK}=1 opedcheck ...` prints.")
    if os.environ.get(TRACEBACK):
        traceback.print_exception(fault)
    return UNUSABLE


def drop_output() -> None:
    """Whoever read standard output has gone: nothing more is written, and Python's own flush at the end is quiet."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
