"""Slips found by the real pipeline: what warns, and what is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from opedcheck.checker import Checker, prepare
from opedcheck.model import Article, Finding
from opedcheck.readers import plaintext
from opedcheck.readers.source import Given

pytestmark = pytest.mark.model

STATEMENTS = {
    "delegates": "The party congress of 2031 in Strelsau had 3,979 pledged delegates.",
    "poll": "In a poll of May 2031, 33 percent of Ruritanian miners were less likely to vote for Anton Hentzau.",
    "flood": "The flood in Zenda destroyed the old mill on 15 September 2031.",
    "clock": "Johann Rassendyll repaired the clock of the town hall in Zenda.",
    "profile": "The Strelsau Daily Herald published the profile of the engineer Marta Sapt.",
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    lines = ["statements:"]
    for name, text in STATEMENTS.items():
        lines.append(f"  - id: {name}\n    statement: {text}\n    sources: [{{publisher: P, accessed: 2031-10-01}}]")
    path: Path = tmp_path_factory.mktemp("slips") / "own.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return prepare([path], default_claims=False)


def found(checker: Checker, text: str) -> list[Finding]:
    (article,) = plaintext.read(text.encode(), Given("a", None, "a"))
    assert isinstance(article, Article)
    dated = msgspec.structs.replace(article, date=date(2031, 10, 2))
    return [finding for finding in checker.check(dated).findings if finding.rule == "possible-slip"]


@pytest.mark.parametrize(
    ("text", "quote", "reference"),
    [
        (
            "At the party congress in Strelsau there were 3,997 pledged delegates, it was said.",
            "3,997",
            "delegates",
        ),
        (
            "In a May poll among Ruritanian miners, 37 percent said they were less likely to vote for Hentzau.\n\n"
            "Anton Hentzau did not comment.",
            "37 percent",
            "poll",
        ),
        ("On September 16, 2031, a flood destroyed the old mill at Zenda.", "September 16, 2031", "flood"),
        ("It was Konrad Rassendyll who repaired the clock of the town hall at Zenda.", "Konrad Rassendyll", "clock"),
        (
            "In a profile in the Strelsau Post, the engineer Marta Sapt spoke of it.",
            "Strelsau Post",
            "profile",
        ),
    ],
)
def test_warns(own: Checker, text: str, quote: str, reference: str) -> None:
    (finding,) = found(own, text)
    assert (finding.quote.removeprefix("the "), finding.references) == (quote, (reference,))
    assert finding.severity == "warning"
    assert finding.suggestion is not None and finding.suggestion in STATEMENTS[reference]
    (evidence,) = finding.evidence
    assert (evidence.reference, evidence.outcome) == (reference, "differs")


@pytest.mark.parametrize(
    "text",
    [
        # right
        "The 3,979 pledged delegates of the party congress met in Strelsau.",
        # another figure altogether
        "At the party congress in Strelsau, 120 pledged delegates walked out.",
        # the article has the reference's figure, too
        "The party congress in Strelsau had 3,997 pledged delegates. No, it had 3,979 delegates.",
        # another matter
        "The trade union of Elphberg had 3,997 members.",
        "Johann Rassendyl sings in a choir.",
        # what is not written out
        "The flood in Zenda destroyed the old mill, and the day before it had rained.",
        # another day that the sentence says something else of
        "On 16 September 2031 Strelsau voted.",
    ],
)
def test_left_alone(own: Checker, text: str) -> None:
    assert found(own, text) == []
