"""Every format, of a report made by hand."""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import re
from datetime import date
from decimal import Decimal

import docx as python_docx
import msgspec
import pytest
from rich.cells import cell_len

from opedcheck import reporters
from opedcheck.model import (
    Article,
    ArticleReport,
    Finding,
    Period,
    Reading,
    ReferencesInfo,
    Report,
    SlotComparison,
    Source,
    Suppressed,
    partial,
)
from opedcheck.readers import plaintext
from opedcheck.readers.source import Given
from opedcheck.reporters import EXTRACT, SCAN, Look, named, names
from opedcheck.reporters.document import iso, number
from opedcheck.reporters.shown import escaped

# Modules of the folder that hold no format.
NO_FORMAT = {"correction", "document", "paragraphs", "reporter", "shown", "tally", "told"}


def written(report: Report, name: str, look: Look | None = None, of: tuple[reporters.Reporter, ...] = SCAN) -> str:
    reporter, out = named(of, name), io.StringIO()
    if isinstance(reporter, reporters.FileReporter):
        return reporter.make(report, look or Look()).decode("latin-1")
    reporter.write(report, out, look or Look())
    return out.getvalue()


def test_every_format_is_registered() -> None:
    modules = {module.name for module in pkgutil.iter_modules(reporters.__path__)} - NO_FORMAT
    found = {id(importlib.import_module(f"opedcheck.reporters.{name}").REPORTER) for name in modules}
    assert found == {id(reporter) for reporter in (*SCAN, *EXTRACT)}
    assert names(SCAN) == (
        "full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown", "html",
        "docx",        "terminal",
    )  # fmt: skip
    assert names(EXTRACT) == ("text", "json", "jsonl")


FULL = """\
error[amount-mismatch]: Japan had pledged $7.1 billion, not $7.1 million
 --> in/a.txt:3:40
  |
3 | As of March 2023, Japan 🇯🇵 had pledged $7.1 million in aid to Ukraine. NATO is big.
  |                                        ^^^^^^^^^^^^
  = reference: As of March 2023, Japan had pledged $7.1 billion in aid to Ukraine. [japan-aid]
  = source: Ministry, “Aid”, 2023-03-21, https://a.example/x
  = difference: value: “$7.1 million” here, “$7.1 billion” in the reference
  = suggestion: $7.1 billion

1 error in 1 article: 2 claims, 1 contradicted, 1 unverified (no reference settles them).
"""


def test_full(report: Report) -> None:
    text = written(report, "full")
    assert text == written(report, "terminal")
    lines, expected = text.split("\n"), FULL.split("\n")
    assert lines[:4] + lines[5:] == expected[:4] + expected[5:]
    excerpt, underline = lines[3:5]
    assert underline.count("^") == len("$7.1 million")
    assert underline.index("^") == cell_len(excerpt[: excerpt.index("$7.1")])


@pytest.mark.parametrize("width", [20, 60, 80, 500])
def test_on_a_terminal_lines_fit_and_nothing_is_lost(report: Report, width: int) -> None:
    """What is wrapped says what the unwrapped lines say; addresses stay whole, and excerpts above their underline."""
    (one,) = report.articles
    (finding,) = one.findings
    whole = msgspec.structs.replace(finding, start=25, end=95, quote=one.article.text[25:95])
    run = msgspec.structs.replace(report, articles=(msgspec.structs.replace(one, findings=(whole,)),))
    piped = written(run, "full").split("\n")
    found = written(run, "full", Look(width=width, color=True))
    lines = re.sub(r"\x1b\[[\d;]*m", "", found).split("\n")
    longest = min(max(width, 40), 120)
    assert all(cell_len(line) <= longest for line in lines if "https://" not in line)
    assert any("https://a.example/x" in line for line in lines)
    excerpt, underline = (next(line for line in lines if mark in line) for mark in ("3 | ", "^^^^"))
    assert cell_len(excerpt.rstrip()) >= len(underline) > longest // 2 - 10
    assert ("…" in excerpt) == (longest < 100)

    def words(rows: list[str]) -> list[str]:
        return [word for row in rows if " | " not in row for word in row.split()]

    assert words(lines) == words(piped)


