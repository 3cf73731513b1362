"""What can go wrong for a reason that the user can mend: one base class, one catch, in `cli`."""

from __future__ import annotations

from pathlib import Path


class OpedcheckError(Exception):
    """A fault that names its place and its remedy.

    `place` is a file, a file with a line, an option or `None`; `remedy` says what to do about it.
    """

    def __init__(
        self, what: str, *, place: str | Path | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        self.what = what
        self.place = None if place is None else str(place)
        self.line = line
        self.remedy = remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """`place:line: what. remedy`, on one line."""
        where = ":".join(str(part) for part in (self.place, self.line) if part is not None)
        return " ".join(filter(None, (f"{where}:" if where else "", f"{self.what}.", self.remedy)))


class ArticleError(OpedcheckError):
    """An article that can't be read."""


class ReferencesError(OpedcheckError):
    """A reference that can't be used; `faults` lists every one that was found, not just the first."""

    def __init__(self, what: str, *, faults: tuple[str, ...] = (), **place: object) -> None:
        self.faults = faults
        super().__init__(what, **place)  # type: ignore[arg-type]


class SettingError(OpedcheckError):
    """A configuration file or an option that can't be used."""


class ModelError(OpedcheckError):
    """A spaCy model that is not installed or does not fit."""
