"""Units of measurement: names and symbols to the singular English name, and rates such as "mile per hour".

The names of the SI follow BIPM's brochure in British spelling ("kilometre"); the rest are the usual English names.
"""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.pipeline.quantities.numerals import listed

PREFIX = {
    "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto", "d": "deci", "c": "centi", "m": "milli",
    "µ": "micro",
    "μ": "micro", "n": "nano", "p": "pico",
}  # fmt: skip
# name, symbols, prefixes in use
METRIC = (
    ("metre", "m", "kdcmµμnp"), ("gram", "g", "kcmµμn"), ("litre", "l", "hdcmµμ"), ("litre", "L", "dcmµμ"),
    ("watt", "W", "TGMkmµ"),
    ("watt hour", "Wh", "TGMk"), ("byte", "B", "TGMk"), ("bit", "b", "TGMk"), ("hertz", "Hz", "TGMk"), ("volt",
    "V", "Mkm"), ("ampere", "A", "m"),
    ("joule", "J", "GMk"), ("pascal", "Pa", "GMkh"), ("newton", "N", "Mk"), ("ohm", "Ω", "Mk"), ("farad", "F",
    "mµμnp"),
    ("ampere-hour", "Ah", "m"), ("bit per second", "bps", "TGMk"), ("second", "s", "mµμn"), ("calorie", "cal",
    "k"), ("sievert", "Sv", "mµ"),
    ("electronvolt", "eV", "TGMk"), ("mole", "mol", "m"), ("newton metre", "Nm", "k"), ("parsec", "pc", "Mk"),
    ("decibel", "dB", ""),
)  # fmt: skip
SPELLINGS = (("metre", "meter"), ("litre", "liter"), ("gram", "gramme"), ("tonne", "ton"))
# canonical name: other names, then symbols after the bar
OTHERS = """
inch: | in. ″ "
foot: | ft ft. ′ '
yard: | yd yds yd.
mile: | mi mi.
nautical mile: | nmi
light year: light-year, lightyear | ly
acre: |
hectare: | ha
square metre: | m2 m² sqm
square kilometre: | km2 km²
square centimetre: | cm2 cm²
square millimetre: | mm2 mm²
square foot: | sqft ft2 ft²
square mile: | mi2
cubic metre: | m3 m³ cbm
cubic centimetre: | cm3 cm³ cc
cubic foot: | ft3 ft³
gallon: | gal
barrel: | bbl bpd
pint: | pt
quart: | qt
teaspoon: | tsp
tablespoon: | tbsp
fluid ounce: | floz
cup: |
bushel: |
dram: drachm |
pound: pound-mass | lb lbs lb. lbs.
ounce: | oz oz.
stone: |
ton: |
metric ton: tonne, metric tonne | t
kiloton: kilotonne |
megaton: megatonne |
kilogram: kilo | kgs kilos
kilometre: | kms
kilopound per square inch: | ksi
pound per square inch: | psi
millimetre of mercury: | mmHg
atmosphere: | atm
bar: |
millibar: | mbar
second: sec |
minute: min |
hour: hr |
day: |
night: |
week: |
fortnight: |
month: mo |
quarter: |
year: yr |
decade: |
century: |
millisecond: | msec
degree: deg | ° º
degree Celsius: celsius, centigrade, celcius, centigrate, degc | °C ℃ ºC
degree Fahrenheit: fahrenheit, farenheit, degf | °F ℉ ºF
kelvin: |
radian: | rad
horsepower: | hp HP PS
brake horsepower: | bhp BHP
pound-foot: pound-feet, pound foot, lb-ft | lb-ft lb.-ft. lbft
foot-pound: foot-pound, ft-lb | ft-lb
revolution per minute: | rpm RPM
mile per hour: | mph MPH
kilometre per hour: kmph, kph | km/h kph km/hr kmh kmph KM/H
metre per second: | m/s
mile per gallon: | mpg MPG
knot: | kts
part per million: | ppm
part per billion: | ppb
frame per second: | fps
pixel per inch: | ppi
megapixel: | MP
gigabyte: gig | gb
megabyte: |
terabyte: | tb
kilobyte: | KB
kilowatt hour: kilowatt-hour | kwh KWh KWH
megawatt hour: megawatt-hour | MWH
gigawatt hour: gigawatt-hour |
kilowatt: | KW kw
megawatt: | mw
megabit per second: megabits per second | Mb/s mbps
gigabit per second: | Gb/s
metre: | mtrs
basis point: | bp bps bips
percentage point: percentage-point, pp | pp ppt
calorie: | cals
microgram: | mcg ug
international unit: | IU
karat: carat |
lumen: |
lux: |
nit: |
megahertz: | mhz
gigahertz: | ghz
kilohertz: | KHz
"""
IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "hertz": "hertz",
    "horsepower": "horsepower",
    "lux": "lux",
}
# Symbols that are words or letters too: units only where glued to the digits.
GLUED_ONLY = frozenset(
    {
        "A",
        "F",
        "V",
        "B",
        "b",
        "s",
        "t",
        "L",
        "J",
        "N",
        '"',
        "'",
        "in.",
        "bar",
        "MP",
        "pt",
        "ha",
        "mi",
        "pp",
        "pc",
        "d",
        "mol",
    }
)
NEVER = frozenset({"m.", "pm", "ps"})
TIMES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade", "century"}
)
# What "a" or "an" after a quantity means "per": "$52 a barrel".
PER_A = TIMES | listed(
    """barrel share gallon litre liter pound ounce ton tonne kilo kilogram gram head person piece unit bushel mile
    kilometre kilometer acre hectare metre meter season game"""
)
DEGREES = ("degree", "degrees", "deg", "deg.", "°", "º")
FACTOR = {("foot", "inch"): 12, ("pound", "ounce"): 16}  # "5 feet 2 inches" is one height


