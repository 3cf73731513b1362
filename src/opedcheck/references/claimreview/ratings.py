"""Ratings as the wild has them -> true, false or mixed. Words come before numbers; what is not sure is mixed.

Only a plain "false" makes a known falsehood, and only a plain "true" a fact: "mostly" of either, a missing context or a
satire is mixed. Numbers are schema.org's, 1 to 5 unless the rating says otherwise: both ends count, nothing between.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import msgspec

from opedcheck.words.lists import listed

Verdict = Literal["true", "false", "mixed"]

WORDS: dict[Verdict, str] = {
    "false": "false|pants on fire|four pinocchios|4 pinocchios|incorrect|wrong|untrue|not true|fake|fake news|hoax|"
    "fabricated|bogus|debunked|totally false|completely false|entirely false|factually incorrect|this is false|"
    "falso|falsa|faux|falsch|fals|falsk|falskt|falsz|yanlis|onwaar",
    "true": "true|correct|accurate|confirmed|correct attribution|geppetto checkmark|this is true|"
    "verdadero|verdadera|verdadeiro|verdadeira|vero|vrai|richtig|wahr|sant|waar|prawda|dogru",
    "mixed": "half true|mostly true|mostly false|barely true|mixture|mixed|misleading|missing context|lacks context|"
    "needs context|out of context|partly true|partly false|partially true|partially false|mostly correct|unproven|"
    "unverified|unsupported|no evidence|disputed|exaggerated|satire|labeled satire|miscaptioned|misattributed|"
    "outdated|altered|full flop|half flip|no flip|research in progress|inaccurate|spin|distorts the facts|cherry picks|"
    "three pinocchios|two pinocchios|one pinocchio|enganoso|trompeur|irrefuhrend|misleidend|medio verdadero",
}
"""Ratings in use by fact-checkers of the ClaimReview feeds, in lower case, without accents, hyphens or marks."""

BY_WORDS: dict[str, Verdict] = {word: verdict for verdict, words in WORDS.items() for word in words.split("|")}
UNNAMED = listed("rating")
WORST, BEST = Decimal(1), Decimal(5)


class Rating(msgspec.Struct, frozen=True):
    """A verdict, and how its fact-checker put it."""

    verdict: Verdict = "mixed"
    original: str | None = None


def rating(node: Any) -> Rating:
    """The rating of a `reviewRating`: a text, a number, an object, or a list, of which the first known counts."""
    read = [_read(one) for one in (node if isinstance(node, list) else [node])]
    known = next((verdict for verdict, _ in read if verdict is not None), None)
    return Rating(known or "mixed", next((told for _, told in read if told), None))


def by_words(text: str) -> Verdict | None:
    """The verdict of a rating in words; a "false" may have its explanation behind it. None where it is not known."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    head = _words(re.split(r"[.:;!]\s|\s[-–—]\s", plain, maxsplit=1)[0])
    whole = BY_WORDS.get(_words(plain))
    return whole or ("false" if BY_WORDS.get(head) == "false" else None)


def by_number(value: Any, worst: Any, best: Any) -> Verdict | None:
    """The verdict of a number on its scale; None where it lies outside, or where the scale has no two ends."""
    number, low, high = _number(value), _number(worst), _number(best)
    low, high = WORST if low is None else low, BEST if high is None else high
    if number is None or low >= high or not low <= number <= high:
        return None
    return "false" if number == low else "true" if number == high else "mixed"


def _read(node: Any) -> tuple[Verdict | None, str | None]:
    """The verdict of one rating, if it is known, and its wording."""
    if not isinstance(node, dict):
        node = {"ratingValue": node}
    value, worst, best = (node.get(key) for key in ("ratingValue", "worstRating", "bestRating"))
    told = list(_texts(node))
    verdict = next((found for text in told if (found := by_words(text))), None) or by_number(value, worst, best)
    number = _number(value)
    shown = f"{value} of {best}" if best is not None else str(value)
    return verdict, told[0] if told else shown if number is not None else None


def _texts(node: dict[str, Any]) -> Iterator[str]:
    """Where the words of a rating stand, the likeliest place first."""
    for key in ("alternateName", "ratingValue", "name"):
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            text = value.get("@value") if isinstance(value, dict) else value
            plain = " ".join(text.split()) if isinstance(text, str) else ""
            if plain and _number(plain) is None and plain.casefold() not in UNNAMED:
                yield plain


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("'", "")))


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
