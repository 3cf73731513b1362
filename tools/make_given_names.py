"""Write the list of given names borne in the United States that ships with opedcheck.

    python tools/make_given_names.py dist.male.first dist.female.first

The sources are the US Census Bureau's "Frequently Occurring First Names and Surnames From the 1990 Census" (a work of
the federal government, in the public domain): a line a name, in capitals, the shares of bearers behind it. The package
`names` on PyPI has copies. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable
from pathlib import Path

from opedcheck.words.given_names import TABLE

HEAD = """\
# Given names that at least one in 100,000 of a sex bore in the United States in 1990, by the US Census Bureau's list
# (public domain), in alphabetical order. Written by tools/make_given_names.py: do not edit.
"""
WIDTH = 120


def table(sources: Iterable[Path]) -> str:
    """The list's text: the names in lower case, in alphabetical order."""
    lines = (line for source in sources for line in source.read_text(encoding="ascii").splitlines())
    names = {line.split()[0].lower() for line in lines if line.strip()}
    return f"{HEAD}{textwrap.fill(' '.join(sorted(names)), WIDTH)}\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, nargs="+", help="the Bureau's lists")
    beside = TABLE.with_suffix(".new")
    beside.write_text(table(parser.parse_args().sources), encoding="utf-8")
    beside.replace(TABLE)


if __name__ == "__main__":
    main()
