"""Two states of references, and what has changed between them, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedcheck.references.collect import File
from opedcheck.references.differing import differences
from opedcheck.references.reading import read

CHANGES = [
    # section, before, after, details
    ("people", "{name: A}", "{name: A}", []),
    ("people", "{name: Ann Oak}", "{name: Ann Elm}", ["name changed from “Ann Oak” to “Ann Elm”"]),
    ("people", "{name: A}", "{name: A, surname: B}", ["surname added: B"]),
    ("people", "{name: A, surname: B}", "{name: A}", ["surname removed: B"]),
    ("people", "{name: A, aliases: [B, C]}", "{name: A, aliases: [C, D]}", ["aliases: removed B", "aliases: added D"]),
    ("people", "{name: A, aliases: [B, C]}", "{name: A, aliases: [C, B]}", ["aliases: in another order"]),
    (
        "people",
        "{name: A, offices: [{title: Mayor, of: Elm, from: 2010, until: 2012}]}",
        "{name: A, offices: [{title: Mayor, of: Elm, from: 2010, until: 2013-05-01}]}",
        ["offices: Mayor of Elm: until changed from 2012 to 2013-05-01"],
    ),
    (
        "people",
        "{name: A, offices: [{title: Mayor, of: Elm, from: 2010}, {title: Mayor, of: Elm, from: 2016}]}",
        "{name: A, offices: [{title: Mayor, of: Elm, from: 2010, until: 2014}, {title: Judge, of: Elm, from: 2015},"
        " {title: Mayor, of: Elm, from: 2016, acting: true}]}",
        [
            "offices: Mayor of Elm: until added: 2014",
            "offices: Mayor of Elm: acting added: true",
            "offices: added Judge of Elm (from 2015)",
        ],
    ),
    (
        "organisations",
        "{name: A, members: [b, {who: c, from: 2010}]}",
        "{name: A, members: [{who: c, from: 2011}]}",
        ["members: c: from changed from 2010 to 2011", "members: removed b"],
    ),
    (
        "statements",
        "{statement: It is., valid: {from: 2010}}",
        "{statement: It is., valid: {from: 2010, until: 2012}, verdict: false, tolerance: 0.1}",
        ["verdict added: false", "tolerance added: 0.1", "valid: until added: 2012"],
    ),
    (
        "places",
        "{name: A, sources: [{publisher: G, title: T, published: 2020}]}",
        "{name: A, sources: [{publisher: G, title: T, published: 2021}, {publisher: H}]}",
        ["sources: G: published changed from 2020 to 2021", "sources: added H"],
    ),
]


def records(text: str) -> list[object]:
    decoded = read(File(Path("a.yaml"), "a.yaml", text.encode()))
    assert not decoded.faults
    return [entry.record for entry in decoded.entries]


@pytest.mark.parametrize(("section", "old", "new", "details"), CHANGES)
def test_in_words(section: str, old: str, new: str, details: list[str]) -> None:
    before, after = (records(f"{section}:\n- {{id: a, {text[1:]}\n") for text in (old, new))
    found = [detail for change in differences(before, after) for detail in change.details]  # type: ignore[arg-type]
    assert sorted(found) == sorted(details)


def test_added_removed_and_another_kind() -> None:
    before = records("people:\n- {id: a, name: A}\n- {id: b, name: B}\n")
    after = records("places:\n- {id: b, name: B}\npeople:\n- {id: c, name: C}\n")
    found = [(c.what, c.record.id, c.details) for c in differences(before, after)]  # type: ignore[arg-type]
    assert found == [("removed", "a", ()), ("changed", "b", ("was a person, is a place",)), ("added", "c", ())]
