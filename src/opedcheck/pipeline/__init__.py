"""The spaCy side: nothing outside this folder imports spaCy. What is asked of a model's name alone is in `models`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opedcheck.pipeline.language import build, read
    from opedcheck.pipeline.texts import reading, readings

__all__ = ["build", "read", "reading", "readings"]
HOMES = {"build": "language", "read": "language", "reading": "texts", "readings": "texts"}


def __getattr__(name: str) -> object:
    """Import what brings spaCy with it when it is first asked for."""
    if name in HOMES:
        module = import_module(f"opedcheck.pipeline.{HOMES[name]}")
        found = globals()[name] = getattr(module, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
