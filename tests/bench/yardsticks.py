"""The yardsticks, in a table: where their data is, what they should reach, what the best known tools reach."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from .figures import Aim


class Yardstick(NamedTuple):
    """`name` is its module in this folder; `needs` are the files and folders below the yardsticks' folder."""

    name: str
    needs: tuple[str, ...]
    aims: tuple[Aim, ...]

    def module(self) -> Any:
        return import_module(f"{__package__}.{self.name}")

    def missing(self, data: Path) -> tuple[str, ...]:
        return tuple(path for path in self.needs if not (data / path).exists())


YARDSTICKS = (
    Yardstick(
        "quantities",
        ("score.py", "quantities/newsquant.jsonl"),
        (
            Aim("value", 0.93, "CQE 0.920, quantulum3 0.730, GPT-3 0.706"),
            Aim("value+change", 0.88, "CQE 0.881"),
            Aim("value+unit", 0.87, "CQE 0.856, GPT-3 0.591, quantulum3 0.472"),
        ),
    ),
    Yardstick(
        "temporal",
        ("temporal/timebank.jsonl", "temporal/aquaint.jsonl"),
        (
            Aim("relaxed", 0.93, "on that task's test set: UWTime 0.914, HeidelTime 0.903"),
            Aim("type", 0.89),
            Aim("value", 0.84, "on that task's test set: UWTime 0.824, HeidelTime 0.776"),
        ),
    ),
    Yardstick("recognizers_numbers", ("recognizers",), (Aim("all", 0.90, "its authors' own tool"),)),
    Yardstick("recognizers_dates", ("recognizers",), (Aim("right", 0.90, "its authors' own tool"),)),
    Yardstick(
        "checkworthy",
        ("score.py", "checkworthy/claimbuster-train.jsonl"),
        (Aim("macro F1, five-fold", 0.85, "BERT 0.88, SVM 0.83"),),
    ),
    Yardstick(
        "corrections",
        ("score.py", "corrections/gold.jsonl", "corrections/articles.jsonl", "corrections/references.yaml"),
        (
            Aim("caught", 0.45, "overlap with a differing value 0.28"),
            Aim("corrected articles silent", 0.98, "overlap with a differing value 0.50"),
        ),
    ),
    Yardstick("opeds", ("opeds.jsonl",), (Aim("articles with errors", 0.01, lower=True),)),
    Yardstick(
        "search",
        ("score.py", "search/claims.jsonl", "search/queries.jsonl"),
        (
            Aim("MAP@5, by words", 0.88, "BM25 0.855, on that task's test set"),
            Aim("MAP@5, by meaning", 0.95, "on that task's test set: MiniLM with BM25 0.944, winner 0.929"),
        ),
    ),
    Yardstick(
        "matching",
        ("score.py", "matching/claimreview.jsonl", "matching/transcripts.jsonl"),
        (Aim("precision of the first 100", 0.75, "BM25 with MiniLM 0.63, BM25 0.53, MiniLM 0.52"),),
    ),
    Yardstick("pairs", ("pairs/dev.jsonl",), ()),
    Yardstick(
        "names",
        ("names/cases.csv",),
        (Aim("F1, unseen", 0.80, "OpenSanctions logic-v2 0.742, on the pairs that it was made for"),),
    ),
    Yardstick(
        "planting",
        ("opeds.jsonl",),
        (
            Aim("caught, all kinds", 0.90),
            Aim("untouched articles with such findings", 0.01, lower=True),
        ),
    ),
    Yardstick(
        "growth",
        ("opeds.jsonl", "search/claims.jsonl"),
        (Aim("1,000 references", 0.15, lower=True), Aim("100,000 references", 0.25, lower=True)),
    ),
    Yardstick(
        "speed",
        ("opeds.jsonl",),
        (
            Aim("`opedcheck --help` to `import typer`", 2.5, lower=True),
            Aim("cold scan to bare spaCy", 1.25, lower=True),
            Aim("all components to the stock pipeline, one article", 1.5, lower=True),
            Aim("mention components to the stock pipeline, 200 op-eds", 1.5, lower=True),
        ),
    ),
)
