"""YAML itself: lines, aliases, what is refused, and what a text can never do."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.references.tree import Broken, Items, Node, Scalar, Table, line_of
from opedcheck.references.yaml_source import parse


def plain(node: Node | None) -> Any:
    match node:
        case Table():
            return {key: plain(value) for key, value in node.values.items()}
        case Items():
            return [plain(value) for value in node.values]
        case Scalar():
            return node.text
        case None:
            return None


BROKEN = [
    ("a: [1, 2\nb: 3\n", 2, "is not valid YAML: did not find expected ',' or ']'"),
    ("a: 1\n b: 2\n", 2, "is not valid YAML: mapping values are not allowed in this context"),
    ("a: 'x\n", 2, "is not valid YAML: found unexpected end of stream"),
    ("a:\n\t- b\n", 2, "is not valid YAML: found character that cannot start any token"),
    ("a: 1\n---\nb: 2\n", 2, "a second YAML document begins"),
    ("a: 1\nb: *c\n", 2, "*c refers to nothing that stands before it"),
    ("a: &c [*c]\n", 1, "*c refers to nothing that stands before it"),
    (
        "a: 1\nb: !!python/object/apply:os.system [ls]\n",
        2,
        "the tag tag:yaml.org,2002:python/object/apply:os.system is",
    ),
    ("a: !secret b\n", 1, "the tag !secret is not allowed"),
    ("a: 1\n? [b, c]\n: 2\n", 2, "a key is a list or a mapping"),
    ("a: &x [1]\n*x : 2\n", 2, "a key is a list or a mapping"),
    ("a: b\nc: \x07\n", 2, "holds the character U+0007, which YAML does not allow"),
    ("a: " + "[" * 50 + "]" * 50, 1, "is nested more than 40 deep"),
    ("a: " + "[" * 100_000, 1, "is nested more than 40 deep"),
]


@pytest.mark.parametrize(("text", "line", "what"), BROKEN, ids=[row[2][:50] for row in BROKEN])
def test_what_is_broken_is_named_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(Broken) as raised:
        parse(text)
    assert raised.value.line == line
    assert raised.value.what.startswith(what)
    assert raised.value.remedy.endswith(".")


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    start = time.perf_counter()
    with pytest.raises(Broken, match="holds more than 1,000,000 values"):
        parse("\n".join(rows))
    assert time.perf_counter() - start < 5


def test_an_alias_stands_for_what_it_names() -> None:
    assert plain(parse("a: &x {b: [c]}\nd: *x\ne: &y f\n*y : g\n")) == {
        "a": {"b": ["c"]}, "d": {"b": ["c"]}, "e": "f", "f": "g",
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_counted_as_editors_do(end: str) -> None:
    text = end.join(["# one", "a: 'x\u2028y\x85z'", "b:", "- c", "- d: 1", "  e: 2", ""])
    tree = parse(text)
    assert isinstance(tree, Table)
    assert tree.lines == {"a": 2, "b": 3}
    assert (line_of(tree, "b", 1), line_of(tree, "b", 1, "e")) == (5, 6)
    assert (line_of(tree, "b", 1, "nothing"), line_of(tree, "nothing"), line_of(tree, "b", 7)) == (5, 2, 3)


def test_nothing_is_nothing() -> None:
    assert parse("") is None
    assert parse("# only this\n") is None
    null = parse("a:\nb: ~\nc: ''\n")
    assert isinstance(null, Table)
    assert [value.written for value in null.values.values() if isinstance(value, Scalar)] == ["null", "null", "text"]


TREES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdé", min_size=1), inner, max_size=4),
    max_leaves=20,
)


@given(TREES, st.booleans())
def test_what_yaml_writes_is_read_back(value: Any, unicode: bool) -> None:
    assert plain(parse(yaml.safe_dump(value, allow_unicode=unicode))) == value


@given(st.text())
def test_any_text_is_a_tree_or_broken(text: str) -> None:
    try:
        parse(text)
    except Broken as broken:
        assert broken.what
        assert broken.line is None or 1 <= broken.line <= text.count("\n") + 1
