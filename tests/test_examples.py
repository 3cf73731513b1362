"""The example that ships: each slip planted in it is flagged by its rule, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from opedcheck.checker import Checker
from opedcheck.model import Article, ArticleReport, Finding
from opedcheck.readers import read

EXAMPLES = Path(__file__).parents[1] / "examples"
SLIPS = yaml.safe_load((EXAMPLES / "japan-nato.slips.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def report(checker: Checker) -> ArticleReport:
    (article,) = read([str(EXAMPLES / "japan-nato.md")], lambda: b"")
    assert isinstance(article, Article)
    return checker.check(article)


def meets(finding: Finding, slip: dict[str, str], text: str) -> bool:
    start = text.index(slip["quote"])
    return finding.rule == slip["rule"] and finding.start < start + len(slip["quote"]) and start < finding.end


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["quote"])
def test_a_slip_is_flagged_by_its_rule(report: ArticleReport, slip: dict[str, str]) -> None:
    assert any(meets(finding, slip, report.article.text) for finding in report.findings)


def test_nothing_else_is_flagged(report: ArticleReport) -> None:
    serious = [finding for finding in report.findings if finding.severity in ("error", "warning")]
    rest = [f for f in serious if not any(meets(f, slip, report.article.text) for slip in SLIPS)]
    assert [(finding.rule, finding.quote) for finding in rest] == []


def test_the_slips_are_of_many_kinds() -> None:
    assert len(SLIPS) >= 10 and len({slip["rule"] for slip in SLIPS}) >= 8
