"""Claims, figures and records in one line each, for tests that load no model."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from opedcheck.judging import Case
from opedcheck.judging.judgement import Judgement
from opedcheck.judging.verdicts import verdict
from opedcheck.matching import Known, matches
from opedcheck.model import (
    AnyRecord,
    Claim,
    Event,
    Filler,
    Kind,
    Membership,
    Office,
    Organisation,
    Period,
    Person,
    Place,
    Quantity,
    Source,
    Statement,
    partial,
)

PUBLISHED = date(2023, 7, 10)
FAMILY = {
    **dict.fromkeys(("name", "office", "membership", "place"), "profile"),
    **dict.fromkeys(("amount", "count", "percent", "duration"), "measure"),
    **dict.fromkeys(("date", "venue"), "event"),
}
FIGURE = re.compile(
    r"(?P<change>up |down )?(?P<bound>about |under |over )?(?P<low>[\d.e]+)(-(?P<high>[\d.e]+))? ?(?P<unit>.+)?"
)
TERM = re.compile(r"(?P<title>.+?) of (?P<of>\S+)(?: (?P<since>[\d-]*)\.\.(?P<until>[\d-]*))?")
SOURCES = (Source(publisher="a test"),)


def figure(text: str) -> Quantity:
    """ "over 7.1e9 USD", "5-7 member", "up 5 %". The last digit written is the last one printed."""
    found = FIGURE.fullmatch(text)
    assert found
    low = Decimal(found["low"])
    exponent = low.as_tuple().exponent
    assert isinstance(exponent, int)
    return Quantity(
        start=0, end=len(text), text=text, low=low, high=Decimal(found["high"] or found["low"]), unit=found["unit"],
        bound=(found["bound"] or "exact").strip(), change=(found["change"] or "").strip() or None,
        step=Decimal(1).scaleb(exponent),
    )  # fmt: skip


def span(text: str) -> Period:
    """ "2023-07", or "2023-07-11..2023-07-12", open where a side is left out."""
    if ".." not in text:
        return partial(text)
    first, last = text.split("..")
    return Period(partial(first).first if first else None, partial(last).last if last else None)


def filler(text: str, entity: str | None = None, **slots: Any) -> Filler:
    """A phrase: the head is its last word (before "of"), the lemmas are its words, "@" makes a word an entity."""
    small = {"the", "a", "of"}
    words = [word for word in text.split() if word not in small]
    named = tuple(word[1:] for word in words if word.startswith("@"))
    own = text[1:] if text.startswith("@") and len(words) == 1 else entity
    plain = [word.removeprefix("@").lower() for word in words]
    key = own or (f"~{text.lower()}" if slots.get("kind") else None)
    entities = tuple(dict.fromkeys(filter(None, (key, *named))))
    head = plain[len([word for word in text.partition(" of ")[0].split() if word not in small]) - 1]
    base: dict[str, Any] = {
        "text": text.replace("@", ""), "start": 0, "end": len(text), "head": head,
        "lemmas": tuple(word.lower() for word in words if not word.startswith("@")),
        "entity": own, "key": key, "entities": entities, "kind": "organisation" if own else None,
    }  # fmt: skip
    return Filler(**{**base, **slots})


def claim(kind: Kind, **slots: Any) -> Claim:
    """A claim of `kind`; strings stand for fillers, figures and times, and the entities are those of the fillers."""
    made: dict[str, Any] = dict(slots)
    for slot in ("subject", "object", "place"):
        if isinstance(made.get(slot), str):
            made[slot] = filler(made[slot])
    made["others"] = tuple(filler(o) if isinstance(o, str) else o for o in made.get("others", ()))
    if isinstance(made.get("when"), str):
        made["when"] = span(made["when"])
    if isinstance(made.get("quantity"), str):
        made["quantity"] = figure(made["quantity"])
    made["told"] = tuple(span(t) for t in made.get("told", ()))
    fillers = [f for f in (made.get("subject"), made.get("object"), made.get("place"), *made["others"]) if f]
    made.setdefault("entities", frozenset(e for f in fillers for e in f.entities))
    made.setdefault("clause", frozenset({*(lemma for f in fillers for lemma in f.lemmas), made.get("predicate") or ""}))
    made.setdefault("context", made["clause"])
    base: dict[str, Any] = {
        "id": "c1", "family": FAMILY.get(kind, "deed"), "kind": kind, "start": 0, "end": 10, "text": "the words",
        "sentence_start": 0, "sentence_end": 80,
    }  # fmt: skip
    return Claim(**{**base, **made})


def named(name: str, kind: Kind = "name", entity: str | None = None, **slots: Any) -> Claim:
    """A claim about the person called `name`; `entity` where the name is surely a known person's."""
    subject = filler(name, entity, kind="person")
    return claim(kind, subject=subject, name=name, **slots)


