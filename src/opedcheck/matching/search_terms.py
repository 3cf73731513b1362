"""Text -> the terms that search compares: stems, numbers, the words inside hashtags and handles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from opedcheck.matching.stems import stem
from opedcheck.words.lists import listed

Kind = Literal["word", "number", "entity", "tag"]

STOP_WORDS = listed(
    "a an the of in on at to for from by with and or but is are was were be been being has have had do does did it "
    "its this that these those as not no nor he she they we you i his her their our your my him them us me will would "
    "can could shall should may might must there here what which who whom whose when where why how if then than so "
    "such into about over under after before up down out off again just also very s t re ve ll d m im dont"
)
WORDS_FOR = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9,
    "tn": 12,
}  # fmt: skip
"""What multiplies the number before it, as a power of ten."""

URL = re.compile(r"https?://\S+|www\.\S+|\b\w+(?:\.\w+)*\.(?:com|org|net|gov|co)/\S*|(?<=[a-z])pic\.\w+\.com/\S*")
TOKEN = re.compile(
    r"(?P<tag>[@#]\w+)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?P<scale>[a-zA-Z]+)\b)?"
    r"|(?P<dotted>(?:[A-Za-z]\.){2,})"
    r"|(?P<sign>[$€£%])"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*\d*)"
)
HUMPS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")


class Term(msgspec.Struct, frozen=True):
    """What is compared, and the word of the text behind it. A tag is a whole hashtag or handle: "#", "@" left out."""

    key: str
    kind: Kind
    shown: str


def folded(text: str) -> str:
    """Text without accents, with straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").replace("´", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def terms(text: str) -> Iterator[Term]:
    """The terms of `text` in its order, addresses and words that say nothing left out."""
    for found in TOKEN.finditer(URL.sub(" ", folded(text))):
        match found.lastgroup:
            case "tag":
                yield from _tag(found[0][1:])
            case "number" | "scale":
                yield from _number(found["number"], found["scale"])
            case "sign":
                yield Term(found[0], "word", found[0])
            case "dotted":
                yield from _word(found[0].replace(".", "").upper())
            case _:
                yield from _word(found[0])


def _tag(name: str) -> Iterator[Term]:
    """A hashtag or handle: the words it is made of, as far as capitals or underscores tell them, and the whole."""
    parts = [part for piece in name.split("_") for part in HUMPS.findall(piece)]
    whole = name.replace("_", "").lower()
    if len(parts) != 1:
        yield Term(stem(whole), "tag", whole)
    for part in parts:
        if part.isdigit():
            yield Term(part, "number", part)
        elif len(parts) == 1:
            yield Term(stem(whole), "tag", whole)
        else:
            yield from _word(part)


def _number(figure: str, behind: str | None) -> Iterator[Term]:
    """A number in figures, multiplied by the word or letter behind it; that word is a term, too."""
    value = Decimal(figure.replace(",", ""))
    scale = SCALES.get(behind.lower()) if behind else None
    yield Term(_plain(value.scaleb(scale) if scale else value), "number", figure if not scale else f"{figure} {behind}")
    if behind and (scale is None or len(behind) > len("tn")):
        yield from _word(behind)


def _word(word: str) -> Iterator[Term]:
    lower = word.lower().removesuffix("'s").replace("'", "")
    if lower in WORDS_FOR:
        yield Term(str(WORDS_FOR[lower]), "number", lower)
    elif lower.removesuffix("s") in SCALES and len(lower) > len("tn"):
        yield Term(lower.removesuffix("s"), "number", lower)
    elif word == "US" or (lower and lower not in STOP_WORDS and lower not in ("st", "nd", "rd", "th", "x")):
        yield Term(stem(lower), "word", lower)


def _plain(value: Decimal) -> str:
    """A number without an exponent or zeros at its end."""
    return format(value.normalize(), "f")
