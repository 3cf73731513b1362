"""What a statement says, by its words alone: told without a pipeline, so that linting stays a matter of a second.

It knows less than the pipeline and claims less: two statements are set side by side only where every word that carries
meaning is the same, in whatever order, and names stand in the same order unless "and" joins them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from opedcheck.words.days import MONTHS
from opedcheck.words.lists import listed

EMPTY = listed(
    "a an the of in on at to by for from with as is are was were be been being has have had its it and that which this "
    "there also into since until during per total overall"
)
NOT = listed("not no never neither nor cannot without")
WITHIN_NAMES = listed("of the and for de la le van von der den da dos al el bin")
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "m": 6, "bn": 9, "tn": 12}
PERCENT = listed("% percent pct")
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TIMELY = listed("in of on since by until from during to before after as at")
NUMBERED = listed("article chapter section phase round number no type version level stage tier category part day week")
TOKEN = re.compile(
    r"(?P<sign>US\$|[$€£¥])?(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?P<mark>%|(?:bn|m|tn|st|nd|rd|th)\b)?|[^\W\d_][\w'’.-]*|,"
)
HALF = Decimal("0.5")


class Figure(msgspec.Struct, frozen=True):
    """A printed figure as the interval that rounding leaves open, and what it counts as far as its sign tells."""

    low: Decimal
    high: Decimal
    sign: str = ""

    def agrees(self, other: Figure, tolerance: Decimal = Decimal(0)) -> bool:
        """Whether both may be printed of one number."""
        room = max(abs(self.high), abs(other.high)) * tolerance
        return self.low - room < other.high and other.low - room < self.high


class Word(msgspec.Struct, frozen=True):
    """A word, folded; `capital`: it is written with a capital letter, `first`: at the beginning of the sentence."""

    text: str
    capital: bool
    first: bool = False


class Wording(msgspec.Struct, frozen=True):
    """A phrasing taken apart: words in order, times and figures aside, and whether it denies."""

    words: tuple[Word, ...]
    times: tuple[str, ...]
    figures: tuple[Figure, ...]
    denies: bool

    @property
    def content(self) -> tuple[str, ...]:
        """The words that carry meaning, in alphabetical order."""
        return tuple(sorted(word.text for word in self.words if word.text not in EMPTY and word.text != ","))

    def named(self, common: frozenset[str]) -> tuple[str, ...]:
        """The names in their order, those that "and" or a comma joins in alphabetical order.

        `common` are words that stand in lower case elsewhere: they begin a sentence and name nothing.
        """
        runs: list[list[str]] = [[]]
        joined = True
        for word in self.words:
            if word.text in ("and", ","):
                joined = True
            elif word.capital and word.text not in EMPTY and not (word.first and word.text in common):
                if not joined:
                    runs.append([])
                runs[-1].append(word.text)
                joined = True
            else:
                joined = False
        return tuple(name for run in runs for name in sorted(run))

    def opening(self) -> tuple[str, tuple[str, ...]] | None:
        """The name that it begins with, and what is said of it; None where it begins otherwise."""
        spoken = [word for word in self.words if word.text != ","]
        return _split(spoken, spoken[:1] and spoken[0].capital)

    def ending(self) -> tuple[str, tuple[str, ...]] | None:
        """The name that it ends with, and what stands before it."""
        spoken = [word for word in reversed(self.words) if word.text != ","]
        found = _split(spoken, spoken[:1] and spoken[0].capital)
        return found and (" ".join(reversed(found[0].split())), found[1][::-1])


def wording(text: str) -> Wording:
    """A phrasing, taken apart."""
    found = list(TOKEN.finditer(text))
    times: list[str] = []
    figures: list[Figure] = []
    words: list[Word] = []
    denies = False
    for at, token in enumerate(found):
        told = _folded(token[0])
        if _is_time(found, at):
            times.append(told)
            while words and words[-1].text in TIMELY | {","}:
                words.pop()
        elif _is_label(found, at):
            words.append(Word(told, False))
        elif token["figure"] or told in SMALL:
            figures.append(_figure(found, at))
        elif not (told in SCALES or told in PERCENT) or not at or not found[at - 1]["figure"]:
            negative = told in NOT or told.endswith("n't")
            denies ^= negative
            words += [] if negative or (told == "," and not words) else [Word(told, token[0][:1].isupper(), not words)]
    return Wording(tuple(words), tuple(sorted(times)), tuple(figures), denies)


def common(wordings: Iterable[Wording]) -> frozenset[str]:
    """The words that stand in lower case anywhere."""
    return frozenset(word.text for one in wordings for word in one.words if not word.capital)


def _split(words: list[Word], named: object) -> tuple[str, tuple[str, ...]] | None:
    if not named:
        return None
    end = next((at for at, word in enumerate(words) if not word.capital and word.text not in WITHIN_NAMES), None)
    while end and not words[end - 1].capital:
        end -= 1
    if not end:
        return None
    name = " ".join(word.text for word in words[:end] if word.text not in ("the", "a", "an"))
    rest = tuple(word.text for word in words[end:])
    return (name, rest) if name and any(word not in EMPTY for word in rest) else None


def _is_time(found: list[re.Match[str]], at: int) -> bool:
    """A month, a day beside a month, or what may be a year: taken for one, it only keeps statements apart."""
    token = found[at]
    if not token["figure"]:
        return _is_month(found, at)
    if token["sign"] or token["mark"] or not token["figure"].isdigit() or _behind(found, at) in {*SCALES, *PERCENT}:
        return False
    beside = any(_is_month(found, other) for other in (at - 1, at + 1) if 0 <= other < len(found))
    return 1000 <= int(token["figure"]) <= 2100 or (beside and int(token["figure"]) <= 31)


def _is_label(found: list[re.Match[str]], at: int) -> bool:
    """Whether a number says which one is meant, not how many: "60th", "Article 5"."""
    before = found[at - 1][0] if at else ""
    ordinal = found[at]["mark"] in ("st", "nd", "rd", "th")
    return bool(found[at]["figure"]) and (ordinal or before[:1].isupper() or _folded(before) in NUMBERED)


def _behind(found: list[re.Match[str]], at: int) -> str:
    return _folded(found[at + 1][0]) if at + 1 < len(found) else ""


def _is_month(found: list[re.Match[str]], at: int) -> bool:
    word = found[at][0]
    if word not in MONTHS:
        return False
    beside = [found[other] for other in (at - 1, at + 1) if 0 <= other < len(found)]
    return word != "May" or any(one["figure"] or _folded(one[0]) in TIMELY for one in beside)


def _figure(found: list[re.Match[str]], at: int) -> Figure:
    token = found[at]
    number = token["figure"]
    value = Decimal(number.replace(",", "")) if number else Decimal(SMALL.index(_folded(token[0])))
    step = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    mark = token["mark"] or _behind(found, at)
    scale = Decimal(10) ** SCALES.get(mark, 0)
    sign = token["sign"] or ("%" if mark in PERCENT else "")
    return Figure((value - step * HALF) * scale, (value + step * HALF) * scale, sign)


def _folded(word: str) -> str:
    """A word without accents, capitals, possessive or full stops."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").rstrip("-'")
    return bare.removesuffix("'s")


def phrasings(statement: str, aliases: Iterable[str]) -> Iterator[Wording]:
    """The wordings of a statement and of its other phrasings."""
    yield from map(wording, (statement, *aliases))
