"""Planted slips: real op-eds in which a known leader's given name, surname or office is another leader's.

A leader is a person of the shipped references with an office there that one person holds at a time. One slip is planted
in each copy of an article, at a place found by the references' names alone, not by what opedcheck read. Which places
and whose names are drawn with a fixed seed. A slip is caught if a finding on a name or an office is there that the
untouched article has not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from opedcheck.model import Person
from opedcheck.references import load
from opedcheck.references.lexicon import surname
from opedcheck.words.titles import canonical_title, form_of, heads, is_office, is_sole, longest_title, title_words

from .program import one_line, output, records, scratch

SEED, SAMPLE = 20230710, 100  # at most so many slips of each kind
RULES = frozenset({"name-mismatch", "office-mismatch", "name-conflict"})
NAME, NAME_ALONE, OFFICE = "beside an office", "alone", "office"
KINDS = (f"given name {NAME}", f"surname {NAME}", OFFICE, f"given name {NAME_ALONE}", f"surname {NAME_ALONE}")
MIN_LETTERS = 3
WORD = re.compile(r"[^\W_][^\s]*")


class Leader(NamedTuple):
    """A known leader under one form of the name; `given` is empty where the surname stands alone."""

    id: str
    given: str
    surname: str
    titles: frozenset[str]
    printed: tuple[str, ...]


class Mention(NamedTuple):
    """A leader's name in an article, and the title that stands before it, if any."""

    leader: Leader
    start: int
    end: int
    title_start: int


class Slip(NamedTuple):
    """A changed copy of an article."""

    id: str
    article: str
    kind: str
    text: str
    date: str | None
    start: int
    end: int
    was: str


def measure(data: Path) -> dict[str, float]:
    found = list(_judged(data))
    figures = {}
    for kind in KINDS:
        caught = [hit for slip, hit in found if slip.kind == kind]
        if caught:
            figures[f"caught, {kind}"] = sum(caught) / len(caught)
    told = [hit for slip, hit in found if not slip.kind.endswith(NAME_ALONE)]
    untouched = list(_scanned(data / "opeds.jsonl").values())
    return {
        **figures,
        f"caught, {NAME}": sum(told) / len(told),
        "untouched articles with such findings": sum(map(bool, untouched)) / len(untouched),
    }


def errors(data: Path) -> Iterator[str]:
    """What was not caught, kind by kind; before it what is found in untouched articles."""
    for article, findings in _scanned(data / "opeds.jsonl").items():
        yield from (f"UNTOUCHED {article} [{quote}] {message}" for _, quote, message in sorted(findings))
    for slip, hit in sorted(_judged(data), key=lambda one: KINDS.index(one[0].kind)):
        if not hit:
            around = slip.text[max(0, slip.start - 90) : slip.end + 60]
            now = slip.text[slip.start : slip.end]
            yield f"{slip.kind}: {slip.article} ({slip.date}) {slip.was!r} -> {now!r}\n    {one_line(around)}"


def slips(articles: Sequence[Mapping[str, Any]], people: Sequence[Person]) -> Iterator[Slip]:
    """The slips to plant: of each kind at most SAMPLE, each in another article."""
    leaders = [leader for person in people for leader in _forms(person)]
    others = [leader for leader in leaders if leader.given and any(map(heads, leader.titles))]
    known = {f"{leader.given} {leader.surname}".lower() for leader in leaders}
    random = Random(SEED)
    mentions = {str(article["id"]): list(_mentions(article["text"], leaders)) for article in articles}
    for kind in KINDS:
        planted = 0
        for article in random.sample(list(articles), len(articles)):
            fitting = [mention for mention in mentions[str(article["id"])] if _fits(mention, kind)]
            if fitting and planted < SAMPLE:
                planted += 1
                yield _planted(article, kind, random.choice(fitting), others, known, random)


def _forms(person: Person) -> Iterator[Leader]:
    """The full forms of a person's name, and the surname alone."""
    last, titles = surname(person), frozenset(t for o in person.offices if (t := canonical_title(o.title)))
    printed = tuple(dict.fromkeys(o.title for o in person.offices if is_sole(canonical_title(o.title) or "")))
    if not printed or last is None:
        return
    for form in dict.fromkeys((person.name, *person.aliases)):
        given, found, behind = form.rpartition(f" {last}")
        if found and not behind and len(given.replace(".", "")) >= MIN_LETTERS:
            yield Leader(person.id, given, last, titles, printed)
    yield Leader(person.id, "", last, titles, printed)


