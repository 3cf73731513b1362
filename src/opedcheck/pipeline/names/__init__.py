"""Names: persons with their titles, organisations, places, events, groups; linked to what references know."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import LexiconEntry, Name
from opedcheck.pipeline.names.after import After
from opedcheck.pipeline.names.before import Before
from opedcheck.pipeline.names.gazetteer import Gazetteer
from opedcheck.pipeline.names.offices import Held
from opedcheck.pipeline.names.page import Page
from opedcheck.pipeline.names.persons import Person, name_of, person, tell
from opedcheck.pipeline.names.spans import persons_in
from opedcheck.pipeline.names.stretches import Stretch, stretches
from opedcheck.pipeline.store import keep

__all__ = ["Names", "create"]


LIST_GAP = 7  # tokens between two names of one list: ", D-Ariz., and"


class Names:
    """Finds the names of a Doc. `learn` gives it the forms by which references know their entities."""

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()

    def learn(self, lexicon: tuple[LexiconEntry, ...]) -> None:
        """Know these forms, and no others."""
        self.gazetteer = Gazetteer(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        names = sorted(self.names(Page(doc)), key=lambda name: name.start)
        return keep(doc, "names", names, [name.kind for name in names])

    def names(self, page: Page) -> Iterator[Name]:
        """The names on a page, persons first."""
        found = stretches(page, self.gazetteer)
        others, at = persons_in(page, found, self.gazetteer)
        begins, ends = {s.start: s for s in others}, {s.end - 1: s for s in others}
        before, after = Before(page, begins, ends), After(page, begins, ends)
        persons = [person(page, stretch) for stretch in at]
        for one in persons:
            one.held = _held(before, after, one)
        _share_plurals(page, persons, before)
        tell(persons, self.gazetteer, {stretch.entity for stretch in others if stretch.entity})
        for one in persons:
            yield name_of(page, one)
        titles = {at for one in persons if one.held for at in range(one.held.start, one.held.end)}
        owners = {one.held.of for one in persons if one.held}
        for stretch in others:
            # A stretch inside a title is whose office it is, or else a part of the title's words.
            part = stretch.start in titles and page.slice(stretch.start, stretch.end) not in owners
            if stretch.candidates or not part:
                yield _name(page, stretch)


def _held(before: Before, after: After, one: Person) -> Held | None:
    """The office before the name, else the one behind it, else a rank or a form of address."""
    held = before.before(one.stretch.start, one.stretch.end)
    if held is not None and held.office:
        return held
    return after.after(one.stretch.start, one.stretch.end) or held


def _share_plurals(page: Page, persons: list[Person], offices: Before) -> None:
    """A plural title stands for all names of its list: "Sens. John McCain of Arizona and John Boozman"."""
    over = -1
    for last, one in pairwise(persons):
        held = last.held
        if held is None or not held.plural or one.held is not None or last.stretch.start == over:
            continue
        between = range(last.stretch.end, one.stretch.start)
        joint = page.word(one.stretch.start - 1)
        if joint not in ("and", ",", "&") or len(between) > LIST_GAP:
            continue
        if not any(page.tags[at].startswith(("VB", "MD")) for at in between):
            one.held = offices.owner_behind(held._replace(of=None), one.stretch.end)
            over = over if joint == "," else one.stretch.start


def _name(page: Page, stretch: Stretch) -> Name:
    start, end = page.starts[stretch.start], page.ends[stretch.end - 1]
    return Name(
        start=start,
        end=end,
        text=page.text[start:end],
        kind=stretch.kind,
        entity=stretch.entity,
        candidates=stretch.candidates,
    )


def create(nlp: Language) -> Names:
    """The component; it needs nothing of `nlp`."""
    return Names()
