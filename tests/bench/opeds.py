"""False alarms on real op-eds with all shipped references: every error finding, beside its sentence, to be read.

An error there is a false alarm until someone has read it and found that the newspaper was wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .program import one_line, output, records


def measure(data: Path) -> dict[str, float]:
    articles = list(records(_scanned(data)))
    alarmed = sum(any(map(_is_error, article["findings"])) for article in articles)
    compared = sum(claim["verdict"] != "unverified" for article in articles for claim in article["claims"])
    return {
        "articles with errors": alarmed / len(articles),
        "error findings an article": sum(_is_error(f) for a in articles for f in a["findings"]) / len(articles),
        "claims judged an article": compared / len(articles),
    }


def errors(data: Path) -> Iterator[str]:
    """Every error finding with its sentence."""
    for article in records(_scanned(data)):
        for finding in filter(_is_error, article["findings"]):
            start, end = sentence(article, finding)
            yield (
                f"{article['id']} ({article['date']}) {finding['rule']}: {finding['message']}\n"
                f"    {one_line(article['text'][start:end], 400)}\n    [{finding['quote']}]"
            )


def sentence(article: dict[str, Any], finding: dict[str, Any]) -> tuple[int, int]:
    """Start and end of the sentence about a finding: its claim's, else the paragraph."""
    for claim in article["claims"]:
        if claim["id"] == finding["claim"]:
            return claim["sentence_start"], claim["sentence_end"]
    text = article["text"]
    end = text.find("\n", finding["end"])
    return text.rfind("\n", 0, finding["start"]) + 1, len(text) if end < 0 else end


def _is_error(finding: dict[str, Any]) -> bool:
    return bool(finding["severity"] == "error")


def _scanned(data: Path) -> Path:
    return output("scan", "--isolated", "--format", "jsonl", str(data / "opeds.jsonl"))
