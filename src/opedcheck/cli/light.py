"""Words from the command line made values without Pydantic, which Typer asks for and which takes a tenth of a second.

Only texts, paths and flags are read here; whatever else an option asks for (a number in bounds) stays Typer's.
Other versions of Typer never ask, and lose nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_origin

PLAIN: dict[object, Callable[[Any], Any]] = {str: str, Path: Path, bool: bool}


class Plain:
    """Typer's own contract for one parameter: the value for what was written, none and many as Typer has them."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make = make

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        return [self.make(one) for one in value] if many else self.make(value)


def lighten(command: Any) -> None:
    """Read the plain parameters of a command, and of all below it, without Pydantic."""
    for below in getattr(command, "commands", {}).values():
        lighten(below)
    for param in command.params:
        _lighten(param)
    helping = command.get_help_option  # --help is made when it is asked for, and is no parameter like the others
    command.get_help_option = lambda ctx: _lighten(helping(ctx))


def _lighten(param: Any) -> Any:
    make = PLAIN.get(_kind(param))
    if make is not None:
        param.get_runtime_param = lambda: Plain(make)
    return param


def _kind(param: Any) -> object:
    """`str` for a text or a list of texts, and so on; `None` where Typer does more than to make a value of a word."""
    described = getattr(param, "type_descriptor", None)
    told = getattr(described, "annotation", None)
    info = getattr(described, "parameter_info", None)
    if info is None or any(getattr(info, asked, None) for asked in ("parser", "click_type", "exists", "resolve_path")):
        return None
    return get_args(told)[0] if get_origin(told) is list else told
