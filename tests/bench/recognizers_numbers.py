"""Numbers, percentages, money, dimensions, ages, temperatures: the English specifications of Recognizers-Text (MIT).

`python tests/bench/recognizers_numbers.py DATA [--errors N] [--skipped]`; DATA holds recognizers/. A case is passed
when each of its results is found with its value and unit, and nothing else of its kind. Results that the contract
can't express are not asked for; a case with none left is skipped, with the reason.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from opedcheck.model import Quantity
from opedcheck.pipeline import build
from opedcheck.pipeline.language import normalised
from opedcheck.pipeline.store import kept

COMPONENTS = ("opedcheck_words", "opedcheck_quantities")
FILES = {
    "number": "Number/English/NumberModel.json",
    "percentage": "Number/English/PercentModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
}
CODES = {
    "Dollar": "USD",
    "United States dollar": "USD",
    "Canadian dollar": "CAD",
    "Australian dollar": "AUD",
    "Hong Kong dollar": "HKD",
    "New Zealand dollar": "NZD",
    "Mexican peso": "MXN",
    "Pound": "GBP",
    "British pound": "GBP",
    "Euro": "EUR",
    "Japanese yen": "JPY",
    "Chinese yuan": "CNY",
    "Rupee": "INR",
    "Swiss franc": "CHF",
    "Franc": "CHF",
    "Turkish lira": "TRY",
    "Finnish markka": "FIM",
    "Netherlands guilder": "NLG",
    "Peseta": "ESP",
    "Bitcoin": "BTC",
    "Cent": "cent",
    "Pence": "penny",
    "Penny": "penny",
    "Satoshi": "satoshi",
    "Sen": "sen",
    "Sri Lankan rupee": "LKR",
    "Lao kip": "LAK",
    "Georgian lari": "GEL",
    "Costa Rican colón": "CRC",
}
DIMENSIONS = {"Ton": ("ton", "metric ton"), "Turn": ("turn",)}
TEMPERATURES = {"C": "degree Celsius", "F": "degree Fahrenheit", "Degree": "degree"}
CODE_LIKE = re.compile(r"[A-Za-z]-\Z|[./-]\Z|\+\Z")


class Outcome(NamedTuple):
    """One case: its kind and input, what was wanted and found, and whether it passed; or why it was skipped."""

    kind: str
    text: str
    wanted: list[tuple[Decimal, str | None]]
    found: list[tuple[Decimal, str | None]]
    passed: bool
    skipped: str = ""


def unsayable(case: dict[str, Any], result: dict[str, Any]) -> str:
    """Why the contract can't express a result; empty where it can."""
    text, start = case["Input"], result["Start"]
    value = (result.get("Resolution") or {}).get("value")
    if value in (None, "null", ""):
        return "a unit without a number"
    if re.search(r"\^| over ", result["Text"]) and "x10" not in result["Text"]:
        return "an arithmetic expression"
    before, behind = text[max(0, start - 2) : start], text[result["End"] + 1 : result["End"] + 3]
    if result["TypeName"] == "number" and (CODE_LIKE.search(before) or re.match(r"[-/.]\d", behind)):
        return "digits of a date, telephone number, address or code"
    if result["TypeName"] == "number" and re.search(r"\b(?:nrs?\.|version) [\d,]*\Z", text[:start]):
        return "a number that names"
    return ""


def wanted(kind: str, result: dict[str, Any]) -> tuple[Decimal, tuple[str | None, ...]]:
    """The value and the units that express a result."""
    resolution = result["Resolution"]
    value = Decimal(resolution["value"].rstrip("%"))
    unit = resolution.get("unit", "")
    units: dict[str, Callable[[], tuple[str | None, ...]]] = {
        "number": lambda: (None,),
        "percentage": lambda: ("%",),
        "currency": lambda: (CODES.get(unit, unit),),
        "dimension": lambda: DIMENSIONS.get(unit, (british(unit.lower()),)),
        "age": lambda: ("year of age",) if unit == "Age" else (f"{unit.lower()} of age",),
        "temperature": lambda: (TEMPERATURES[unit],),
    }
    return value, units[kind]()


