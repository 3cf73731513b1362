"""A correction note, in the words that newspapers use for it: what was wrong, and what is right."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from opedcheck.model import Finding
from opedcheck.words.days import MONTHS, in_words

Style = Literal["us", "uk"]
STYLES: tuple[Style, ...] = get_args(Style)

# What was misstated, by rule; other rules say nothing that an article would have to take back.
MISSTATED = {
    "amount-mismatch": "an amount",
    "count-mismatch": "a figure",
    "percent-mismatch": "a percentage",
    "date-mismatch": "a date",
    "place-mismatch": "a place",
    "name-mismatch": "a name",
    "office-mismatch": "an office",
    "membership-mismatch": "a membership",
    "rank-mismatch": "a rank",
    "relation-mismatch": "who did what",
    "known-false": "a fact",
    "outdated": "a fact that has since changed",
    "name-conflict": "a name",
    "weekday-mismatch": "a day of the week",
    "impossible-date": "a date",
    "arithmetic-mismatch": "a sum",
}
KNOWN_FALSE = "Known to be false: "


def correction(finding: Finding) -> str | None:
    """What to print where the article is corrected; `None` where there is nothing to correct."""
    what = MISSTATED.get(finding.rule)
    return None if what is None else f"An earlier version of this article misstated {what}. {_right(finding)}"


def dated(note: str, day: date, style: Style) -> str:
    """A note as American or as British newspapers head theirs."""
    if style == "us":
        return f"Correction: {MONTHS[day.month - 1]} {day.day}, {day.year}\n{note}"
    return f"This article was amended on {in_words(day)}. {note.replace('version of this article', 'version', 1)}"


def _right(finding: Finding) -> str:
    """What is right: the reference's own sentence where there is one, else the words to print, else the message."""
    quote = " ".join(finding.quote.split())
    message = finding.message
    if message.startswith(KNOWN_FALSE):
        false, _, note = message.removeprefix(KNOWN_FALSE).partition(". ")
        return f"It is not true that {_inside(false.rstrip('.'))}. {note}".strip()
    statement = next((e.statement for e in finding.evidence if e.statement and f": {e.statement}" in message), None)
    if statement is None and finding.suggestion is not None:
        return f"It should have read “{finding.suggestion}”, not “{quote}”."
    if statement is None:
        return message if message.endswith((".", "!", "?")) else f"{message}."
    if finding.suggestion is not None and finding.suggestion in statement:
        plain = any(map(str.isdigit, quote))
        return f"{statement.rstrip('.')}, not {quote if plain else f'“{quote}”'}."
    return statement


def _inside(sentence: str) -> str:
    """A sentence as it stands within another: an article or a pronoun at its start is written small."""
    first, _, rest = sentence.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "A", "An", "No", "In", "It", "There") else sentence