def test_colour_only_when_asked(report: Report) -> None:
    plain = written(report, "full")
    colored = written(report, "full", Look(color=True))
    assert "\x1b[" not in plain
    assert "\x1b[1;31merror[amount-mismatch]\x1b[0m" in colored


def test_listed_claims(report: Report) -> None:
    text = written(report, "full", Look(show=("unverified",)))
    assert "unverified[organisation]: nothing comparable\n --> in/a.txt:3:72\n" in text
    assert "supported" not in text


def test_a_clean_report_says_what_was_not_checked(report: Report) -> None:
    one = msgspec.structs.replace(report.articles[0], findings=(), judged=report.articles[0].judged[1:])
    text = written(msgspec.structs.replace(report, articles=(one,)), "full")
    assert text == "No findings in 1 article: 1 claim, 1 unverified (no reference settles them).\n"


def test_what_is_suppressed_is_counted(report: Report) -> None:
    (one,) = report.articles
    gone = Suppressed(finding=one.findings[0], by="baseline", reason="known")
    run = msgspec.structs.replace(one, findings=(), suppressed=(gone,))
    text = written(msgspec.structs.replace(report, articles=(run,)), "full")
    assert text.startswith("No findings in 1 article (1 suppressed): 2 claims, 1 contradicted, 1 unverified (")


def test_no_line_begins_as_a_command_does(report: Report) -> None:
    (one,) = report.articles
    hostile = msgspec.structs.replace(one.article, path="::error::owned.txt")
    run = msgspec.structs.replace(report, articles=(msgspec.structs.replace(one, article=hostile),))
    for name in ("concise", "full"):
        assert "\n::" not in f"\n{written(run, name)}" and r"\::error::owned.txt:3:40" in written(run, name)


def test_concise(report: Report) -> None:
    assert written(report, "concise", Look(show=("unverified",), color=True)) == (
        "in/a.txt:3:40: error[amount-mismatch] Japan had pledged $7.1 billion, not $7.1 million\n"
        "in/a.txt:3:72: unverified[organisation] “NATO”: nothing comparable\n"
    )


CLAIM = {
    "id": "c1", "family": "measure", "kind": "amount", "start": 64, "end": 76, "text": "$7.1 million",
    "sentence_start": 25, "sentence_end": 95, "subject": "Japan", "subject_entity": "japan",
    "predicate": "pledge", "object": "aid", "attribute": None, "value": "7100000 USD",
    "where": None, "when": {"from": "2023-03-01", "to": "2023-03-31"},
    "speaker": None, "modality": "asserted", "negated": False, "hedge": None, "checkworthiness": 0.9346,
}  # fmt: skip


def test_json_is_as_the_contract_has_it(report: Report) -> None:
    document = json.loads(written(report, "json"))
    assert list(document) == ["schema", "tool", "references", "articles", "summary"]
    assert document["schema"] == "opedcheck/report@1"
    assert document["tool"] == {"name": "opedcheck", "version": "0.1.0", "model": "en_core_web_sm 3.8.0"}
    assert document["references"] == {"paths": ["claims"], "count": 212, "digest": "sha256:0"}
    assert document["summary"] == {
        "articles": 1, "claims": 2, "supported": 0, "imprecise": 0, "outdated": 0, "disputed": 0, "contradicted": 1,
        "unverified": 1, "errors": 1, "warnings": 0, "infos": 0,
    }  # fmt: skip
    (article,) = document["articles"]
    text = article["text"]
    assert (article["id"], article["path"], article["date"]) == ("a", "in/a.txt", None)
    claim = article["claims"][0]
    assert text[64:76] == "$7.1 million"
    assert {key: claim[key] for key in CLAIM} == CLAIM
    assert list(claim)[: len(CLAIM)] == list(CLAIM)
    assert claim["verdict"] == "contradicted"
    evidence = claim["evidence"][0]
    assert (evidence["reference"], evidence["score"], evidence["outcome"], evidence["detail"]) == (
        "japan-aid", 0.9412, "differs", "the amount differs",
    )  # fmt: skip
    assert article["findings"] == [{
        "rule": "amount-mismatch", "severity": "error", "message": "Japan had pledged $7.1 billion, not $7.1 million",
        "start": claim["start"], "end": claim["end"], "line": 3, "column": 40, "end_line": 3, "end_column": 52,
        "quote": "$7.1 million", "claim": "c1", "references": ["japan-aid"], "suggestion": "$7.1 billion",
        "fingerprint": "f" * 64,
    }]  # fmt: skip


