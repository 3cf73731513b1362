"""Every rule does what its manual says: its docstring is the only source of these tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from opedcheck.checker import Checker, prepare
from opedcheck.judging import RULES
from opedcheck.model import Rule
from opedcheck.readers import from_text

PUBLISHED = date(2023, 7, 10)
SECTIONS = ("Reference:", "Flags:", "Leaves alone:")
VERDICTS = {"FALSE ": "false", "MIXED ": "mixed"}
# What a curator would write beside the sentence: "[exclusive: subject]", "[valid: 2020-03-27 to 2023-04-04]".
EXCLUSIVE, VALID = re.compile(r"\[exclusive: ([a-z, ]+)\]"), re.compile(r"\[valid: (\S+) to (\S+)\]")
KEYS = re.compile(r"\s*\[\w+: [^\]]*\]")
SOURCE = "    sources: [{publisher: The rule's manual}]"


def examples(rule: Rule, section: str) -> list[str]:
    """The lines of a section: indented, up to the next line that is not."""
    _, _, after = rule.doc.partition(f"\n{section}\n")
    lines = after.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("    ")), len(lines))
    return [line.strip() for line in lines[:end]]


def records() -> Iterator[str]:
    """The statements of all manuals as a curator would write them."""
    yield "statements:"
    lines = dict.fromkeys((rule.name, line) for rule in RULES for line in examples(rule, "Reference:"))
    for number, (rule, line) in enumerate(lines):
        exclusive, valid = EXCLUSIVE.search(line), VALID.search(line)
        yield f"  - id: manual-{rule}-{number}"
        mark = next((mark for mark in VERDICTS if line.startswith(mark)), "")
        yield f"    statement: {KEYS.sub('', line).removeprefix(mark)}"
        if mark:
            yield f"    verdict: {VERDICTS[mark]}"
        if exclusive:
            yield f"    exclusive: [{exclusive[1]}]"
        if valid:
            yield f"    valid: {{from: {valid[1]}, until: {valid[2]}}}"
        yield SOURCE


def sentences(section: str) -> Iterator[object]:
    for rule in RULES:
        yield from (pytest.param(rule.name, line) for line in examples(rule, section))


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """The shipped references and those of all manuals together: no rule needs the others out of the way."""
    folder: Path = tmp_path_factory.mktemp("manuals")
    (folder / "manuals.yaml").write_text("\n".join(records()) + "\n", encoding="utf-8")
    return prepare([folder])


def found(checker: Checker, sentence: str) -> list[str]:
    return [finding.rule for finding in checker.check(from_text(sentence, date=PUBLISHED)).findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_has_a_summary_a_reason_and_examples(rule: Rule) -> None:
    summary, blank, why = rule.doc.strip().splitlines()[:3]
    assert summary.endswith(".") and not blank and why
    assert examples(rule, "Flags:") and examples(rule, "Leaves alone:")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_has_no_section_of_another_name(rule: Rule) -> None:
    assert set(re.findall(r"^[A-Z]\w*(?: \w+)?:$", rule.doc, re.MULTILINE)) <= set(SECTIONS)


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), list(sentences("Flags:")))
def test_what_the_manual_says_is_flagged(taught: Checker, rule: str, sentence: str) -> None:
    assert rule in found(taught, sentence)


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), list(sentences("Leaves alone:")))
def test_what_the_manual_says_is_left_alone(taught: Checker, rule: str, sentence: str) -> None:
    assert found(taught, sentence) == []
