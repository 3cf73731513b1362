"""Spreadsheets: records written as rows and read again, and what people write by hand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.model import AnyRecord, Office, Person, Source, partial
from opedcheck.references import load
from opedcheck.references.collect import File, same
from opedcheck.references.decode import Decoded
from opedcheck.references.sheets import as_csv, read

S = Source(publisher="G", accessed=partial("2026"))


def sheet(text: str | bytes, kind: str | None = None, source: dict[str, str] | None = None) -> Decoded:
    data = text.encode() if isinstance(text, str) else text
    return read(File(Path("a.csv"), "a.csv", data), kind=kind, source=source)


def records(decoded: Decoded) -> list[AnyRecord]:
    assert decoded.faults == []
    return [entry.record for entry in decoded.entries if entry.record is not None]


def test_ours_come_back_as_they_were() -> None:
    ours = load().records
    again = {record.id: record for record in records(sheet(as_csv(ours)))}
    assert len(again) == len(ours) > 1000
    assert [record.id for record in ours if not same(record, again[record.id])] == []


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: unicodedata.normalize("NFC", " ".join(text.split()))
)
SAID = TEXTS.filter(bool)


@given(SAID, st.lists(SAID, unique=True), st.lists(st.tuples(SAID, SAID), unique=True))
def test_any_text_comes_back(name: str, aliases: list[str], offices: list[tuple[str, str]]) -> None:
    held = tuple(Office(title=title, of=of) for title, of in offices)
    person = Person(id="a", name=name, aliases=tuple(aliases), offices=held, sources=(S,))
    (again,) = records(sheet(as_csv([person])))
    assert same(again, person)


def test_no_cell_is_a_formula() -> None:
    person = Person(id="a", name="=1+1", aliases=("'@x", "-y"), sources=(S,))
    text = as_csv([person])
    assert not any(cell.startswith(("=", "@", "-")) for row in text.splitlines() for cell in row.split(","))
    assert same(records(sheet(text))[0], person)


BY_HAND = """\
Name;Office title;of;from;until;acting;Publisher;URL;Accessed
Ann Oak;Mayor;Elmtown;2012;2015-03-01;;Gazette;https://example.org/a;2026-01
;Governor;Oakland;2016-01-02;;TRUE;;;
Ben Elm;Mayor;Elmtown;2015-03-01;;;Gazette;;2026
"""


@pytest.mark.parametrize(
    "data",
    [BY_HAND.encode(), b"\xef\xbb\xbf" + BY_HAND.encode(), BY_HAND.replace(";", "\t").encode("utf-16"),
     BY_HAND.replace("\n", "\r\n").replace(";", ",").encode()],
)  # fmt: skip
def test_what_people_write_is_understood(data: bytes) -> None:
    ann, ben = records(sheet(data))
    assert isinstance(ann, Person)
    assert (ann.id, ann.name, ben.id) == ("ann-oak", "Ann Oak", "ben-elm")
    assert ann.offices == (
        Office(title="Mayor", of="Elmtown", since=partial("2012"), until=partial("2015-03-01")),
        Office(title="Governor", of="Oakland", since=partial("2016-01-02"), acting=True),
    )
    assert ann.sources == (Source(publisher="Gazette", url="https://example.org/a", accessed=partial("2026-01")),)
    assert (ann.at.line, ben.at.line) == (2, 4)


def test_rows_with_one_id_are_one_record_wherever_they_stand() -> None:
    text = "id,name,aliases,who,publisher\na,League,L; The L,,G\nb,Union,,x,G\na,,The L;LL,Y,G\n"
    league, union = records(sheet(text))
    assert (league.aliases, [m.who for m in league.members]) == (("L", "The L", "LL"), ["Y"])  # type: ignore[union-attr]
    assert union.id == "b"


def test_figures_by_year() -> None:
    text = "of,measure,unit,year,figure,publisher\nelm,population,person,2020,7 million,G\n,,,2021,7.1 million,\n"
    (figures,) = records(sheet(text))
    assert (figures.id, figures.values) == ("elm-population", {2020: 7_000_000, 2021: 7_100_000})  # type: ignore[union-attr]


def test_a_source_for_all() -> None:
    text = "statement,publisher\nOaks are trees.,G\nElms are trees.,\n"
    source = {"publisher": "H", "accessed": "2026"}
    oaks, elms = records(sheet(text, source=source))
    assert [one.sources[0].publisher for one in (oaks, elms)] == ["G", "H"]
    assert sheet(text).unsourced == []
    assert records(sheet(text))[1].sources == ()


FAULTS = [
    # text, kind, line, what, remedy
    ("nme,office title\nA,B\n", None, 1, 'no person has "nme"', 'Did you mean "name"?'),
    ("name,title\nA,B\n", "person", 1, 'the heading "title" may be offices.title or sources.title', "in full"),
    ("name,Name\nA,B\n", None, 1, 'the heading "Name" stands twice', "Leave one"),
    ("name,publisher\nA,B\n", None, 1, "those of several kinds of records: person", "Say which with --record"),
    ("name,publisher\nA,B,C\n", "person", 2, "the cell 'C' stands below no heading", "Name its column"),
    ('name,publisher\nA,"B\n', "person", 2, "is no row of a CSV file", "quotes"),
    ("\n\n", None, 1, "has no headings", "Name the columns"),
    ("name,surname\n", None, 1, "there is no row", "Add one"),
    ("\u00fc".encode("latin-1"), None, 1, "byte 1 is not UTF-8", "CSV UTF-8"),
    ("record,name\npersn,A\n", None, 2, "\"record\" is 'persn'", 'Did you mean "person"?'),
    ("record,name\n,A\n", None, 2, '"record" is empty', "Write one of statement, person"),
    ("record,name,kind\nplace,B,city\nperson,A,city\n", None, 3, 'no person has "kind"', "Did you mean"),
    ("name,of,office title,from\nA,,Mayor,3/1/2015\n", None, 2, "\"from\" is no date: '3/1/2015'", "2023-07-11"),
    ("name,surname\nA B,B\nA B,C\n", None, 3, "\"surname\" is 'C' here, 'B' on line 2", "two ids"),
    ("id,of,measure,unit,year,figure\na,b,c,d,2020,\n", None, 2, '"by_year" has year alone', "in one row"),
    ("id,of,measure,unit,year,figure\na,b,c,d,2020,5\na,b,c,d,2020,6\n", None, 3, "\"2020\" is '6' here", "alike"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "line", "what", "remedy"), FAULTS)
def test_what_can_not_be_used_is_named(text: str | bytes, kind: str | None, line: int, what: str, remedy: str) -> None:
    faults = sheet(text, kind).faults
    assert any((one.line, what in one.what, remedy in one.remedy) == (line, True, True) for one in faults), faults


def test_lines_are_those_of_the_file() -> None:
    text = 'name,aliases,office title,from\n"Ann Oak","A\nB",Mayor,soon\n\nBen Elm,,Mayor,later\n'
    assert [fault.line for fault in sheet(text).faults] == [2, 5]
