"""Help as people read it: lists of commands with whole sentences, and no types of Python beside the arguments."""

from __future__ import annotations

import inspect
from typing import Any


def tidy(command: Any) -> None:
    """Let a group, and all below it, say of each command the first sentence of its help, wrapped and not cut short."""
    for below in getattr(command, "commands", {}).values():
        below.short_help = below.short_help or first_sentence(below.help or "")
        tidy(below)
    for param in command.params:
        if param.param_type_name == "argument":
            param.display_type_rich = lambda ctx: None


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph of a docstring, on one line."""
    paragraph = " ".join(inspect.cleandoc(text).partition("\n\n")[0].split())
    return f"{paragraph.partition('. ')[0].rstrip('.')}."
