"""Write claims/offices/united-states-senate.yaml, -house.yaml and -earlier.yaml from public data.

Run as `python tools/make_congress.py FACTS`, where FACTS holds `leaders/us-congress` (github.com/unitedstates/
congress-legislators, CC0): the members of Congress in office when the data were published, and the presidents and
vice presidents since 1789. The same input gives the same bytes. People whom a file written by hand has are left to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from records import ACCESSED, CLAIMS, Record, by_hand, distinct, fold, names_of, slug, write

TOOL = "make_congress.py"
PUBLISHED = "2026-06-15"
CONGRESS_REVIEW, HISTORY_REVIEW = "2027-01-03", "2030-11-22"
ADDRESS = "https://github.com/unitedstates/congress-legislators"
TITLES = {"sen": "Senator", "rep": "Representative", "prez": "President", "viceprez": "Vice President"}
ONE_TERM = timedelta(days=7)  # a Congress ends on 3 January; the next begins within the week
# A state is called by its id, a territory without a record by its name.
STATES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "washington-d-c", "FL": "florida", "GA": "georgia-us-state",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas", "KY": "kentucky",
    "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts", "MI": "michigan", "MN": "minnesota",
    "MS": "mississippi", "MO": "missouri", "MT": "montana", "NE": "nebraska", "NV": "nevada", "NH": "new-hampshire",
    "NJ": "new-jersey", "NM": "new-mexico", "NY": "new-york", "NC": "north-carolina", "ND": "north-dakota",
    "OH": "ohio", "OK": "oklahoma", "OR": "oregon", "PA": "pennsylvania", "RI": "rhode-island",
    "SC": "south-carolina", "SD": "south-dakota", "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont",
    "VA": "virginia", "WA": "washington-us-state", "WV": "west-virginia", "WI": "wisconsin", "WY": "wyoming",
    "PR": "puerto-rico", "AS": "American Samoa", "GU": "Guam", "MP": "Northern Mariana Islands",
    "VI": "U.S. Virgin Islands",
}  # fmt: skip
SUFFIX = re.compile(r",? (?:Jr\.|Sr\.|II|III|IV)$")


def forms(member: dict[str, Any]) -> list[str]:
    """A member's names, the one in common use first. A first name that no listing uses is left out."""
    name, ids = member["name"], member["id"]
    listings = [re.sub(r" \(.*\)$", "", ids.get(key) or "") for key in ("wikipedia", "ballotpedia")]
    last = name["last"]
    listings = [one for one in listings if fold(last) in fold(one)]
    official = re.sub(r' ["“].*["”]', "", name.get("official_full") or f"{name['first']} {last}").replace(",", "")
    first = re.sub(r" \(.*\)", "", name["first"])
    found = [*listings[:1], official, *listings[1:]]
    if name.get("nickname"):
        found.append(f"{name['nickname']} {last}")
    found += [SUFFIX.sub("", form) for form in found]
    found += [re.sub(r"(?<=\w) [A-Z]\.(?= )", "", form) for form in found]
    if any(fold(form).startswith(fold(first) + " ") for form in found):
        found.append(f"{first} {last}")
        if middle := name.get("middle"):
            found.append(f"{first} {middle[0]}. {last}")
    return distinct(found)


def surname(name: str, member: dict[str, Any]) -> str:
    """The surname, where it is more than the last word of the name."""
    last = member["name"]["last"]
    return last if " " in last and fold(SUFFIX.sub("", name)).endswith(fold(last)) else ""


def offices(terms: Iterable[dict[str, Any]], serving: bool) -> list[dict[str, str]]:
    """Terms as offices, those that follow one another joined; the last of a member who is `serving` has no end."""
    held: list[dict[str, str]] = []
    for term in terms:
        title, of = TITLES[term["type"]], STATES[term["state"]] if "state" in term else "united-states"
        last = held[-1] if held else None
        if last and (last["title"], last["of"]) == (title, of) and _follows(term["start"], last["until"]):
            last["until"] = term["end"]
        else:
            held.append({"title": title, "of": of, "from": term["start"], "until": term["end"]})
    if serving:
        held[-1]["until"] = ""
    return held


