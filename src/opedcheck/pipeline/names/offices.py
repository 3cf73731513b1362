"""Offices as they stand beside a name: whose office it is, and what a page's titles have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from opedcheck.model.mentions import Status
from opedcheck.pipeline.names.page import Page
from opedcheck.words.titles import is_office

POSSESSIVES = frozenset({"'s", "'"})
OWNERS = frozenset({"place", "group", "organisation"})
OF = frozenset({"of", "for", "to", "at", "from"})
BOUNDARIES = frozenset({",", ".", ";", ":", ")", "-", "--", "–", "—", "?", "!", '"', ""})


class Owner(Protocol):
    """A stretch that may be whose office it is."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def kind(self) -> str: ...

    @property
    def entity(self) -> str | None: ...


class Held(NamedTuple):
    """A title as it stands: tokens `start` to `end` (with its nationality and status), and what it says."""

    text: str
    canonical: str
    of: str | None
    status: Status | None
    start: int
    end: int
    plural: bool = False

    @property
    def office(self) -> bool:
        return is_office(self.canonical)


def owns(owner: Owner) -> bool:
    """Whether an office can be its: "Hispanic" before a title is a description, "French" whose office it is."""
    return owner.kind in OWNERS and (owner.kind != "group" or owner.entity is not None)


class Offices:
    """Reads titles on one page. `begins` and `ends` find the stretches that may be owners, by first and last token."""

    def __init__(self, page: Page, begins: Mapping[int, Owner], ends: Mapping[int, Owner]) -> None:
        self.page = page
        self.begins = begins
        self.ends = ends

    def called(self, owner: Owner) -> str:
        """An owner's id, else its words."""
        return owner.entity or self.page.slice(owner.start, owner.end)
