"""What the shipped references cost a run that has decoded them before: to load them, and to index them.

    python -m tests.bench.library

prints processor seconds of each, medians of fresh processes, and the ratio of the whole process to one that imports
msgspec alone, which no such run can do without. Nothing here is tested.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median

from .program import scratch
from .speed import COLD, interleaved

AIM = 0.4  # seconds to load and index 5,000 records the second time
BARE = "import msgspec"
LOADED = """
from time import process_time
from opedcheck.keeping import cache
from opedcheck.matching import Known
from opedcheck.references import load
start = process_time()
references = load(cache=cache)
references.lexicon
loaded = process_time()
Known(references.records, {})
print(len(references.records), loaded - start, process_time() - loaded)
"""


def measure() -> dict[str, float]:
    """Figures by name: how many records, seconds, a ratio."""
    environment = {**os.environ, "OPEDCHECK_CACHE_DIR": str(scratch() / "library-cache")}

    def run(program: str) -> str:
        command = (sys.executable, "-c", program)
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    run(LOADED)
    told: list[list[float]] = []
    whole = interleaved(
        {"bare": lambda: run(BARE), "ours": lambda: told.append([float(word) for word in run(LOADED).split()])}, COLD
    )
    records, load, index = (median(column) for column in zip(*told[1:], strict=True))
    return {
        "records": records,
        "processor seconds to load them, decoded before": load,
        "processor seconds to index them": index,
        f"seconds of both, at most {AIM}": load + index,
        "the whole process to `import msgspec`": whole["ours"] / whole["bare"],
    }


def main() -> None:
    for name, value in measure().items():
        print(f"{value:8,.0f}  {name}" if value > 1000 else f"{value:8.3f}  {name}")


if __name__ == "__main__":
    main()