def _follows(start: str, end: str) -> bool:
    return date.fromisoformat(start) <= date.fromisoformat(end) + ONE_TERM


def source(title: str) -> list[dict[str, str]]:
    """Where a record stands."""
    return [
        {
            "publisher": "United States project",
            "title": f"congress-legislators, {title}",
            "url": ADDRESS,
            "published": PUBLISHED,
            "accessed": ACCESSED,
        }
    ]


def member_record(member: dict[str, Any]) -> dict[str, Any]:
    """The record of a member of Congress."""
    name, *aliases = forms(member)
    term = member["terms"][-1]
    return {
        "id": slug(name),
        "name": name,
        "surname": surname(name, member),
        "aliases": aliases,
        "offices": offices(member["terms"], serving=True),
        "tags": ["US Congress", term["party"]],
        "review_by": CONGRESS_REVIEW,
        "sources": source("members now in office"),
    }


def executive_record(holder: dict[str, Any], namesakes: set[str]) -> dict[str, Any]:
    """The record of a president or vice president. Of two with one name, who has a middle name is called by it."""
    name = holder["name"]
    first, middle, last = name["first"], name.get("middle"), name["last"]
    aliases = [f"{name['nickname']} {last}"] if name.get("nickname") else []
    aliases += [f"{first} {middle[0]}. {last}", f"{first} {middle} {last}"] if middle else []
    full = f"{first} {last}"
    if middle and full in namesakes:
        full = f"{first} {middle} {last}"
    return {
        "id": slug(full),
        "name": full,
        "surname": last if " " in last else "",
        "aliases": distinct(aliases, full),
        "offices": offices(holder["terms"], serving=False),
        "review_by": HISTORY_REVIEW,
        "sources": source("presidents and vice presidents"),
    }


def told_apart(records: list[dict[str, Any]], taken: set[str]) -> Iterator[Record]:
    """Records whose ids are their own: those of namesakes get their state."""
    ids = [record["id"] for record in records]
    for record in records:
        if record["id"] in taken or ids.count(record["id"]) > 1:
            record["id"] = f"{record['id']}-{slug(record['offices'][-1]['of'])}"
        yield record


def main(facts: Path) -> None:
    """Write the three files from the data under `facts`; prints who was left to files written by hand."""
    folder = facts / "leaders" / "us-congress"
    hand = list(by_hand("people"))
    known, ids = {form for person in hand for form in names_of(person)}, {person["id"] for person in hand}
    members = [member_record(one) for one in _loaded(folder / "legislators-current.yaml")]
    executive = _loaded(folder / "executive.yaml")
    plain = [f"{one['name']['first']} {one['name']['last']}" for one in executive]
    holders = [executive_record(one, {name for name in plain if plain.count(name) > 1}) for one in executive]
    for record in [*members, *holders]:
        if names_of(record) & known:
            print(f"left to a file written by hand: {record['name']}")
    people = list(told_apart([one for one in [*members, *holders] if not names_of(one) & known], ids))
    people.sort(key=lambda one: fold(str(one["name"]).split()[-1]) + fold(str(one["name"])))
    now = [one for one in people if "tags" in one]
    senators, others = ([o for o in now if (o["offices"][-1]["title"] == "Senator") is told] for told in (True, False))
    earlier = "presidents and vice presidents of the United States since 1789 whom no file written by hand has"
    files = {
        "senate": ("members of the US Senate in June 2026", senators),
        "house": ("members of the US House of Representatives in June 2026", others),
        "earlier": (earlier, [one for one in people if "tags" not in one]),
    }
    for name, (about, found) in files.items():
        count = write(CLAIMS / "offices" / f"united-states-{name}.yaml", about, TOOL, "people", found)
        print(f"{name}: {count}")


def _loaded(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_congress.py FACTS")
    main(Path(sys.argv[1]))
