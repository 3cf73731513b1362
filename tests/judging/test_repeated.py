"""What is told of a sentence that repeats what has been fact-checked, and that no verdict follows from it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tests.by_hand import SOURCES, claim, named

from opedcheck.checker import prepare
from opedcheck.judging import judge
from opedcheck.judging.judgement import Case
from opedcheck.judging.repeated import shown
from opedcheck.model import Claim, Evidence, Judged, Repeat, SlotComparison, Statement
from opedcheck.readers import from_text

TEXT = "Ruritania has lost 60,000 windmills since it joined the Union."
CASE = Case(text=TEXT, path="a")
RECORD = Statement(
    id="mills", statement="Since joining, Ruritania lost 60,000 windmills.", verdict="false", rating="False",
    sources=SOURCES,
)  # fmt: skip


def again(score: float, verdict: str = "false") -> dict[int, tuple[Repeat, ...]]:
    record = msgspec.structs.replace(RECORD, verdict=verdict)  # type: ignore[arg-type]
    return {0: (Repeat(record=record, start=0, end=len(TEXT), score=score),)}


def claims() -> list[Claim]:
    return [msgspec.structs.replace(named("Ann Oak"), id="c1"), msgspec.structs.replace(claim("count"), id="c2")]


@pytest.mark.parametrize(
    ("score", "verdict", "told"),
    [(0.9, "false", True), (0.9, "mixed", True), (0.9, "true", False), (0.4, "false", False)],
)
def test_an_editor_is_told_where_it_is_sure(score: float, verdict: str, told: bool) -> None:
    judged, findings = judge(claims(), {}, CASE, (), again(score, verdict))
    assert [(f.rule, f.severity, f.start, f.end) for f in findings] == [("fact-checked", "info", 0, len(TEXT))] * told
    assert {one.verdict for one in judged} == {"unverified"}


def test_the_first_claim_of_the_sentence_has_the_evidence() -> None:
    judged, _ = judge(claims(), {}, CASE, (), again(0.4))
    assert [[(e.reference, e.outcome, e.score) for e in one.evidence] for one in judged] == [
        [("mills", "near", 0.4)],
        [],
    ]


def test_what_was_compared_in_vain_is_told_once_with_its_slots() -> None:
    slots = (SlotComparison("value", "incomparable", "6", "7"),)
    vain = Evidence(reference="mills", score=0.5, outcome="incomparable", detail="", slots=slots)
    other = msgspec.structs.replace(vain, reference="other")
    plain = Judged(claim=claims()[0], verdict="unverified", reason="", evidence=(vain, other))
    (one,) = shown([plain], again(0.9))
    assert [(e.reference, e.outcome, e.slots == vain.slots) for e in one.evidence] == [
        ("other", "incomparable", True),
        ("mills", "near", True),
    ]
    agreeing = msgspec.structs.replace(vain, outcome="agrees")
    (one,) = shown([msgspec.structs.replace(plain, evidence=(agreeing,))], again(0.9))
    assert one.evidence == (agreeing,)


def test_the_message_says_who_found_what() -> None:
    _, (finding,) = judge(claims(), {}, CASE, (), again(0.9))
    assert finding.message.startswith("Much like what has been fact-checked by ")
    assert "rated “False”" in finding.message and RECORD.statement in finding.message


@pytest.mark.model
def test_what_the_sentence_itself_proves_wrong_is_told_of_all_the_same(tmp_path: Path) -> None:
    said = "Ruritania has lost 60,000 windmills since it joined the Danube Union on 30 February 2010."
    facts = {
        "id": "mills",
        "statement": said,
        "verdict": "mixed",
        "rating": "Half true",
        "sources": [{"publisher": "A"}],
    }
    (tmp_path / "facts.jsonl").write_text(f"{json.dumps(facts)}\n", encoding="utf-8")
    checker = prepare([tmp_path / "facts.jsonl"], default_claims=False, storage=None)
    found = checker.check(from_text(said, date=date(2020, 1, 1))).findings
    assert {finding.rule for finding in found} == {"fact-checked", "impossible-date"}
