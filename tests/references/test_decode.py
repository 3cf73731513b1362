"""Every fault of a record: where it is, and what to do about it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from opedcheck.errors import ReferencesError
from opedcheck.model import (
    Event,
    Figures,
    Membership,
    Office,
    Organisation,
    Period,
    Person,
    Place,
    Source,
    Statement,
    partial,
)
from opedcheck.references import References, load

SOURCE = "sources: [{publisher: The Gazette, published: 2020}]"

GOOD = """\
statements:
  - id: harbour-cost
    statement: >-
      The harbour cost
      $2.5 million.
    valid: {from: 2020-03, until: 2021}
    exclusive: [subject, value]
    verdict: false
    value: 2500000 USD
    tolerance: 0.05
    aliases: [NO, "The port's price was $2.5 million."]
    topic: harbour
    note: As the council said.
    tags: [money]
    review_by: 2030-01-01
    sources:
      - &gazette {publisher: The Gazette, title: Costs, url: "https://example.org/a",
         published: 2020-04-01, accessed: 2021}
people:
  - id: ann-oak
    name: Ann Oak
    aliases: [Oak Ann]
    surname: Oak
    offices:
      - {title: Mayor, of: elmtown, from: 2019, until: 2021-05-04, acting: yes}
    sources: [*gazette]
organisations:
  - id: league
    name: League of Towns
    members: [elmtown, {who: Ashton, from: 1999-01-01}]
    partial: true
    part_of: union
    sources: [*gazette]
places:
  - {id: elmtown, name: Elmtown, kind: city, in: woodland, demonyms: [Elmer], metonyms: [Town Hall],
     sources: [*gazette]}
  - {id: woodland, name: Woodland, kind: country, capital: elmtown, sources: [*gazette]}
events:
  - {id: fair-2020, name: 2020 fair, series: fair, from: 2020-06-01, to: 2020-06-03, where: [elmtown],
     sources: [*gazette]}
figures:
  - {id: elmtown-people, of: elmtown, measure: population, called: [inhabitants], unit: person, tolerance: 0.02,
     by_year: {2019: "12,500", 2020: 1.25 million, 2021: 12.5}, sources: [*gazette]}
"""


def loaded(folder: Path, text: str, name: str = "some.yaml", **options: bool) -> References:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return load([path], default_claims=False, **options)


def faults(folder: Path, text: str, name: str = "some.yaml", **options: bool) -> list[str]:
    """The faults of `text`, from the line on: the folder's own name is left out."""
    with pytest.raises(ReferencesError) as raised:
        loaded(folder, text, name, **options)
    place = f"{(folder / name).as_posix()}:"
    assert all(fault.startswith(place) for fault in raised.value.faults)
    return [fault.removeprefix(place) for fault in raised.value.faults]


