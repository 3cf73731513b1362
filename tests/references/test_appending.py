"""A record put into a file that people keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opedcheck.model import Source, Statement
from opedcheck.references.appending import appended, new_id
from opedcheck.references.collect import File, same
from opedcheck.references.drafting import Draft, skeleton
from opedcheck.references.reading import read

NEW = Statement(id="new", statement="It is new.", sources=(Source(publisher="G"),))
ROWS = ["- id: new", "  statement: It is new.", "  sources:", "    - {publisher: G}"]


def rows(indent: int) -> str:
    return "".join(f"{' ' * indent}{row}\n" for row in ROWS)


OLD = "- {id: old, statement: It is old., sources: [{publisher: H}]}"
FILES = [
    ("", f"# opedcheck references\nstatements:\n{rows(2)}"),
    ("# mine\n", f"# mine\nstatements:\n{rows(2)}"),
    ("# mine\nstatements:\n", f"# mine\nstatements:\n{rows(2)}"),
    ("statements: [] # none yet\n# end\n", f"statements: # none yet\n{rows(2)}# end\n"),
    (f"statements:\n  {OLD}\n", f"statements:\n  {OLD}\n{rows(2)}"),
    (f"statements:\n  {OLD}", f"statements:\n  {OLD}\n{rows(2)}"),
    (f"statements:\n{OLD}  # why\n# end\n", f"statements:\n{OLD}  # why\n{rows(0)}# end\n"),
    (
        f"statements:\n    {OLD}\n    # about it\n\n# next\npeople: []\n",
        f"statements:\n    {OLD}\n{rows(4)}    # about it\n\n# next\npeople: []\n",
    ),
    (
        "statements:\n  - id: old\n    statement: It is old.\n    # its source\n    sources:\n      - publisher: H\n\n"
        "people:\n  - {id: a, name: A, sources: [{publisher: H}]}\n",
        "statements:\n  - id: old\n    statement: It is old.\n    # its source\n    sources:\n      - publisher: H\n"
        f"{rows(2)}\npeople:\n  - {{id: a, name: A, sources: [{{publisher: H}}]}}\n",
    ),
    (
        "people:\n  - {id: a, name: A, sources: [{publisher: H}]}\n",
        f"people:\n  - {{id: a, name: A, sources: [{{publisher: H}}]}}\nstatements:\n{rows(2)}",
    ),
    (f"statements:\r\n  {OLD}\r\n", f"statements:\r\n  {OLD}\r\n" + rows(2).replace("\n", "\r\n")),
]


@pytest.mark.parametrize(("before", "after"), FILES)
def test_all_else_stays(before: str, after: str) -> None:
    assert appended(before, NEW) == after


@pytest.mark.parametrize("before", [f"statements: [{OLD[2:]}]\n", f"{{statements: [{OLD[2:]}]}}\n"])
def test_what_is_on_one_line_is_spread_out(before: str) -> None:
    assert ids(appended(before, NEW)) == ["old", "new"]


@pytest.mark.parametrize(("before", "_"), FILES)
def test_the_record_comes_back(before: str, _: str) -> None:
    entry = read(File(Path("a.yaml"), "a.yaml", appended(before, NEW).encode())).entries
    assert any(one.record is not None and same(one.record, NEW) for one in entry)


def ids(text: str) -> list[Any]:
    return [entry.id for entry in read(File(Path("a.yaml"), "a.yaml", text.encode())).entries]


@pytest.mark.parametrize(
    ("statement", "taken", "made"),
    [
        ("The dam at Elmtown broke in 1911.", (), "dam-elmtown-broke-1911"),
        ("The dam at Elmtown broke in 1911.", ("dam-elmtown-broke-1911",), "dam-elmtown-broke-1911-2"),
        ("Québec's Élan", (), "quebec-s-elan"),
        ("It is.", (), "statement"),
        ("word " * 40, (), "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 90, (), "x" * 60),
    ],
)
def test_ids(statement: str, taken: tuple[str, ...], made: str) -> None:
    assert new_id(statement, taken) == made


def test_a_draft_is_refused_until_it_has_a_source() -> None:
    text = skeleton([Draft('He said: "No."', ("deed: said",)), Draft("It is so, # so.", ())], ("From a.txt.",), ())
    decoded = read(File(Path("a.yaml"), "a.yaml", text.encode()))
    assert [entry.record for entry in decoded.entries] == [None, None]
    for fault in decoded.faults:
        assert fault.what == "it is a draft: its source is empty"
        assert fault.remedy.startswith("Fill in publisher:")
    filled = text.replace("publisher:", "publisher: G")
    records = [entry.record for entry in read(File(Path("a.yaml"), "a.yaml", filled.encode())).entries]
    assert [one.statement for one in records if isinstance(one, Statement)] == ['He said: "No."', "It is so, # so."]


def test_nothing_to_draft() -> None:
    assert skeleton([], ("From a.txt.",), ()) == "# From a.txt.\nstatements: []\n"
