"""Slips to plant: a known leader's given name, surname or office, changed into another leader's, in a real article.

A leader is a person of the references with an office. Places are found by the references' names alone, not by what
opedcheck reads. What is drawn depends on nothing but the seed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any, NamedTuple

from opedcheck.model import Person
from opedcheck.references.lexicon import SUFFIXES, surname
from opedcheck.words.titles import canonical_title, form_of, heads, is_office, is_sole, longest_title, title_words

OFFICE, MANY, ALONE = "office", "title that many hold", "alone"
KINDS = (
    "given name beside an office", "surname beside an office", OFFICE,
    f"given name beside a {MANY}", f"surname beside a {MANY}", f"given name {ALONE}", f"surname {ALONE}",
)  # fmt: skip
TITLED = KINDS[:3]  # what the aim is about, beside all of them
MIN_LETTERS = 3
WORD = re.compile(r"[^\W_][^\s]*")
NOT_PLANTED = {"bare": "a surname alone, without a title", "shared": "a name that two known people bear"}


class Leader(NamedTuple):
    """A known leader under one form of the name; `given` is empty where the surname stands alone, `family_first`
    says that the surname is its first word."""

    id: str
    given: str
    surname: str
    family_first: bool
    titles: frozenset[str]
    printed: tuple[str, ...]

    @property
    def form(self) -> str:
        return spelt(self.given, self.surname, self.family_first)


class Mention(NamedTuple):
    """A leader's name in an article, and the title that stands before it, if any."""

    leader: Leader
    start: int
    end: int
    title_start: int
    sole: bool


class Slip(NamedTuple):
    """A changed copy of an article; `start` and `end` hold the title and the name as they are now."""

    id: str
    article: str
    kind: str
    text: str
    date: str | None
    start: int
    end: int
    was: str


def slips(
    articles: Sequence[Mapping[str, Any]], people: Sequence[Person], seed: int, sample: int
) -> tuple[list[Slip], Counter[str]]:
    """At most `sample` slips of each kind, each in another article; and how many mentions could bear none, and why."""
    leaders = [leader for person in people for leader in _forms(person)]
    others = [one for one in leaders if one.given and one.printed and any(map(heads, one.titles))]
    known = {leader.form.lower() for leader in leaders}
    left_out: Counter[str] = Counter()
    mentions = {str(article["id"]): list(_mentions(article["text"], leaders, left_out)) for article in articles}
    return list(_drawn(articles, mentions, others, known, Random(seed), sample)), left_out


def _drawn(
    articles: Sequence[Mapping[str, Any]], mentions: Mapping[str, list[Mention]], others: Sequence[Leader],
    known: set[str], random: Random, sample: int,
) -> Iterator[Slip]:  # fmt: skip
    for kind in KINDS:
        planted = 0
        for article in random.sample(list(articles), len(articles)):
            fitting = [mention for mention in mentions[str(article["id"])] if kind in _kinds(mention)]
            if fitting and planted < sample:
                planted += 1
                yield _planted(article, kind, random.choice(fitting), others, known, random)


def spelt(given: str, last: str, family_first: bool) -> str:
    return f"{last} {given}".strip() if family_first else f"{given} {last}".strip()


def _forms(person: Person) -> Iterator[Leader]:
    """The full forms of a person's name, and the surname alone."""
    last, titles = surname(person), frozenset(t for o in person.offices if (t := canonical_title(o.title)))
    printed = tuple(dict.fromkeys(o.title for o in person.offices if is_sole(canonical_title(o.title) or "")))
    if not titles or last is None:
        return
    for form in dict.fromkeys((person.name, *person.aliases)):
        for family_first in (False, True):
            given = form.removeprefix(f"{last} ") if family_first else form.removesuffix(f" {last}")
            if given != form and len(given.replace(".", "")) >= MIN_LETTERS and given.lower() not in SUFFIXES:
                yield Leader(person.id, given, last, family_first, titles, printed)
    yield Leader(person.id, "", last, False, titles, printed)


def _mentions(text: str, leaders: Sequence[Leader], left_out: Counter[str]) -> Iterator[Mention]:
    by_form: dict[str, list[Leader]] = {}
    for leader in leaders:
        by_form.setdefault(leader.form, []).append(leader)
    for found in _names(tuple(by_form)).finditer(text):
        title_start = title_before(text, found.start())
        title = canonical_title(text[title_start : found.start()]) if title_start < found.start() else None
        bearers = [one for one in by_form[found.group()] if title is None or title in one.titles]
        if len({one.id for one in bearers}) > 1:
            left_out[NOT_PLANTED["shared"]] += 1
        elif bearers and (bearers[0].given or title):
            yield Mention(bearers[0], found.start(), found.end(), title_start, title is not None and is_sole(title))
        else:
            left_out[NOT_PLANTED["bare"]] += 1


@cache
def _names(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-]|['’]\w{{2}}| [A-Z])")


def title_before(text: str, start: int) -> int:
    """Where the office before a name begins; `start` where there is none."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    words = list(WORD.finditer(line))[-longest_title() :]
    for word in words:
        form = form_of(title_words(line[word.start() :].strip()))
        if form is not None and is_office(form) and word.group()[0].isupper() and line.endswith(" "):
            return start - len(line) + word.start()
    return start


def _kinds(mention: Mention) -> Iterator[str]:
    """What can be planted in a mention."""
    titled = mention.title_start < mention.start
    beside = ALONE if not titled else "beside an office" if mention.sole else f"beside a {MANY}"
    if titled:
        yield OFFICE
    if mention.leader.given:
        yield from (f"given name {beside}", f"surname {beside}")


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
    given_name = kind.startswith("given")
    given, last = (other.given, leader.surname) if given_name else (leader.given, other.surname)
    if given.split()[0] == leader.given.split()[0] and last == leader.surname:
        return None
    if spelt(given, last, leader.family_first).lower() in known:
        return None
    first = given_name != leader.family_first  # whether what changes stands first
    size = len(leader.given if given_name else leader.surname)
    where = (at.start, at.start + size) if first else (at.end - size, at.end)
    return *where, given if given_name else last
