"""Who led which state from when to when, as Archigos, REIGN and the World Factbook have it.

Archigos (CC BY 4.0) and REIGN (MIT) list the one leader of each state who held power, with dates and no titles; the
Factbook (CC0) has the heads of state and of government in office early in 2026, with titles.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from make_places import countries

SINCE_YEAR = "1990"
ARCHIGOS_ENDS, REIGN_ENDS, FACTBOOK = "2015-12-31", "2021-03-01", "2026-01"
HEADS = {"state": "chief of state", "government": "head of government"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SINCE = re.compile(r"(?:since |\()(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})")
# The states of the Correlates of War project, by the ids of our records. Yemen before 1990 and Serbia within
# Yugoslavia go by the state that succeeded them; the German Democratic Republic has no record.
STATES = {
    2: "united-states", 20: "canada", 31: "bahamas", 40: "cuba", 41: "haiti", 42: "dominican-republic", 51: "jamaica",
    52: "trinidad-and-tobago", 53: "barbados", 54: "dominica", 55: "grenada", 56: "saint-lucia",
    57: "saint-vincent-and-the-grenadines", 58: "antigua-and-barbuda", 60: "saint-kitts-and-nevis", 70: "mexico",
    80: "belize", 90: "guatemala", 91: "honduras", 92: "el-salvador", 93: "nicaragua", 94: "costa-rica", 95: "panama",
    100: "colombia", 101: "venezuela", 110: "guyana", 115: "suriname", 130: "ecuador", 135: "peru", 140: "brazil",
    145: "bolivia", 150: "paraguay", 155: "chile", 160: "argentina", 165: "uruguay", 200: "united-kingdom",
    205: "ireland", 210: "netherlands", 211: "belgium", 212: "luxembourg", 220: "france", 221: "monaco",
    223: "liechtenstein", 225: "switzerland", 230: "spain", 232: "andorra", 235: "portugal", 255: "germany",
    260: "germany", 290: "poland", 305: "austria", 310: "hungary", 316: "czechia", 317: "slovakia", 325: "italy",
    331: "san-marino", 338: "malta", 339: "albania", 340: "serbia", 341: "montenegro", 343: "north-macedonia",
    344: "croatia", 345: "serbia", 346: "bosnia-and-herzegovina", 347: "kosovo", 349: "slovenia", 350: "greece",
    352: "cyprus", 355: "bulgaria", 359: "moldova", 360: "romania", 365: "russia", 366: "estonia", 367: "latvia",
    368: "lithuania", 369: "ukraine", 370: "belarus", 371: "armenia", 372: "georgia", 373: "azerbaijan",
    375: "finland", 380: "sweden", 385: "norway", 390: "denmark", 395: "iceland", 402: "cape-verde",
    403: "sao-tome-and-principe", 404: "guinea-bissau", 411: "equatorial-guinea", 420: "gambia", 432: "mali",
    433: "senegal", 434: "benin", 435: "mauritania", 436: "niger", 437: "ivory-coast", 438: "guinea",
    439: "burkina-faso", 450: "liberia", 451: "sierra-leone", 452: "ghana", 461: "togo", 471: "cameroon",
    475: "nigeria", 481: "gabon", 482: "central-african-republic", 483: "chad", 484: "republic-of-the-congo",
    490: "democratic-republic-of-the-congo", 500: "uganda", 501: "kenya", 510: "tanzania", 516: "burundi",
    517: "rwanda", 520: "somalia", 522: "djibouti", 530: "ethiopia", 531: "eritrea", 540: "angola",
    541: "mozambique", 551: "zambia", 552: "zimbabwe", 553: "malawi", 560: "south-africa", 565: "namibia",
    570: "lesotho", 571: "botswana", 572: "eswatini", 580: "madagascar", 581: "comoros", 590: "mauritius",
    591: "seychelles", 600: "morocco", 615: "algeria", 616: "tunisia", 620: "libya", 625: "sudan",
    626: "south-sudan", 630: "iran", 640: "turkey", 645: "iraq", 651: "egypt", 652: "syria", 660: "lebanon",
    663: "jordan", 666: "israel", 670: "saudi-arabia", 678: "yemen", 679: "yemen", 690: "kuwait", 692: "bahrain",
    694: "qatar", 696: "united-arab-emirates", 698: "oman", 700: "afghanistan", 701: "turkmenistan",
    702: "tajikistan", 703: "kyrgyzstan", 704: "uzbekistan", 705: "kazakhstan", 710: "china", 712: "mongolia",
    713: "taiwan", 731: "north-korea", 732: "south-korea", 740: "japan", 750: "india", 760: "bhutan",
    770: "pakistan", 771: "bangladesh", 775: "myanmar", 780: "sri-lanka", 781: "maldives", 790: "nepal",
    800: "thailand", 811: "cambodia", 812: "laos", 816: "vietnam", 820: "malaysia", 830: "singapore",
    835: "brunei", 840: "philippines", 850: "indonesia", 860: "timor-leste", 900: "australia",
    910: "papua-new-guinea", 920: "new-zealand", 935: "vanuatu", 940: "solomon-islands", 946: "kiribati",
    947: "tuvalu", 950: "fiji", 955: "tonga", 970: "nauru", 983: "marshall-islands", 986: "palau",
    987: "micronesia", 990: "samoa",
}  # fmt: skip


class Spell(NamedTuple):
    """A time in power: whose, as the data call him, of which state, from and to which day or month; `until` is empty
    where it had not ended when the data did. `archigos` and `reign` tell which of them has it."""

    state: str
    leader: str
    since: str
    until: str
    archigos: bool = False
    reign: bool = False


def spells(facts: Path) -> Iterator[Spell]:
    """Who held power in each state at any time since 1990: to the end of 2015 by Archigos, thereafter by REIGN."""
    older, newer = list(archigos(facts / "leaders" / "archigos")), list(reign(facts / "leaders" / "reign"))
    covered = {spell.state for spell in older}
    ended = {(spell.state, spell.since): spell for spell in newer}
    for spell in older:
        last = [one for one in newer if one.state == spell.state and one.since <= ARCHIGOS_ENDS < _end(one)]
        if spell.until == ARCHIGOS_ENDS and last:
            yield spell._replace(until=last[-1].until, reign=True)
        else:
            yield spell._replace(reign=(spell.state, spell.since) in ended)
    for spell in newer:
        if spell.state not in covered or spell.since > ARCHIGOS_ENDS:
            yield spell


def archigos(folder: Path) -> Iterator[Spell]:
    """The spells of Archigos that reach into 1990 or later: its rows are a leader's years."""
    found: dict[str, Spell] = {}
    with (folder / "archigos" / "arch_annual.txt").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            state = STATES.get(int(row["ccode"]))
            if state is None or row["idacr"] == "GDR":
                continue
            first = found.get(row["obsid"])
            since, until = row["startdate"], row["enddate"]
            if first is not None:
                since, until = min(since, first.since), max(until, first.until)
            found[row["obsid"]] = Spell(state, row["leader"], since, until, archigos=True)
    yield from sorted(spell for spell in found.values() if spell.until >= SINCE_YEAR)


