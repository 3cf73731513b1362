"""A reference's value in the form that the article's words have, so that it may stand in their place.

Each form takes the words and the suggestion, and gives what to write instead: the words with nothing changed but the
value itself, or `None` where the two are not of one form ("in Riga" and "Vilnius, Lithuania" are not).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import timedelta

from opedcheck.judging.wording import with_article
from opedcheck.model import Period
from opedcheck.words.days import MONTHS, period_said

FIGURE = re.compile(
    r"(?P<sign>(?:US|A|AU|C|CA|NZ|HK|S)?[$€£¥₹₩₽₺])?(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:(?P<gap>[\s-]?)(?P<scale>thousand|million|billion|trillion|bn|tn)\b)?(?P<rest>.*)\Z",
    re.I | re.DOTALL,
)
PERCENT = re.compile(r"\s?%|[\s-](?:percent|per cent)\b", re.I)
ONE = frozenset({"one", "a", "an", "single"})
WORD = re.compile(r"[\w.'’-]+\Z")
POSSESSIVE = re.compile(r"['’]s?\Z")
NAME = re.compile(r"(?:the )?[^\W\d_a-z][\w.'’-]*(?: (?:(?:of|the|and|de|la|du|al) )*[^\W\d_a-z][\w.'’-]*)*\Z")

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PART = re.compile(
    rf"(?P<weekday>\b(?:{'|'.join(WEEKDAYS)})\b)|(?P<month>\b(?:{'|'.join(MONTHS)})\b)|(?P<year>\b\d{{4}}\b)"
    r"|(?P<day>\b\d{1,2})(?P<suffix>st|nd|rd|th)?\b"
)
GLUE = re.compile(r"(?:the|of|and|to|[\s,–-])*\Z")
AND = re.compile(r"\band\b")
TEENS = range(11, 14)
SUFFIX = {1: "st", 2: "nd", 3: "rd"}


def figure(words: str, theirs: str) -> str | None:
    """ "$7.1 million" with "$7.1 billion", "40 percent" with "30%"; what is counted stays in the article's words."""
    ours, ref = FIGURE.match(words), FIGURE.match(theirs)
    if ours is None or ref is None:
        return one_word(words, theirs) if ours is None and ref is None and not _one(words, theirs) else None
    if bool(ours["sign"]) != bool(ref["sign"]) or _unit(ours["rest"]) != _unit(ref["rest"]):
        return None
    if (ours["number"] == "1" and not ours["scale"]) != (ref["number"] == "1" and not ref["scale"]):
        return None  # "1 ship", "3 ships": the words around would have to change as well
    gap = ours["gap"] or ref["gap"] or ""
    scale = f"{gap}{ref['scale']}" if ref["scale"] else ""
    return f"{ref['sign'] or ''}{ref['number']}{scale}{ours['rest']}"


def one_word(words: str, theirs: str) -> str | None:
    """ "second German chancellor" with "first German chancellor": all words alike but one."""
    ours, ref = words.split(), theirs.split()
    differing = [
        at for at, (our, their) in enumerate(zip(ours, ref, strict=False)) if our.casefold() != their.casefold()
    ]
    if len(ours) != len(ref) or len(differing) != 1 or " ".join(ours) != words:
        return None
    (at,) = differing
    if not (WORD.match(ours[at]) and WORD.match(ref[at])) or POSSESSIVE.search(ours[at]):
        return None
    word = ref[at][0].upper() + ref[at][1:] if ours[at][0].isupper() else ref[at]
    return " ".join((*ours[:at], word, *ours[at + 1 :]))


def full_name(words: str, theirs: str) -> str | None:
    """ "Anna Smyth" with "Anna Smith"; a surname alone is no form of a full name."""
    return one_word(words, theirs) if len(words.split()) > 1 else None


def place(words: str, theirs: str) -> str | None:
    """ "Riga" with "Vilnius", or "Vilnius, Latvia" with "Vilnius, Lithuania"; of "Vilnius, Lithuania" the first alone
    where the article names one place."""
    ours, ref = (text.split(", ") for text in (words, theirs))
    if len(ours) not in (1, len(ref)) or not all(NAME.match(part) for part in (*ours, *ref)):
        return None
    wanted = ref[: len(ours)]
    if any(part.startswith("the ") for part in ours) or any(with_article(part) != part for part in wanted):
        return None
    return ", ".join(wanted)


def date(words: str, theirs: str) -> str | None:
    """ "July 13" with "11 July 2023" is "July 11": every part of the date, written as the article writes it."""
    told = period_said(theirs)
    parts = list(PART.finditer(words))
    kinds = [part.lastgroup if part["day"] is None else "day" for part in parts]
    glue = "".join(words[a:b] for a, b in _between(parts, len(words)))
    if told is None or told.first is None or told.last is None or not parts or not GLUE.match(glue):
        return None
    if any(kinds.count(kind) > most for kind, most in (("weekday", 1), ("month", 1), ("year", 1), ("day", 2))):
        return None
    if not _fits(told, kinds, bool(AND.search(glue))):
        return None
    days = iter((told.first.day, told.last.day))
    written, at = [], 0
    for part, kind in zip(parts, kinds, strict=True):
        written += [words[at : part.start()], _part(kind, part, told, days)]
        at = part.end()
    return "".join((*written, words[at:]))


def _between(parts: list[re.Match[str]], end: int) -> list[tuple[int, int]]:
    ends = [0, *(part.end() for part in parts)]
    return list(zip(ends, [*(part.start() for part in parts), end], strict=True))


def _fits(told: Period, kinds: list[str | None], both: bool) -> bool:
    """Whether a date of such parts can say the period; `both`: its two days are joined by "and"."""
    first, last = told.first, told.last
    assert first is not None and last is not None
    days = kinds.count("day")
    if "month" not in kinds:
        return kinds == ["year"] and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and _year(told)
    same_month = (first.year, first.month) == (last.year, last.month)
    if days == 0:
        return "weekday" not in kinds and same_month and (first.day, last.day) == (1, monthrange(*_month(told))[1])
    if days == 1:
        return first == last
    return "weekday" not in kinds and same_month and first < last and (not both or last - first == timedelta(1))


def _month(told: Period) -> tuple[int, int]:
    assert told.first is not None
    return told.first.year, told.first.month


def _year(told: Period) -> bool:
    assert told.first is not None and told.last is not None
    return told.first.year == told.last.year


def _part(kind: str | None, part: re.Match[str], told: Period, days: object) -> str:
    assert told.first is not None
    match kind:
        case "weekday":
            return WEEKDAYS[told.first.weekday()]
        case "month":
            return MONTHS[told.first.month - 1]
        case "year":
            return f"{told.first.year}"
    day: int = next(days)  # type: ignore[call-overload]
    suffix = "th" if day in TEENS else SUFFIX.get(day % 10, "th")
    return f"{day}{suffix if part['suffix'] else ''}"


def _unit(rest: str) -> str:
    """What is counted, in one spelling."""
    return " ".join(PERCENT.sub(" %", rest).split()).casefold()


def _one(*texts: str) -> bool:
    return any(ONE & {word.casefold() for word in text.split()} for text in texts)
