"""Patterns over kinds of lexemes, and what a match of one gives to the function that resolves it.

The notation is a regular expression whose words are kinds (words.TABLE) or, in capitals, the parts below;
`<name: ...>` names a group, spaces don't count: "month dot? <day: DAY> (comma? <year: YEAR>)?".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from opedcheck.pipeline.times import numbers
from opedcheck.pipeline.times.lexer import SYMBOL, Lexed
from opedcheck.pipeline.times.setting import Meaning, Setting

PARTS = {
    "DAY": "(digits|nth|tens hyphen? (ordinal|second|one)|ordinal|second)",
    "ORD": "(tens hyphen? (ordinal|second)|ordinal|second|nth)",
    "SPOKEN": "(teen hyphen? (tens (hyphen? one)?|teen|scale|zero one)"
    "|(one|teen) scale (one scale)? (and? (teen|one|tens (hyphen? one)?))?"
    "|tens hyphen? (teen|tens (hyphen? one)?))",
    "YEAR": "(year|yy)",
    "UNIT": "(unit|units|second|quarter|century)",
    "WD": "(weekday dot? comma?)",
    "MONTH": "(month dot?)",
    "SMALL": "(tens hyphen? (one|second)|tens|teen|one|half)",
    "SOME": "((a|the)? (vague|dozens|couple) of?|(a|half a?|digits|one)? dozen|(a|one) half|half (of? (a|one|the))?)",
    "CARD": "(((digits|big|year|SMALL) (hyphen? and hyphen? a? hyphen? half)"
    "|(digits|big|year) (hyphen? digits slash digits)?"
    "|(a|one|teen|digits|big|tens)? scale (and? SMALL)?|SMALL|SOME|another|a) (or (so|more|one))?)",
    "SORT": "(trading|calendar|short|more)",
    "JOIN": "(hyphen|dash|to|and|or|comma)",
    "REL": "(last|past|previous|next|coming|following|this|current|that|same)",
    "EDGE": "((early|late|mid) hyphen?|(the? (edge|early|late|mid|part) (portion|half)? of))",
    "SHARE": "(the? (ORD|last|early|late|latter) hyphen? (half|quarter|portion) of)",
}


class Found(NamedTuple):
    """A pattern that matched: lexemes `first` to `last` (exclusive) of `lexed`."""

    lexed: Lexed
    match: re.Match[str]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end()

    @property
    def start(self) -> int:
        """Code point of the beginning."""
        return self.lexed.starts[self.first]

    @property
    def end(self) -> int:
        """Code point behind the end."""
        return self.lexed.ends[self.last - 1]

    def has(self, group: str) -> bool:
        """Whether the match holds this group."""
        return self.span(group)[0] >= 0

    def span(self, group: str) -> tuple[int, int]:
        """The lexemes of a group; (-1, -1) where it is not there."""
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)

    def value(self, group: str) -> Any:
        """The value of the group's first lexeme; `None` where the group is not there."""
        at = self.span(group)[0]
        return self.lexed.values[at] if at >= 0 else None

    def kind(self, group: str) -> str:
        """The kind of the group's first lexeme; empty where the group is not there."""
        at = self.span(group)[0]
        return NAME[self.lexed.kinds[at]] if at >= 0 else ""

    def number(self, group: str) -> float | None:
        """The number that the group says; `None` where it is vague ("several")."""
        first, last = self.span(group)
        return numbers.read([NAME[kind] for kind in self.lexed.kinds[first:last]], self.lexed.values[first:last])

    def unit(self, group: str = "unit") -> str:
        """The letter of the unit of time that the group names."""
        return "TS" if self.kind(group) == "second" else str(self.value(group))

    def text(self, group: str) -> str:
        """The group as written, in lower case; empty where it is not there."""
        first, last = self.span(group)
        return self.lexed.text[self.lexed.starts[first] : self.lexed.ends[last - 1]].lower() if first >= 0 else ""

    def text_all(self) -> str:
        """The whole match as written."""
        return self.lexed.text[self.start : self.end]

    def word(self, group: str) -> str:
        """The group's first word, in lower case; empty where the group is not there."""
        at = self.span(group)[0]
        return self.lexed.text[self.lexed.starts[at] : self.lexed.ends[at]].lower() if at >= 0 else ""

    def words(self) -> list[str]:
        """The words of the match, in lower case, and one empty one."""
        return [*self.lexed.text[self.start : self.end].lower().split(), "", ""]

    def before(self, steps: int = 1) -> str:
        """The kind of the lexeme `steps` before the match; "break" at the edge."""
        at = self.first - steps
        return NAME[self.lexed.kinds[at]] if at >= 0 else "break"

    def after(self, steps: int = 1) -> str:
        """The kind of the lexeme `steps` behind the match; "break" at the edge."""
        at = self.last + steps - 1
        return NAME[self.lexed.kinds[at]] if at < len(self.lexed.kinds) else "break"

    def word_before(self, steps: int = 1) -> str:
        """The word `steps` before the match, in lower case."""
        at = self.first - steps
        return self.lexed.text[self.lexed.starts[at] : self.lexed.ends[at]].lower() if at >= 0 else ""

    def word_after(self) -> str:
        """The word just behind the match, in lower case."""
        at = self.last
        return self.lexed.text[self.lexed.starts[at] : self.lexed.ends[at]].lower() if at < len(self.lexed.ends) else ""


