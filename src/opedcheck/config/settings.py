"""What a configuration file can say: the keys, their types, and what each is for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# As in the model, of which settings know nothing; a test holds the two alike.
Severity = Literal["error", "warning", "info"]
Verdict = Literal["supported", "imprecise", "outdated", "disputed", "contradicted", "unverified"]
Level = Literal["error", "warning", "info", "off"]
Reason = Annotated[str, Meta(min_length=1)]


def _told(description: str) -> Meta:
    return Meta(description=description)


class Suppress(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A finding that is not to be shown, and why; from the day `expires` on it is shown again."""

    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{8,64}$", description="As reports have it; 8 digits may do.")]
    reason: Annotated[str, Meta(min_length=1, description="Why it is not to be shown.")]
    expires: Annotated[date | None, _told("The first day on which it is shown again.")] = None


class Override(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What holds for some files instead: those that `paths`, patterns as in .gitignore, speak of."""

    paths: Annotated[
        tuple[str, ...], Meta(min_length=1, description="Patterns as in .gitignore, from this file's folder.")
    ]
    select: Annotated[tuple[str, ...], _told("The rules to heed in these files.")] = ()
    ignore: Annotated[tuple[str, ...], _told("Rules not to heed in these files.")] = ()
    severity: Annotated[dict[str, Level], _told("The severity of rules in these files.")] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What a configuration file can say. Paths are relative to the file.

    No keys, but what is known of the rest: `home`, the file's folder, and `origins`, for each key that a file sets the
    file and its line (0 where it can't be told).
    """

    extend: Annotated[str | None, _told("Another configuration file, whose settings hold unless this one says so.")] = (
        None
    )
    model: Annotated[str | None, _told("An installed spaCy model.")] = None
    claims: Annotated[tuple[str, ...], _told("References to use as well: YAML files or folders.")] = ()
    default_claims: Annotated[bool, _told("Whether to use the references that ship.")] = True
    include: Annotated[tuple[str, ...], _told("Patterns of files to check in folders; all articles if empty.")] = ()
    exclude: Annotated[tuple[str, ...], _told("Patterns of files and folders to leave out.")] = ()
    select: Annotated[tuple[str, ...], _told("The rules to heed; all if empty.")] = ()
    ignore: Annotated[tuple[str, ...], _told("Rules not to heed.")] = ()
    severity: Annotated[dict[str, Level], _told("The severity of rules: error, warning, info, or off.")] = {}
    fail_on: Annotated[Severity, _told("The severity from which on a scan exits with 1.")] = "error"
    show: Annotated[tuple[Verdict, ...], _told("Verdicts of claims to list, too.")] = ()
    baseline: Annotated[str | None, _told("A file of findings that are known and not shown.")] = None
    suppress: Annotated[tuple[Suppress, ...], _told("Findings not to show.")] = ()
    overrides: Annotated[tuple[Override, ...], _told("What holds for some files instead.")] = ()
    home: str = "."
    origins: dict[str, tuple[str, int]] = {}


NO_KEYS = frozenset({"home", "origins"})
KEYS = tuple(field.encode_name for field in msgspec.structs.fields(Settings) if field.name not in NO_KEYS)


def matches(patterns: tuple[str, ...], path: Path, home: str) -> bool:
    """Whether a file lies where one of `patterns` (as in .gitignore, from the folder `home`) points to."""
    if not patterns:
        return False
    from pathspec import GitIgnoreSpec

    whole, root = path.absolute(), Path(home).absolute()
    if not whole.is_relative_to(root):
        return False
    name = whole.relative_to(root).as_posix()
    return GitIgnoreSpec.from_lines(patterns).match_file(f"{name}/" if path.is_dir() else name)


def allows(settings: Settings, path: Path) -> bool:
    """Whether the settings let a file found in a folder, or the folder itself, be looked at."""
    if matches(settings.exclude, path, settings.home):
        return False
    return not settings.include or path.is_dir() or matches(settings.include, path, settings.home)
