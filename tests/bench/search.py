"""Tweets, and the verified claim behind each (CheckThat! 2020, task 2): ranked by words, and by meaning as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .figures import read_off
from .program import by_id, one_line, output, records, score

PATTERNS = {"P@1": r"^P@1\s+([\d.]+)", "MAP@5": r"^MAP@5\s+([\d.]+)"}


WAYS = {"by words": "--no-semantic", "by meaning": "--semantic"}


def measure(data: Path) -> dict[str, float]:
    """P@1 and MAP@5 of both ways. The first time, embedding the 10,375 statements takes minutes."""
    queries = data / "search" / "queries.jsonl"
    return {
        f"{name}, {way}": value
        for way, option in WAYS.items()
        for name, value in read_off(score(data, "search", queries, _found(data, option)), PATTERNS).items()
    }


def errors(data: Path) -> Iterator[str]:
    """Queries whose claim does not come first, those that miss it altogether before the others."""
    found = records(_found(data, WAYS["by meaning"]))
    answers = {row["id"]: [result["reference"] for result in row["results"]] for row in found}
    claims = by_id(data / "search" / "claims.jsonl")
    queries = [(_rank(answers[row["id"]], row["relevant"]), row) for row in records(data / "search" / "queries.jsonl")]
    for rank, row in sorted(queries, key=lambda pair: -pair[0]):
        if rank > 1:
            first = answers[row["id"]][:1]
            yield (
                f"{row['id']} rank {rank if rank < 99 else 'none'}: {one_line(row['text'])}\n"
                f"    wanted {_said(claims, row['relevant'][:1])}\n    first  {_said(claims, first)}"
            )


def _found(data: Path, option: str) -> Path:
    folder = data / "search"
    references = ("--no-default-claims", "--claims", str(folder / "claims.jsonl"))
    batch = ("--batch", str(folder / "queries.jsonl"), "--top", "5")
    return output("claims", "search", *references, *batch, "--format", "jsonl", option)


def _rank(answers: list[str], relevant: list[str]) -> int:
    """1-based rank of the first relevant answer; 99 where there is none."""
    return next((at for at, answer in enumerate(answers, 1) if answer in relevant), 99)


def _said(claims: dict[str, dict[str, Any]], ids: list[str]) -> str:
    return one_line("; ".join(claims[name]["statement"] for name in ids)) or "nothing"
