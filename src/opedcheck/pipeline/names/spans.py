"""Where persons' names begin and end: what the model calls persons, and what it should have called so."""

from __future__ import annotations

from opedcheck.pipeline.names.forms import ELECT, Form, form_ending
from opedcheck.pipeline.names.gazetteer import Gazetteer, fold
from opedcheck.pipeline.names.page import JOINTS, Page
from opedcheck.pipeline.names.stretches import GENERIC, PARTICLES, SUFFIXES, Stretch
from opedcheck.words.given_names import is_american
from opedcheck.words.kin import KIN
from opedcheck.words.lists import listed
from opedcheck.words.titles import AMBIGUOUS, form_of, is_office, title_words

FULL = (2, 3)  # words of a full name that the model may take for a body's
SURNAME = (2, 1)  # words of a surname before which the model may end a name
PARTICLE_BETWEEN = tuple([p, *joint] for p in sorted(PARTICLES) for joint in ((), ("-",)))
LONGEST = 4  # words of a name that only a title tells to be one
BODIES = listed("department county office house council court committee motors electric league assembly city street "
                   "university college hospital party club act bill service general day square park")  # fmt: skip


def persons_in(page: Page, found: list[Stretch], gazetteer: Gazetteer) -> tuple[list[Stretch], list[Stretch]]:
    """The names that are not persons', and those that are, both in order, none overlapping another."""
    taken_for = [stretch for stretch in found if _is_full_name(page, stretch, gazetteer)]
    found = [stretch for stretch in found if stretch not in taken_for]
    persons = [Stretch(s.start, s.end, "person", label="PERSON") for s in taken_for]
    persons += [_hyphened(page, stretch) for stretch in found if stretch.kind == "person"]
    others = [stretch for stretch in found if stretch.kind != "person"]
    others, persons = _with_given(page, others, persons, gazetteer)
    persons = _joined(page, persons)
    persons = _joined(page, persons + _titled(page, persons, others, gazetteer))
    surnames = {fold(page.words[s.end - 1]) for s in persons if s.end - s.start > 1 and not s.surname}
    moved = [other for other in others if _is_surname(page, other, surnames)]
    persons += [Stretch(s.start, s.end, "person", label=s.label) for s in moved]
    for person in persons:
        _widen(page, person, gazetteer)
    persons = _apart([p for p in persons if not p.surname or _is_person(page, p, surnames)])
    taken = {at for person in persons for at in range(person.start, person.end)}
    others = [s for s in others if not any(at in taken for at in range(s.start, s.end))]
    persons += _again(page, surnames, taken | {at for s in others for at in range(s.start, s.end)})
    return others, sorted(persons, key=lambda s: s.start)


def _is_full_name(page: Page, stretch: Stretch, gazetteer: Gazetteer) -> bool:
    """Whether the model took for a body or a place what begins as known persons' names do and ends in a surname, or
    begins with a given name and has a family."""
    if stretch.entity or stretch.candidates or stretch.kind not in ("organisation", "place", "group"):
        return False
    words = [fold(word) for word in page.words[stretch.start : stretch.end]]
    if len(words) not in FULL:
        return False
    if words[0] in gazetteer.first and gazetteer.entries((words[-1],), "surname"):
        return True
    return is_american(words[0]) and _has_family(page, stretch)


def _has_family(page: Page, stretch: Stretch) -> bool:
    """Whether a word for kin and "of" stand before a name that ends its phrase: "the family of Ann Oak"."""
    before = (page.word(stretch.start - 2), page.word(stretch.start - 1))
    return before[0] in KIN and before[1] == "of" and page.deps[stretch.end - 1] == "pobj"


def _hyphened(page: Page, person: Stretch) -> Stretch:
    """A person's stretch with what a hyphen joins to its last word: "Deok-soo", where the model stops at "Deok"."""
    end = person.end
    while person.entity is None and page.word(end) == "-" and _touch(page, end - 1) and _touch(page, end):
        end += 2
    return person if end == person.end else Stretch(person.start, end, "person", label=person.label)


def _touch(page: Page, at: int) -> bool:
    """Whether nothing stands between a token and the next."""
    return at + 1 < len(page) and page.ends[at] == page.starts[at + 1]


def _with_given(
    page: Page, others: list[Stretch], persons: list[Stretch], gazetteer: Gazetteer
) -> tuple[list[Stretch], list[Stretch]]:
    """The names, a given name that the model took for a place or a body put before the surname that it belongs to."""
    ending = {other.end: other for other in others if other.end - other.start == 1 and not other.candidates}
    joined: list[Stretch] = []
    for person in persons:
        given = ending.get(person.start) if person.end - person.start == 1 else None
        if given is None or given.entity or fold(page.words[given.start]) not in gazetteer.first:
            joined.append(person)
            continue
        others = [other for other in others if other is not given]
        joined.append(Stretch(given.start, person.end, "person", label="PERSON"))
    return others, joined


def _joined(page: Page, persons: list[Stretch]) -> list[Stretch]:
    """Two persons with nothing between them, or a particle, are one whom the model cut in two, unless the references
    know them."""
    joined: list[Stretch] = []
    for person in sorted(persons, key=lambda s: s.start):
        last = joined[-1] if joined else None
        if last is not None and _touches(page, last, person) and not (last.entity or person.entity):
            joined[-1] = Stretch(last.start, person.end, "person", label="PERSON")
            continue
        joined.append(person)
    return joined


def _touches(page: Page, one: Stretch, other: Stretch) -> bool:
    """Whether nothing stands between two persons, or only a particle: "Ali al-Amin"."""
    between = page.words[one.end : other.start]
    return one.end == other.start or between in PARTICLE_BETWEEN


