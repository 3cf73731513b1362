"""Known claims in whole transcripts (Shaar et al., ACL 2020). Not all true matches are labelled there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .figures import read_off
from .program import by_id, one_line, output, records, score, scratch

PATTERNS = {
    "precision of the first 100": r"^top\s+100\s+P ([\d.]+)",
    "recall of the first 100": r"^top\s+100\s+P [\d.]+\s+R ([\d.]+)",
}


def measure(data: Path) -> dict[str, float]:
    return read_off(score(data, "matching", data / "matching" / "transcripts.jsonl", _scanned(data)), PATTERNS)


def errors(data: Path) -> Iterator[str]:
    """Matches that are not labelled, the surest first."""
    gold = by_id(data / "matching" / "transcripts.jsonl")
    labelled = {
        (name, reference, match["start"])
        for name, row in gold.items()
        for match in row["matches"]
        for reference in match["references"]
    }
    found = sorted(
        (-evidence["score"], article["id"], claim["sentence_start"], claim["sentence_end"], evidence["reference"])
        for article in records(_scanned(data))
        for claim in article["claims"]
        for evidence in claim["evidence"]
        if evidence["outcome"] != "incomparable"
    )
    for score_, name, start, end, reference in dict.fromkeys(found):
        if not any((name, reference, at) in labelled for at in range(start - 40, end)):
            yield f"{-score_:.3f} {name} {reference}: {one_line(gold[name]['text'][start:end])}"


def _scanned(data: Path) -> Path:
    folder = data / "matching"
    references = scratch() / "matching-references.yaml"
    if not references.exists():
        review = str(folder / "claimreview.jsonl")
        printed = output("claims", "import", "claimreview", review, "-o", "-")
        references.write_bytes(printed.read_bytes())
    claims = ("--no-default-claims", "--claims", str(references))
    return output("scan", "--isolated", *claims, "--format", "jsonl", str(folder / "transcripts.jsonl"))
