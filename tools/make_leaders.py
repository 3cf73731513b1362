"""Write claims/offices/leaders/*.yaml: heads of state and government since 1990, one file a state.

Run as `python tools/make_leaders.py FACTS`, where FACTS holds `leaders/archigos` (Archigos, CC BY 4.0), `leaders/reign`
(REIGN, MIT), `factbook` (The World Factbook, CC0) and `countries/country-codes`. The same input gives the same bytes.
People whom a file written by hand has with an office of the same state are left to it.

Archigos and REIGN tell who held power, and when, but neither the office nor the full name: these stand in leaders.csv,
a line a spell, found by its state and first day ("state" or "government" for a head in the Factbook). A line without a
title is left out: that leader's office is not known by one name, or is not a head's. `how` may say `acting`; `by` and
`seen`, that the office was held when the spell, or the year 1990, began, and when it ended, though perhaps for longer;
`follows`, that who is in the Factbook came directly after the last one that the other data have.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from leaders import FACTBOOK, REIGN_ENDS, SINCE_YEAR, Spell, factbook, names_by_id, since, spells
from records import ACCESSED, CLAIMS, Record, by_hand, fold, names_of, slug, write

TOOL = "make_leaders.py"
TABLE = Path(__file__).with_name("leaders.csv")
IN_OFFICE, LATELY, LONG_AGO = "2027-02-22", "2027-05-22", "2030-11-22"
LATE = "2016"  # who left office since then may come back to it sooner
SOURCES = {
    "archigos": {
        "publisher": "Archigos",
        "title": "Archigos, a data set on leaders 1875-2015, version 4.1",
        "published": "2016",
        "accessed": ACCESSED,
    },
    "reign": {
        "publisher": "One Earth Future",
        "title": "REIGN, list of leaders to March 2021",
        "url": "https://github.com/OEFDataScience/REIGN.github.io",
        "published": "2021-03",
        "accessed": ACCESSED,
    },
}


class Line(NamedTuple):
    """A line of leaders.csv: `start` is a spell's first day, or which head of the Factbook."""

    state: str
    start: str
    name: str
    title: str
    how: frozenset[str]
    surname: str
    aliases: tuple[str, ...]


class Held(NamedTuple):
    """An office held: its dates, empty where they are open, and in which of the data it stands."""

    title: str
    since: str
    until: str
    how: frozenset[str]
    sources: frozenset[str]


People = dict[tuple[str, str], list[Held]]  # by state and name


def table() -> Iterator[Line]:
    """The lines of leaders.csv."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(filter(None, row["aliases"].split(";")))
            how = frozenset(row["how"].split())
            yield Line(row["state"], row["start"], row["name"], row["title"], how, row["surname"], aliases)


def held(line: Line, by_start: dict[tuple[str, str], Spell], heads: dict[tuple[str, str], str]) -> Held:
    """The office that a line and the data tell of."""
    if (line.state, line.start) in by_start:
        spell = by_start[line.state, line.start]
        sources = frozenset(name for name, has in (("archigos", spell.archigos), ("reign", spell.reign)) if has)
        return Held(line.title, spell.since, spell.until, line.how, sources)
    if (line.state, line.start) in heads:
        return Held(line.title, since(heads[line.state, line.start]), "", line.how, frozenset({"factbook"}))
    sys.exit(f"{TABLE.name}: nobody in the data led {line.state} from {line.start}: {line.name}. Mend the line.")


def offices(found: list[Held]) -> list[Held]:
    """What one person held, in order; who is still in the Factbook has never left the office held last."""
    row: list[Held] = []
    for one in sorted(found, key=lambda one: ("factbook" in one.sources, one.since)):
        last = row[-1] if row else None
        if last is not None and last.title == one.title and not last.until and "factbook" in one.sources:
            row[-1] = last._replace(sources=last.sources | one.sources)
        else:
            row.append(one)
    return row


def heirs(people: People, lines: list[Line]) -> dict[tuple[str, str], str]:
    """By state and title, the day on which whoever follows the last one that the other data have took an office."""
    return {
        (line.state, line.title): next(one.since for one in people[line.state, line.name] if "factbook" in one.sources)
        for line in lines
        if "follows" in line.how
    }


def left(one: Held, day: str | None) -> Held:
    """An office that had not ended when REIGN did: left on the `day` on which another is known to have taken it."""
    if day is None or one.until or "factbook" in one.sources:
        return one
    return one._replace(until=day, sources=one.sources | {"factbook"})


def office(state: str, one: Held) -> dict[str, Any]:
    """An office as it is written."""
    told: dict[str, Any] = {"title": one.title, "of": state}
    told["by" if "by" in one.how else "from"] = max(one.since, f"{SINCE_YEAR}-01-01") if "by" in one.how else one.since
    if one.until:
        told["seen" if "seen" in one.how else "until"] = one.until
    else:
        told["seen"] = FACTBOOK if "factbook" in one.sources else REIGN_ENDS
    return {**told, "acting": "acting" in one.how}


def record(state: str, name: str, found: list[Held], lines: list[Line], country: str) -> dict[str, Any]:
    """The record of a person."""
    mine = [line for line in lines if (line.state, line.name) == (state, name)]
    sources = frozenset[str]().union(*(one.sources for one in found))
    last = found[-1].until
    told = [SOURCES[key] for key in SOURCES if key in sources]
    if "factbook" in sources:
        title = f"The World Factbook, {country}: government, as of early 2026"
        told.append({"publisher": "Central Intelligence Agency", "title": title, "accessed": ACCESSED})
    return {
        "id": slug(name),
        "name": name,
        "surname": next((line.surname for line in mine if line.surname), ""),
        "aliases": list(dict.fromkeys(alias for line in mine for alias in line.aliases)),
        "offices": [office(state, one) for one in found],
        "review_by": IN_OFFICE if not last else LATELY if last >= LATE else LONG_AGO,
        "sources": told,
    }


def main(facts: Path) -> None:
    """Write a file for each state that has somebody to list; prints who was left to files written by hand."""
    lines = [line for line in table() if line.title]
    by_start = {(spell.state, spell.since): spell for spell in spells(facts)}
    heads, countries = factbook(facts), names_by_id(facts)
    hand = list(by_hand("people"))
    known = {(o.get("of"), form) for person in hand for o in person.get("offices", ()) for form in names_of(person)}
    taken = {person["id"] for person in hand}
    people: People = defaultdict(list)
    for line in lines:
        people[line.state, line.name].append(held(line, by_start, heads))
    taken_on = heirs(people, lines)
    files: dict[str, list[Record]] = defaultdict(list)
    for (state, name), found in people.items():
        told = [left(one, taken_on.get((state, one.title))) for one in offices(found)]
        made = record(state, name, told, lines, countries[state])
        if any((state, fold(form)) in known for form in names_of(made)):
            print(f"left to a file written by hand: {name}, {state}")
            continue
        if made["id"] in taken:
            made["id"] += f"-{state}"
        taken.add(made["id"])
        files[state].append(made)
    for path in (CLAIMS / "offices" / "leaders").glob("*.yaml"):
        if path.stem not in files:
            path.unlink()
    for state, records in sorted(files.items()):
        about = f"{countries[state]}, heads of state or government since 1990 whom no file written by hand has"
        count = write(CLAIMS / "offices" / "leaders" / f"{state}.yaml", about, TOOL, "people", records)
        print(f"{state}: {count}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_leaders.py FACTS")
    main(Path(sys.argv[1]))
