"""`config ...`: the settings that hold, a file to begin with, and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from opedcheck import config
from opedcheck.cli import guard, options, writing
from opedcheck.config import KEYS, Settings
from opedcheck.errors import SettingError

app = typer.Typer(name="config", no_args_is_help=True, rich_markup_mode=None, help="Look after the settings.")
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")]
FORMATS = ("text", "json")
Format = Annotated[str, options.formatted(FORMATS)]
START = """\
#:schema opedcheck.schema.json
# The settings of opedcheck; `opedcheck config schema -o opedcheck.schema.json` writes the schema that editors heed.
# What stands behind a "#" is the default. Paths are relative to this file.

# claims = ["facts"]            # references to use as well as claims/ beside the articles
# default-claims = true         # whether to use the references that ship
# include = ["*.md"]            # what to check in folders; patterns as in .gitignore
# exclude = ["archive/"]        # what to leave out
# select = []                   # the rules to heed; all if empty
# ignore = ["imprecise"]        # rules not to heed
# fail-on = "error"             # exit with 1 from here on: error, warning, info
# show = []                     # verdicts of claims to list, too
# baseline = "opedcheck-baseline.json"

# [severity]
# outdated = "error"            # error, warning, info or off

# [[overrides]]                 # what holds for some files instead
# paths = ["satire/"]
# ignore = ["office-mismatch"]

# [[suppress]]                  # a finding not to show
# fingerprint = "0123456789abcdef"
# reason = "The ministry has corrected its figure."
# expires = 2027-01-01
"""


@app.command()
def show(
    config_file: options.Config = None, isolated: options.Isolated = False, output_format: Format = "text"
) -> None:
    """Print every setting and where its value comes from."""
    options.one_of(FORMATS, output_format, "--format")
    found = config.load(Path.cwd(), config=config_file, isolated=isolated)
    if output_format == "json":
        rows = {key: {"value": value, "from": where} for key, value, where in _rows(found)}
        print(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        return
    for key, value, where in _rows(found):
        print(f"{key} = {json.dumps(value, ensure_ascii=False, default=str)}  # {where}")


@app.command()
def init() -> None:
    """Write an opedcheck.toml to begin with, unless settings stand in this folder already."""
    path = Path("opedcheck.toml")
    known = path if path.exists() else config.find(Path.cwd())
    if known is not None and known.parent.resolve() == Path.cwd().resolve():
        raise SettingError("is there already", place=known.name, remedy="Edit it, or delete it first.")
    writing.write_text(START, path)
    guard.say(f"{path} written: every setting is explained in it")


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of the configuration file, for editors."""
    writing.write_text(json.dumps(config.schema(), ensure_ascii=False, indent=2) + "\n", output)


def _rows(found: Settings) -> Iterator[tuple[str, Any, str]]:
    """Key, value and origin of every setting."""
    values = msgspec.to_builtins(msgspec.structs.replace(found, origins={}))
    for key in KEYS:
        path, line = found.origins.get(key, (None, 0))
        where = "default" if path is None else f"{config.shown(path)}:{line or 1}"
        yield key, values[key], where
