"""List where the references and the data on leaders disagree: who led a state, from when, until when.

Run as `python tools/compare_leaders.py FACTS`, where FACTS holds `leaders` and `factbook`. A line says what the data
have and what the references have. Archigos and REIGN are held against each other first, then both, the Factbook, and
two lists of who is in office (October 2022 and August 2026), which are there for this alone, against the references.
Spelling counts for little: names come from many scripts.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from leaders import HEADS, REIGN_ENDS, Spell, archigos, factbook, names_by_id, reign, spells
from rapidfuzz import fuzz
from records import CLAIMS, fold

from opedcheck.model import Office, Person
from opedcheck.references import load
from opedcheck.words.titles import canonical_title, heads

NEAR = timedelta(days=31)  # who counts from the election, and who from the oath, agree
LIKE = 75  # of two spellings of one name, 0 to 100 (rapidfuzz ratio): "Yeltsin" and "Eltsin" have 92
SHORTEST = 4
CAPITALS = re.compile(r"\b[^\W\d_a-z][^\W\d_a-z'’-]+\b")  # the Factbook writes the surname so
OTHER_HEADS = frozenset({"king", "queen", "emir", "sultan", "prince", "grand duke", "taoiseach", "premier"})


class Reign(NamedTuple):
    """An office at the head of a state, held by a person of the references."""

    person: Person
    office: Office


def main(facts: Path) -> None:
    """Print every disagreement, a line each."""
    records = load([CLAIMS], default_claims=False).records
    led = _led(record for record in records if isinstance(record, Person))
    for line in (*_each_other(facts), *_data(facts, led), *_factbook(facts, led), *_lists(facts, led)):
        print(line)


def _led(people: Iterable[Person]) -> dict[str, list[Reign]]:
    """Who headed each state, by the references."""
    found: dict[str, list[Reign]] = defaultdict(list)
    for person in people:
        for office in person.offices:
            title = canonical_title(office.title) or office.title.lower()
            if office.of and (heads(title) or title in OTHER_HEADS or "chair" in title or "general secretary" in title):
                found[office.of].append(Reign(person, office))
    return found


def _each_other(facts: Path) -> Iterator[str]:
    """Where Archigos and REIGN differ about a leader who began on the same day or so."""
    newer = list(reign(facts / "leaders" / "reign"))
    for one in archigos(facts / "leaders" / "archigos"):
        like = [other for other in newer if other.state == one.state and _same(one.leader, [other.leader])]
        near = [other for other in like if abs(_day(other.since) - _day(one.since)) <= NEAR]
        if not near and one.since < REIGN_ENDS and any(_meet(one, other) for other in like):
            told = min(like, key=lambda other: abs(_day(other.since) - _day(one.since)))
            yield f"Archigos and REIGN: {_said(one)}; {_said(told)}"


def _data(facts: Path, led: dict[str, list[Reign]]) -> Iterator[str]:
    """Where the references have nobody for a spell of the data, or other days."""
    for spell in spells(facts):
        if spell.state == "san-marino":  # two captains regent for half a year each: not listed
            continue
        mine = [one for one in led[spell.state] if _same(spell.leader, _forms(one.person))]
        then = [one for one in mine if _first(one.office) <= _last_of(spell) and _last(one.office) >= _day(spell.since)]
        if not then:
            yield f"data: {_said(spell)}; nobody of that name in the references"
            continue
        first, last = min(_first(one.office) for one in then), max(_last(one.office) for one in then)
        starts = any(abs(_first(one.office) - _day(spell.since)) <= NEAR for one in mine) or first < date(1990, 1, 2)
        ends = not spell.until or any(abs(_last(one.office) - _last_of(spell)) <= NEAR for one in mine)
        if not (starts or first < _day(spell.since)) or not (ends or last > _last_of(spell)):
            told = ", ".join(f"{one.office.title} {_term(one.office)}" for one in then)
            yield f"data: {_said(spell)}; the references: {then[0].person.name}, {told}"


def _factbook(facts: Path, led: dict[str, list[Reign]]) -> Iterator[str]:
    """Heads in the Factbook whom the references do not have in office early in 2026."""
    for (state, which), text in factbook(facts).items():
        names = [name for name in CAPITALS.findall(text.split("(since")[0]) if len(name) >= SHORTEST]
        now = [one.person for one in led[state] if _last(one.office) >= date(2026, 1, 1)]
        if names and not any(_same(name, _forms(person)) for person in now for name in names):
            yield f"Factbook, {HEADS[which]}: {state}: {' '.join(text.split())[:90]}; not in office in the references"


def _lists(facts: Path, led: dict[str, list[Reign]]) -> Iterator[str]:
    """Heads in the two lists of who is in office whom the references do not have then."""
    ids = {fold(name): key for key, name in names_by_id(facts).items()}
    for source, day, country, title, name in (*_in_2022(facts), *_in_2026(facts)):
        state = ids.get(fold(country))
        head = re.match(r"(?:federal )?(president|prime minister|king|queen|emir|sultan|chancellor)\b", title.lower())
        if state is None or head is None or "charles" in name.lower():
            continue
        then = [one.person for one in led[state] if _first(one.office) <= day <= _last(one.office) + NEAR]
        if not any(_same(name, _forms(person)) for person in then):
            yield f"{source}: {state}: {title} {name}; not in office in the references"


def _in_2022(facts: Path) -> Iterator[tuple[str, date, str, str, str]]:
    with (facts / "leaders" / "world-leaders-2021" / "wikidata.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["end_year"]:
                yield "October 2022", date(2022, 10, 1), row["country"], row["positionLabel"], row["officeholderLabel"]


def _in_2026(facts: Path) -> Iterator[tuple[str, date, str, str, str]]:
    for path in sorted((facts / "leaders" / "world-leaders-current" / "countries").glob("*/current.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        for position in told["positions"].values():
            holder = position.get("current_holder") or {}
            if holder.get("name_en"):
                country, title = told["country"]["name_en"], position["title_en"]
                yield "August 2026", date(2026, 8, 22), country, title, holder["name_en"]


def _forms(person: Person) -> list[str]:
    return [person.name, *person.aliases, *([person.surname] if person.surname else [])]


def _same(name: str, forms: Iterable[str]) -> bool:
    """Whether a name may be one of the forms: some word of any length is alike, whatever the spelling."""
    ours = [word for word in fold(re.sub(r"\(.*?\)", "", name)).split() if len(word) > 2]
    theirs = [word for form in forms for word in fold(form).split() if len(word) > 2]
    return any(fuzz.ratio(one, other) >= LIKE for one in ours for other in theirs)


def _day(text: str) -> date:
    """The first day of a day, month or year."""
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last_of(spell: Spell) -> date:
    return _day(spell.until) if spell.until else date.max - NEAR


def _meet(one: Spell, other: Spell) -> bool:
    return _day(one.since) <= _last_of(other) and _day(other.since) <= _last_of(one)


def _first(office: Office) -> date:
    return (office.since.first if office.since else None) or date.min


def _last(office: Office) -> date:
    return (office.until.last if office.until else None) or date.max - 2 * NEAR


def _term(office: Office) -> str:
    return f"{office.since or '...'} until {office.until or '...'}"


def _said(spell: Spell) -> str:
    where = " and ".join(name for name, has in (("Archigos", spell.archigos), ("REIGN", spell.reign)) if has)
    return f"{spell.state}: {spell.leader}, {spell.since} until {spell.until or '...'} ({where})"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/compare_leaders.py FACTS")
    main(Path(sys.argv[1]))