def office(name: str, title: str, of: str | None = None, entity: str | None = None, **slots: Any) -> Claim:
    """ "NAME holds TITLE of OF"."""
    return named(name, "office", entity, predicate="hold", attribute=title, of=of, **slots)


def since(text: str | None) -> Period | None:
    return partial(text) if text else None


def person(name: str, *terms: str, **more: Any) -> Person:
    """A person with offices as "President of france 2017-05-14..2022"; the id is the slug of the name."""
    return Person(
        id=name.lower().replace(" ", "-"), name=name, sources=SOURCES, offices=tuple(map(term, terms)), **more
    )


def term(text: str) -> Office:
    found = TERM.fullmatch(text)
    assert found
    return Office(title=found["title"], of=found["of"], since=since(found["since"]), until=since(found["until"]))


def body(name: str, *members: str, **more: Any) -> Organisation:
    """A body with members as "finland 2023-04-04..", or "finland by 2023-04-04" where no first day is known."""
    return Organisation(
        id=name.lower().replace(" ", "-"), name=name, sources=SOURCES, members=tuple(map(member, members)), **more
    )


def member(text: str) -> Membership:
    who, _, dates = text.partition(" ")
    if dates.startswith("by "):
        return Membership(who=who, since=Period(None, date.fromisoformat(dates[3:])))
    first, _, last = dates.partition("..")
    return Membership(who=who, since=since(first), until=since(last))


def place(name: str, within: str | None = None, kind: str = "city", **more: Any) -> Place:
    return Place(id=name.lower().replace(" ", "-"), name=name, within=within, kind=kind, sources=SOURCES, **more)  # type: ignore[arg-type]


def event(name: str, first: str, last: str | None = None, where: tuple[str, ...] = (), **more: Any) -> Event:
    return Event(
        id=name.lower().replace(" ", "-"), name=name, since=since(first), to=since(last), where=where, sources=SOURCES,
        **more,
    )  # fmt: skip


def statement(text: str = "A statement.", valid: str = "..", **more: Any) -> Statement:
    """A statement, valid as "2023-02-20..2023-03-21"."""
    first, _, last = valid.partition("..")
    base: dict[str, Any] = {"id": "s1", "sources": SOURCES, "since": since(first), "until": since(last)}
    return Statement(statement=text, **{**base, **more})


def known(*records: AnyRecord, read: dict[str, tuple[Claim, ...]] | None = None) -> Known:
    """The index of `records`, with the claims that were `read` in the statements."""
    return Known(records, read or {})


def beside(theirs: Claim, record: Statement | None = None, *records: AnyRecord) -> Known:
    """The index of one statement in which `theirs` was read."""
    record = record or statement()
    return known(record, *records, read={record.id: (msgspec.structs.replace(theirs, id="r1"),)})


def judged(one: Claim, index: Known, published: date | None = PUBLISHED, **case: Any) -> Judgement:
    """What a claim comes to: matched, then judged."""
    case = {"text": "", **case}
    return verdict(one, matches(one, index, published), Case(path="", published=published, **case))


def outcome(one: Claim, index: Known, published: date | None = PUBLISHED, **case: Any) -> tuple[str, str | None]:
    """The verdict and the name of the rule, if any."""
    found = judged(one, index, published, **case)
    return found.verdict, found.rule.name if found.rule else None
