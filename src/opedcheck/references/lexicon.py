"""Records -> the forms by which they are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from opedcheck.model import AnyRecord, Event, LexiconEntry, Organisation, Person, Place

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def lexicon(records: Iterable[AnyRecord]) -> tuple[LexiconEntry, ...]:
    """Every form of every record, each once, in the records' order."""
    return tuple(dict.fromkeys(entry for record in records for entry in _entries(record)))


def _entries(record: AnyRecord) -> Iterator[LexiconEntry]:
    match record:
        case Person():
            offices = tuple(dict.fromkeys((office.title, office.of) for office in record.offices))
            for form in (record.name, *record.aliases):
                yield LexiconEntry(form, record.id, "person", offices=offices)
            if name := surname(record):
                yield LexiconEntry(name, record.id, "person", "surname", offices)
        case Organisation():
            for form in (record.name, *record.aliases):
                yield LexiconEntry(form, record.id, "organisation")
        case Place():
            for form in (record.name, *record.aliases):
                yield LexiconEntry(form, record.id, "place")
            for form in record.demonyms:
                yield LexiconEntry(form, record.id, "place", "demonym")
            for form in record.metonyms:
                yield LexiconEntry(form, record.id, "place", "metonym")
        case Event():
            for form in (record.name, *record.aliases):
                yield LexiconEntry(form, record.id, "event")
            if record.series:
                yield LexiconEntry(record.series, slug(record.series), "event", "series")


def surname(person: Person) -> str | None:
    """The surname as written, else the last word of the name with what stands before it in lower case.

    "Ursula von der Leyen" is "von der Leyen"; "Jr." and "III" are left out; a name of one word has none.
    """
    if person.surname:
        return person.surname
    words = person.name.split()
    while len(words) > 1 and words[-1].rstrip(".,").lower() in SUFFIXES:
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start:]).rstrip(",") if start >= 1 else None


def slug(text: str) -> str:
    """`text` as an id: "Québec summit" is "quebec-summit"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or text.strip().lower().replace(" ", "-")
