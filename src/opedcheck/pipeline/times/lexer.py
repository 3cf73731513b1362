"""The text as lexemes: words, numbers and signs, each of one kind, and the kinds as one string to match on.

Our own lexemes, not spaCy's tokens: tokenizers differ in what they do with "mid-1996", "10:35" and "11-12".
The kinds' string has one character a lexeme, so that a pattern over lexemes is a plain regular expression.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from opedcheck.pipeline.times.holidays import HOLIDAYS
from opedcheck.pipeline.times.words import CAPITAL, KINDS, LOWER, UPPER, WORDS

# One letter a kind; "x" is whatever no pattern speaks of.
SYMBOL = {kind: chr(0xC0 + at) for at, kind in enumerate(kind for kind in KINDS if kind != "x")} | {"x": "x"}


def _holidays() -> str:
    """The names of holidays as a pattern, the longest first, apart by first letter so that most words fail at once."""
    names = sorted(HOLIDAYS, key=lambda name: (name[0], -len(name)))
    rest = {letter: [name[1:] for name in names if name[0] == letter] for letter in sorted({name[0] for name in names})}
    ways = (f"{letter}(?:{'|'.join(map(re.escape, endings))})" for letter, endings in rest.items())
    return "|".join(ways).replace("'", "['’]")


LEXEME = re.compile(
    rf"""
    (?P<break>\n[^\S\n]*\n\s*)
  | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<decade>(?:\d{{3}}0['’]?s|(?<![\w'’])['’]?[1-9]0['’]?s)\b)
  | (?P<yy>(?<![\w'’])['’]\d\d(?![\w'’]))
  | (?P<big>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|(?<!\d\.)\d+\.\d+(?!\.?\d))
  | (?P<nth>\d{{1,2}}(?:st|nd|rd|th)\b)
  | (?P<digits>\d+)
  | (?P<ampm>(?<=[\dn\s])(?:[ap]\.\s?m\.?|[ap]m)(?!\w)|(?<=\d)[ap]m(?!\w))
  | (?P<oclock>o['’]clock)
  | (?P<q>q[1-4]|h[12])(?![^\W_])
  | (?P<holiday>(?:{_holidays()})(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<s>['’]s(?!\w))
  | (?P<sign>[-,./()–—$£€¥#%])
    """,
    re.VERBOSE | re.IGNORECASE,
)
SIGNS = {
    ",": "comma", "-": "hyphen", "–": "hyphen", "—": "dash", ".": "dot", "/": "slash", "(": "open", ")": "close",
    "$": "money", "£": "money", "€": "money", "¥": "money", "#": "number", "%": "percent",
}  # fmt: skip
YEARS = range(1000, 2200)
LONGEST = 9  # digits that a number of time may have


class Lexed(NamedTuple):
    """Parallel lists: where lexemes start and end, and their values; `kinds` has one character for each."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[Any]


def lex(text: str) -> Lexed:
    """The lexemes of `text`, in one pass."""
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    for found in LEXEME.finditer(text):
        start, end = found.span()
        kind, value = _kind(found.lastgroup or "x", found[0])
        if kind == "hyphen" and (text[start - 1 : start].isspace() or text[end : end + 1].isspace()):
            kind = "dash"
        kinds.append(SYMBOL[kind])
        starts.append(start)
        ends.append(end)
        values.append(value)
    return Lexed(text, "".join(kinds), starts, ends, values)


def _kind(group: str, form: str) -> tuple[str, Any]:
    match group:
        case "word":
            return _word(form)
        case "holiday":
            return group, form.lower().replace("’", "'")
        case "digits":
            return _digits(form)
        case "sign":
            return SIGNS[form], form
        case "q":
            return group, (form[0].upper(), int(form[1]))
        case "nth":
            return group, int(form[:-2])
        case "yy":
            return group, int(form[1:])
        case "decade":
            return group, int(re.sub(r"\D", "", form))
        case "big":
            return group, float(form.replace(",", "")) if len(form) <= 2 * LONGEST else None
        case "ampm":
            return group, form[0].lower()
        case _:
            return group, form


def _word(form: str) -> tuple[str, Any]:
    lower = form.lower()
    if lower == "noughties":
        return "decade", 2000
    known = WORDS.get(lower)
    strange = (lower in CAPITAL and not form[0].isupper()) or (lower in UPPER and not form.isupper())
    return ("x", lower) if known is None or strange or (lower in LOWER and form.isupper()) else known


def _digits(form: str) -> tuple[str, Any]:
    if len(form) <= 2:
        return "digits", int(form)
    if len(form) > LONGEST:
        return "big", None
    number = int(form)
    return ("year" if len(form) == 4 and number in YEARS else "big"), number
