"""Offices held -> people, each once, with all of theirs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import msgspec

from opedcheck.model import AnyRecord, Office, Period, Person, Source
from opedcheck.references.lexicon import lexicon, slug
from opedcheck.references.wikidata.holding import Held, LeftOut, wikidata_id
from opedcheck.words.days import period_in_words, term_in_words
from opedcheck.words.titles import canonical_title

PUBLISHER = "Wikidata"
PAGE = "https://www.wikidata.org/wiki/"


class Found(msgspec.Struct, frozen=True):
    """People, what makes none, how many rows say what others said, and of how many a date's exactness is guessed."""

    people: tuple[Person, ...]
    left_out: tuple[LeftOut, ...]
    again: int
    vague: int


def people(rows: Iterable[Held | LeftOut], accessed: Period, review_by: Period | None = None) -> Found:
    """The people whom the rows tell of, in their order. `accessed` is when the rows were got."""
    by_item: dict[str, list[Held]] = {}
    aliases: dict[str, list[str]] = {}
    left_out: list[LeftOut] = []
    again = vague = 0
    for row in rows:
        answered = row if isinstance(row, LeftOut) else _added(by_item.setdefault(row.item, []), row)
        left_out += [answered] if isinstance(answered, LeftOut) else []
        again += answered is True
        if isinstance(row, Held):
            vague += row.vague
            aliases.setdefault(row.item, []).extend(filter(None, [row.alias]))
    made: dict[str, Person] = {}
    for item, held in by_item.items():
        person = _person(item, held, aliases[item], made, accessed, review_by)
        made[person.id] = person
    return Found(tuple(made.values()), tuple(left_out), again, vague)


def beside(person: Person, known: Iterable[AnyRecord]) -> tuple[Person, tuple[Office, ...]] | None:
    """The known record of a person, by identifier or name, and the offices that it lacks; None where there is none."""
    forms = {form.casefold() for form in (person.name, *person.aliases)}
    for other in known:
        if isinstance(other, Person) and (
            set(person.identifiers) & set(other.identifiers)
            or forms & {form.casefold() for form in (other.name, *other.aliases)}
        ):
            return other, tuple(
                one for one in person.offices if not any(_alike(one, theirs) for theirs in other.offices)
            )
    return None


def in_words(office: Office) -> str:
    """ "Mayor of elmtown from May 2010 until 2012"."""
    whose = f" of {office.of}" if office.of else ""
    return f"{office.title}{whose} {term_in_words(office.since, office.until)}"


def _added(kept: list[Held], one: Held) -> bool | LeftOut:
    """Add an office to those of a person. True where it says what is known, the more exact dates kept; left out where
    it says otherwise."""
    for at, other in enumerate(kept):
        ours, theirs = one.office, other.office
        if (ours.title, ours.of) != (theirs.title, theirs.of) or not _meet(ours.since, theirs.since):
            continue
        if not (ours.until is None or theirs.until is None or ours.until.meets(theirs.until)):
            return LeftOut(
                one.at,
                one.name,
                f"it ends {period_in_words(ours.until)}, by {other.at} {period_in_words(theirs.until)}",
            )
        since, until = _finer(theirs.since, ours.since), _finer(theirs.until, ours.until)
        kept[at] = msgspec.structs.replace(other, office=msgspec.structs.replace(theirs, since=since, until=until))
        return True
    kept.append(one)
    return False


def _meet(one: Period | None, other: Period | None) -> bool:
    return one == other or (one is not None and other is not None and one.meets(other))


def _finer(one: Period | None, other: Period | None) -> Period | None:
    if one is None or other is None:
        return one or other
    return other if one.covers(other) else one


def _alike(ours: Office, theirs: Office) -> bool:
    """Whether two tell of one holding of one office."""
    same = canonical_title(ours.title) == canonical_title(theirs.title) and ours.of == theirs.of
    return same and _meet(ours.since, theirs.since) and _meet(ours.until, theirs.until)


def _person(
    item: str, kept: list[Held], aliases: list[str], taken: Container[str], accessed: Period, review_by: Period | None
) -> Person:
    name, number = kept[0].name, wikidata_id(item)
    own = slug(name)
    page = f"{PAGE}{number}" if number else item if item.startswith(("http://", "https://")) else None
    return Person(
        id=f"{own}-{number.lower()}" if own in taken and number else own,
        name=name,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if _is_full(alias, name))),
        offices=tuple(one.office for one in sorted(kept, key=_begins)),
        identifiers=(f"wikidata:{number}",) if number else (),
        review_by=review_by,
        sources=(Source(publisher=PUBLISHER, title=name, url=page, accessed=accessed),),
    )


def _is_full(alias: str, name: str) -> bool:
    """Whether another name is safe to know somebody by: of two words at least, one of them the name's own."""
    words = {word.casefold() for word in alias.split()}
    return len(words) > 1 and alias != name and bool(words & {word.casefold() for word in name.split()})


def _begins(held: Held) -> str:
    return str(held.office.since)


def names_of(records: Iterable[AnyRecord]) -> Iterator[tuple[str, str]]:
    """The names of places and bodies in lower case, each with the one id that it leads to."""
    found: dict[str, set[str]] = {}
    for entry in lexicon(records):
        if entry.kind in ("place", "organisation") and entry.role == "name":
            found.setdefault(entry.form.lower(), set()).add(entry.entity)
    yield from ((form, *ids) for form, ids in found.items() if len(ids) == 1)  # type: ignore[misc]
