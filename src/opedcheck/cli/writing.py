"""Where results go: standard output, or files that are written whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from opedcheck.cli import guard
from opedcheck.errors import SettingError
from opedcheck.keeping import files
from opedcheck.model import Report
from opedcheck.reporters import AnyReporter, FileReporter, Look

# As elsewhere on command lines, the file "-" is standard output.
STANDARD_OUTPUT = Path("-")


def check_output(output: Path | None) -> None:
    """Fail before the work, not behind it."""
    if output is None or output == STANDARD_OUTPUT:
        return
    if output.is_dir() or not output.parent.is_dir():
        raise SettingError("no file can be written there", place=output, remedy="Name a file in a folder that exists.")
    if not os.access(output.parent, os.W_OK):
        raise SettingError("its folder can't be written to", place=output, remedy="Name a file in another folder.")


def write_text(text: str, output: Path | None) -> None:
    """Write a text to its file, whole or not at all, or to standard output for as long as somebody reads it."""
    if output is None or output == STANDARD_OUTPUT:
        with standard_output() as out:
            out.write(text)
        return
    check_output(output)
    write_bytes(text.encode("utf-8", "backslashreplace"), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write a file whole or not at all; devices and pipes as it comes."""
    try:
        files.write(output, data)
    except OSError as fault:
        raise SettingError(f"can't be written: {fault.strerror}", place=output, remedy="Check its folder.") from None


def write_report(report: Report, reporter: AnyReporter, look: Look, output: Path | None) -> None:
    """Write the report to its file, or to standard output for as long as somebody reads it."""
    match reporter, output:
        case FileReporter(), Path():
            write_bytes(reporter.make(report, look), output)
        case FileReporter(), _:
            data = reporter.make(report, look)
            with standard_output() as out:
                out.buffer.write(data)
        case _, Path():
            text = io.StringIO()
            reporter.write(report, text, msgspec.structs.replace(look, color=False, width=None))
            write_text(text.getvalue(), output)
        case _:
            with standard_output() as out:
                reporter.write(report, out, look)


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output. A reader that has gone away, such as `head`, changes nothing about the result."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        guard.drop_output()


def colored(wanted: str) -> bool:
    """Whether to print in colour: as --color says, else NO_COLOR, FORCE_COLOR, and whether a terminal shows it."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def width() -> int | None:
    """The columns of the terminal that standard output is, if it is one."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
