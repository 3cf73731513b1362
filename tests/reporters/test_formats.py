"""Formats that services read: valid by their schemas, alike from run to run, and safe whatever the article says.

`OPEDCHECK_GOLDEN=1 python -m pytest tests/reporters` writes the golden files anew; look at the difference then.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import Failure, JUnitXml
from tests.reporters.made import HOSTILE, article, finding, fixed, report, written

from opedcheck.model import Report

HERE = Path(__file__).parent
SUFFIX = {"sarif": "sarif", "gitlab": "json", "rdjson": "json", "json": "json", "jsonl": "jsonl", "junit": "xml",
          "markdown": "md", "github": "txt", "full": "txt", "concise": "txt", "html": "html"}  # fmt: skip


def schema(name: str) -> Any:
    return json.loads((HERE / "schemas" / f"{name}.json").read_text(encoding="utf-8"))


def parsed(run: Report, name: str) -> Any:
    return json.loads(written(run, name))


@pytest.mark.parametrize("name", SUFFIX)
def test_golden(name: str) -> None:
    file = HERE / "golden" / f"report.{name}.{SUFFIX[name]}"
    found = written(fixed(), name)
    if os.environ.get("OPEDCHECK_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(found.encode("utf-8"))
    assert found.encode("utf-8") == file.read_bytes()


# Valid by their schemas


def test_sarif_is_valid_and_has_what_code_scanning_asks_for() -> None:
    document = parsed(fixed(), "sarif")
    jsonschema.Draft7Validator(schema("sarif-2.1.0"), format_checker=jsonschema.FormatChecker()).validate(document)
    assert '""' not in written(fixed(), "sarif")
    (run,) = document["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert {"name", "version", "informationUri", "rules"} <= driver.keys()
    for rule in driver["rules"]:
        assert {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"} <= rule.keys()
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert {"primaryLocationLineHash", "opedcheck/v1"} == result["partialFingerprints"].keys()
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith(("/", "./"))
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= place["region"].keys()
        (related,) = result["relatedLocations"]
        assert related["physicalLocation"]["artifactLocation"]["uri"] == "claims/a.yaml"
    assert [r["level"] for r in run["results"]] == ["error", "error", "warning", "note"]


def test_sarif_shows_as_many_as_code_scanning_does_the_gravest_first() -> None:
    one = article("12345 " * 10)
    many = tuple(finding(one, 0, 5, "info" if n % 2 else "error", n=n) for n in range(5_200))
    results = parsed(report((one, many)), "sarif")["runs"][0]["results"]
    assert len(results) == 5_000
    assert [r["level"] for r in results[:2_601]] == ["error"] * 2_600 + ["note"]


def test_gitlab_is_valid_and_no_two_fingerprints_are_alike() -> None:
    rows = parsed(fixed(), "gitlab")
    jsonschema.validate(rows, schema("gitlab"))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert [row["severity"] for row in rows] == ["major", "minor", "info", "major"]


def test_rdjson_is_valid_and_counts_bytes() -> None:
    document = parsed(fixed(), "rdjson")
    jsonschema.validate(document, schema("rdjson"))
    first = document["diagnostics"][0]["location"]["range"]
    line = HOSTILE.split("\r\n")[0].encode()
    assert line[first["start"]["column"] - 1 : first["end"]["column"] - 1] == b"$7.1 million"


def test_junit_has_a_suite_a_file_and_a_case_a_finding() -> None:
    suites = JUnitXml.fromstring(written(fixed(), "junit").encode())
    assert (suites.tests, suites.failures) == (5, 4)
    hostile, clean = suites
    assert [case.name for case in clean] == ["no findings"]
    assert all(isinstance(case.result[0], Failure) for case in hostile)


# Nothing in an article acts


def commands(output: str) -> list[str]:
    """The workflow commands that a runner would see, wherever it looks for them."""
    return re.findall(r"^.*?(?:^::\w|##\[).*$", output, re.MULTILINE)


def test_github_gives_one_command_a_finding_and_no_other() -> None:
    output = written(fixed(), "github")
    assert len(commands(output)) == output.count("\n") == 4
    assert output.count("::") == 2 * 4
    assert "\x1b" not in output
    assert "col=" not in output.splitlines()[1]  # over several lines, columns would mark the wrong words


def test_github_writes_what_it_will_not_show_to_the_summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    one = article("12345 " * 10)
    written(report((one, tuple(finding(one, 0, 5, n=n) for n in range(12)))), "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("### opedcheck: 2 more")
    assert text.count("amount\\-mismatch") + text.count("amount-mismatch") == 2


def test_markdown_holds_no_markup_of_the_article() -> None:
    text = written(fixed(), "markdown")
    assert not re.search(r"(?<!\\)<script", text)
    assert not re.search(r"(?<!\\)@someone", text)
    assert "https://bad.example" not in text
