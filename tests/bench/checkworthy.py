"""Check-worthy sentences (ClaimBuster): five folds of the training file, and the shipped weights in `extract`.

The second figure is no measure of quality: the shipped weights have seen those sentences. It shows that what is
shipped is what was trained.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .figures import Unavailable, read_off
from .program import ROOT, by_id, one_line, output, records, score, scratch

TRAINING = ROOT / "tools" / "train_checkworthiness.py"
PATTERNS = {
    "macro F1, five-fold": r"^macro F1 at 0.5\s+([\d.]+)",
    "F1, five-fold": r"^F1 at 0.5 .* F1 ([\d.]+)",
    "average precision, five-fold": r"^average precision\s+([\d.]+)",
}
SHIPPED = {"macro F1, shipped weights on what they were trained on": r"^macro F1 at 0.5\s+([\d.]+)"}


def measure(data: Path) -> dict[str, float]:
    gold = data / "checkworthy" / "claimbuster-train.jsonl"
    extracted = output("extract", "--isolated", "--format", "jsonl", str(gold))
    return {
        **read_off(score(data, "checkworthy", gold, _folded(data)), PATTERNS),
        **read_off(score(data, "checkworthy", gold, extracted), SHIPPED),
    }


def errors(data: Path) -> Iterator[str]:
    """Sentences whose score, given by a model that has not seen them, is furthest from their label."""
    gold = by_id(data / "checkworthy" / "claimbuster-train.jsonl")
    found = ((max(s["checkworthiness"] for s in row["sentences"]), gold[row["id"]]) for row in records(_folded(data)))
    for score_, row in sorted(found, key=lambda pair: -abs(pair[0] - pair[1]["checkworthy"])):
        if (score_ >= 0.5) != bool(row["checkworthy"]):
            yield f"{score_:.2f}, labelled {row['checkworthy']}: {one_line(row['text'])}"


@cache
def _folded(data: Path) -> Path:
    """Scores for each sentence from the model trained on the other four folds, in the shape of `extract`."""
    scores = scratch() / "checkworthy-folds.jsonl"
    command = [sys.executable, str(TRAINING), "--data", str(data), "--five-fold", str(scores)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{TRAINING.name}: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
    return scores
