"""What stands for a number in English: the words, the ways to print digits, the scales, and their values.

`lexemes` cuts a text into numeric pieces in one linear pass; `numbers` puts the pieces together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import gcd
from typing import Literal, NamedTuple

# small: below 100 in words; digits: printed; hundred, scale, dozen: multiply; ordinal; part: a denominator;
# article: "a" before one of those; other: digits that are no number, such as a clock time.
Kind = Literal[
    "digits", "unit", "teen", "tens", "hundred", "scale", "dozen", "ordinal", "part", "article", "multiple", "other"
]


class Lexeme(NamedTuple):
    """A numeric piece: offsets, kind, value, and the place value of its last digit (`step`)."""

    start: int
    end: int
    kind: Kind
    value: Decimal
    step: Decimal
    plural: bool = False


def listed(words: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(words.split())


ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALE = {
    "thousand": 3, "lakh": 5, "million": 6, "mil": 6, "mn": 6, "mln": 6, "crore": 7, "billion": 9, "bn": 9, "bln": 9,
    "trillion": 12, "tn": 12, "trn": 12, "tln": 12, "quadrillion": 15,
}  # fmt: skip
# Letters glued to digits ("10k", "$5m", "1.2b"); those in MONEY_ONLY mean a scale only beside a currency.
SUFFIX = {"k": 3, "K": 3, "m": 6, "M": 6, "mm": 6, "MM": 6, "b": 9, "B": 9, "t": 12, "T": 12, "cr": 7}
SUFFIX |= {form: power for short, power in SCALE.items() for form in (short, short.capitalize(), short.upper())}
MONEY_ONLY = frozenset({"mm", "t", "T", "B", "cr"})
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
}
ORDINALS |= {"tenth": 10, "eleventh": 11, "twelfth": 12, "hundredth": 100, "thousandth": 1000, "millionth": 10**6}
ORDINALS |= {word + "th": 13 + at for at, word in enumerate(TEENS[3:])}
ORDINALS |= {word[:-1] + "ieth": 20 + 10 * at for at, word in enumerate(TENS)}
MULTIPLES = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4, "quadrupling": 4}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
VULGAR = {
    "½": "0.5", "⅓": "1/3", "⅔": "2/3", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
    "⅙": "1/6", "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
DENOMINATORS = frozenset({2, 3, 4, 5, 8, 16, 32})
ONE, NONE = Decimal(1), Decimal(0)
LONGEST = 24  # digits; whatever is longer is no figure that anyone states


def _words() -> Iterator[tuple[str, Kind, int, bool]]:
    yield from ((word, "unit", 0, False) for word in ("zero", "nought", "naught"))
    yield from ((word, "unit", at + 1, False) for at, word in enumerate(ONES))
    yield from ((word, "teen", at + 10, False) for at, word in enumerate(TEENS))
    yield from ((word, "tens", 20 + 10 * at, False) for at, word in enumerate(TENS))
    yield from ((word, "hundred", 100, word.endswith("s")) for word in ("hundred", "hundreds"))
    yield from ((word, "scale", 10**power, False) for word, power in SCALE.items())
    yield from ((word + "s", "scale", 10**power, True) for word, power in SCALE.items())
    yield from ((word, "dozen", 12, False) for word in ("dozen", "dz", "doz"))
    yield from ((word + "s", "dozen", 12, True) for word in ("dozen", "dz", "doz"))
    yield from ((word, "ordinal", value, False) for word, value in ORDINALS.items())
    yield from (
        (word + "s", "part", value, True) for word, value in ORDINALS.items() if word not in ("first", "second")
    )
    yield from ((word, "part", value, word.endswith("s")) for word, value in PARTS.items())
    yield from ((word, "multiple", value, False) for word, value in MULTIPLES.items())
    yield from ((word + "fold", "multiple", at + 1, False) for at, word in enumerate(ONES + TEENS[:1]))


WORDS: dict[str, tuple[Kind, Decimal, bool]] = {
    word: (kind, Decimal(value), many) for word, kind, value, many in _words()
}
WORDS["tens"] = ("scale", Decimal(10), True)
TAKES_ARTICLE = frozenset({"hundred", "scale", "dozen", "part", "ordinal"})

# Every alternative is bounded or possessive: no text makes this pass more than linear.
PIECE = re.compile(
    r"""(?P<word>[A-Za-z]++)
      | (?P<other>
            \d++(?P<mark>[-/.:])\d++(?:(?P=mark)\d++)++\w* # dates, versions, telephone numbers
          | \(\d{3,4}\)\ ?\d{3,4}[-\ ]\d{3,4}\b|\+\d{1,3}(?:[\ -]\(?\d{1,4}\)?){2,5}\b|0\d{2,4}(?:[\ -]\d{3,4}){1,2}\b
          | \d{1,2}(?:[:.]\d\d)?(?:\ ?(?:[-–]|to|and)\ ?\d{1,2}(?:[:.]\d\d)?)?
            \ ?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?|o'clock\b)
          | \d{1,3}:\d{1,3}(?!\d) # clock times, odds, verses
          | \d{2,4}'?s\b # decades
          | 0\d++(?![.,:/-]?\d) # codes: "007"
        )
      | (?P<ordinal>\d{1,9}(?:,\d{3})*(?:st|nd|rd|th)\b)
      | (?P<power>\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,3}\b|\ ?[x×]\ ?10\^[+-]?\d{1,3}\b))
      | (?P<ratio>\d{1,4}/\d{1,4}(?![\d/]))
      | (?P<comma>\d{1,3}(?:\.\d{3})++,\d++)                                       # 1.111,11
      | (?P<digits>(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{1,2}(?:,\d\d(?!\d))++,\d{3}(?!\d)
            |\d{1,3}(?:\ \d{3}){2,}+(?!\d)|[1-9]\d{0,2}\ 000(?!\d)|\d++)(?:\.\d++)?+|\.\d++)
      | (?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    """,
    re.VERBOSE,
)


def lexemes(text: str) -> Iterator[Lexeme]:
    """The numeric pieces of `text`, in order."""
    article: tuple[int, int] | None = None
    for found in PIECE.finditer(text):
        start, end = found.span()
        if found.lastgroup == "word" or found.group("word"):
            word = found.group()
            known = WORDS.get(word.lower())
            if known is None:
                article = (start, end) if word in ("a", "an", "A", "An") else None
                continue
            kind, value, plural = known
            if article and kind in TAKES_ARTICLE and text[article[1] : start].strip(" -") == "":
                yield Lexeme(*article, "article", ONE, ONE)
            step = ONE if kind in ("unit", "teen", "tens", "ordinal") else value
            yield Lexeme(start, end, kind, value, step, plural)
        else:
            yield _printed(found)
        article = None


def _printed(found: re.Match[str]) -> Lexeme:
    start, end = found.span()
    shown = found.group()
    if found.group("other") or len(shown) > LONGEST:
        return Lexeme(start, end, "other", NONE, NONE)
    if found.group("ordinal"):
        return Lexeme(start, end, "ordinal", Decimal(shown[:-2].replace(",", "")), ONE)
    if found.group("ratio") and not _is_fraction(shown):
        return Lexeme(start, end, "other", NONE, NONE)
    if found.group("ratio"):
        return Lexeme(start, end, "digits", ratio(shown), NONE)
    if found.group("vulgar"):
        return Lexeme(start, end, "digits", ratio(VULGAR[shown]), NONE)
    if found.group("power"):
        return Lexeme(start, end, "digits", Decimal(re.sub(r" ?[x×] ?10\^", "e", shown)), NONE)
    if found.group("comma"):
        shown = shown.replace(".", "").replace(",", ".")
    value = Decimal(shown.replace(",", "").replace(" ", ""))
    exponent = value.as_tuple().exponent
    return Lexeme(start, end, "digits", value, ONE.scaleb(exponent) if isinstance(exponent, int) else ONE)


def _is_fraction(shown: str) -> bool:
    """ "3/4", not "9/11" or "24/7", which are dates and names."""
    above, _, below = shown.partition("/")
    return int(below) in DENOMINATORS and 0 < int(above) < int(below) and gcd(int(above), int(below)) == 1


def ratio(shown: str) -> Decimal:
    """The value of "3/4" or "0.75"; 0 where the denominator is 0."""
    above, _, below = shown.partition("/")
    divisor = Decimal(below or 1)
    return Decimal(above) / divisor if divisor else NONE
