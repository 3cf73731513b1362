"""`lsp`: opedcheck as a language server."""

from __future__ import annotations

from opedcheck.errors import SettingError


def lsp() -> None:
    """Serve an editor over the Language Server Protocol, on standard input and output."""
    try:
        from opedcheck.lsp.server import serve
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] == "opedcheck":
            raise
        what = f"the language server needs the package {fault.name!r}, which is not installed"
        remedy = "Install the extra `lsp`: `python -m pip install 'opedcheck[lsp]'`."
        raise SettingError(what, place="opedcheck lsp", remedy=remedy) from None
    serve()
