"""`lsp` without its extra."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_the_remedy_is_named_where_the_extra_is_missing(
    run: Run, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("opedcheck.lsp.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    found = run("lsp")
    assert (found.status, found.out) == (2, "")
    assert f"needs the package '{missing}'" in found.err and "pip install 'opedcheck[lsp]'" in found.err