def test_every_key_of_every_kind_is_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, GOOD).by_id
    gazette = Source(
        publisher="The Gazette",
        title="Costs",
        url="https://example.org/a",
        published=partial("2020-04-01"),
        accessed=partial("2021"),
    )
    cost, ann, league = found["harbour-cost"], found["ann-oak"], found["league"]
    town, country, fair = found["elmtown"], found["woodland"], found["fair-2020"]
    assert isinstance(cost, Statement)
    assert cost.statement == "The harbour cost $2.5 million."
    assert (cost.since, cost.until) == (partial("2020-03"), partial("2021"))
    assert (cost.exclusive, cost.verdict, cost.value) == (("subject", "value"), "false", "2500000 USD")
    assert (cost.tolerance, cost.topic, cost.note, cost.tags) == (
        Decimal("0.05"),
        "harbour",
        "As the council said.",
        ("money",),
    )
    assert cost.aliases == ("NO", "The port's price was $2.5 million.")
    assert (cost.review_by, cost.sources, cost.at.line) == (partial("2030-01-01"), (gazette,), 2)
    assert isinstance(ann, Person)
    assert (ann.name, ann.surname, ann.aliases, ann.at.line) == ("Ann Oak", "Oak", ("Oak Ann",), 20)
    assert ann.offices == (
        Office(title="Mayor", of="elmtown", since=partial("2019"), until=partial("2021-05-04"), acting=True),
    )
    assert isinstance(league, Organisation)
    assert league.members == (Membership(who="elmtown"), Membership(who="Ashton", since=partial("1999-01-01")))
    assert (league.partial, league.part_of) == (True, "union")
    assert isinstance(town, Place)
    assert (town.kind, town.within, town.demonyms, town.metonyms) == ("city", "woodland", ("Elmer",), ("Town Hall",))
    assert isinstance(country, Place)
    assert (country.kind, country.capital) == ("country", "elmtown")
    assert isinstance(fair, Event)
    assert (fair.series, fair.since, fair.to, fair.where) == (
        "fair",
        partial("2020-06-01"),
        partial("2020-06-03"),
        ("elmtown",),
    )
    people = found["elmtown-people"]
    assert isinstance(people, Figures)
    assert (people.of, people.measure, people.called, people.unit) == (
        "elmtown",
        "population",
        ("inhabitants",),
        "person",
    )
    assert people.values == {2019: Decimal(12_500), 2020: Decimal(1_250_000), 2021: Decimal("12.5")}
    assert all(record.sources == (gazette,) for record in found.values())


def test_what_is_only_known_to_have_been_held_by_and_until_a_day_is_open_before_and_after(tmp_path: Path) -> None:
    text = f"people:\n  - {{id: a, name: B, {SOURCE}, offices: [{{title: C, by: 2020-03, seen: 2021-05-04}}]}}\n"
    found = loaded(tmp_path, text).by_id["a"]
    assert isinstance(found, Person)
    [office] = found.offices
    assert office.since == Period(None, date(2020, 3, 31))
    assert office.until == Period(date(2021, 5, 5), None)


STATEMENT = f"statements:\n  - id: a\n    statement: B.\n    {SOURCE}\n"
FIGURES = f"figures:\n  - id: a\n    of: united-states\n    measure: population\n    unit: person\n    {SOURCE}\n"
PERSON = f"people:\n  - id: a\n    name: B C\n    {SOURCE}\n"

