"""The canonical form of a file: what it looks like, what it never changes, and that it is its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opedcheck.references.collect import File, same
from opedcheck.references.fields import KEYS, SECTIONS
from opedcheck.references.formatting import formatted
from opedcheck.references.reading import read
from opedcheck.references.shipped import shipped
from opedcheck.references.tree import Broken

BEFORE = """\
# head of the file

people:
# about Ann
- id: ann
    # which stands here
    # where it stands
  sources:
  -   published: 2020-01-01   # to the day
      # who
      publisher: G
  offices:
      - {until: 2013, title: Mayor,   of: Elmtown}
  # her name
  name: Ann Oak\x20\x20
  # end of Ann

# about Ben
- {name: Ben, id: ben, sources: [{published: 2020, publisher: X}]}
statements:
  - statement: >
      A folded text
      # and no comment
    id: s
    valid:
      until: 2013
      # since when
      from: "2012"
    unknown: 010
    topic: ~
    sources: []
# the end
"""
AFTER = """\
# head of the file

people:
  # about Ann
  - id: ann
    # her name
    name: Ann Oak
    offices:
      - {title: Mayor, of: Elmtown, until: 2013}
    # which stands here
    # where it stands
    sources:
      # who
      - publisher: G
        published: 2020-01-01 # to the day
  # end of Ann

  # about Ben
  - id: ben
    name: Ben
    sources: [{publisher: X, published: 2020}]
statements:
  - id: s
    statement: >
      A folded text
      # and no comment
    valid:
      # since when
      from: "2012"
      until: 2013
    topic:
    sources: []
    unknown: 010
# the end
"""


def test_the_form() -> None:
    assert formatted(BEFORE) == AFTER
    assert formatted(AFTER) == AFTER


SAME = [
    "# opedcheck references\nstatements: []\n",
    "# nothing yet\n",
    "",
    'people:\n  - id: a\n    name: "A: B"\n    aliases: [\'x\', "no", yes, 1.10, 0x1F, 2023-01]\n',
    "people:\n  - id: a\n    note: |\n      One\n        # two\n\n      three\n    sources: []\n",
    "people:\n  - id: a\n    sources: &s\n      - {publisher: G}\n  - id: b\n    sources: *s\n",
    "- no\n- mapping\n",
]


@pytest.mark.parametrize("text", SAME)
def test_what_is_in_form_stays(text: str) -> None:
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("people:\r\n- name: A\r\n  id: a\r\n", "people:\n  - id: a\n    name: A\n"),
        ("people:\n- id: a", "people:\n  - id: a\n"),
        ("people:\n-\n  name: A\n  id: a\n", "people:\n  - id: a\n    name: A\n"),
        ("people: [{name: A, id: a}]\n", "people:\n  - id: a\n    name: A\n"),
        ("people:\n- name:\n    A B\n  id: a\n", "people:\n  - id: a\n    name: A B\n"),
    ],
)
def test_other_forms(text: str, made: str) -> None:
    assert formatted(text) == made


@pytest.mark.parametrize("text", ["people: [", "a: 1\na: 2\n", "people:\n- id: a\n  id: b\n", "x: !!python/name:a b\n"])
def test_what_is_no_yaml(text: str) -> None:
    with pytest.raises(Broken):
        formatted(text)


def test_ours_are_in_form() -> None:
    small = sorted(shipped().rglob("*.yaml"), key=lambda path: path.stat().st_size)[:12]
    assert [path.name for path in small if formatted(path.read_text(encoding="utf-8")) != path.read_text("utf-8")] == []


WORD = st.sampled_from(
    ["Oak", "no", "2023", "2023-07", "1.10", "a: b", "x # y", "é", "'q'", '"', "true", "~", "# z", ""]
)
COMMENT = st.sampled_from(["# one", "#two", "# three: {", "# - four"])


@st.composite
def files(draw: Any) -> str:
    """A file of references as somebody may have written it: any order, any indentation, comments anywhere."""
    dash, deep = draw(st.sampled_from([(0, 2), (2, 4), (4, 6), (2, 6)]))
    rows: list[str] = []

    def comment(indent: int) -> None:
        if draw(st.integers(0, 3)) == 0:
            rows.append(" " * indent + draw(COMMENT))

    def scalar() -> str:
        word = draw(WORD)
        quoted = '"' + word.replace('"', '\\"') + '"'
        bare = word and word[0] not in "#'\"~" and ": " not in word and " #" not in word
        return word if bare and draw(st.booleans()) else quoted

    for section in draw(st.lists(st.sampled_from(sorted(SECTIONS)), min_size=1, max_size=2, unique=True)):
        comment(0)
        rows.append(f"{section}:")
        for number in range(draw(st.integers(1, 3))):
            comment(dash)
            keys = draw(st.permutations(sorted(KEYS[SECTIONS[section]])))[: draw(st.integers(1, 5))]
            for at, key in enumerate(["id", *(key for key in keys if key != "id")] if draw(st.booleans()) else keys):
                if at:
                    comment(draw(st.sampled_from([deep, deep + 2, 0])))
                lead = " " * dash + "-" + " " * (deep - dash - 1) if at == 0 else " " * deep
                match KEYS[SECTIONS[section]][key].takes:
                    case "tables" if draw(st.booleans()):
                        rows.append(f"{lead}{key}:")
                        for _ in range(draw(st.integers(1, 2))):
                            comment(deep)
                            rows.append(f"{' ' * (deep + 2)}- published: {scalar()}")
                            comment(deep + 4)
                            rows.append(f"{' ' * (deep + 4)}publisher:   {scalar()}")
                    case "tables":
                        rows.append(f"{lead}{key}: [{{published: {scalar()},publisher: {scalar()}}}]")
                    case "texts":
                        rows.append(f"{lead}{key}:   [ {scalar()},{scalar()} ]")
                    case _:
                        value = f"record-{number}" if key == "id" else scalar()
                        rows.append(f"{lead}{key}: {value}{draw(st.sampled_from(['', '  # end', '   ']))}")
    comment(0)
    return "\n".join(rows) + draw(st.sampled_from(["", "\n", "\n\n"]))


def _records(text: str) -> list[Any]:
    return [entry.record for entry in read(File(Path("a.yaml"), "a.yaml", text.encode())).entries]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_nothing_is_lost_and_the_form_is_its_own(text: str) -> None:
    made = formatted(text)
    assert formatted(made) == made
    before, after = _records(text), _records(made)
    assert len(before) == len(after)
    assert all(a is b is None or same(a, b) for a, b in zip(before, after, strict=True))
    assert sorted(_comments(made)) == sorted(_comments(text))


def _comments(text: str) -> list[str]:
    return [row.strip() for row in text.split("\n") if row.strip().startswith("#")]


def test_a_comment_behind_brackets_stands_above_the_record() -> None:
    text = (
        "people: # all\n  - {name: Änn, id: a, sources: [{publisher: G}]} # first\n  # of Ben\n"
        "  - {name: Ben, id: b,\n     sources: [{publisher: G}]} # second\n"
    )
    made = formatted(text)
    assert made == (
        "people: # all\n  # first\n  - id: a\n    name: Änn\n    sources: [{publisher: G}]\n"
        "  # of Ben\n  # second\n  - id: b\n    name: Ben\n    sources: [{publisher: G}]\n"
    )
    assert formatted(made) == made
