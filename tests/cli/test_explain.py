"""`explain FINGERPRINT` and `note`, over reports that the reporters wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.reporters.made import article, report, written

from opedcheck.keeping.reports import find
from opedcheck.model import ArticleReport, Claim, Evidence, Finding, Judged, Report, SlotComparison, Source, partial

if TYPE_CHECKING:
    from conftest import Run

TEXT = "Ruritania paid $4 million for\nthe dam in May. It leaked.\x1b[31m"
MARK = "abc123" + "0" * 58
OTHER = "abc999" + "0" * 58
EVIDENCE = Evidence(
    reference="dam-cost", score=0.93, outcome="differs", detail="value differs", statement="Ruritania paid $3 million.",
    sources=(Source(publisher="Ministry", title="Dam", url="https://a.example/x", published=partial("2023-03")),),
    slots=(SlotComparison("value", "differs", "$4 million", "$3 million"),),
)  # fmt: skip
ELSE = Evidence(reference="dam-age", score=0.4, outcome="incomparable", detail="subject agrees", statement="It is old.")


def run_report() -> Report:
    """One article, one claim, and two findings: of the claim, and of the text itself."""
    one = article(TEXT, "in/dam.md")
    end = TEXT.index(" It")
    claim = Claim(
        id="c1", family="measure", kind="amount", start=15, end=25, text="$4 million", sentence_start=0,
        sentence_end=end, predicate="pay", negated=True, when=partial("2023-05"),
    )  # fmt: skip
    found = Finding(
        rule="amount-mismatch", severity="error", message="The text has $4 million: Ruritania paid $3 million.",
        start=15, end=25, quote="$4 million", claim="c1", references=("dam-cost",), suggestion="$3 million",
        evidence=(EVIDENCE,), fingerprint=MARK,
    )  # fmt: skip
    bare = msgspec.structs.replace(
        found, rule="imprecise", claim=None, references=(), evidence=(), suggestion=None, fingerprint=OTHER
    )
    judged = Judged(claim=claim, verdict="contradicted", reason="so", evidence=(EVIDENCE, ELSE, EVIDENCE))
    whole = report((one, ()))
    checked = ArticleReport(article=one, reading=whole.articles[0].reading, judged=(judged,), findings=(found, bare))
    return msgspec.structs.replace(whole, articles=(checked,))


@pytest.fixture(params=["json", "jsonl"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"report.{request.param}"
    path.write_text(written(run_report(), request.param), encoding="utf-8")
    return path


def test_read_again_as_it_was(stored: Path) -> None:
    """What the reporter wrote is what comes back, down to slots and sources."""
    was = run_report().articles[0].findings
    assert (find(stored, MARK).as_finding(), find(stored, OTHER).as_finding()) == was


def test_explain(run: Run, stored: Path) -> None:
    out = run("explain", MARK[:8], "--report", stored).out
    for said in (
        "error[amount-mismatch] in/dam.md:1:16, undated",
        "“Ruritania paid $4 million for the dam in May.”",
        "  predicate  pay",
        "  when       2023-05-01 to 2023-05-31",
        "  said as    asserted, denied",
        "Verdict: contradicted",
        "  dam-cost: differs, 0.93 sure that it is the same thing\n    Ruritania paid $3 million.\n"
        "    value differs: “$4 million” here, “$3 million” in the reference\n"
        "    Source: Ministry, “Dam”, 2023-03, https://a.example/x\n"
        "  dam-age: incomparable, 0.40 sure",
        "Suggestion: $3 million",
        f"opedcheck note {MARK[:12]} --report ",
        "<!-- opedcheck: ignore[amount-mismatch] the reason -->",
        "About amount-mismatch",
    ):
        assert said in out, out
    assert out.count("dam-cost: differs") == 1


def test_explain_a_finding_without_a_claim(run: Run, stored: Path) -> None:
    out = run("explain", OTHER, "--report", stored).out
    assert "Verdict" not in out
    assert "Is the reference wrong" not in out
    assert "“$4 million”" in out


def test_explain_a_rule_beside_a_report(run: Run, stored: Path) -> None:
    assert run("explain", "outdated", "--report", stored).out.startswith("outdated (warning)")


def test_note(run: Run, stored: Path) -> None:
    found = run("note", f"sha256:{MARK.upper()}", "--report", stored, "--date", "2023-07-11")
    assert (found.status, found.err) == (0, "")
    assert found.out == (
        "Correction: July 11, 2023\nAn earlier version of this article misstated an amount. Ruritania paid $3 million, "
        "not $4 million.\n"
    )
    assert run("note", MARK, "--report", stored, "--style", "uk").out.startswith("This article was amended on ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("note", "abc", "--report", "R"), "'abc' is too short for a fingerprint. Give 6 characters."),
        (("note", "abc000", "--report", "R"), "holds no finding 'abc000'. It has abc123000000, abc999000000."),
        (("note", OTHER, "--report", "R"), "imprecise says nothing that an article has to take back."),
        (("note", MARK, "--report", "R", "--style", "fr"), "'fr' is not one of us, uk."),
        (("note", MARK, "--report", "R", "--date", "today"), "is not a day"),
        (
            ("note", MARK, "--report", "none.json"),
            "none.json: can't be read: No such file or directory. Write one with",
        ),
        (("note", MARK, "--report", "text.json"), "text.json: is no JSON report of a scan: "),
        (("explain", MARK, "--report", "other.json"), "is 'opedcheck/extract@1', not a report of this version."),
        (("explain", MARK), "If it is a fingerprint, say which JSON report it is from: --report FILE."),
    ],
)
def test_what_can_t_be_told(run: Run, stored: Path, arguments: tuple[str, ...], said: str) -> None:
    Path("text.json").write_text("Ruritania")
    Path("other.json").write_text(json.dumps({"schema": "opedcheck/extract@1", "articles": []}))
    found = run(*(stored if one == "R" else one for one in arguments))
    assert (found.status, found.out) == (2, "")
    assert said in " ".join(found.err.split()), found.err


def test_a_beginning_that_two_have(run: Run, tmp_path: Path) -> None:
    whole = run_report()
    (one,) = whole.articles
    alike = tuple(
        msgspec.structs.replace(finding, fingerprint=f"abcdef{n}".ljust(64, "0"))
        for n, finding in enumerate(one.findings)
    )
    path = tmp_path / "two.json"
    path.write_text(
        written(msgspec.structs.replace(whole, articles=(msgspec.structs.replace(one, findings=alike),)), "json")
    )
    found = run("note", "abcdef", "--report", path)
    assert "'abcdef' begins several fingerprints (abcdef0000, abcdef1000). Give more." in found.err