FAULTS = [
    # text, line, record, what, remedy
    ("statements:\n  - statement: B.\n    " + SOURCE, 2, None, '"id" is missing', "Add id: the record's own name"),
    (
        f"statements:\n  - id: a\n    {SOURCE}",
        2,
        "a",
        '"statement" is missing',
        "Add statement: the fact, as one",
    ),
    (f"people:\n  - id: a\n    {SOURCE}", 2, "a", '"name" is missing', "Add name: "),
    (f"people:\n  - id: a\n    name:\n    {SOURCE}", 3, "a", '"name" is missing', "Add name: "),
    (f"people:\n  - id: a\n    name: ''\n    {SOURCE}", 3, "a", '"name" is empty', "Write it."),
    ("people:\n  - id: a\n    name: B", 2, "a", "it has no source", "Add sources: [{publisher: "),
    ("people:\n  - id: a\n    name: B\n    sources: []", 2, "a", "it has no source", "Add sources: ["),
    (
        "people:\n  - id: a\n    name: B\n    sources:\n    - {title: T}",
        5,
        "a",
        'sources: "publisher" is missing',
        "Add publisher: who published it.",
    ),
    (
        "people:\n  - id: a\n    name: B\n    sources: {publisher: P}",
        4,
        "a",
        '"sources" is a mapping, not a list',
        "Write sources: [{publisher: ...}].",
    ),
    (
        "people:\n  - id: a\n    name: B\n    sources:\n    - P",
        5,
        "a",
        'an item of "sources" is a text',
        "Write sources: [{publisher: ...}].",
    ),
    (
        "people:\n  - id: a\n    name: B\n    sources: [{publisher: P, url: www.example.org}]",
        4,
        "a",
        'sources: "url" is no address: www.example.org',
        "Write it in full, beginning with https://",
    ),
    (PERSON + "    alias: [D]", 5, "a", 'the key "alias" is unknown', 'Did you mean "aliases"?'),
    (PERSON + "    qqqq: 1", 5, "a", 'the key "qqqq" is unknown', "What is known here: id, name, "),
    (STATEMENT + "    from: 2020", 5, "a", 'the key "from" is unknown', 'Did you mean "valid"?'),
    (STATEMENT + "    source: []", 5, "a", 'the key "source" is unknown', 'Did you mean "sources"?'),
    (PERSON + "    name: D", 5, "a", 'the key "name" stands twice, first on line 3', "Keep one of them."),
    (PERSON + "    aliases: D", 5, "a", '"aliases" is a text, not a list', "Write aliases: [D]."),
    (PERSON + "    aliases:\n    - D\n    - [E]", 7, "a", '"aliases" is a list', "Write one text: aliases: ..."),
    (PERSON + "    note: {b: c}", 5, "a", '"note" is a mapping', "Write one text: note: ..."),
    (
        PERSON + "    review_by: 2023-02-30",
        5,
        "a",
        "\"review_by\" is no date: '2023-02-30'",
        "Write a day, month or year",
    ),
    (
        PERSON + "    review_by: soon",
        5,
        "a",
        "\"review_by\" is no date: 'soon'",
        "Write a day, month or year",
    ),
    (
        PERSON + "    review_by: [2023]",
        5,
        "a",
        '"review_by" is no date: a list',
        "Write a day, month or year",
    ),
    (
        PERSON + "    offices:\n    - {title: Mayor}\n    - {title: Mayor, since: 2020}",
        7,
        "a",
        'offices: the key "since" is unknown',
        'Did you mean "from"?',
    ),
    (
        PERSON + "    offices:\n    - {title: Mayor, from: 2020-13}",
        6,
        "a",
        "offices: \"from\" is no date: '2020-13'",
        "Write a day, month or year",
    ),
    (
        PERSON + "    offices:\n    - {of: elmtown}",
        6,
        "a",
        'offices: "title" is missing',
        "Add title: the office",
    ),
    (
        PERSON + "    offices:\n    - title: Mayor\n      from: 2020-05-01\n      until: 2020-05-01",
        8,
        "a",
        "offices: the office ended before it began: from 1 May 2020 until 1 May 2020",
        '"until" is the first day on which it no longer holds: write a day after "from".',
    ),
    (
        PERSON + "    offices: [{title: Mayor, acting: perhaps}]",
        5,
        "a",
        "offices: \"acting\" is neither true nor false: 'perhaps'",
        "Write acting: true, or leave it out.",
    ),
    (
        f"organisations:\n  - id: a\n    name: B\n    {SOURCE}\n"
        "    members:\n    - who: c\n      from: 2020\n      until: 2019-07",
        8,
        "a",
        "members: it left before it joined: from 2020 until July 2019",
        '"until" is the first day on which it no longer holds',
    ),
    (
        f"events:\n  - id: a\n    name: B\n    {SOURCE}\n    from: 2020-05-02\n    to: 2020-05-01",
        6,
        "a",
        "it ends before it begins: from 2 May 2020 to 1 May 2020",
        '"to" is the last day: write "from" or',
    ),
    (
        STATEMENT + "    valid:\n      from: 2020\n      until: 2019",
        7,
        "a",
        "it ends before it begins: from 2020 until 2019",
        '"until" is the',
    ),
    (STATEMENT + "    valid: 2020", 5, "a", '"valid" is a text', "Write valid: {from: 2023-07-11, until: 2024-10-01}."),
    (STATEMENT + "    valid: {since: 2020}", 5, "a", 'the key "since" is unknown', 'Did you mean "from"?'),
    (STATEMENT + "    verdict: maybe", 5, "a", "\"verdict\" is 'maybe'", "What is known here: true, false, mixed."),
    (STATEMENT + "    exclusive: [subjct]", 5, "a", "\"exclusive\" is 'subjct'", 'Did you mean "subject"?'),
    (STATEMENT + "    exclusive: subject", 5, "a", '"exclusive" is a text, not a list', "Write exclusive: [subject]."),
    (STATEMENT + "    tolerance: 5", 5, "a", "\"tolerance\" is no share between 0 and 1: '5'", "Write 0.05 for 5 %."),
    (STATEMENT + "    tolerance: 5%", 5, "a", "\"tolerance\" is no share between 0 and 1: '5%'", "Write 0.05 for 5 %."),
    (
        f"places:\n  - id: a\n    name: B\n    {SOURCE}\n    kind: town",
        5,
        "a",
        "\"kind\" is 'town'",
        "What is known here: country, city, region, water, other.",
    ),
    (
        PERSON + "    offices: [{title: C, from: 2020, by: 2020}]",
        5,
        "a",
        'offices: "by" says what another key says',
        "Keep the one that is surely right.",
    ),
    (FIGURES + "    by_year: 5", 7, "a", '"by_year" is a text', "Write by_year: {2021: 125.7 million,"),
    (FIGURES + "    by_year: {}", 7, "a", '"by_year" is a mapping', "Write by_year: {2021: 125.7 million,"),
    (FIGURES + "    by_year: {21: 5}", 7, "a", '"by_year" has a year that is none: 21', "Write a year of four digits."),
    (FIGURES + "    by_year: {2021: many}", 7, "a", "2021 has no figure: 'many'", "Write a number: 125.7 million."),
    (FIGURES, 2, "a", '"by_year" is missing', "Add by_year: the figure of each year"),
    ("statement:\n  - id: a", 1, None, 'the section "statement" is unknown', 'Did you mean "statements"?'),
    ("statements: none", 1, None, '"statements" is a text', "Write a list: each record begins with '- '."),
    ("statements:\n  - B.", 2, None, 'an item of "statements" is a text', "Write a mapping: '- id: ...'."),
    ("- id: a", 1, None, "the file is a list, not a mapping", "Begin with one of statements, people, "),
    (
        STATEMENT + "\n  - id: a\n    statement: C.\n    " + SOURCE,
        6,
        "a",
        "another record has the same id, at ",
        "Give one of them another id, or make them one.",
    ),
]


