"""The rows of an answer -> the offices that somebody held, or why they can't be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from opedcheck.model import Office, Period, partial
from opedcheck.references.wikidata.answers import Answer, Term
from opedcheck.references.wikidata.roles import roles
from opedcheck.words.days import term_in_words

DAY, MONTH, YEAR = 11, 10, 9
"""Wikibase's precisions of time (https://www.wikidata.org/wiki/Help:Dates); lower numbers are coarser."""
TIME = re.compile(r"\+?0*(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z", re.ASCII)
UNLABELLED = re.compile(r"[QLP]\d+\Z")
ITEM = re.compile(r".*/(Q[1-9]\d*)\Z")
SMALL = frozenset({"of", "the", "and", "for", "to"})


class LeftOut(msgspec.Struct, frozen=True):
    """A row that makes no office: where it stands, whose office as far as it says, and why."""

    at: str
    who: str
    why: str

    def __str__(self) -> str:
        return f"{self.at}: {self.who}: {self.why}"


class Held(msgspec.Struct, frozen=True):
    """An office of somebody, by the address of the item and its label; `at` is the row that says so.

    `vague`: how exact a date is, is guessed.
    """

    at: str
    item: str
    name: str
    office: Office
    alias: str | None = None
    vague: bool = False


class Asked(msgspec.Struct, frozen=True):
    """What all rows are about where they don't say: the office's title, whose it is. `ids`: places and bodies by their
    names in lower case."""

    title: str | None = None
    of: str | None = None
    ids: Mapping[str, str] = {}


class Unclear(Exception):
    """Why a row can't be used."""


def holdings(answer: Answer, path: str, asked: Asked) -> Iterator[Held | LeftOut]:
    """What each row of the answer in a file says. Raises Broken where its variables can't be told."""
    named = roles(answer.variables, titled=asked.title is not None)
    for number, row in enumerate(answer.rows, start=1):
        yield _holding(f"{path}, row {number}", row, named, asked)


def _holding(at: str, row: Mapping[str, Term], named: Mapping[str, str], asked: Asked) -> Held | LeftOut:
    told = {role: row[variable] for role, variable in named.items() if variable in row}
    name = _label(told.get("person label"))
    item = told["person"].value if "person" in told else ""
    try:
        if not item or told["person"].unknown:
            raise Unclear("it names no person")
        if name is None:
            raise Unclear("the person has no name in the language that was asked for")
        title, of = _office(told, asked)
        since, until = _period(told, "since"), _period(told, "until")
        if since is None:
            raise Unclear("it does not say since when")
        if until is not None and until.last is not None and since.first is not None and until.last <= since.first:
            raise Unclear(f"it ends before it begins: {term_in_words(since, until)}")
    except Unclear as why:
        return LeftOut(at, name or item or "nobody", str(why))
    guessed = (role for role in ("since", "until") if role in told and f"{role} precision" not in told)
    vague = any(_is_first(told[role]) for role in guessed)
    office = Office(title=title, of=of, since=since, until=until)
    return Held(at, item, name, office, _label(told.get("alias")), vague)


def wikidata_id(item: str) -> str | None:
    """ "Q42" of an item's address."""
    found = ITEM.match(item)
    return found[1] if found else None


def _office(told: Mapping[str, Term], asked: Asked) -> tuple[str, str | None]:
    """Title, and whose office: a record's id where the words are one's name, else the words."""
    label = asked.title or _label(told.get("office label"))
    if label is None:
        raise Unclear("the office has no name in the language that was asked for")
    owner = _label(told.get("of label"))
    of = asked.of or (asked.ids.get(owner.lower(), owner) if owner else None)
    words = label.split()
    for at in range(1, len(words)):  # the longest name that is one
        behind = " ".join(words[at + 1 :]).removeprefix("the ")
        if words[at] == "of" and behind.lower() in asked.ids:
            return _capital(words[:at]), of or asked.ids[behind.lower()]
    return _capital(words), of


def _capital(words: list[str]) -> str:
    """ "prime minister" as records have it: "Prime Minister"."""
    return " ".join(word if at and word in SMALL else word[:1].upper() + word[1:] for at, word in enumerate(words))


def _label(term: Term | None) -> str | None:
    """A label's text; the label service gives an item's number where it knows none."""
    text = " ".join(term.value.split()) if term is not None and not term.unknown else ""
    return text if text and not UNLABELLED.match(text) else None


def _period(told: Mapping[str, Term], role: str) -> Period | None:
    """The day, month or year of a time, as exact as it is known."""
    if role not in told:
        return None
    word = {"since": "it began", "until": "it ended"}[role]
    found = TIME.match(told[role].value)
    if told[role].unknown:
        raise Unclear(f"{word} on a day that is not known")
    if found is None:
        raise Unclear(f"{word} at a time that is none: {told[role].value}")
    precision = _precision(told.get(f"{role} precision"), found)
    if precision < YEAR:
        raise Unclear(f"{word} at a time that is less exact than a year: {told[role].value}")
    size = {YEAR: 4, MONTH: 7}.get(precision, 10)
    try:
        return partial("-".join(found.groups())[:size])
    except ValueError:
        raise Unclear(f"{word} on a day that no calendar has: {told[role].value}") from None


def _precision(term: Term | None, time: re.Match[str]) -> int:
    """How exact a time is. Not told, the first of a month or year may stand for the whole of it: Wikibase writes so."""
    if term is not None and term.value.isdigit():
        return int(term.value)
    _, month, day = time.groups()
    return YEAR if month in ("00", "01") and day in ("00", "01") else MONTH if day in ("00", "01") else DAY


def _is_first(term: Term) -> bool:
    found = TIME.match(term.value)
    return found is not None and _precision(None, found) < DAY