def _mentions(text: str, leaders: Sequence[Leader]) -> Iterator[Mention]:
    by_form: dict[str, list[Leader]] = {}
    for leader in leaders:
        by_form.setdefault(f"{leader.given} {leader.surname}".strip(), []).append(leader)
    for found in _names(tuple(by_form)).finditer(text):
        title_start = _title_before(text, found.start())
        title = canonical_title(text[title_start : found.start()]) if title_start < found.start() else None
        if title is not None and not is_sole(title):
            continue
        bearers = [one for one in by_form[found.group()] if title is None or title in one.titles]
        if len({one.id for one in bearers}) == 1 and (bearers[0].given or title):
            yield Mention(bearers[0], found.start(), found.end(), title_start)


@cache
def _names(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-]|['’]\w{{2}}| [A-Z])")


def _title_before(text: str, start: int) -> int:
    """Where the office before a name begins; `start` where there is none."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    words = list(WORD.finditer(line))[-longest_title() :]
    for word in words:
        form = form_of(title_words(line[word.start() :].strip()))
        if form is not None and is_office(form) and word.group()[0].isupper() and line.endswith(" "):
            return start - len(line) + word.start()
    return start


def _fits(mention: Mention, kind: str) -> bool:
    titled = mention.title_start < mention.start
    if kind == OFFICE:
        return titled
    return bool(mention.leader.given) and titled == kind.endswith(NAME)


def _planted(
    article: Mapping[str, Any], kind: str, at: Mention, others: Sequence[Leader], known: set[str], random: Random
) -> Slip:
    """The article with another leader's given name, surname or title in the place of this one's."""
    text = str(article["text"])
    swap = None
    while swap is None:
        swap = _swap(kind, at, random.choice(others), known, random)
    start, end, new = swap
    return Slip(
        id=f"{article['id']}+{KINDS.index(kind)}", article=str(article["id"]), kind=kind,
        text=text[:start] + new + text[end:], date=article.get("date"), start=at.title_start,
        end=at.end + len(new) - (end - start), was=text[at.title_start : at.end],
    )  # fmt: skip


def _swap(kind: str, at: Mention, other: Leader, known: set[str], random: Random) -> tuple[int, int, str] | None:
    """Start and end of what is swapped, and for what; None where the result would be right, or a real name."""
    leader = at.leader
    if kind == OFFICE:
        title = random.choice(other.printed)
        right = canonical_title(title) in {None, *leader.titles}
        return None if right else (at.title_start, at.start - 1, title)
    if kind.startswith("given"):
        given, last = other.given, leader.surname
        where = at.start, at.start + len(leader.given)
    else:
        given, last = leader.given, other.surname
        where = at.end - len(leader.surname), at.end
    same = given.split()[0] == leader.given.split()[0] and last == leader.surname
    return None if same or f"{given} {last}".lower() in known else (*where, given if kind.startswith("given") else last)


@cache
def _judged(data: Path) -> tuple[tuple[Slip, bool], ...]:
    """Every slip, and whether it was caught."""
    people = [record for record in load().records if isinstance(record, Person)]
    planted = list(slips(list(records(data / "opeds.jsonl")), people))
    file = scratch() / "planted.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for slip in planted:
            out.write(json.dumps({"id": slip.id, "text": slip.text, "date": slip.date}) + "\n")
    found, before = _scanned(file), _scanned(data / "opeds.jsonl")
    return tuple((slip, bool(found[slip.id] - before[slip.article])) for slip in planted)


@cache
def _scanned(articles: Path) -> dict[str, frozenset[tuple[str, str, str]]]:
    """The findings on names and offices of each article: rule, quote, message."""
    scanned = output("scan", "--isolated", "--format", "jsonl", str(articles))
    return {
        str(article["id"]): frozenset(
            (f["rule"], f["quote"], f["message"]) for f in article["findings"] if f["rule"] in RULES
        )
        for article in records(scanned)
    }