def test_jsonl_is_one_article_a_line(report: Report) -> None:
    twice = msgspec.structs.replace(report, articles=report.articles * 2)
    lines = written(twice, "jsonl").removesuffix("\n").split("\n")
    document = json.loads(written(report, "json"))
    for line in lines:
        article = json.loads(line)
        assert article.pop("summary") == document["summary"]
        assert article == document["articles"][0]
    assert len(lines) == 2


def test_extracted_json(report: Report) -> None:
    (line,) = written(report, "jsonl", of=EXTRACT).splitlines()
    article = json.loads(line)
    assert list(article) == ["id", "path", "date", "text", "quantities", "times", "names", "sentences", "claims"]
    start = article["text"].index("$")
    assert article["quantities"] == [{
        "start": start, "end": start + 12, "text": "$7.1 million", "low": "7100000", "high": "7100000", "unit": "USD",
        "bound": "exact", "change": None, "ordinal": False,
    }]  # fmt: skip
    assert article["times"] == [{
        "start": 31, "end": 41, "text": "March 2023", "type": "DATE", "value": "2023-03",
        "from": "2023-03-01", "to": "2023-03-31",
    }]  # fmt: skip
    assert article["names"][0]["kind"] == "organisation"
    assert article["names"][0]["entity"] == "nato"
    assert article["sentences"][1]["checkworthiness"] == 0.9
    assert "verdict" not in article["claims"][0]
    assert json.loads(written(report, "json", of=EXTRACT))["articles"] == [article]


def test_extracted_text(report: Report) -> None:
    text = written(report, "text", of=EXTRACT)
    assert text.startswith("in/a.txt (undated, 2 claims)\n\n  line 3\n    0.90  As of March 2023, Japan 🇯🇵")
    assert "amount        $7.1 million  (Japan / pledge / aid = 7.1 million USD, March 2023)\n" in text
    assert "quantity" not in text
    assert "time          March 2023  (March 2023)\n" in text
    sorted_text = written(report, "text", Look(sort=True), of=EXTRACT)
    assert sorted_text.index("0.95") < sorted_text.index("0.90")


@pytest.mark.parametrize(
    ("amount", "text"),
    [("7.1E+9", "7100000000"), ("0.50", "0.5"), ("100", "100"), ("1E-3", "0.001"), ("0", "0"), ("5.00", "5"),
     ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")],
)  # fmt: skip
def test_amounts_are_plain_decimals(amount: str, text: str) -> None:
    assert number(Decimal(amount)) == text


@pytest.mark.parametrize("text", ["2023", "2023-02", "2023-02-28", "2024-02-29"])
def test_partial_dates_are_written_as_they_were(text: str) -> None:
    assert iso(partial(text)) == text


def test_open_periods() -> None:
    assert iso(Period(date(2023, 1, 1), None)) == "2023-01-01/.."
    assert iso(Period(None, date(2023, 1, 1))) == "../2023-01-01"
    assert iso(Period(date(2023, 1, 1), date(2023, 2, 28))) == "2023-01-01/2023-02-28"


def test_only_the_evidence_that_a_finding_rests_on_is_shown(report: Report) -> None:
    (one,) = report.articles
    (finding,) = one.findings
    (ground,) = finding.evidence
    other = msgspec.structs.replace(ground, reference="other", statement="Another one.")
    finding = msgspec.structs.replace(finding, evidence=(other, ground, ground))
    text = written(
        msgspec.structs.replace(report, articles=(msgspec.structs.replace(one, findings=(finding,)),)), "full"
    )
    assert text.count("reference: As of March 2023") == 1
    assert "Another one." not in text


@pytest.mark.parametrize(("name", "times"), [("full", 1), ("docx", 1), ("concise", 1), ("markdown", 2)])
def test_what_a_reference_says_is_said_once_by_those_who_show_the_reference(
    report: Report, name: str, times: int
) -> None:
    (one,) = report.articles
    (finding,) = one.findings
    (ground,) = finding.evidence
    slots = (*ground.slots, SlotComparison("time", "differs", "May 2023", "2023-07-11/2023-07-12"))
    source = Source(publisher="Agency", url="https://b.example/y", published=partial("2023-03"))
    ground = msgspec.structs.replace(ground, slots=slots, sources=(source,))
    told = msgspec.structs.replace(finding, message=f"The text has less: {ground.statement}", evidence=(ground,))
    run = msgspec.structs.replace(report, articles=(msgspec.structs.replace(one, findings=(told,)),))
    text = comments(run) if name == "docx" else written(run, name).replace("\\", "")
    assert text.count(ground.statement) == times
    assert ("The text has less." in text) is (name in ("full", "docx"))
    if name == "full":
        assert "difference: time: “May 2023” here, “11 to 12 July 2023” in the reference\n" in text
    if name == "markdown":
        assert "([Agency, 2023-03](https://b.example/y))" in text


def comments(run: Report) -> str:
    """What the comments of a Word document say."""
    document = python_docx.Document(io.BytesIO(written(run, "docx").encode("latin-1")))
    return "\n".join(one.text for one in document.comments)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[sic] [/i] :smile: “é” 👩‍🚀", "[sic] [/i] :smile: “é” 👩‍🚀"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\u2028b\x85c", "a\\u2028b\\x85c"),
        ("a\r\nb\tc\rd", "a b c\\rd"),
        ("##[error]x ##vso[task]y ## z", "#\\#[error]x #\\#vso[task]y ## z"),
    ],
)
def test_nothing_that_acts_is_printed(text: str, shown: str) -> None:
    assert escaped(text) == shown


