"""Whom a politician stands for, by what stands beside the name: "(R-Ky.)", "of Ohio", "a Texas Democrat".

The forms are those of US newspapers (AP Stylebook, "party affiliation"); other countries' are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from opedcheck.model import Seat
from opedcheck.words.states import NAMED, state

PARTIES = {
    "r": "Republican", "rep": "Republican", "gop": "Republican", "republican": "Republican",
    "d": "Democrat", "dem": "Democrat", "democrat": "Democrat", "democratic": "Democrat",
    "i": "independent", "ind": "independent", "independent": "independent",
}  # fmt: skip
REACH = 90
"""So many code points before and after a name what is told beside it may take."""


def _any(names: frozenset[str] | set[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


PARTY = r"(?P<party>Republican|Democratic|Democrat|GOP|[Ii]ndependent)"
NAME = rf"(?P<state>{_any(NAMED)})"
# Before a name "Washington" is the capital more often than the state.
BARE = rf"(?P<state>{_any(NAMED - {'Washington'})})"
OFFICE = (
    r"(?:U\.?S\.?\s+|[Ss]tate\s+)?"
    r"(?:[Ss]enator|[Ss]en\.|[Rr]epresentative|[Rr]ep\.|[Cc]ongress(?:wo)?man|[Gg]overnor|[Gg]ov\.|lawmaker"
    r"|member\s+of\s+(?:the\s+)?(?:U\.?S\.?\s+)?(?:House(?:\s+of\s+Representatives)?|Senate|Congress))"
)
MARK = r"[*†‡]?"  # of a note at the foot, mostly that the words before it were corrected
IS_A = r"(?:,|\s+(?:is|was))\s+(?:(?:an?|the)\s+)?"
IN_BRACKETS = tuple(
    re.compile(pattern)
    for pattern in (
        # "(R-Ky.)", "(D., Ohio)", "(R)"; ", R-Texas,"
        r"\s*\(\s*(?P<party>[RDI]|Rep|Dem|Ind)\.?(?:\s*[-–—,]\s*(?P<state>[A-Z][\w. ]{1,20}?))?\s*[,;)]",
        r",\s+(?P<party>[RDI])-(?P<state>[A-Z][\w.]{1,15})",
    )
)
OF = (re.compile(rf"\s+(?:of|from)\s+{NAME}\b(?!\s+[A-Z])"),)
AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        # ", a Republican senator from Ohio", ", Democrat of Ohio", "is a senator from Ohio"
        rf"{IS_A}{PARTY}\s+(?:{OFFICE}\s+)?(?:from|of)\s+{NAME}\b",
        rf"{IS_A}{OFFICE}\s+(?:from|of)\s+{NAME}\b",
        # ", an Ohio Republican", ", Ohio Democrat", ", the Ohio senator"
        rf"{IS_A}{NAME}{MARK}\s+(?:{PARTY}|{OFFICE})\b",
        # ", a Republican,", "is a Democrat"
        rf"{IS_A}{PARTY}(?:\s+{OFFICE})?\s*(?=[,.;)]|\Z)",
    )
)
BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{BARE}(?:'s|’s)?\s+(?:{PARTY}\s+)?{OFFICE}\s+\Z",
        rf"\b{BARE}\s+{PARTY}\s+\Z",
        rf"\b{PARTY}\s+(?:{OFFICE}\s+)?\Z",
    )
)


class Told(NamedTuple):
    """A state and a party, as far as they are told, and where."""

    state: str | None
    party: str | None
    start: int
    end: int


def seat(text: str, start: int, end: int, *, titled: bool) -> Seat | None:
    """What a text tells beside a name from `start` to `end`; None if nothing.

    Of a bearer without a title "of Ohio" tells the home, and is not read. If the text tells two states, or two
    parties, nothing is sure.
    """
    after, before = text[end : end + REACH], text[max(0, start - REACH) : start]
    told = [
        *_first((pattern.match(after) for pattern in (*IN_BRACKETS, *(OF if titled else ()), *AFTER)), end),
        *_first((pattern.search(before) for pattern in BEFORE), max(0, start - REACH)),
    ]
    states, parties = ({getattr(one, key) for one in told} - {None} for key in ("state", "party"))
    if not states | parties or len(states) > 1 or len(parties) > 1:
        return None
    best = next((one for one in told if one.state), told[0])
    return Seat(state=next(iter(states), None), party=next(iter(parties), None), start=best.start, end=best.end)


def state_behind(text: str, end: int) -> str | None:
    """The state in brackets behind a name that ends at `end`: "(D-NY)"."""
    after = text[end : end + REACH]
    return next((one.state for one in _first((pattern.match(after) for pattern in IN_BRACKETS), end)), None)


def _first(matches: Iterable[re.Match[str] | None], offset: int) -> Iterator[Told]:
    """What the first of the matches tells that tells something."""
    found = (told for match in matches if match is not None and (told := _told(match, offset)))
    yield from islice(found, 1)


def _told(found: re.Match[str], offset: int) -> Told | None:
    groups = found.groupdict()
    party, where = groups.get("party"), groups.get("state")
    if where is not None and state(where) is None:
        where = None  # "(D-Brooklyn)": a town or a district
    if party is None and where is None:
        return None
    named = [found.span(key) for key in ("party", "state") if groups.get(key)]
    return Told(
        state(where) if where else None,
        PARTIES[party.lower()] if party else None,
        offset + min(span[0] for span in named),
        offset + max(span[1] for span in named),
    )
