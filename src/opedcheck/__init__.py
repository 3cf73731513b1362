"""opedcheck, the linter for facts.

>>> import opedcheck
>>> report = opedcheck.check("Japanese Prime Minister Yoshihide Kishida spoke.", date="2023-07-10")
>>> [finding.rule for finding in report.findings]
['name-mismatch']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from opedcheck.api import check, load_references

__all__ = ["__version__", "check", "load_references"]


def __getattr__(name: str) -> object:
    """Import the public functions when they are first asked for: they bring spaCy with them."""
    if name in ("check", "load_references"):
        from opedcheck import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