def report_of(text: str, start: int, end: int, path: str | None = "a.txt", message: str = "m") -> Report:
    (article,) = plaintext.read(text.encode(), Given("id", path, "a"))
    assert isinstance(article, Article)
    finding = Finding(rule="r", severity="info", message=message, start=start, end=end, quote=text[start:end])
    one = ArticleReport(article=article, reading=Reading(), findings=(finding,))
    return Report(version="0", model="m", references=ReferencesInfo(), articles=(one,))


def test_article_text_reaches_the_terminal_as_it_is() -> None:
    text = "See [sic] and [/i] and [bold]x[/bold] :smile: ::error::x \x1b[31m"
    full = written(report_of(text, 4, 9, message=text), "full", Look(color=True))
    assert full.count("[sic]") == full.count("[/i]") == full.count("[bold]x[/bold] :smile: ::error::x") == 2
    assert "\\x1b[31m" in full
    assert not any(line.startswith("::") for line in full.splitlines())


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "word " * 300 + "$7 billion" + " more" * 300
    full = written(report_of(text, 1500, 1510), "full")
    line = next(line for line in full.splitlines() if line.startswith("1 |"))
    assert len(line) < 110
    assert line.startswith("1 | …word") and line.endswith("more…")
    assert "a.txt:1:1501" in full
    underline = next(line for line in full.splitlines() if "^" in line)
    assert line[underline.index("^") : underline.rindex("^") + 1] == "$7 billion"


def test_a_span_over_several_lines() -> None:
    full = written(report_of("the $7\nbillion pledge", 4, 14), "full")
    rows = [line for line in full.splitlines() if "|" in line]
    assert rows == ["  |", "1 | the $7", "  |     ^^", "2 | billion pledge", "  | ^^^^^^^"]


@pytest.mark.parametrize("span", [(0, 0), (0, 1), (3, 4), (4, 4)])
def test_spans_at_the_edges(span: tuple[int, int]) -> None:
    for name in names(SCAN):
        assert written(report_of("a\n\nb", *span), name)


def test_wide_characters_are_underlined_in_full() -> None:
    full = written(report_of("日本 $7", 0, 2), "full")
    assert "  | ^^^^\n" in full


def test_where_there_is_no_path() -> None:
    assert written(report_of("a", 0, 1, None), "concise").startswith("<stdin>:1:1: ")
    assert written(report_of("a", 0, 1, "b.jsonl"), "concise").startswith("b.jsonl#id:1:1: ")
