"""What a text says of a figure's precision: "more than", "nearly", "up to", "or so"."""

from __future__ import annotations

import re

from opedcheck.model.mentions import Bound
from opedcheck.pipeline.quantities.numerals import listed

PHRASES: dict[Bound, str] = {
    "over": """more than|over|at least|above|exceeding|exceeds|exceeded|exceed|in excess of|upwards of|upward
    of|north of
        |greater than|larger than|higher than|longer than|older than|better than|no less than|no fewer than|not
        less than
        |a minimum of|minimum of|a minimum|minimum|as few as|topped|topping|surpassed|surpassing|starting
        at|starting from
        |beyond|not fewer than|heavier than|taller than|faster than|wider than|upwards|no lower than|>|≥""",
    "under": """less than|fewer than|under|below|up to|as many as|as much as|as high as|as long as|at most|no more
    than|not more than
        |lower than|smaller than|shorter than|younger than|cheaper than|a maximum of|maximum of|maximum|a
        maximum|south of|within
        |shy of|just short of|no higher than|no greater than|not exceeding|lighter than|no later than|slower
        than|<|≤""",
    "about": """about|around|roughly|approximately|approx|approx.|some|nearly|almost|close to|near|circa|an
    estimated|estimated
        |estimated at|approaching|somewhere around|in the region of|of the order of|on the order of|in the
        neighborhood of|barely
        |averaging|averaged|something like|virtually|practically|nearing|perhaps|give or take|an
        approximate|~|≈|∼|c.""",
}  # fmt: skip
BOUNDS: dict[str, Bound] = {
    " ".join(phrase.split()): bound for bound, phrases in PHRASES.items() for phrase in phrases.split("|")
}
# Words that may stand between a bound and its figure.
FILLERS = frozenset(
    {
        "the",
        "a",
        "an",
        "only",
        "just",
        "well",
        "another",
        "additional",
        "total",
        "of",
        "whopping",
        "further",
        "even",
        "age",
        "ages",
    }
)
BEFORE_OVER = frozenset(
    {
        "for",
        "of",
        "after",
        "just",
        "well",
        "little",
        "bit",
        "by",
        "since",
        "is",
        "was",
        "lasted",
        "took",
        "takes",
        "at",
        "slightly",
        "than",
        "in",
    }
)
AFTER = re.compile(
    r"(?P<plus>\+|-plus\b| plus\b(?! \S))"
    r"|(?P<over> or (?:more|higher|greater|older|over|above|longer)\b|,? at least\b)"
    r"|(?P<under> or (?:less|fewer|lower|under|below|younger)\b|,? at (?:the )?most\b)"
    r"|(?P<about> or so\b|-ish\b|-odd\b|-some\b)"
)
AGE = frozenset({"age", "ages"})
PLACED = frozenset({"above", "below", "beyond", "under", "near", "close to"})
# Behind these "up to" tells where a figure has come, not how far it may go: "tariffs went up to 24 percent".
MOVED = listed(
    """go goes went gone going rise rises rose risen rising climb climbs climbed climbing jump jumps jumped move moves
    moved shot shoots crept creeps add adds added adding bring brings brought push pushes pushed came comes come"""
)
WORD = re.compile(r"[~≈∼<>≤≥]|[A-Za-z']+\.?")
WINDOW = 36
MOST_WORDS = 4


def bound(text: str, start: int, end: int, *, timed: bool = False) -> Bound:
    """The bound of the figure that stands at `start` to `end`; `timed` if it is a duration."""
    return _before(text, start, timed) or _behind(text, end) or "exact"


def _behind(text: str, end: int) -> Bound | None:
    found = AFTER.match(text, end)
    if found is None:
        return None
    if found["plus"] or found["over"]:
        return "over"
    return "under" if found["under"] else "about"


def _before(text: str, start: int, timed: bool) -> Bound | None:
    # "over the past two years", "over an eight-day span" is during; "for over two years" is more than.
    words = _words(text, start)
    for skipped in range(len(words)):
        if skipped and words[len(words) - skipped] not in FILLERS:
            return None
        rest = words[: len(words) - skipped]
        for count in (3, 2, 1):
            phrase = " ".join(rest[-count:]) if len(rest) >= count else ""
            if known := BOUNDS.get(phrase):
                over = phrase == "over" and not set(rest[-2:-1]) & BEFORE_OVER
                during = over and (timed or skipped) and AGE.isdisjoint(words[len(rest) :])
                named = timed and skipped and phrase in PLACED  # "below the 10-year average"
                moved = phrase == "up to" and not MOVED.isdisjoint(rest[-3:-2])
                topic = phrase == "about" and words[len(rest) : len(rest) + 1] == ["the"]  # "spoke about the 35 guys"
                return None if during or named or moved or topic else _denied(rest[:-count], known)
    return None


def _denied(before: list[str], known: Bound) -> Bound:
    """ "not more than" is at most; "just over" and "well under" keep their bound."""
    if before and before[-1] in ("no", "not", "never"):
        return {"over": "under", "under": "over"}.get(known, known)  # type: ignore[return-value]
    return known


def _words(text: str, start: int) -> list[str]:
    """The few words before `start`, lower case, back to the last mark that ends a phrase."""
    window = text[max(0, start - WINDOW) : start]
    stop = max(window.rfind(mark) for mark in ',;:()\n"')
    return [word.lower() for word in WORD.findall(window[stop + 1 :])][-MOST_WORDS - 1 :]
