"""Write the table of given names and their short forms that ships with opedcheck.

    python tools/make_nicknames.py --data ../shared/facts

The source is names.csv of https://github.com/carltonnorthern/nicknames (Apache-2.0): a row a pair. The same source
gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from opedcheck.words.nicknames import TABLE

SOURCE = Path("nicknames") / "names.csv"
HEAD = """\
# Given names and their short forms. Facts from https://github.com/carltonnorthern/nicknames, Apache License 2.0,
# regrouped. Written by tools/make_nicknames.py: do not edit.
"""


def table(source: Path) -> str:
    """The table's text: a line a name, in alphabetical order."""
    short: dict[str, set[str]] = {}
    with source.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["relationship"] == "has_nickname" and row["name1"] != row["name2"]:
                short.setdefault(row["name1"], set()).add(row["name2"])
    return HEAD + "".join(f"{name}: {' '.join(sorted(forms))}\n" for name, forms in sorted(short.items()))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of facts")
    beside = TABLE.with_suffix(".new")
    beside.write_text(table(parser.parse_args().data / SOURCE), encoding="utf-8")
    beside.replace(TABLE)


if __name__ == "__main__":
    main()
