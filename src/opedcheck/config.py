"""Settings: the nearest opedcheck.toml, .opedcheck.toml or pyproject.toml with [tool.opedcheck], going up."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from opedcheck.errors import SettingError

NAMES = ("opedcheck.toml", ".opedcheck.toml", "pyproject.toml")
TABLE = "tool.opedcheck"
# As in the model, of which settings know nothing; a test holds the two alike.
Severity = Literal["error", "warning", "info"]
Verdict = Literal["supported", "imprecise", "outdated", "disputed", "contradicted", "unverified"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What a configuration file can say. `claims` are paths, in the file relative to it; `show` are verdicts."""

    model: str | None = None
    claims: tuple[str, ...] = ()
    default_claims: bool = True
    fail_on: Severity = "error"
    show: tuple[Verdict, ...] = ()


CHOICES = {"fail-on": get_args(Severity), "show": get_args(Verdict)}
KEYS = tuple(field.encode_name for field in msgspec.structs.fields(Settings))


def load(start: Path, *, config: Path | None = None, isolated: bool = False) -> Settings:
    """The settings that hold in the folder `start`; `config` names the file instead, `isolated` reads none.

    Raises SettingError where the file is missing, broken, or says what can't be.
    """
    if isolated:
        return Settings()
    if config is not None:
        if not config.is_file():
            raise SettingError("no such configuration file", place=config, remedy="Check --config.")
        return _settings(_table(config) or {}, config)
    for folder in (start.resolve(), *start.resolve().parents):
        for path in (folder / name for name in NAMES):
            if path.is_file() and (table := _table(path)) is not None:
                return _settings(table, path)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
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


def _settings(table: dict[str, Any], path: Path) -> Settings:
    unknown = [_unknown(key) for key in table if key not in KEYS]
    if unknown:
        raise SettingError("; ".join(unknown), place=path, remedy=f"The keys are {', '.join(KEYS)}.")
    try:
        found = msgspec.convert(table, Settings)
    except msgspec.ValidationError as fault:
        what = str(fault).replace("$.", "")
        choices = next((choices for key, choices in CHOICES.items() if f"`{key}" in what), ())
        remedy = f"The values are {', '.join(choices)}." if choices else "Mend the value."
        raise SettingError(what, place=path, remedy=remedy) from None
    return msgspec.structs.replace(found, claims=tuple(str(path.parent / name) for name in found.claims))


def _unknown(key: str) -> str:
    near = get_close_matches(key.replace("_", "-").lower(), KEYS, 1, 0.5)
    return f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else "")
