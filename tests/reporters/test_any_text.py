"""Whatever the text of an article and of its references: every format is valid, and gives back what went in."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import jsonschema
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from rich.cells import cell_len
from tests.reporters.made import ANY, article, finding, report, written
from tests.reporters.test_formats import schema

from opedcheck.model import Article, Report, Source
from opedcheck.reporters.shown import ACTING, escaped
from opedcheck.reporters.told import Told, message, told

SCHEMAS = {name: jsonschema.Draft7Validator(schema(name)) for name in ("sarif-2.1.0", "gitlab", "rdjson")}
NO_XML = re.compile("[\ufffe\uffff]")
URL = "https://a.example/x"
WORDS = {"text", "softbreak", "strong_open", "strong_close", "link_open", "link_close"}
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@st.composite
def runs(draw: st.DrawFn) -> Report:
    """A run over an article with one or two findings anywhere, of which every word is any text."""
    one = article(f"x {draw(ANY)} y\n", draw(st.none() | ANY.map(lambda name: f"{name}.txt")))
    found = []
    for number in range(draw(st.integers(1, 2))):
        start = draw(st.integers(0, len(one.text) - 1))
        end = draw(st.integers(start + 1, len(one.text)))
        made = finding(one, start, end, draw(st.sampled_from(["error", "warning", "info"])), draw(ANY) or "m", n=number)
        source = Source(publisher=draw(ANY) or "p", title=draw(st.none() | ANY), url=draw(st.none() | st.just(URL)))
        ground = msgspec.structs.replace(made.evidence[0], statement=draw(ANY), sources=(source,))
        found.append(msgspec.structs.replace(made, evidence=(ground,), suggestion=draw(st.none() | ANY)))
    return report((one, tuple(found)))


def parsed(run: Report, name: str) -> Any:
    return json.loads(written(run, name))


def cut(one: Article, line: int, column: int, end_line: int, end_column: int) -> str:
    """What an editor would mark: lines end at line feeds, columns are code points from 1, the end exclusive."""
    lines = one.source.split("\n")
    start, end = (
        sum(len(row) + 1 for row in lines[: at - 1]) + col - 1 for at, col in ((line, column), (end_line, end_column))
    )
    return one.source[start:end].replace("\r\n", "\n")  # as the text has it


def by_severity(run: Report) -> list[Told]:
    return sorted(told(run), key=lambda one: ["error", "warning", "info"].index(one.severity))


def test_what_is_escaped_is_what_acts_and_no_other() -> None:
    assert escaped("a “b” é 🇯🇵 #[1] ::") == "a “b” é 🇯🇵 #[1] ::"
    assert escaped("a\r\nb\tc\x1b[31m \u202e ##[error]") == "a b c\\x1b[31m \\u202e #\\#[error]"


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_json_gives_back_text_and_places(run: Report) -> None:
    (one,) = run.articles
    document = parsed(run, "json")["articles"][0]
    assert document["text"] == one.article.text and document["path"] == one.article.path
    for row, found in zip(document["findings"], one.findings, strict=True):
        assert (row["message"], row["suggestion"], row["quote"]) == (found.message, found.suggestion, found.quote)
        assert document["text"][row["start"] : row["end"]] == found.quote
        assert cut(one.article, row["line"], row["column"], row["end_line"], row["end_column"]) == found.quote
    line = parsed(run, "jsonl")
    assert {key: line[key] for key in document} == document


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_services_are_given_valid_reports_with_the_right_places(run: Report) -> None:
    sarif, gitlab, rdjson = (parsed(run, name) for name in ("sarif", "gitlab", "rdjson"))
    for (name, validator), document in zip(SCHEMAS.items(), (sarif, gitlab, rdjson), strict=True):
        assert not list(validator.iter_errors(document)), name
    for one, result in zip(by_severity(run), sarif["runs"][0]["results"], strict=True):
        assert result["message"]["text"] == message(one.finding)
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert unquote(place["artifactLocation"]["uri"]) == one.path
        assert (
            region["snippet"]["text"]
            == one.finding.quote
            == cut(one.article, region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
        )
    for one, row, diagnostic in zip(told(run), gitlab, rdjson["diagnostics"], strict=True):
        assert row["description"] == diagnostic["message"] == message(one.finding)
        assert row["location"] == {"path": one.path, "lines": {"begin": one.start.line}}
        assert diagnostic["location"]["path"] == one.path
        start, end = (diagnostic["location"]["range"][end] for end in ("start", "end"))
        lines = [line.encode() for line in one.article.source.split("\n")]
        begin, stop = (sum(len(row) + 1 for row in lines[: at["line"] - 1]) + at["column"] - 1 for at in (start, end))
        assert b"\n".join(lines)[begin:stop].decode().replace("\r\n", "\n") == one.finding.quote
    assert len({row["fingerprint"] for row in gitlab}) == len(gitlab)


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_test_reports_give_back_what_xml_can_hold(run: Report) -> None:
    (suite,) = JUnitXml.fromstring(written(run, "junit").encode("utf-8"))
    for one, case in zip(told(run), suite, strict=True):
        wanted = NO_XML.sub("\ufffd", message(one.finding))
        assert " ".join(case.result[0].message.split()) == " ".join(wanted.split())


COMMAND = re.compile(r"::(error|warning|notice) (.*?)::(.*)")
UNESCAPED = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def meant(text: str) -> str:
    for code, letter in UNESCAPED:
        text = text.replace(code, letter)
    return text


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_github_is_given_one_command_a_finding_and_no_other(run: Report) -> None:
    lines = re.split(r"\r\n|\r|\n", written(run, "github"))
    assert lines.pop() == ""
    for one, line in zip(by_severity(run), lines, strict=True):
        command = COMMAND.fullmatch(line)
        assert command is not None and "::" not in command[3] and "##[" not in command[3]
        properties = dict(part.split("=", 1) for part in command[2].split(","))
        assert meant(properties["file"]) == one.path
        assert meant(command[3]) == re.sub(":(?=:)", ": ", message(one.finding))
        if "col" in properties:
            line_, col, end_line, end_col = (int(properties[n]) for n in ("line", "col", "endLine", "endColumn"))
            assert line_ == end_line and cut(one.article, line_, col, end_line, end_col) == one.finding.quote


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_people_are_shown_nothing_that_acts(run: Report) -> None:
    for name in ("full", "concise", "markdown"):
        text = written(run, name)
        assert not ACTING.search(text.replace("\n", "")) and "##[" not in text, name
        assert not re.search(r"^\s*::", text, re.MULTILINE), name
    lines = written(run, "concise").splitlines()
    for one, line in zip(told(run), lines, strict=True):
        assert line.endswith(f": {one.severity}[{one.finding.rule}] {escaped(one.finding.message)}")
        assert f":{one.start.line}:{one.start.column}: " in line
    full = written(run, "full").split("\n")
    heads = [line.split(": ", 1) for line in full if re.match(r"(error|warning|info)\[amount-mismatch\]: ", line)]
    for one, (kind, said) in zip(told(run), heads, strict=True):
        whole = escaped(one.finding.message)  # the reference's sentence at its end stands below by itself
        begun = said if whole.startswith(said) else said.removesuffix(".")
        assert kind == f"{one.severity}[amount-mismatch]" and whole.startswith(begun)
        assert any(whole[len(begun) :].strip(" :") in line for line in full)
    for above, below in pairwise(full):
        if re.fullmatch(r" *\| +\^+", below):
            gutter = below.index("|")
            assert above[gutter] == "|" and len(below) <= cell_len(above) + 1


@settings(deadline=None, max_examples=100)
@given(run=runs())
def test_markdown_is_words_and_nothing_else(run: Report) -> None:
    tokens = MARKDOWN.parse(written(run, "markdown"))
    inline = [token for token in tokens if token.type == "inline"]
    within = [child for token in inline for child in token.children or ()]
    assert {child.type for child in within} <= WORDS
    assert sum(child.type == "strong_open" for child in within) == 1
    assert {child.attrs["href"] for child in within if child.type == "link_open"} <= {URL}
    assert [t.content.strip() for t in tokens if t.type == "html_block"] == [
        "<details><summary>Evidence</summary>", "</details>"
    ]  # fmt: skip
    cells = ["".join(child.content for child in token.children or ()).strip() for token in inline]
    for one in told(run):
        assert escaped(one.finding.message).strip() in cells