def reign(folder: Path) -> Iterator[Spell]:
    """The spells of REIGN that reach into 1990 or later; it gives the month alone in which they ended."""
    with (folder / "leaderlist_3_21.csv").open(encoding="latin-1", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["syear"] and int(row["ccode"]) in STATES]
    for row in rows:
        since = f"{int(row['syear']):04}-{int(row['smonth']):02}-{int(row['sdate'] or 1):02}"
        until = f"{int(row['eyear']):04}-{int(row['emonth']):02}" if row["eyear"] else ""
        if row["stateabb"] != "GDR" and (not until or until >= SINCE_YEAR):
            yield Spell(STATES[int(row["ccode"])], row["leader"], since, until, reign=True)


def factbook(facts: Path) -> dict[tuple[str, str], str]:
    """What the Factbook says of the head of state and of government of each country: "President ... (since ...)"."""
    found = {}
    for country in countries(facts):
        branch: dict[str, Any] = country.profile.get("Government", {}).get("Executive branch", {})
        for which, key in HEADS.items():
            text = html.unescape((branch.get(key) or {}).get("text", ""))
            if text:
                found[country.id, which] = text
    return found


def since(text: str) -> str:
    """The day, month or year since when, by a Factbook's text, somebody is in office; empty where it does not tell."""
    told = SINCE.search(text)
    if told is None:
        return ""
    day, month, year = told.groups()
    number = MONTHS.index(month[:3].lower()) + 1 if month else 0
    return "-".join([year, *([f"{number:02}"] if month else []), *([f"{int(day):02}"] if day else [])])


def names_by_id(facts: Path) -> dict[str, str]:
    """The names of countries by the ids of their records."""
    return {country.id: country.name for country in countries(facts)}


def of_state(found: Iterable[Spell], state: str) -> list[Spell]:
    """The spells of one state, in order."""
    return sorted((spell for spell in found if spell.state == state), key=lambda spell: spell.since)


def _end(spell: Spell) -> str:
    return spell.until or "9999"
