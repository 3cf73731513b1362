"""`cache ...`: what runs leave for the next ones."""

from __future__ import annotations

import typer

from opedcheck.cli import guard
from opedcheck.errors import SettingError
from opedcheck.keeping import cache

app = typer.Typer(
    name="cache", no_args_is_help=True, rich_markup_mode=None, help="Look after what is kept from run to run."
)
UNITS = ((1_000_000, "MB"), (1_000, "kB"))


@app.command()
def clean() -> None:
    """Remove all that is kept: the next scan reads everything anew. Says how much it was."""
    folder = cache.folder()
    if folder is None:
        guard.say("nothing is kept: OPEDCHECK_NO_CACHE is set")
        return
    found = cache.clean()
    print(f"{folder}: removed {found.entries} {'entry' if found.entries == 1 else 'entries'}, {in_words(found.size)}")
    if found.left:
        what = f"{found.left} {'entry' if found.left == 1 else 'entries'} could not be removed"
        raise SettingError(what, place=folder, remedy="Check the folder's permissions.")


@app.command("dir")
def directory() -> None:
    """Print the folder in which it is kept. OPEDCHECK_CACHE_DIR names another one."""
    folder = cache.folder()
    if folder is None:
        raise SettingError("nothing is kept", place="OPEDCHECK_NO_CACHE", remedy="Unset it to keep what was read.")
    print(folder)


def in_words(size: int) -> str:
    """A number of bytes as people say it: "13.2 MB"."""
    for unit, name in UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} bytes"
