"""From files to settings: the nearest opedcheck.toml, .opedcheck.toml or pyproject.toml with [tool.opedcheck]."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import msgspec

from opedcheck.config.settings import KEYS, Level, Override, Settings, Severity, Suppress, Verdict
from opedcheck.errors import SettingError

NAMES = ("opedcheck.toml", ".opedcheck.toml", "pyproject.toml")
TABLE = "tool.opedcheck"
CHOICES = {"fail-on": get_args(Severity), "show": get_args(Verdict), "severity": get_args(Level)}
INNER: dict[str, type[msgspec.Struct]] = {"suppress": Suppress, "overrides": Override}
PATHS = ("claims", "baseline")
Table = dict[str, Any]


class Loaded(msgspec.Struct, frozen=True):
    """Settings, and for each key that a file sets the file and its line (0 where it can't be told)."""

    settings: Settings
    origins: dict[str, tuple[Path, int]] = {}


def load(start: Path, *, config: Path | None = None, isolated: bool = False) -> Settings:
    """The settings that hold in the folder `start`; `config` names the file instead, `isolated` reads none.

    Raises SettingError where the file is missing, broken, or says what can't be.
    """
    return loaded(start, config=config, isolated=isolated).settings


def loaded(start: Path, *, config: Path | None = None, isolated: bool = False) -> Loaded:
    """As `load`, with where every setting came from."""
    if isolated:
        return Loaded(Settings())
    if config is not None and not config.is_file():
        raise SettingError("no such configuration file", place=config, remedy="Check --config.")
    path = config or find(start)
    if path is None:
        return Loaded(Settings())
    table, origins = _extended(path, ())
    return Loaded(msgspec.structs.replace(_settings(table, path), home=str(path.parent)), origins)


def find(start: Path) -> Path | None:
    """The nearest file that speaks of opedcheck, in `start` or above it."""
    for folder in (start.resolve(), *start.resolve().parents):
        for path in (folder / name for name in NAMES):
            if path.is_file() and _table(path) is not None:
                return path
    return None


def _extended(path: Path, above: tuple[Path, ...]) -> tuple[Table, dict[str, tuple[Path, int]]]:
    """What a file says, over what the file says that it extends; paths made whole."""
    if path.resolve() in above:
        chain = " -> ".join(map(str, (*above, path.resolve())))
        raise SettingError(f"extends itself: {chain}", place=path, remedy="Break the circle.")
    table = _table(path) or {}
    _settings(table, path)  # each file is faultless by itself, so that a fault names the file it is in
    own = {key: _whole(key, value, path.parent) for key, value in table.items()}
    origins = {key: (path, _line(path, key)) for key in table}
    base = own.pop("extend", None)
    if base is None:
        return own, origins
    wider = path.parent / base
    if not wider.is_file():
        raise SettingError(f"extends {base!r}, which is no file", place=path, remedy="Check `extend`.")
    theirs, their_origins = _extended(wider, (*above, path.resolve()))
    return {**theirs, **own}, {**their_origins, **origins}


def _whole(key: str, value: Any, folder: Path) -> Any:
    """A setting with its paths relative to the file's folder."""
    if key not in PATHS:
        return value
    return str(folder / value) if isinstance(value, str) else [str(folder / one) for one in value]


def _line(path: Path, key: str) -> int:
    """The line on which a file first sets a key."""
    wanted = re.compile(rf"\s*(?:\[+\s*(?:tool\.opedcheck\.)?{key}\b|{key}\b[\w.-]*\s*=)")
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, start=1) if wanted.match(line)), 0)


def _table(path: Path) -> Table | None:
    """What the file says of opedcheck; `None` for a pyproject.toml that does not speak of it."""
    ours = path.name != "pyproject.toml"
    try:
        text = path.read_text(encoding="utf-8")
        if not ours and "opedcheck" not in text:
            return None
        table: Any = tomllib.loads(text)
        for key in () if ours else TABLE.split("."):
            table = table.get(key) if isinstance(table, dict) else None
    except OSError as fault:
        raise SettingError(f"can't be read: {fault.strerror}", place=path, remedy="Check its permissions.") from None
    except (ValueError, RecursionError) as fault:
        raise SettingError(f"is not valid TOML: {fault}", place=path, remedy="Mend the file.") from None
    if table is not None and not isinstance(table, dict):
        raise SettingError(f"[{TABLE}] is no table", place=path, remedy=f"Write [{TABLE}] on a line of its own.")
    return table


def _settings(table: Table, path: Path) -> Settings:
    unknown = [_unknown(key, KEYS) for key in table if key not in KEYS]
    if unknown:
        raise SettingError("; ".join(unknown), place=path, remedy=f"The keys are {', '.join(KEYS)}.")
    _inner(table, path)
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as fault:
        what = str(fault).replace("$.", "")
        choices = next((choices for key, choices in CHOICES.items() if f"`{key}" in what), ())
        remedy = f"The values are {', '.join(choices)}." if choices else "Mend the value."
        raise SettingError(what, place=path, remedy=remedy) from None


def _inner(table: Table, path: Path) -> None:
    """Unknown keys of the tables within name the nearest right ones, too."""
    for name, kind in INNER.items():
        keys = tuple(field.encode_name for field in msgspec.structs.fields(kind))
        rows = table.get(name, ())
        for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
            wrong = [_unknown(key, keys) for key in row if key not in keys] if isinstance(row, dict) else []
            if wrong:
                what = f"[[{name}]] number {number}: {'; '.join(wrong)}"
                raise SettingError(what, place=path, remedy=f"The keys are {', '.join(keys)}.")


def _unknown(key: str, keys: tuple[str, ...]) -> str:
    near = get_close_matches(key.replace("_", "-").lower(), keys, 1, 0.5)
    return f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else "")
