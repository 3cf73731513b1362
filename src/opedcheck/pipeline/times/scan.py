"""Finding time expressions: the longest pattern at each place that any pattern fits, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from spacy.tokens import Doc

from opedcheck.model import Period, Time
from opedcheck.pipeline.times import values
from opedcheck.pipeline.times.dates import SURE
from opedcheck.pipeline.times.lexer import SYMBOL, Lexed, lex
from opedcheck.pipeline.times.patterns import Found
from opedcheck.pipeline.times.rules import BY_START, START
from opedcheck.pipeline.times.setting import Meaning, Said, Setting

COMMON = frozenset(SYMBOL[kind] for kind in ("unit", "units", "today", "noon", "tonight", "part", "future", "past"))
NEXT = 24  # code points from a duration to the day on which it begins
BEGUN = re.compile(r",?\s+(?:(?:starting|beginning|commencing)(?:\s+(?:from|on))?|(from))\s+", re.IGNORECASE)
ABOUT = 20  # code points about a word in capitals that are looked at for small letters
LENGTH = re.compile(r"P(\d{1,3})([DWMY])", re.ASCII)
QUOTES = frozenset("\"“‘'")
IN_FULL = frozenset(["may", "june", "july", "noon"])  # short words that no dot abbreviates
TRAILING = frozenset(SYMBOL[kind] for kind in ("comma", "dot", "of", "open", "dash", "hyphen", "and", "on", "s"))


def times(doc: Doc, base: date | None) -> Iterator[Time]:
    """The time expressions of a Doc, in order; `base` is its date of writing."""
    text = doc.text
    held: Time | None = None
    for time in _read(text, doc, base):
        if held is not None:
            yield _begun(held, time, text)
        held = time
    if held is not None:
        yield held


def _begun(length: Time, begin: Time, text: str) -> Time:
    """A duration with its days where the next mention is its first: "for three days starting Monday"."""
    told = LENGTH.fullmatch(length.value) if length.type == "DURATION" and begin.start - length.end <= NEXT else None
    joint = (
        BEGUN.fullmatch(text, length.end, begin.start) if told and begin.first and begin.first == begin.last else None
    )
    if not (told and joint and begin.first) or (
        joint[1] and text[max(0, length.start - 4) : length.start].lower() != "for "
    ):
        return length
    behind = values.moved(begin.first, told[2], int(told[1]))
    last = values.moved(behind, "D", -1) if behind else None
    return msgspec.structs.replace(length, first=begin.first, last=last) if last and last >= begin.first else length


def _read(text: str, doc: Doc, base: date | None) -> Iterator[Time]:
    lexed = lex(text)
    setting = Setting(doc, base, list(_years(lexed)))
    at = 0
    for place in START.finditer(lexed.kinds):
        read = _longest(lexed, place.start(), setting) if place.start() >= at else None
        if read is None:
            continue
        found, meaning = read
        at = found.last
        end = meaning.end or _trimmed(found)
        setting.said.append(Said(end, meaning.value, values.unit_of(meaning.value)))
        yield _time(lexed.text, found.start, end, meaning)


def _longest(lexed: Lexed, at: int, setting: Setting) -> tuple[Found, Meaning] | None:
    matches = ((rule, rule.match(lexed.kinds, at)) for rule in BY_START[lexed.kinds[at]])
    fitting = [(rule, match) for rule, match in matches if match is not None]
    for rule, match in sorted(fitting, key=lambda pair: -pair[1].end()):
        found = Found(lexed, match)
        meaning = None if _is_title(found, setting) else rule.resolve(found, setting)
        if meaning is not None:
            return found, meaning
    return None


def _is_title(found: Found, setting: Setting) -> bool:
    """Whether a common word of time has a capital within a sentence: "Money Today", "This Week", "High Noon"."""
    lexed, last = found.lexed, found.last - 1
    last -= last > found.first and lexed.kinds[last] == SYMBOL["s"]
    if lexed.kinds[last] not in COMMON or not lexed.text[lexed.starts[last]].isupper():
        return False
    if found.first < last and lexed.text[found.start - 1 : found.start] in QUOTES:
        return True
    span = setting.span(lexed.starts[last], lexed.ends[last])
    if span is None or not len(span) or (found.first == last and span[0].is_sent_start):
        return False
    return span[-1].tag_ in ("NNP", "NNPS") and not _shouted(found)


def _shouted(found: Found) -> bool:
    """Whether a match stands in capitals because all about it does, as in a headline; "USA TODAY" does not."""
    text = found.lexed.text
    return text[found.start : found.end].isupper() and text[max(0, found.start - ABOUT) : found.end + ABOUT].isupper()


def _trimmed(found: Found) -> int:
    """Where the expression ends without the comma or full stop behind it; an abbreviated month keeps its dot."""
    lexed, last = found.lexed, found.last - 1
    while last > found.first and lexed.kinds[last] in TRAILING:
        word = lexed.text[lexed.starts[last - 1] : lexed.ends[last - 1]].lower()
        if lexed.kinds[last] == SYMBOL["dot"] and len(word) in (3, 4) and word.isalpha() and word not in IN_FULL:
            break
        last -= 1
    return lexed.ends[last]


def _years(lexed: Lexed) -> Iterator[tuple[int, int, int]]:
    wanted = SYMBOL["year"]
    for at, kind in enumerate(lexed.kinds):
        if kind == wanted and lexed.values[at] in SURE and at and lexed.kinds[at - 1] == SYMBOL["in"]:
            yield lexed.starts[at], lexed.ends[at], lexed.values[at]


def _time(text: str, start: int, end: int, meaning: Meaning) -> Time:
    days: Period | None = meaning.days or values.period(meaning.value)
    return Time(
        start=start,
        end=end,
        text=text[start:end],
        type=meaning.type,
        value=meaning.value,
        first=days.first if days else None,
        last=days.last if days else None,
    )