def plural(name: str) -> str:
    """The plural of a unit's name; what stands behind "per" stays."""
    head, per, rest = name.partition(" per ")
    words = head.split(" ")
    words[-1] = IRREGULAR.get(words[-1], words[-1] + "s")
    return " ".join(words) + per + rest


def _lines() -> Iterator[tuple[str, list[str], list[str]]]:
    for line in OTHERS.strip().splitlines():
        name, _, rest = line.partition(":")
        names, _, symbols = rest.partition("|")
        yield name, [name, *(other.strip() for other in names.split(",") if other.strip())], symbols.split()


def _names() -> Iterator[tuple[str, str]]:
    for name, _, prefixes in METRIC:
        for full in (name, *(PREFIX[prefix] + name for prefix in prefixes)):
            for wanted, spelling in (("", ""), *SPELLINGS[:3]):
                form = full.replace(wanted, spelling) if wanted else full
                yield form, full
                yield plural(form), full
                yield plural(form.replace("-", " ")), full
    for shape, power in (
        ("square", "square"),
        ("cubic", "cubic"),
        ("sq", "square"),
        ("sq.", "square"),
        ("cu", "cubic"),
    ):
        for length in ("metre", "kilometre", "centimetre", "millimetre", "mile", "foot", "yard", "inch"):
            for form in (length, length.replace("metre", "meter")):
                yield f"{shape} {form}", f"{power} {length}"
                yield f"{shape} {plural(form)}", f"{power} {length}"
    for symbol, length in (("m", "metre"), ("km", "kilometre"), ("ft", "foot"), ("mi", "mile"), ("in", "inch")):
        yield from ((f"{shape} {symbol}", f"square {length}") for shape in ("sq", "sq."))
    for name, forms, _ in _lines():
        for form in forms:
            yield form, name
            yield plural(form), name
    for form, scale in (("c", "Celsius"), ("f", "Fahrenheit"), ("celsius", "Celsius"), ("celcius", "Celsius")):
        yield from ((f"{degree} {form}", f"degree {scale}") for degree in DEGREES)
    for form, scale in (("centigrade", "Celsius"), ("fahrenheit", "Fahrenheit"), ("farenheit", "Fahrenheit")):
        yield from ((f"{degree} {form}", f"degree {scale}") for degree in DEGREES)


def _symbols() -> Iterator[tuple[str, str]]:
    for name, symbol, prefixes in METRIC:
        if symbol not in ("s", "cal"):
            yield symbol, name
        yield from ((prefix + symbol, PREFIX[prefix] + name) for prefix in prefixes)
    yield "kcal", "kilocalorie"
    for name, _, symbols in _lines():
        yield from ((symbol, name) for symbol in symbols)
    yield from (
        ("h", "hour"),
        ("s", "second"),
        ("mAh", "milliampere-hour"),
        ("yo", "year of age"),
        ("y.o.", "year of age"),
    )
    yield from (
        ("A/cm2", "ampere per square centimetre"),
        ("g/km", "gram per kilometre"),
        ("mg/dL", "milligram per decilitre"),
    )


NAMES: dict[str, str] = {form.replace("-", " "): name for form, name in _names()}
SYMBOLS: dict[str, str] = {symbol: name for symbol, name in _symbols() if symbol not in NEVER}
MOST_WORDS = 3
