"""What a configuration file says, as settings; what it can't say, with its line, its key and a remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec

from opedcheck.config.settings import KEYS, Level, Override, Settings, Severity, Suppress, Verdict
from opedcheck.errors import SettingError

Table = dict[str, Any]
INNER: dict[str, type[msgspec.Struct]] = {"suppress": Suppress, "overrides": Override}
LEVELS = get_args(Level)
CHOICES: dict[str, tuple[str, ...]] = {"fail-on": get_args(Severity), "show": get_args(Verdict)}
TYPES = {
    "array": "a list", "object": "a table", "str": "a text", "bool": "true or false", "int": "a number",
    "float": "a number", "date": "a day, such as 2027-01-01", "datetime": "a day with a time",
}  # fmt: skip
# What msgspec says of a value, and what it means.
WORDINGS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"Expected `(\w+)[^`]*`, got `(\w+)`",
        lambda m: f"is {TYPES.get(m[2], m[2])}, and should be {TYPES.get(m[1], m[1])}",
    ),
    (r"Expected `\w+` of length >= 1", lambda m: "is empty"),
    (
        r"Expected `str` matching regex",
        lambda m: "is no fingerprint: 8 to 64 of the digits 0 to 9 and a to f",
    ),
    (r"Invalid RFC3339 encoded date", lambda m: f"is not {TYPES['date']}"),
    (r"Object missing required field `([\w-]+)`", lambda m: f"has no {m[1]!r}"),
    (r"Invalid enum value '(.*?)'", lambda m: f"is {m[1]!r}"),
)
AT = re.compile(r" - at `\$\.(?P<key>[\w-]+)(?:\[(?P<number>\d+)\])?(?:\.(?P<inner>[\w-]+))?")


class Fault(NamedTuple):
    """What is wrong, of which key (of a list of tables, in which of them, from 1), and what to do."""

    what: str
    key: str
    number: int
    remedy: str


def read(table: Table, path: Path) -> Settings:
    """The settings of a file's table. Raises SettingError at what can't be."""
    fault = next(_faults(table), None)
    if fault is None:
        try:
            return msgspec.convert(table, Settings)
        except msgspec.ValidationError as wrong:
            fault = _meant(str(wrong))
    line = line_of(path, fault.key, fault.number) or None
    raise SettingError(fault.what, place=shown(path), line=line, remedy=fault.remedy)


def shown(path: str | Path) -> str:
    """A file as people would name it: relative to the working directory where that is above it."""
    here, file = Path.cwd(), Path(path)
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def line_of(path: Path, key: str, number: int = 1) -> int:
    """The line on which a file sets a key; of a list of tables, where the `number`th begins. 0 if it can't be told."""
    name = re.escape(key)
    wanted = re.compile(rf"\s*(?:\[+\s*(?:tool\.opedcheck\.)?{name}\b|{name}\b[\w.-]*\s*=)")
    lines = path.read_text(encoding="utf-8").split("\n")
    found = [at for at, line in enumerate(lines, start=1) if wanted.match(line)]
    return found[min(number, len(found)) - 1] if found else 0


def nearest(said: str, choices: Sequence[str], otherwise: str) -> str:
    """A remedy: the one of `choices` that may have been meant, and `otherwise` where none is near."""
    near = get_close_matches(said.replace("_", "-").lower(), choices, 1, 0.5)
    return f"Did you mean {near[0]!r}?" if near else otherwise


def _faults(table: Table) -> Iterator[Fault]:
    """Keys that there are not, and severities: of those msgspec tells less."""
    for key in table:
        if key not in KEYS:
            yield Fault(f"unknown key {key!r}", key, 1, nearest(key, KEYS, f"The keys are {', '.join(KEYS)}."))
    yield from _severities(table, "severity", 1)
    for name, kind in INNER.items():
        keys = tuple(field.encode_name for field in msgspec.structs.fields(kind))
        rows = table.get(name)
        for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
            for key in row if isinstance(row, dict) else ():
                if key not in keys:
                    what, remedy = f"unknown key {key!r}", nearest(key, keys, f"The keys are {', '.join(keys)}.")
                    yield Fault(f"{_entry(name, number)}: {what}", name, number, remedy)
            yield from _severities(row, name, number)


def _severities(table: Any, key: str, number: int) -> Iterator[Fault]:
    told = table.get("severity") if isinstance(table, dict) else None
    for rule, level in told.items() if isinstance(told, dict) else ():
        if level not in LEVELS:
            where = "" if key == "severity" else f"{_entry(key, number)}: "
            what = f"{where}the severity of {rule} is {level!r}"
            yield Fault(what, key, number, nearest(str(level), LEVELS, _values(LEVELS)))


def _meant(said: str) -> Fault:
    """What msgspec says, as people say it."""
    at = AT.search(said)
    assert at is not None, said
    key, number, inner = at["key"], int(at["number"] or 0) + 1, at["inner"]
    wrong = next((meant(found) for known, meant in WORDINGS if (found := re.match(known, said))), said[: at.start()])
    subject = key
    if key in INNER and at["number"]:
        subject = f"{_entry(key, number)}{f': {inner}' if inner else ''}"
    elif at["number"]:
        subject = f"number {number} of {key}"
    named = re.match(r"Invalid enum value '(.*?)'", said)
    choices = CHOICES.get(key, ())
    remedy = nearest(named[1], choices, _values(choices)) if named else "Mend the value."
    return Fault(f"{subject} {wrong}", key, number, remedy)


def _type(name: str) -> str:
    return TYPES.get(name, name)


def _entry(name: str, number: int) -> str:
    return f"[[{name}]] number {number}"


def _values(choices: Sequence[str]) -> str:
    return f"The values are {', '.join(choices)}."