@pytest.mark.parametrize(("text", "line", "record", "what", "remedy"), FAULTS, ids=[row[3][:60] for row in FAULTS])
def test_a_fault_names_line_record_and_remedy(
    tmp_path: Path, text: str, line: int, record: str | None, what: str, remedy: str
) -> None:
    [fault] = faults(tmp_path, text)
    named = f" record {record}:" if record else ""
    assert fault.startswith(f"{line}:{named} {what}")
    assert f". {remedy}" in fault


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = PERSON + "    alias: [D]\n    review_by: x\n  - {id: b, name: C}\nplaces:\n  - {id: c, sources: []}\n"
    assert [fault.split(":")[0] for fault in faults(tmp_path, text)] == ["5", "6", "9", "7"]


def test_a_record_that_is_sound_but_for_its_source_serves_search(tmp_path: Path) -> None:
    text = "statements:\n  - {id: a, statement: B.}\n"
    assert faults(tmp_path, text) != []
    assert loaded(tmp_path, text, allow_unsourced=True).info.count == 1


def test_words_stay_as_they_are_written(tmp_path: Path) -> None:
    text = f"people:\n  - {{id: 007, name: No, aliases: [ON, 1e3, 2023-07-11, null-hypothesis, 'null'], {SOURCE}}}\n"
    [record] = loaded(tmp_path, text).records
    assert isinstance(record, Person)
    assert (record.id, record.name) == ("007", "No")
    assert record.aliases == ("ON", "1e3", "2023-07-11", "null-hypothesis", "null")


def test_names_are_composed_and_their_blanks_made_plain(tmp_path: Path) -> None:
    [record] = loaded(tmp_path, f"people:\n  - {{id: a, name: 'Rene\u0301  Noe\u0308l\u00a0X', {SOURCE}}}\n").records
    assert isinstance(record, Person)
    assert record.name == "Ren\u00e9 No\u00ebl X"
