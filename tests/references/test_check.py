"""What shows only between records, as `claims lint` tells it."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from opedcheck.references import Fault, lint

TODAY = date(2026, 6, 15)
S = "sources: [{publisher: G, published: 2020}]"


def linted(folder: Path, text: str, **options: bool) -> list[Fault]:
    path = folder / "some.yaml"
    path.write_text(text, encoding="utf-8")
    return list(lint([path], default_claims=False, today=TODAY, **options))


def office(name: str, dates: str, title: str = "Mayor", of: str = "Elmtown", more: str = "") -> str:
    held = f"{{title: {title}, of: {of}, {dates}{more}}}"
    return f"- {{id: {name}, name: {name.title()} Oak-{name}, {S}, offices: [{held}]}}\n"


PAIRS = f"people:\n{office('a', 'from: 2010-01-01, until: 2012-01-01')}"

FAULTS = [
    # text, severity, line, record, what, remedy
    (
        f"people:\n{office('a', 'from: 2010', of='elmtwon')}places:\n- {{id: elmtown, name: E, {S}}}\n",
        "error",
        2,
        "a",
        '"of" names no record: elmtwon',
        'Did you mean "elmtown"? Else add a record with',
    ),
    (
        f"organisations:\n- id: a\n  name: B\n  {S}\n  members:\n  - who: Nobody Known\n  - who: zzz\n",
        "error",
        7,
        "a",
        '"who" names no record: zzz',
        "Add a record with that id, or write a name with a capital letter.",
    ),
    (
        f"organisations:\n- id: a\n  name: B\n  {S}\n  part_of: The Union\n",
        "error",
        5,
        "a",
        '"part_of" names no record: The Union',
        "Add a record with that id.",
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  within: zzz\n",
        "error",
        5,
        "a",
        '"within" names no record: zzz',
        "Add a record",
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  in: zzz\n",
        "error",
        5,
        "a",
        '"within" names no record: zzz',
        "Add a record",
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  capital: zzz\n",
        "error",
        5,
        "a",
        '"capital" names no record: zzz',
        "Add a record",
    ),
    (
        f"events:\n- id: a\n  name: B\n  {S}\n  where:\n  - Elmtown\n  - zzz\n",
        "error",
        7,
        "a",
        '"where" names no record: zzz',
        "Add a record with that id, or write a name with a capital letter.",
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  within: p\npeople:\n- {{id: p, name: P, {S}}}\n",
        "error",
        5,
        "a",
        '"within" names a record of another kind: p',
        "Name a place.",
    ),
    (
        f"organisations:\n- id: a\n  name: B\n  {S}\n  part_of: p\npeople:\n- {{id: p, name: P, {S}}}\n",
        "error",
        5,
        "a",
        '"part_of" names a record of another kind: p',
        "Name an organisation.",
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  within: a\n",
        "error",
        5,
        "a",
        "it lies within itself: a in a",
        'Mend "within"',
    ),
    (
        f"places:\n- id: a\n  name: B\n  {S}\n  kind: city\n",
        "warning",
        5,
        "a",
        "the city has no country",
        "Add within:",
    ),
    (
        f"places:\n- {{id: r, name: R, kind: region, {S}}}\n- id: a\n  name: B\n  {S}\n  kind: city\n  within: r\n",
        "warning",
        7,
        "a",
        "the city lies in r, which lies in no country",
        "Add within:",
    ),
    (
        f"events:\n- id: a\n  name: B\n  {S}\n  where: [Elmtown]\n",
        "warning",
        5,
        "a",
        '"where" names no country beside Elmtown',
        "Add the country behind it, or name a place's id.",
    ),
    (
        f"people:\n- id: a\n  name: B\n  {S}\n  offices:\n  - {{title: Mayor, of: Elm Town, from: 2010}}\n"
        "  - {title: Mayor, of: Elm Town, from: 2012}\n",
        "warning",
        7,
        "a",
        "Mayor stands twice for one time",
        "Make them one, or mend the dates.",
    ),
    (
        f"organisations:\n- id: a\n  name: B\n  {S}\n  members: [{{who: Elm Town, from: 2010}}, "
        "{who: Elm Town, from: 2010}]\n",
        "warning",
        5,
        "a",
        "Elm Town stands twice for one time",
        "Make them one, or mend the dates.",
    ),
    (
        f"events:\n- {{id: a, name: Elm summit, from: 2020-05, {S}}}\n"
        f"- {{id: b, name: elm Summit, from: 2021-05, {S}}}\n",
        "warning",
        3,
        "b",
        '"elm Summit" is also a, at ',
        "Leave the name to one of them, or make them one.",
    ),
    (
        PAIRS + office("b", "from: 2011-12-31"),
        "warning",
        3,
        "b",
        "Mayor of Elmtown (from 31 December 2011) is also a (from 1 January 2010 until 1 January 2012), at ",
        "Mend the dates, or mark one of them acting: true.",
    ),
    (
        f"people:\n- {{id: a, name: Ann Oak, aliases: [The Oak], {S}}}\n"
        f"- id: b\n  name: Ben Elm\n  {S}\n  aliases:\n  - Benny\n  - the oak\n",
        "warning",
        8,
        "b",
        '"the oak" is also a name of a, at ',
        "Leave it out of one of them, or bear with it",
    ),
    (
        f"people:\n- {{id: a, name: Ann Oak, {S}}}\n- {{id: b, name: Ann Oak, {S}}}\n",
        "warning",
        3,
        "b",
        '"Ann Oak" is also a name of a, at ',
        "Leave it out of one of them, or bear with it",
    ),
    (
        f"people:\n- id: a\n  name: B\n  {S}\n  review_by: 2026-05\n",
        "warning",
        5,
        "a",
        "its review was due by 2026-05-31",
        "Look at its sources again, then move review_by on.",
    ),
    (
        "people:\n- id: a\n  name: B\n  sources:\n  - {publisher: G, accessed: 2020}\n  - {publisher: H}\n",
        "warning",
        6,
        "a",
        "the source H has no date",
        "Add published: or accessed:.",
    ),
    ("people:\n- id: a\n  name: B\n", "error", 2, "a", "it has no source", "Add sources: ["),
    (
        f"people:\n{office('a', 'from: 2010', of='Elm Town')}"
        f"places:\n- {{id: elm, name: Elm, aliases: [elm town], {S}}}\n",
        "warning",
        2,
        "a",
        '"of" is a name, Elm Town, where an id is meant',
        "Write elm: what is called so is compared with nothing.",
    ),
    (
        f"people:\n{office('a', 'from: 2010', title='Grand Poobah')}",
        "warning",
        2,
        "a",
        "the title Grand Poobah is none that opedcheck knows: nothing is compared with it",
        "Write the office by its common name",
    ),
    (
        f"people:\n- {{id: a, name: Ann Oak, identifiers: ['wikidata:Q7'], {S}}}\n"
        f"- id: b\n  name: Anna Oak\n  {S}\n  identifiers: ['wikidata:Q7']\n",
        "warning",
        6,
        "b",
        "wikidata:Q7 is also a, at ",
        "Make the two records one.",
    ),
    (
        f"places:\n- {{id: elm, name: Elm, {S}}}\nfigures:\n"
        f"- {{id: a, of: elm, measure: population, unit: person, by_year: {{2020: 5}}, {S}}}\n"
        f"- {{id: b, of: elm, measure: population, unit: person, by_year: {{2020: 6}}, {S}}}\n",
        "warning",
        5,
        "b",
        "the population of elm is also a, at ",
        "Make the two records one.",
    ),
]


@pytest.mark.parametrize(
    ("text", "severity", "line", "record", "what", "remedy"), FAULTS, ids=[row[4][:50] for row in FAULTS]
)
def test_a_fault_names_line_record_and_remedy(
    tmp_path: Path, text: str, severity: str, line: int, record: str, what: str, remedy: str
) -> None:
    [fault] = linted(tmp_path, text)
    assert (fault.severity, fault.line, fault.record) == (severity, line, record)
    assert fault.path == (tmp_path / "some.yaml").as_posix()
    assert fault.what.startswith(what)
    assert fault.remedy.startswith(remedy)
    assert str(fault) == f"{fault.path}:{line}: record {record}: {fault.what}. {fault.remedy}"


SOUND = [
    PAIRS + office("b", "from: 2012-01-01"),  # hands over on the day
    PAIRS + office("b", "from: 2011-01-01", of="Ashton"),
    PAIRS + office("b", "from: 2011-01-01", title="Bishop"),
    PAIRS + office("b", "from: 2011-01-01", title="Deputy Mayor"),
    PAIRS + office("b", "from: 2011-01-01", more=", acting: true"),
    PAIRS + office("b", "until: 2011-01-01"),  # nobody knows since when
    f"people:\n{office('a', 'from: 2010', title='Senator')}{office('b', 'from: 2010', title='Senator')}",
    f"people:\n{office('a', 'from: 2010', title='Deputy Prime Minister')}"
    f"{office('b', 'from: 2010', title='Deputy Prime Minister')}",
    f"people:\n- {{id: a, name: Ann Oak, aliases: [ann oak, Ann OAK], {S}}}\n",  # her own, twice
    f"organisations:\n- {{id: a, name: Oak, {S}}}\n- {{id: b, name: Oak, {S}}}\n",
    f"people:\n- {{id: a, name: B, review_by: 2026-06, {S}}}\n",  # the month is not over
    f"places:\n- {{id: a, name: B, kind: city, within: b, {S}}}\n"
    f"- {{id: b, name: C, kind: country, capital: a, {S}}}\n",
    f"events:\n- {{id: a, name: B, where: [Elmtown, Oakland], {S}}}\n",
    f"events:\n- {{id: a, name: B, where: [the oaks], {S}}}\n"
    f"places:\n- {{id: o, name: Oakland, kind: country, aliases: [The Oaks], {S}}}\n",
    f"people:\n- {{id: a, name: B, {S}, offices: [{{title: Mayor, of: Elm Town, from: 2010, until: 2012}}, "
    "{title: Mayor, of: Elm Town, from: 2012}, {title: Mayor, of: Ash Town, from: 2011}]}\n",
    f"events:\n- {{id: a, name: Elm summit, aliases: [elm summit], {S}}}\n",
    f"places:\n- {{id: elm, name: Elm, {S}}}\nfigures:\n"
    f"- {{id: a, of: elm, measure: population, unit: person, by_year: {{2020: 5}}, {S}}}\n"
    f"- {{id: b, of: elm, measure: median age, unit: year, by_year: {{2020: 6}}, {S}}}\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_left_alone(tmp_path: Path, text: str) -> None:
    assert linted(tmp_path, text) == []


def test_a_circle_of_three_is_told_once_a_member(tmp_path: Path) -> None:
    rows = "".join(f"- {{id: {one}, name: {one}, within: {other}, {S}}}\n" for one, other in ("ab", "bc", "ca"))
    assert [fault.what for fault in linted(tmp_path, f"places:\n{rows}")] == [
        "it lies within itself: a in b in c in a",
        "it lies within itself: b in c in a in b",
        "it lies within itself: c in a in b in c",
    ]


def test_a_faulty_record_is_known_all_the_same(tmp_path: Path) -> None:
    [fault] = linted(tmp_path, f"places:\n- {{id: a, name: B, within: b, {S}}}\n- {{id: b, nam: C, name: C, {S}}}\n")
    assert fault.what == 'the key "nam" is unknown'


def test_the_shipped_references_are_context(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text(f"people:\n{office('zz-a', 'from: 2010', of='japan')}")
    assert lint([path], today=TODAY) == ()
    assert [fault.what for fault in lint([path], default_claims=False, today=TODAY)] == ['"of" names no record: japan']


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    [fault] = lint([tmp_path / "none"], today=TODAY)
    assert (fault.severity, fault.line, fault.what) == ("error", None, "there is no such file or folder")


def test_ours_have_no_errors() -> None:
    assert [str(fault) for fault in lint() if fault.severity == "error"] == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_not_unicode_is_told(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.yaml")).write_text("statements: []\n")
    (fault,) = lint([tmp_path], default_claims=False)
    assert fault.what == "its name is not UTF-8"


BAD = f"""\
people:
- id: a
  name: Ann Oak
  aliases: [The Oak]
  offices:
  - {{title: Mayor, of: elm, from: 2010, until: 2014}}
  - {{title: Mayor, of: elmm, from: 2016, until: 2015}}
  {S}
- id: b
  name: Ben Elm
  aliases: [The Oak]
  offices: [{{title: Mayor, of: elm, from: 2012}}]
  {S}
- id: c
  name: Cy Ash
  offices: [{{title: Mayor, of: elm, from: 2013}}]
  {S}
places:
- id: elm
  name: Elm
  kind: city
  {S}
organisations:
- id: d
  name: Union
  members: [{{who: elm, from: 2010, until: 2009}}, {{who: oakk, from: 2010}}]
  {S}
- id: d
  name: League
  {S}
"""


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    """Records with errors of their own are looked at beside the others, too."""
    assert [(fault.line, fault.record, fault.what.split(", at ")[0]) for fault in linted(tmp_path, BAD)] == [
        (4, "a", '"The Oak" is also a name of b'),
        (7, "a", "offices: the office ended before it began: from 2016 until 2015"),
        (7, "a", '"of" names no record: elmm'),
        (16, "c", "Mayor of elm (from 2013) is also b (from 2012)"),
        (21, "elm", "the city has no country"),
        (24, "d", "another record has the same id"),
        (26, "d", "members: it left before it joined: from 2010 until 2009"),
        (26, "d", '"who" names no record: oakk'),
    ]
