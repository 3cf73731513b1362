"""Statements beside each other, as `claims lint` tells of them."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from opedcheck.references import lint

TODAY = date(2026, 6, 15)
S = "sources: [{publisher: G, published: 2020}]"


def told(folder: Path, *rows: str) -> list[str]:
    """What is wrong with the second of statements, each written as `sentence | further keys`."""
    path = folder / "some.yaml"
    lines = ["statements:"]
    for at, row in enumerate(rows):
        text, _, more = row.partition("|")
        lines.append(f'- {{id: s{at}, statement: "{text.strip()}", {more.strip() + ", " if more else ""}{S}}}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = lint([path], default_claims=False, today=TODAY)
    assert all(fault.severity == "warning" and fault.line and fault.remedy.endswith(".") for fault in faults)
    return [f"{fault.record} {fault.what.split(', at ')[0]}" for fault in faults]


SAME = "s1 it has the same words as s0"
FIGURE = "s1 it has another figure than s0"
CONTRARY = "s1 it says the contrary of s0"
ONE = "s1 one alone fills the"

PAIRS = [
    # the same, but for order, case, accents, articles
    ("Oakland sent 30 tanks to Elmland in May 2023.", "In May 2023, 30 tanks Oakland sent to Elmland.", SAME),
    ("The dam broke in 1911.", "In 1911 the dam broke.", SAME),
    ("Oakland and Elmland signed the treaty.", "Elmland and Oakland signed the treaty.", SAME),
    ("Oakland, Elmland and Ashland met.", "Ashland, Oakland and Elmland met.", SAME),
    ("Turnout in Oakland was 61 percent.", "In Oakland, turnout was 61 percent. ", SAME),
    ("The bridge is long.", "A wall is high. | aliases: [the bridge is long]", SAME),
    ("The café closed in 1950.", "The cafe closed in 1950.", SAME),
    ("Aid came to $7.1 billion.", "Aid came to $7.12 billion.", SAME),
    ("Aid came to $7 billion. | verdict: false", "Aid came to $7 billion. | verdict: false", SAME),
    ("Oakland chairs it. | valid: {until: 2012}", "Oakland chairs it. | valid: {from: 2011}", SAME),
    # another figure at the same time
    ("Oakland sent 30 tanks in May 2023.", "In May 2023, Oakland sent 31 tanks.", FIGURE),
    ("Aid came to $7.1 billion.", "Aid came to $7.1 million.", FIGURE),
    ("Three bridges fell.", "Four bridges fell.", FIGURE),
    ("Three bridges fell.", "4 bridges fell.", FIGURE),
    ("Turnout was 61 percent. | tolerance: 0.01", "Turnout was 65%.", FIGURE),
    # the contrary
    ("Oakland is a member of the Elm Union.", "Oakland is not a member of the Elm Union.", CONTRARY),
    ("Oakland joined.", "Oakland never joined.", CONTRARY),
    ("Oakland joined the Elm Union.", "Oakland joined the Elm Union. | verdict: false", CONTRARY),
    # two fillers of a slot for one
    ("Oakland chairs the group. | exclusive: [subject]", "Elmland chairs the group.", f"{ONE} subject: elmland here"),
    (
        "The Bank of Oakland led it. | exclusive: [subject]",
        "The Elm Bank led it.",
        f"{ONE} subject: elm bank here, bank of oakland in s0",
    ),
    (
        "The capital of Oakland is Elmtown.",
        "The capital of Oakland is Ash City. | exclusive: [object]",
        f"{ONE} object: ash city here, elmtown in s0",
    ),
    (
        "In 2023, Oakland chaired the group. | exclusive: [subject]",
        "Elmland chaired the group in 2023.",
        f"{ONE} subject: elmland here",
    ),
]

APART = [
    ("Oakland sent 30 tanks to Elmland in May 2023.", "Oakland sent 30 tanks to Elmland in June 2023."),
    ("Oakland sent 30 tanks to Elmland.", "Elmland sent 30 tanks to Oakland."),  # who to whom
    ("Oakland sent 30 tanks.", "Ashland sent 31 tanks."),
    ("As of March 2023 aid was $7.1 billion.", "As of April 2023 aid was $7.6 billion."),
    ("The 2022 summit drew 30 leaders.", "The 2023 summit drew 40 leaders."),
    ("The 2022 budget fell.", "The 2023 budget fell."),
    ("The 60th session opened.", "The 70th session opened."),
    ("Article 5 was invoked.", "Article 4 was invoked."),
    ("In phase 1 trade grew.", "In phase 2 trade grew."),
    ("The Boeing 737 crashed.", "The Boeing 747 crashed."),
    ("Aid was $7 billion.", "Aid was 7 billion yen."),
    ("Oakland chairs it. | valid: {until: 2012}", "Oakland chairs it. | valid: {from: 2012-12-31}"),
    ("Aid is $7 billion. | valid: {until: 2012-01-01}", "Aid is $8 billion. | valid: {from: 2012-01-01}"),
    ("Turnout was 61 percent. | tolerance: 0.05", "Turnout was 62 percent."),
    ("Oakland joined.", "Oakland never joined. | verdict: false"),  # they agree
    ("Aid was $7 billion.", "Aid was $8 billion. | verdict: false"),
    ("Aid was $7 billion.", "Aid was $8 billion. | verdict: mixed"),
    ("Oakland sent no 30 tanks.", "Oakland sent no 40 tanks."),
    ("Oakland chairs the group.", "Elmland chairs the group."),  # nobody says that only one does
    ("Oakland chairs the group. | exclusive: [subject]", "Elmland chairs the club."),
    ("Oakland chairs the group. | exclusive: [subject]", "Elmland does not chair the group."),
    ("In 2023, Oakland chaired it. | exclusive: [subject]", "In 2024, Elmland chaired it."),
    (
        "Oakland chairs the group. | exclusive: [subject], valid: {until: 2012}",
        "Elmland chairs the group. | valid: {from: 2013}",
    ),
    ("A wall is high. | aliases: [the wall is high]", "A hedge is high."),  # its own phrasings
]


@pytest.mark.parametrize(("first", "second", "what"), PAIRS)
def test_what_does_not_fit_is_told_of_once(tmp_path: Path, first: str, second: str, what: str) -> None:
    [fault] = told(tmp_path, first, second)
    assert fault.startswith(what)


@pytest.mark.parametrize(("first", "second"), APART)
def test_what_may_both_stand_is_left_alone(tmp_path: Path, first: str, second: str) -> None:
    assert told(tmp_path, first, second) == []
    assert told(tmp_path, second, first) == []


def test_the_other_place_is_named(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text(f"statements:\n- {{id: a, statement: It is so., {S}}}\n\n- id: b\n  statement: So it is.\n  {S}\n")
    [fault] = lint([path], default_claims=False, today=TODAY)
    assert fault.line == 5
    assert f", at {path.as_posix()}:2" in fault.what


def test_many_cost_little(tmp_path: Path) -> None:
    rows = [f"The river of Elm{'abcdefghij'[n % 10]}{n} is {n} km long. | exclusive: [subject]" for n in range(3000)]
    started = time.process_time()
    assert told(tmp_path, *rows) == []
    assert time.process_time() - started < 20  # a few seconds; comparing all pairs takes minutes
