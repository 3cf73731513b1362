"""From files to settings: the nearest opedcheck.toml, .opedcheck.toml or pyproject.toml with [tool.opedcheck]."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from opedcheck.config.reading import Table, line_of, read, shown
from opedcheck.config.settings import Settings
from opedcheck.errors import SettingError

NAMES = ("opedcheck.toml", ".opedcheck.toml", "pyproject.toml")
TABLE = "tool.opedcheck"
PATHS = ("claims", "baseline")


def load(start: Path, *, config: Path | None = None, isolated: bool = False) -> Settings:
    """The settings that hold in the folder `start`; `config` names the file instead, `isolated` reads none.

    Raises SettingError where the file is missing, broken, or says what can't be.
    """
    if isolated:
        return Settings()
    if config is not None and not config.is_file():
        raise SettingError("no such configuration file", place=config, remedy="Check --config.")
    path = config or find(start)
    if path is None:
        return Settings()
    table, origins = _extended(path, ())
    return msgspec.structs.replace(read(table, path), home=str(path.parent), origins=origins)


def find(start: Path) -> Path | None:
    """The nearest file that speaks of opedcheck, in `start` or above it."""
    for folder in (start.resolve(), *start.resolve().parents):
        for path in (folder / name for name in NAMES):
            if path.is_file() and _table(path) is not None:
                return path
    return None


def _extended(path: Path, above: tuple[Path, ...]) -> tuple[Table, dict[str, tuple[str, int]]]:
    """What a file says, over what the file says that it extends; paths made whole."""
    if path.resolve() in above:
        chain = " -> ".join(map(str, (*above, path.resolve())))
        raise SettingError(f"extends itself: {chain}", place=shown(path), remedy="Break the circle.")
    table = _table(path) or {}
    read(table, path)  # each file is faultless by itself, so that a fault names the file it is in
    own = {key: _whole(key, value, path.parent) for key, value in table.items()}
    origins = {key: (str(path), line_of(path, key)) for key in table}
    base = own.pop("extend", None)
    if base is None:
        return own, origins
    wider = path.parent / base
    if not wider.is_file():
        raise SettingError(f"extends {base!r}, which is no file", place=shown(path), remedy="Check `extend`.")
    theirs, their_origins = _extended(wider, (*above, path.resolve()))
    return {**theirs, **own}, {**their_origins, **origins}


def _whole(key: str, value: Any, folder: Path) -> Any:
    """A setting with its paths relative to the file's folder."""
    if key not in PATHS:
        return value
    return str(folder / value) if isinstance(value, str) else [str(folder / one) for one in value]


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
        raise SettingError(
            f"can't be read: {fault.strerror}", place=shown(path), remedy="Check its permissions."
        ) from None
    except (ValueError, RecursionError) as fault:
        raise SettingError(f"is not valid TOML: {fault}", place=shown(path), remedy="Mend the file.") from None
    if table is not None and not isinstance(table, dict):
        raise SettingError(f"[{TABLE}] is no table", place=shown(path), remedy=f"Write [{TABLE}] on a line of its own.")
    return table