Resolve = Callable[[Found, Setting], "Meaning | None"]
OPENING = re.compile(r"\(\?(?::|P<\w+>|<=|!|=)")
NAME = {symbol: kind for kind, symbol in SYMBOL.items()}


class Rule(NamedTuple):
    """One pattern, and the function that says what its matches mean (`None`: nothing)."""

    pattern: str
    resolve: Resolve

    def match(self, kinds: str, at: int) -> re.Match[str] | None:
        """Match at one place; compiled when first needed, for a text needs few of all the patterns."""
        return compiled(self.pattern).match(kinds, at)


compiled = cache(re.compile)


def rules(resolve: Resolve, *patterns: str) -> tuple[Rule, ...]:
    """Rules that share one meaning."""
    return tuple(Rule(translated(pattern), resolve) for pattern in patterns)


def starters(pattern: str) -> frozenset[str]:
    """The characters with which a match of a translated pattern may begin; looks about don't count."""
    found, _, _ = _first(pattern, 0)
    return frozenset(found)


def _first(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """First characters of the alternatives from `at` to their closing bracket, whether one is empty, and the end."""
    every: set[str] = set()
    empty_any, empty = False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            empty_any, empty, at = empty_any or empty, True, at + 1
            continue
        looks = pattern.startswith(("(?<=", "(?!", "(?="), at)
        if pattern[at] == "(":
            inner, can_be_empty, at = _first(pattern, OPENING.match(pattern, at).end())  # type: ignore[union-attr]
        else:
            inner, can_be_empty = {pattern[at]}, False
        at += 1
        if pattern[at : at + 1] == "?":
            can_be_empty, at = True, at + 1
        if empty and not looks:
            every |= inner
            empty = can_be_empty
    return every, empty_any or empty, at


@cache
def translated(pattern: str) -> str:
    """The notation as a regular expression over the kinds' characters."""
    return re.sub(r"\(\?<?[=!]|<(\w+):|>|\(|[A-Z]+|[a-z]+|\s+", _translate, pattern)


def _translate(found: re.Match[str]) -> str:
    part = found[0]
    if found[1]:
        return f"(?P<{found[1]}>"
    if part in PARTS:
        return translated(PARTS[part])
    if part in SYMBOL:
        return SYMBOL[part]
    if part.isspace():
        return ""
    signs = {">": ")", "(": "(?:"}
    if part not in signs and not part.startswith("(?"):
        raise KeyError(f"{part!r} is no kind of lexeme")
    return signs.get(part, part)
