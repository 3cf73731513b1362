"""`claims import csv`, `claims import wikidata`, `claims export csv` and `jsonl`: what they print, write and refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from opedcheck.cli.sheets import Kind
from opedcheck.references import load
from opedcheck.references.collect import same
from opedcheck.references.fields import KINDS

if TYPE_CHECKING:
    from conftest import Run

CLAIMS = """\
people:
  - id: ann-oak
    name: Ann Oak
    aliases: [Añn Oak, "A; B"]
    offices:
      - {title: Mayor, of: elm, by: 2012-01-02, seen: 2014-05-06}
      - {title: Mayor, of: elm, from: 2016, acting: true}
    sources: [{publisher: G, published: 2020}, {publisher: H, url: "https://example.org/a"}]
places:
  - {id: elm, name: Elm, kind: country, metonyms: [Elmtown], sources: [{publisher: G, accessed: 2020-05}]}
statements:
  - {id: so, statement: "It is so, and so.", verdict: false, tolerance: 0.05, sources: [{publisher: G}]}
figures:
  - {id: f, of: elm, measure: population, unit: person, by_year: {2020: 7.1 million}, sources: [{publisher: G}]}
"""
SHEET = "name,office title,of,from,publisher\nAnn Oak,Mayor,elm,2012,G\nBen Elm,Mayor,elm,2016,G\n"
ANSWER = {
    "head": {"vars": ["person", "personLabel", "positionLabel", "start", "end"]},
    "results": {
        "bindings": [
            {
                "person": {"type": "uri", "value": f"http://www.wikidata.org/entity/Q{number}"},
                "personLabel": {"type": "literal", "xml:lang": "en", "value": name},
                "positionLabel": {"type": "literal", "xml:lang": "en", "value": "mayor of Elm"},
                "start": {"type": "literal", "value": start},
            }
            for number, name, start in (
                (7, "Cy Ash", "2012-05-06"),
                (8, "Ann Oak", "2018-05-06"),
                (9, "Di Yew", "soon"),
            )
        ]
    },
}


@pytest.fixture
def claims(bench: object) -> Path:
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(CLAIMS)
    return Path("claims")


def test_the_kinds_are_those_of_records() -> None:
    assert set(get_args(Kind)) == set(KINDS)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_is_exported_comes_back(run: Run, claims: Path, form: str) -> None:
    before = load([claims], default_claims=False).records
    exported = Path(f"all.{form}")
    found = run("claims", "export", form, "-o", exported)
    assert (found.status, found.out) == (0, "")
    assert "4 records exported" in found.err
    if form == "csv":
        assert exported.read_bytes().startswith(b"\xef\xbb\xbfrecord,id,")
        assert run("claims", "import", "csv", exported, "-o", "all.yaml").status == 0
        exported = Path("all.yaml")
    after = load([exported], default_claims=False).by_id
    assert len(after) == len(before)
    assert all(same(one, after[one.id]) for one in before)


def test_one_kind_alone_on_standard_output(run: Run, claims: Path) -> None:
    found = run("claims", "export", "csv", "--record", "place")
    assert found.out.splitlines() == [
        "record,id,name,kind,metonyms,sources.publisher,sources.accessed", "place,elm,Elm,country,Elmtown,G,2020-05",
    ]  # fmt: skip
    (line,) = run("claims", "export", "jsonl", "--record", "figures").out.splitlines()
    assert json.loads(line)["by_year"] == {"2020": "7.1 million"}
    assert run("claims", "export", "csv", "--record", "tree").status == 2


def test_an_export_never_writes_over_what_it_reads(run: Run, claims: Path) -> None:
    run("claims", "export", "jsonl", "-o", "claims/b.jsonl", "--record", "place")
    before = Path("claims/b.jsonl").read_text()
    found = run("claims", "export", "jsonl", "-o", "claims/b.jsonl")
    assert found.status == 2
    assert "claims/b.jsonl: is one of the files to export" in found.err
    assert Path("claims/b.jsonl").read_text() == before


def test_a_sheet_becomes_a_file_that_lint_passes(run: Run, claims: Path) -> None:
    Path("s.csv").write_text(SHEET.replace("Ann Oak", "Di Yew"))
    found = run("claims", "import", "csv", "s.csv", "-o", "claims/s.yaml")
    assert (found.status, found.out) == (0, "")
    assert "2 records imported" in found.err
    assert "claims: errors 0," in run("claims", "lint", "--no-default-claims").out


def test_if_a_row_can_not_be_used_nothing_is_written(run: Run, claims: Path) -> None:
    Path("s.csv").write_text(SHEET + "Cy Ash,Mayor,elm,someday,\n")
    found = run("claims", "import", "csv", "s.csv", "-o", "claims/s.yaml")
    assert (found.status, found.out) == (2, "")
    assert "s.csv:4: record cy-ash: offices: \"from\" is no date: 'someday'." in found.err
    assert "s.csv:4: record cy-ash: it has no source." in found.err
    assert not Path("claims/s.yaml").exists()


def test_a_source_for_all_rows(run: Run, claims: Path) -> None:
    Path("s.csv").write_text("name,surname\nAnn Oak,Oak\n")
    found = run("claims", "import", "csv", "s.csv", "--publisher", "The Gazette", "--accessed", "2026-05")
    assert "      - {publisher: The Gazette, accessed: 2026-05}\n" in found.out
    assert run("claims", "import", "csv", "s.csv", "--url", "https://example.org").status == 2


def test_what_was_changed_by_hand_is_not_written_over(run: Run, claims: Path) -> None:
    Path("s.csv").write_text(SHEET)
    into = ("claims", "import", "csv", "s.csv", "-o", "claims/s.yaml")
    assert run(*into).status == 0
    Path("s.csv").write_text(SHEET.replace("2016", "2017"))
    assert run(*into).status == 0
    written = Path("claims/s.yaml").read_text()
    assert "from: 2017" in written
    Path("claims/s.yaml").write_text(written + "# looked up\n")
    found = run(*into)
    assert found.status == 2
    assert "claims/s.yaml: is there already, and no import has written it so. Name another file" in found.err
    assert Path("claims/s.yaml").read_text().endswith("# looked up\n")
    assert run(*into, "--force").status == 0
    assert run("claims", "import", "csv", "s.csv", "-o", "claims/s.txt").status == 2
    assert run("claims", "import", "csv", "no.csv").status == 2


def test_people_of_an_answer_beside_those_who_are_known(run: Run, claims: Path) -> None:
    Path("a.json").write_text(json.dumps(ANSWER))
    wikidata = ("claims", "import", "wikidata", "a.json", "--no-default-claims", "--accessed", "2026-11-01")
    found = run(*wikidata, "-o", "claims/w.yaml", "--review-by", "2027-11-01")
    assert (found.status, found.out) == (0, "")
    told = found.err.splitlines()
    assert told[0] == "opedcheck: warning: left out: a.json, row 3: Di Yew: it began at a time that is none: soon."
    known = "Ann Oak: known as ann-oak, at claims/a.yaml:2, without Mayor of elm from 6 May 2018"
    assert told[1] == f"opedcheck: warning: left out: {known}."
    assert "no end is told of an office of Cy Ash" in told[2]
    assert "1 people imported, 2 left out, 0 said what others say" in told[-1]
    (ash,) = load([Path("claims/w.yaml")], default_claims=False).records
    assert (ash.id, ash.identifiers) == ("cy-ash", ("wikidata:Q7",))
    assert "errors 0" in run("claims", "lint", "--no-default-claims").out


def test_the_query_is_printed(run: Run, claims: Path) -> None:
    found = run("claims", "import", "wikidata", "--query", "Q14211", "--query", "Q11696")
    assert found.status == 0
    assert "VALUES ?position { wd:Q14211 wd:Q11696 }" in found.out


def test_a_title_that_is_not_known_is_told(run: Run, claims: Path) -> None:
    Path("a.json").write_text(json.dumps(ANSWER))
    found = run(
        "claims", "import", "wikidata", "a.json", "--no-default-claims", "--office", "Grand Poobah", "--of", "Elm"
    )
    assert "{title: Grand Poobah, of: elm, from: 2012-05-06}" in found.out
    assert "Grand Poobah is no title that opedcheck knows" in found.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--query"),
        (("--query", "France"), "is no item of Wikidata"),
        (("no.json",), "no.json: can't be read"),
        (("bad.json",), "bad.json:1: is not valid JSON"),
        (("a.json", "--of", "elmm"), 'Did you mean "elm"?'),
        (("a.json", "-o", "claims/a.yaml"), "claims/a.yaml: is there already"),
    ],
)
def test_what_import_can_not_use(run: Run, claims: Path, arguments: tuple[str, ...], told: str) -> None:
    Path("a.json").write_text(json.dumps(ANSWER))
    Path("bad.json").write_text("{")
    found = run("claims", "import", "wikidata", "--no-default-claims", *arguments)
    assert (found.status, found.out) == (2, "")
    assert told in found.err
    assert (claims / "a.yaml").read_text() == CLAIMS
