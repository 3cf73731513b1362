"""What is printed behind a number: per cent, a currency, an age, a unit of measurement, a rate ("per hour").

All of it is read from the characters within a bounded distance.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from opedcheck.pipeline.quantities import currencies, units
from opedcheck.pipeline.quantities.cardinals import Number
from opedcheck.pipeline.quantities.numerals import listed

WORD = re.compile(
    r"(?P<gap> {0,2}(?:- ?)?)"
    r"(?P<word>[%‰"
    + "".join(currencies.SIGNS)
    + r"]|[A-Za-zµμΩ]+[23²³]?(?:[/.][A-Za-z]+[23²³]?(?![A-Za-z]))?\.?|[°º][CF]?(?![A-Za-z])|[′″'\"℃℉]|[^\W\d_]+)"
)
BRACKETED = re.compile(r" ?[(\[{<](?P<word>[A-Za-zµμ]{1,4}[23²³]?)[)\]}>]")
RATE = re.compile(r"(?: ?/ ?(?:an? )?|(?:[ -](?P<article>an?|each|every)| per|-per)[ -])(?P<word>[A-Za-z]+)")
QUOTES = frozenset("\"'")
SIZE = re.compile(r" (?:long|wide|tall|high|deep|thick|in diameter|by)\b|\d")
OLD = re.compile(r"[ -](?:olds?\b|of age\b)")
NOT_A_RATE = re.compile(r" (?:earlier|ago|before|later|prior|previously|old|after|from now)\b")
CODED = re.compile(r" (?P<code>[A-Z]{3}) (?P<scale>million|billion|trillion|thousand|bn|mn)\b| ?M(?P<of>[A-Z]{3})\b")
PERCENT = {
    "%": "%", "percent": "%", "pct": "%", "percents": "%", "percentage": "%", "per cent": "%",
    "percentage point": "percentage point",
    "percentage points": "percentage point", "% point": "percentage point", "% points": "percentage point", "‰": "‰",
    "basis point": "basis point", "basis points": "basis point",
}  # fmt: skip
RATE_NOUNS = {
    "capita": "person",
    "annum": "year",
    "head": "person",
    "people": "person",
    "diem": "day",
    "h": "hour",
    "hr": "hour",
    "sec": "second",
    "min": "minute",
}
MONEY_TALK = re.compile(
    r"£|\b(?:cost|costs|price|prices|priced|paid|pay|pays|paying|worth|spend|spent|spending|earn|earned|earning|salary|fee|fees|fined?"
    r"|sterling|profit|budget|money|bill|bonus|wages?|loan|debt|cash|bank|savings?|invest\w*|pence|sold|tax\w*|fund\w*)\b",
    re.IGNORECASE,
)
NO_NOUN = listed(
    """tall long high wide deep thick away above below in on at to from by of for and or but as with the a an under
    over
    is was are were has had have will would off into across behind before after between around x"""
)


class Word(NamedTuple):
    """A word behind a number: what stands before it, the word, and where it ends."""

    gap: str
    text: str
    end: int


class Found(NamedTuple):
    """A unit and where it ends."""

    unit: str
    end: int


def words_after(text: str, at: int, most: int = 4) -> list[Word]:
    """Up to `most` words right behind `at`, on the same line."""
    found: list[Word] = []
    while len(found) < most and (match := WORD.match(text, at)):
        at = match.end()
        found.append(Word(match["gap"], match["word"], at))
        if match["word"][-1] in ".":
            break
    return found


def after_money(text: str, end: int, unit: str) -> Found:
    """What may still follow money whose sign stands in front: "$500 US", "$10 dollars"."""
    words = words_after(text, end, 2)
    if unit == currencies.DOLLAR and words and words[0].gap == " ":
        nation = words[0].text.rstrip(".") if words[0].text != "U.S." else "US"
        if nation in ("US", "USD", "AUD", "CAD", "NZD", "HKD", "SGD"):
            stop = words[0].end - (words[0].text == nation + ".")
            return Found(currencies.DOLLARS[nation], stop)
    if words and words[0].gap == " " and words[0].text in ("dollars", "euros", "pounds", "yen", "yuan"):
        return Found(unit, words[0].end)
    return Found(unit, end)


def after(text: str, end: int, number: Number) -> Found | None:
    """The unit behind a number: per cent, money, an age, a unit of measurement; None where none is printed."""
    words = words_after(text, end)
    if words and number.vague and words[0].text == "of":
        words = words[1:]
    if not words:
        bracket = BRACKETED.match(text, end)
        name = units.SYMBOLS.get(bracket["word"]) if bracket else None
        return Found(name, bracket.end()) if bracket and name else None
    return _percent(words) or _money(text, words, number) or _unit(words, text, number)


def _percent(words: list[Word]) -> Found | None:
    for count in (2, 1):
        if len(words) >= count:
            form = " ".join(word.text.lower().rstrip(".,") for word in words[:count])
            if form in PERCENT:
                word = words[count - 1]
                return Found(PERCENT[form], word.end - (word.text.endswith(".")))
    first = words[0]
    if first.text.rstrip(".") == "pc" and first.gap == "":
        return Found("%", first.end - first.text.endswith("."))
    return None


def _money(text: str, words: list[Word], number: Number) -> Found | None:
    first = words[0]
    if first.text in currencies.SIGNS:
        behind = text[first.end : first.end + 2].strip()[:1]
        return None if behind.isdigit() else Found(currencies.SIGNS[first.text], first.end)
    bare = first.text.rstrip(".")
    stop = first.end - (first.text != bare)
    coded = CODED.match(text, number.end)
    if coded and (code := coded["code"] or coded["of"]) in currencies.CODES:
        return Found(code, coded.end())
    if bare in currencies.CODES or bare in ("RMB", "NIS", "BTC"):
        glued = text[first.end : first.end + 1].isdigit()
        known = bare not in currencies.NOT_CODES and not glued
        return Found(currencies.OTHER_CODES.get(bare, bare), stop) if known else None
    if bare in currencies.SUBUNITS or bare.lower() in currencies.SUBUNITS:
        return Found(currencies.SUBUNITS[bare.lower()], stop)
    if bare in ("p", "c") and first.gap == "":
        return Found("penny" if bare == "p" else "cent", stop)
    for at, word in enumerate(words[:3]):
        name = currencies.singular(word.text.lower().rstrip("."))
        if name in currencies.NAMES:
            unit = _named(text, words, at, name, number)
            return Found(unit, word.end - word.text.endswith(".")) if unit else None
    return None


def _named(text: str, words: list[Word], at: int, name: str, number: Number) -> str | None:
    nations = currencies.NATIONS.get(name, {})
    if at:
        ahead = words[at - 1].text.lower()
        own = currencies.NAMES[name] if at == 1 and not nations and ahead not in NO_NOUN else None
        return nations.get(ahead) or own
    if name == "pound":
        sterling = len(words) > 1 and words[1].text.lower() == "sterling"
        around = text[max(0, number.start - 70) : words[0].end + 70]
        return "GBP" if sterling or number.scale >= 10**6 or MONEY_TALK.search(around) else None
    if name == "won":
        return "KRW" if number.low >= 100 else None
    return currencies.NAMES[name]


def _unit(words: list[Word], text: str, number: Number) -> Found | None:
    for count in range(min(units.MOST_WORDS, len(words)), 0, -1):
        form = " ".join(word.text for word in words[:count]).lower().rstrip(".")
        last = words[count - 1]
        if form in units.NAMES:
            stop = last.end - last.text.endswith(".")
            return _aged(text, Found(units.NAMES[form], stop))
    return _symbol(words[0], text, number)


def _symbol(first: Word, text: str, number: Number) -> Found | None:
    shown = first.text
    name = units.SYMBOLS.get(shown)
    stop = first.end
    if name is None and shown.endswith("."):
        shown, stop = shown[:-1], stop - 1
        name = units.SYMBOLS.get(shown)
    if name is None and "/" in shown:
        above, _, below = shown.partition("/")
        parts = units.SYMBOLS.get(above), units.SYMBOLS.get(below) or units.NAMES.get(below.lower())
        name = f"{parts[0]} per {parts[1]}" if parts[0] and parts[1] else None
    if shown in QUOTES:
        return Found(name, stop) if name and _measures(text, first.end, shown, bool(first.gap)) else None
    if name is None or (first.gap and (shown in units.GLUED_ONLY or len(shown) == 1) and not _spaced_letter(shown)):
        return None
    if shown == "m" and number.doubtful and _counts(text, stop):
        return None
    return _aged(text, Found(name, stop))


def _measures(text: str, end: int, mark: str, spaced: bool) -> bool:
    """Whether a quotation mark behind digits is a sign of feet or inches: it closes no quotation."""
    if SIZE.match(text, end):
        return True
    opened = text.count(mark, max(0, end - 300, text.rfind("\n", 0, end) + 1), end - 1) % 2
    return not spaced and not opened and not text[end : end + 1].isalnum()


def _spaced_letter(shown: str) -> bool:
    return shown in ("m", "g", "W", "°", "º", "V", "F", "″", "l")


def _counts(text: str, at: int) -> bool:
    """Whether a noun phrase may follow at `at`, so that the "m" before it is a million."""
    behind = words_after(text, at, 1)
    return bool(behind) and behind[0].text[0].islower() and behind[0].text.rstrip(".") not in NO_NOUN


def _aged(text: str, found: Found) -> Found:
    if found.unit in units.TIMES and (old := OLD.match(text, found.end)):
        return Found(f"{found.unit} of age", old.end())
    return found


# Behind "per" these are no unit: "per cent", "per se", "$2,500 per each of them".
NO_RATES = frozenset(
    {"cent", "centum", "se", "each", "every", "any", "the", "our", "my", "your", "his", "her", "their"}
)


def rate(text: str, at: int) -> Found | None:
    """ "per hour", "a month", "/kg" behind `at`: the singular noun and where it ends."""
    found = RATE.match(text, at)
    if found is None:
        return None
    word = found["word"]
    name = RATE_NOUNS.get(word.lower()) or units.NAMES.get(word.lower()) or units.SYMBOLS.get(word) or word.lower()
    if found["article"] and (name not in units.PER_A or NOT_A_RATE.match(text, found.end())):
        return None
    if (
        "/" in found.group()
        and word.lower() not in units.NAMES
        and word not in units.SYMBOLS
        and word.lower() not in RATE_NOUNS
    ):
        return None
    return None if name in NO_RATES else Found(name, found.end())
