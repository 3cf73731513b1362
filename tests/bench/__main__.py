"""Run every yardstick whose data is present and print our figures beside the published ones.

python -m tests.bench --data ../shared/bench
python -m tests.bench --data ../shared/bench --only corrections --errors 20
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .figures import Unavailable, rows, table
from .yardsticks import YARDSTICKS, Yardstick


def main() -> None:
    names = [yardstick.name for yardstick in YARDSTICKS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of yardsticks")
    parser.add_argument("--only", action="append", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the N worst errors of each")
    chosen = parser.parse_args()
    if not chosen.data.is_dir():
        parser.error(f"--data: {chosen.data} is not a folder")
    lines = []
    for yardstick in YARDSTICKS:
        if not chosen.only or yardstick.name in chosen.only:
            lines += run(yardstick, chosen.data, chosen.errors)
    print(table(lines))


def run(yardstick: Yardstick, data: Path, errors: int) -> list[tuple[str, ...]]:
    """The rows of one yardstick; what it skips, and its worst errors, are printed on the way."""
    try:
        if missing := yardstick.missing(data):
            raise Unavailable(f"no {', '.join(missing)} in {data}")
        print(f"{yardstick.name} ...", file=sys.stderr, flush=True)
        found = list(rows(yardstick.name, yardstick.module().measure(data), yardstick.aims))
        if errors:
            print(f"\n== {yardstick.name}: the {errors} worst errors")
            print("\n".join(worst(yardstick, data, errors)), "\n")
        return found
    except Unavailable as reason:
        return [(yardstick.name, "skipped", "", str(reason))]


def worst(yardstick: Yardstick, data: Path, number: int) -> Iterator[str]:
    """Lines on the worst errors: the module's own `errors`, or what it prints when it is run by itself."""
    module = yardstick.module()
    if hasattr(module, "errors"):
        yield from islice(module.errors(data), number)
    else:
        command = [sys.executable, str(module.__file__), str(data), "--errors", str(number)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        yield done.stdout or done.stderr


if __name__ == "__main__":
    main()
