"""Positions as clients count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from opedcheck.lsp.positions import Positions

TEXT = "añ𝔄b\r\nשלום 🎉x\rc\u2028d\n"


@pytest.mark.parametrize(
    ("encoding", "found", "line", "character"),
    [
        ("utf-16", "b", 0, 4), ("utf-8", "b", 0, 7), ("utf-32", "b", 0, 3),
        ("utf-16", "x", 1, 7), ("utf-8", "x", 1, 13), ("utf-32", "x", 1, 6),
        ("utf-16", "d", 2, 2), ("utf-8", "d", 2, 4), ("utf-16", "\r", 0, 5), ("utf-16", "\n", 0, 5),
    ],
)  # fmt: skip
def test_positions(encoding: str, found: str, line: int, character: int) -> None:
    assert Positions(TEXT, encoding).at(TEXT.index(found)) == Position(line, character)


def test_what_lies_outside_is_drawn_in() -> None:
    positions = Positions(TEXT, "utf-16")
    assert positions.offset(Position(0, 99)) == positions.line_end(0) == TEXT.index("\r")
    assert positions.offset(Position(99, 0)) == len(TEXT)
    assert positions.offset(Position(0, 3)) == TEXT.index("𝔄")  # within a surrogate pair
    assert positions.at(len(TEXT)) == Position(3, 0)


SOURCES = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("\r\n\u2028𝔄é")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(source=SOURCES, data=st.data())
def test_there_and_back(encoding: str, source: str, data: st.DataObject) -> None:
    positions = Positions(source, encoding)
    offset = data.draw(st.integers(0, len(source)))
    within = source[offset - 1 : offset + 1] == "\r\n"
    assert positions.offset(positions.at(offset)) == (offset - 1 if within else offset)
