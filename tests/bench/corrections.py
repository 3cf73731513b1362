"""Errors that newspapers corrected: how many are caught, and how many corrected articles stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from .figures import read_off
from .program import by_id, one_line, output, records, score

PATTERNS = {
    "caught": r"^caught \d+ of \d+ \(([\d.]+)\)",
    "caught as an error": r"^caught as an error (\d+) of (\d+)",
    "corrected articles silent": r"; (\d+) of (\d+) articles silent",
}
LEVELS = ("slot", "context", "inference")
MARGIN = 60  # score.py lets a finding reach this far beyond the erroneous sentence


def measure(data: Path) -> dict[str, float]:
    return read_off(score(data, "corrections", data / "corrections" / "gold.jsonl", _scanned(data)), PATTERNS)


def errors(data: Path) -> Iterator[str]:
    """False alarms first, then what was missed, the easiest level first."""
    articles = by_id(_scanned(data))
    gold = sorted(records(data / "corrections" / "gold.jsonl"), key=lambda row: LEVELS.index(row["level"]))
    said = yaml.safe_load((data / "corrections" / "references.yaml").read_text(encoding="utf-8"))
    statements = {row["id"]: row["statement"] for row in said["statements"]}
    for row in gold:
        article = articles[row["right"]]
        for finding in filter(_alarm, article["findings"]):
            yield f"ALARM {row['id']} {finding['rule']}: {finding['message']}\n    {_around(article, finding)}"
    for row in gold:
        article = articles[row["wrong"]]
        if not any(_catches(finding, row) for finding in article["findings"]):
            sentence = one_line(article["text"][row["start"] : row["end"]])
            yield (
                f"MISSED {row['id']} {row['kind']} ({row['level']})\n    {sentence}\n    {statements[row['reference']]}"
            )


def _scanned(data: Path) -> Path:
    folder = data / "corrections"
    references = ("--no-default-claims", "--claims", str(folder / "references.yaml"))
    return output("scan", "--isolated", *references, "--format", "jsonl", str(folder / "articles.jsonl"))


def _alarm(finding: dict[str, Any]) -> bool:
    return finding["severity"] == "error" or (finding["severity"] == "warning" and bool(finding["references"]))


def _catches(finding: dict[str, Any], row: dict[str, Any]) -> bool:
    return (
        finding["severity"] in ("error", "warning")
        and row["reference"] in finding["references"]
        and min(finding["end"], row["end"]) > max(finding["start"], row["start"])
        and row["start"] - MARGIN <= finding["start"]
        and finding["end"] <= row["end"] + MARGIN
    )


def _around(article: dict[str, Any], finding: dict[str, Any]) -> str:
    start, end, text = finding["start"], finding["end"], article["text"]
    return one_line(f"{text[max(0, start - 80) : start]}[{text[start:end]}]{text[end : end + 80]}")