def _titled(page: Page, persons: list[Stretch], others: list[Stretch], gazetteer: Gazetteer) -> list[Stretch]:
    """Runs of capitals behind a title which the model called something else, or nothing."""
    taken = {at for person in persons for at in range(person.start, person.end)}
    other_at = {at: other for other in others for at in range(other.start, other.end)}
    found: list[Stretch] = []
    for at in range(1, len(page)):
        if at in taken or not page.proper(at) or page.skipped[at]:
            continue
        title, inside = _title_before(page, at), other_at.get(at)
        if title is None or title.end - 1 in taken:
            continue
        if inside is not None and (inside.entity or inside.start < title.start):
            continue
        end = _run(page, at, taken)
        if (
            form_of(title_words(page.lowers[at])) is None
            and page.word(end - 1) not in BODIES
            and page.word(at) not in GENERIC
        ):
            found.append(Stretch(at, end, "person"))
            taken.update(range(at, end))
    return found


def _title_before(page: Page, at: int) -> Form | None:
    """The title, written with a capital, whose last word or "-elect" stands right before token `at`."""
    before = at - 2 if page.words[at - 1] == "." and at > 1 else at - 1
    if not page.caps[before] and page.word(before) not in ELECT:
        return None
    form = form_ending(page, before)
    return form if form is not None and page.caps[form.start] and form.canonical not in AMBIGUOUS else None


def _run(page: Page, at: int, taken: set[int]) -> int:
    """The end of the run of capitals from `at`, particles and hyphens within it allowed."""
    end = at + 1
    while end < len(page) and end - at < LONGEST and end not in taken and not page.skipped[end]:
        if page.proper(end) and page.deps[end - 1] in ("compound", "nmod"):
            end += 1
        elif _goes_on(page, end):
            end += 2
        else:
            break
    return end


def _goes_on(page: Page, end: int) -> bool:
    """Whether a name goes on behind a particle or a hyphen at `end`."""
    if page.word(end) == "-" and _touch(page, end - 1) and _touch(page, end):
        return True
    return page.word(end) in PARTICLES | JOINTS and page.proper(end + 1) and page.deps[end - 1] == "compound"


def _is_surname(page: Page, other: Stretch, surnames: set[str]) -> bool:
    """Whether a single word that the model calls a place or a body is a surname of the article's persons."""
    if other.end - other.start != 1 or fold(page.words[other.start]) not in surnames:
        return False
    # A place that references know stays one unless the model, too, takes it for a person here.
    return (
        other.label == "PERSON"
        if other.candidates
        else other.kind in ("organisation", "place", "group", "other", "work")
    )


def _widen(page: Page, person: Stretch, gazetteer: Gazetteer) -> None:
    """Takes in a suffix behind the name, and proper nouns that belong to it and that the model left out."""
    if person.entity is None and not person.surname:
        while (
            page.proper(person.start - 1)
            and page.deps[person.start - 1] == "compound"
            and (
                person.start <= page.heads[person.start - 1] < person.end and not _no_given_name(page, person.start - 1)
            )
        ):
            person.start -= 1
    if person.entity is None and person.end - person.start > 1:
        person.end = _surname_behind(page, person, gazetteer)
    behind = person.end + 1 if page.word(person.end) == "," else person.end
    if page.word(behind) in SUFFIXES and page.words[behind] != "iv":
        person.end, person.entity, person.surname = behind + 1, None, False


def _surname_behind(page: Page, person: Stretch, gazetteer: Gazetteer) -> int:
    """Where a name ends that the model cut off before a known surname: "Peña Nieto"."""
    last = person.end - 1
    for end in (person.end + size for size in SURNAME):
        if end > len(page) or page.deps[last] != "compound" or not last < page.heads[last] < end:
            continue
        words = range(person.end, end)
        free = all(page.proper(at) and not page.tokens[at].ent_type_ and not page.skipped[at] for at in words)
        if free and gazetteer.entries(tuple(fold(page.words[at]) for at in words), "surname"):
            return end
    return person.end


def _no_given_name(page: Page, at: int) -> bool:
    word = page.word(at)
    return (
        page.tokens[at].ent_type_ != ""
        or form_of(title_words(word) or (word,)) is not None
        or word in GENERIC | ELECT
        or (not word.isalpha() or page.skipped[at])
    )


def _is_person(page: Page, stretch: Stretch, surnames: set[str]) -> bool:
    """Whether a surname that references know is a person's here: a title, the model or the article says so."""
    if stretch.label == "PERSON" or fold(page.words[stretch.end - 1]) in surnames:
        return True
    before = page.word(stretch.start - 1)
    canonical = form_of(title_words(before)) if title_words(before) else None
    if canonical is not None:
        return page.caps[stretch.start - 1] or is_office(canonical)
    # The model calls it a body or a place, or nothing: among proper nouns alone it may be one.
    return page.proper(stretch.start) and page.tokens[stretch.start].ent_type_ not in (
        "",
        "DATE",
        "TIME",
        "CARDINAL",
        "GPE",
    )


def _apart(persons: list[Stretch]) -> list[Stretch]:
    """`persons` without those that lie in another, the longer one kept."""
    kept: list[Stretch] = []
    for person in sorted(persons, key=lambda s: (s.start, -s.end)):
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
        elif person.end - person.start > kept[-1].end - kept[-1].start:
            kept[-1] = person
    return kept


def _again(page: Page, surnames: set[str], taken: set[int]) -> list[Stretch]:
    """Proper nouns by themselves that are a surname of the article's persons and that the model passed over."""
    return [
        Stretch(at, at + 1, "person")
        for at in range(len(page))
        if page.proper(at)
        and at not in taken
        and not page.skipped[at]
        and not page.tokens[at].ent_type_
        and not page.proper(at - 1)
        and not page.proper(at + 1)
        and fold(page.words[at]) in surnames
    ]
