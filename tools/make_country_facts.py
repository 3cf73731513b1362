"""Write claims/topics/currencies.yaml, national-days.yaml and independence.yaml from public country data.

Run as `python tools/make_country_facts.py FACTS`, where FACTS holds two data sets: `countries/country-codes`
(github.com/datasets/country-codes, PDDL) and `factbook` (github.com/factbook/factbook.json, CC0). The same input gives
the same bytes. Left out is what the data tell in several ways: two currencies, two national days, a day that moves with
the monarch, an independence in steps.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from make_places import Country, countries
from records import ACCESSED, CLAIMS, Record, write

TOOL = "make_country_facts.py"
REVIEW_BY, CURRENCY_REVIEW = "2030-11-22", "2027-11-22"
CODES_OF = "2026-05-15"  # the day of the country codes: what a currency was before, they do not tell
CODES = {
    "publisher": "DataHub", "title": "Country codes", "url": "https://github.com/datasets/country-codes",
    "published": CODES_OF, "accessed": ACCESSED,
}  # fmt: skip
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS})"
NATIONAL_DAY = re.compile(rf"(?P<name>[^,;(]+?)(?: \([^()]*\))?, {DAY}(?: \((?:A\.D\. )?\d+\))?")
INDEPENDENCE = re.compile(rf"{DAY} (?P<year>19[4-9]\d|20\d\d) \(from (?P<ruler>[^()]+)\)")
RULERS = {"UK": "United Kingdom", "US": "United States"}
# What a newspaper calls differently from ISO 4217; "" is no currency.
CALLED = {
    "CFA Franc BCEAO": "West African CFA franc", "CFA Franc BEAC": "Central African CFA franc",
    "Yuan Renminbi": "renminbi", "Pound Sterling": "pound sterling", "Convertible Mark": "convertible mark",
    "New Israeli Sheqel": "shekel", "Cordoba Oro": "cordoba", "Rial Omani": "Omani rial",
    "Turkmenistan New Manat": "Turkmen manat", "Azerbaijan Manat": "Azerbaijani manat",
    "Bolívar Soberano": "bolivar", "Uzbekistan Sum": "Uzbek som", "No universal currency": "",
}  # fmt: skip
ARTICLE = re.compile(r"(Republic|Kingdom|States|Emirates|Islands|Bahamas|Gambia|Maldives|Netherlands|Philippines)\b")


def factbook(country: Country) -> Record:
    """The Factbook's chapter on a country, as a source."""
    return {
        "publisher": "Central Intelligence Agency", "title": f"The World Factbook, {country.name}: government",
        "accessed": ACCESSED,
    }  # fmt: skip


def currency(country: Country) -> Record | None:
    """A country's currency, where it has one."""
    told = sorted(set(filter(None, country.row["ISO4217-currency_name"].split(","))))
    name = CALLED.get(told[0], _plain(told[0])) if len(told) == 1 else ""
    if not name:
        return None
    return {
        "id": f"currency-of-{country.id}", "statement": f"The currency of {_the(country.name)} is the {name}.",
        "valid": {"from": CODES_OF}, "review_by": CURRENCY_REVIEW, "sources": [CODES],
    }  # fmt: skip


def national_day(country: Country) -> Record | None:
    """A country's national day, where it has one that is the same each year and under each monarch."""
    told = _government(country, "National holiday")
    found = NATIONAL_DAY.fullmatch(told)
    if found is None or re.search(r"birthday|accession|ascension", told, re.IGNORECASE):
        return None
    return {
        "id": f"national-day-of-{country.id}",
        "statement": f"The national day of {_the(country.name)} is {found['day']} {found['month']}.",
        "note": f"{found['name'].strip()}.", "review_by": REVIEW_BY, "sources": [factbook(country)],
    }  # fmt: skip


# The parser takes "Nauru gained" for a name, so that nothing could be compared with the statement.
UNREAD = frozenset({"nauru"})


def independence(country: Country) -> Record | None:
    """When a country became independent, where that was on one day since 1940."""
    if country.id in UNREAD:
        return None
    found = INDEPENDENCE.fullmatch(_government(country, "Independence"))
    if found is None:
        return None
    day = f"{found['day']} {found['month']} {found['year']}"
    ruler = re.sub(r"\b(UK|US)\b", lambda m: RULERS[m[0]], found["ruler"])
    return {
        "id": f"independence-of-{country.id}", "statement": f"{_the(country.name, True)} gained independence on {day}.",
        "aliases": [f"{_the(country.name, True)} became independent on {day}."],
        "note": f"From {ruler}.", "review_by": REVIEW_BY, "sources": [factbook(country)],
    }  # fmt: skip


FILES: dict[str, tuple[str, Callable[[Country], Record | None]]] = {
    "currencies.yaml": ("the currencies of countries, as of 2026", currency),
    "national-days.yaml": ("the national days of countries that have one", national_day),
    "independence.yaml": ("when countries became independent, since 1940", independence),
}


def _government(country: Country, key: str) -> str:
    told: dict[str, Any] = country.profile.get("Government", {}).get(key, {})
    return str(told.get("text") or "").strip()


def _plain(name: str) -> str:
    """A currency's name as a newspaper writes it: "Swiss Franc" -> "Swiss franc"."""
    *first, last = name.split()
    return " ".join([*first, last.lower()])


def _the(name: str, begins: bool = False) -> str:
    article = "The " if begins else "the "
    return f"{article}{name}" if ARTICLE.search(name) else name


def _records(facts: Path, told: Callable[[Country], Record | None]) -> Iterator[Record]:
    for country in sorted(countries(facts), key=lambda one: one.id):
        if (record := told(country)) is not None:
            yield record


def main(facts: Path) -> None:
    """Write the three files from the data under `facts`."""
    for name, (what, told) in FILES.items():
        found = list(_records(facts, told))
        print(f"{name}: {write(CLAIMS / 'topics' / name, what, TOOL, 'statements', found)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python tools/{TOOL} FACTS")
    main(Path(sys.argv[1]))