def british(unit: str) -> str:
    return unit.replace("meter", "metre").replace("liter", "litre")


def of_kind(kind: str, quantity: Quantity) -> bool:
    """Whether a quantity that no case asks for counts against it."""
    unit = quantity.unit or ""
    tests = {
        "number": quantity.unit is None,
        "percentage": unit == "%",
        "currency": unit[:3].isupper() or unit in ("cent", "penny", "sen"),
        "dimension": unit.split(" per ")[0] in ("metre", "inch", "foot", "mile", "ton", "pound", "litre"),
        "age": unit.endswith("of age"),
        "temperature": unit.startswith("degree "),
    }
    return tests[kind]


def alike(value: Decimal, quantity: Quantity) -> bool:
    """A range counts by either end, a share by its fraction or its percentage."""
    ends = (quantity.low, quantity.high)
    close = [abs(end - value) <= abs(value) * Decimal("1e-6") for end in ends]
    if quantity.unit == "%":
        close += [abs(end / 100 - value) <= abs(value) * Decimal("1e-6") for end in ends]
    return any(close)


def outcome(kind: str, case: dict[str, Any], quantities: list[Quantity]) -> Outcome:
    reasons = [reason for result in case["Results"] if (reason := unsayable(case, result))]
    asked = [wanted(kind, result) for result in case["Results"] if not unsayable(case, result)]
    shown = [(q.low, q.unit) for q in quantities]
    if reasons and not asked:
        return Outcome(kind, case["Input"], [], shown, False, reasons[0])
    left = list(quantities)
    missing = False
    for value, units in asked:
        hit = next((q for q in left if alike(value, q) and (kind == "number" or _unit(kind, q) in units)), None)
        missing = missing or hit is None
        if hit is not None and hit.low == hit.high:
            left.remove(hit)
    extra = not reasons and any(of_kind(kind, q) for q in left if q.low == q.high)
    return Outcome(kind, case["Input"], [(v, u[0]) for v, u in asked], shown, not missing and not extra)


def _unit(kind: str, quantity: Quantity) -> str | None:
    """Money and measures are compared without the rate, which the specifications do not resolve, but for speeds."""
    unit = quantity.unit
    if unit is None or (kind == "dimension" and unit.split(" per ")[-1] in ("hour", "second", "millisecond")):
        return unit
    return unit.split(" per ")[0]


def outcomes(data: Path) -> Iterator[Outcome]:
    """Every case of the files in turn."""
    nlp = build(components=COMPONENTS)
    for kind, name in FILES.items():
        cases = json.loads((data / "recognizers" / name).read_text(encoding="utf-8-sig"))
        docs = nlp.pipe(normalised(case["Input"]) for case in cases)
        for case, doc in zip(cases, docs, strict=True):
            yield outcome(kind, case, [q for q in kept(doc, "quantities") if not q.ordinal])


def measure(data: Path) -> dict[str, float]:
    """The share of cases passed, for each kind and for all."""
    return shares(list(outcomes(data)))


def shares(found: list[Outcome]) -> dict[str, float]:
    asked = [one for one in found if not one.skipped]
    by_kind = {kind: [one.passed for one in asked if one.kind == kind] for kind in FILES}
    by_kind["all"] = [one.passed for one in asked]
    return {kind: sum(passed) / len(passed) for kind, passed in by_kind.items() if passed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--skipped", action="store_true")
    given = parser.parse_args()
    found = list(outcomes(given.data))
    for kind, share in shares(found).items():
        print(f"{kind:12s} {share:.4f}")
    failed = [one for one in found if not one.passed and not one.skipped]
    for one in failed[: given.errors]:
        pairs = [[f"{value} {unit or ''}".strip() for value, unit in side] for side in (one.wanted, one.found)]
        print(f"{one.kind}: {one.text!r} wanted {pairs[0]}, found {pairs[1]}")
    for one in found:
        if given.skipped and one.skipped:
            print(f"skipped, {one.skipped}: {one.kind}: {one.text!r}")


if __name__ == "__main__":
    main()
