"""Which stretches of a page are names: the references' forms, weighed against the model's entities.

A form's kind beats the model's label, but a form inside a longer proper name is not that name's bearer: neither
the model's longer entity nor a run of capitals that the form is a part of ("Washington Post") links to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opedcheck.model import LexiconEntry
from opedcheck.model.mentions import NameKind
from opedcheck.pipeline.names.gazetteer import Gazetteer
from opedcheck.pipeline.names.page import JOINTS, Page
from opedcheck.words.homonyms import HOMONYMS
from opedcheck.words.lists import listed
from opedcheck.words.titles import AMBIGUOUS, form_of, title_words

LABELS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "event", "WORK_OF_ART": "work", "LAW": "work", "PRODUCT": "other", "LANGUAGE": "other",
}  # fmt: skip
# Capitalised or not, behind a name they leave it what it is: "Ukraine War", "NATO Summit", "Japanese Embassy".
GENERIC = listed(
    """administration government cabinet war summit crisis army navy military forces troops embassy ambassador people
    invasion border economy region parliament leadership leader leaders regime conflict policy relations treaty deal
    agreement members member allies ally officials official media press citizen citizens state dream election
    elections presidency campaign meeting talks ties aid sanctions missile missiles nuclear program programme"""
)
GLUE = frozenset({"the", "a", "an", "'s", "'", "-", "–", "and", "of", ",", ".", "&", "/"})
NARROWING = listed(
    "new north south east west northern southern eastern western central upper lower inner outer greater saint st san "
    "santa port lake mount fort cape mt ft papua equatorial democratic latin little el los las"
)
# "Bank of Japan" is no Japan; "Government of Japan" is.
STANDING_FOR = listed(
    "government people state republic kingdom leader leaders president presidents prime minister ministers king queen "
    "emperor chancellor foreign ambassador embassy constitution north south east west city capital island islands "
    "province secretary members nations friends history future invasion battle war"
)
PARTICLES = listed("von van der den de da di del della dos du la le al el bin ibn ben abu ter")
OPENERS = frozenset({"will", "may", "can", "did", "does"})
SAYING = frozenset({"said", "says", "asked", "added", "wrote", "writes", "replied"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(slots=True)
class Stretch:
    """A name in the making: tokens `start` to `end`, what it may be, and the model's label where it gave one."""

    start: int
    end: int
    kind: NameKind
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    label: str = ""
    surname: bool = False


def stretches(page: Page, gazetteer: Gazetteer) -> list[Stretch]:
    """All names on the page in order, none overlapping; persons are found but not told apart yet."""
    entities = list(_entities(page))
    hits = [_hit(page, at.start, at.end, at.entries) for at in gazetteer.find(page.text)]
    known = [hit for hit in hits if hit is not None]
    covering = {at: entity for entity in entities for at in range(entity.start, entity.end)}
    covered = {at for hit in known for at in range(hit.start, hit.end)}
    kept = [hit for hit in known if _stands(page, hit, covering, covered)]
    taken = {at for hit in kept for at in range(hit.start, hit.end)}
    for hit in kept:
        around = covering.get(hit.start)
        if around is not None and (around.start, around.end) == (hit.start, hit.end):
            hit.label = around.label
    _doubt(page, kept)
    rest = (left for entity in entities for left in _left_over(page, entity, taken))
    return sorted([*kept, *rest], key=lambda stretch: stretch.start)


def _hit(page: Page, start: int, end: int, entries: tuple[LexiconEntry, ...]) -> Stretch | None:
    """What the entries of one form make of it: one entity or several candidates."""
    tokens = page.covered(start, end)
    if tokens is None or any(page.skipped[tokens[0] : tokens[1]]):
        return None
    named = [entry for entry in entries if entry.role in ("name", "series")]
    others = [entry for entry in entries if entry.role == "demonym"] or [e for e in entries if e.role == "metonym"]
    chosen = named or others or list(entries)
    ids = tuple(dict.fromkeys(entry.entity for entry in chosen))
    metonyms = tuple(entry.entity for entry in entries if entry.role == "metonym" and entry.entity not in ids)
    role, kind = chosen[0].role, chosen[0].kind
    sure = len(ids) == 1 and role in ("name", "series", "demonym")
    made: NameKind = "group" if role == "demonym" else kind
    return Stretch(*tokens, made, ids[0] if sure else None, (*ids, *metonyms), surname=role == "surname")


def _doubt(page: Page, kept: list[Stretch]) -> None:
    """Unlinks a name that two places bear, unless the article calls the same one by another form, too."""
    shared = [hit for hit in kept if hit.kind == "place" and page.slice(hit.start, hit.end).lower() in HOMONYMS]
    if shared:
        doubted = {hit.start for hit in shared}
        sure = {id for hit in kept if hit.start not in doubted for id in (hit.entity, *hit.candidates)}
        for hit in shared:
            hit.entity = hit.entity if hit.entity in sure else None


def _entities(page: Page) -> Iterator[Stretch]:
    """The model's entities of the kinds that are names, cleaned: no article, title, possessive or line's end."""
    for entity in page.doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start, entity.end
        for at in range(start, end):
            if page.words[at].isspace() and "\n" in page.words[at]:
                end = at
                break
        while start < end and (page.lowers[start] in GLUE or not page.words[start][0].isalnum()):
            start += 1
        while start < end and (page.lowers[end - 1] in GLUE - {"."} or not page.words[end - 1][-1].isalnum()):
            if page.words[end - 1][-1] == "." and len(page.words[end - 1]) > 1:
                break
            end -= 1
        if kind == "person":
            start, end = _bare_person(page, start, end)
            start += end - start > 1 and _asks(page, start)
        if start < end and any(page.caps[start:end]) and not any(page.skipped[start:end]):
            yield Stretch(start, end, kind, label=entity.label_)


def _bare_person(page: Page, start: int, end: int) -> tuple[int, int]:
    """A person's name without titles before it and without what follows a comma, a bracket or a possessive."""
    while start < end - 1 and (_is_title(page.lowers[start]) or not page.caps[start]):
        if page.lowers[start] in PARTICLES:
            break
        start += 1
    for at in range(start, end):
        if page.lowers[at] in ("'s", ",", "(", "and", ";", ":", "/", '"') or page.words[at].isspace():
            return start, at
    return start, end


def _asks(page: Page, at: int) -> bool:
    """Whether the token opens a question or says who spoke: "Will Smith win?", "Said Smith" are about Smith."""
    sentence = page.tokens[at].sent
    if page.lowers[at] in SAYING and sentence.start == at:
        return True
    return page.lowers[at] in OPENERS and sentence.start == at and "?" in page.words[sentence.end - 2 : sentence.end]


def _is_title(word: str) -> bool:
    words = title_words(word)
    canonical = form_of(words) if words else None
    return word in ("prime", "minister", "secretary") or (canonical is not None and canonical not in AMBIGUOUS)


def _stands(page: Page, hit: Stretch, covering: dict[int, Stretch], covered: set[int]) -> bool:
    """Whether a form is a name by itself here, not a part of a longer one."""
    around = covering.get(hit.start) or covering.get(hit.end - 1)
    if around is not None and (around.start < hit.start or around.end > hit.end):
        rest = [at for at in range(around.start, around.end) if at not in covered and page.lowers[at] not in GLUE]
        if hit.kind == "person" and not hit.surname:  # "King Charles III": any title before a known name
            rest = [at for at in rest if at >= hit.start or form_of((page.word(at),)) is None]
        if any(page.caps[at] and not _leaves(page, at) for at in rest):
            return around.kind == "person" and hit.kind in ("group", "place") and _peels(page, hit, around)
        if around.kind == "person" and hit.surname and rest:
            return False
    return not (_narrowed(page, hit) or _continued(page, hit, covered))


def _leaves(page: Page, at: int) -> bool:
    return page.lowers[at] in GENERIC or _is_title(page.lowers[at])


def _peels(page: Page, hit: Stretch, person: Stretch) -> bool:
    """Whether a person's entity begins with a place or nationality that is not a part of the name."""
    if hit.start != person.start or person.end - hit.end < 2:
        return False
    return hit.kind == "group" or page.word(hit.start - 1) in ("of", "the")


def _narrowed(page: Page, hit: Stretch) -> bool:
    """Whether what stands before the form makes another name of it: "New Mexico", "Michael Jordan", "Bank of Japan"."""
    before = hit.start - 1
    if page.word(before) in JOINTS:
        return False
    if page.caps[before] and before >= 0 and page.word(before) in NARROWING:
        return True
    if page.proper(before) and hit.start <= page.heads[before] < hit.end and page.deps[before] == "compound":
        return not _leaves(page, before) and form_of((page.word(before),)) is None
    if hit.kind != "place" or page.word(before) not in ("of", "the"):
        return False
    of = before - 1 if page.word(before) == "the" else before
    if page.word(of) != "of" or not page.proper(of - 1) or page.tokens[of - 1].ent_type_ == "PERSON":
        return False
    return page.word(of - 1) not in STANDING_FOR and form_of((page.word(of - 1),)) is None


def _continued(page: Page, hit: Stretch, covered: set[int]) -> bool:
    """Whether the form goes on as a longer name: a capital behind it that it belongs to ("Washington Post")."""
    behind = hit.end
    if not page.proper(behind) or behind in covered or _leaves(page, behind):
        return False
    if form_of((page.word(behind),)) is not None or form_of((page.word(behind), page.word(behind + 1))) is not None:
        return False
    if page.deps[hit.end - 1] not in ("compound", "nmod", "amod"):
        return hit.kind == "person" and page.word(behind) in SUFFIXES
    head = page.heads[hit.end - 1]
    if head < behind or not all(page.proper(at) or page.words[at] in JOINTS for at in range(behind, head + 1)):
        return False
    # "French Emmanuel Macron", "France's": a nationality before a person's name is none of it.
    return not (hit.kind == "group" and head - behind >= 1 and page.tokens[behind].ent_type_ == "PERSON")


def _left_over(page: Page, entity: Stretch, taken: set[int]) -> Iterator[Stretch]:
    """An entity of the model that no form took; of a person's, what is left behind a form that was peeled off."""
    free = [at for at in range(entity.start, entity.end) if at not in taken]
    if len(free) == entity.end - entity.start:
        yield entity
    elif entity.kind == "person" and free:
        start = max((at + 1 for at in range(entity.start, entity.end) if at in taken), default=entity.start)
        while start < entity.end and (_is_title(page.lowers[start]) or not page.caps[start]):
            start += 1
        if start < entity.end:
            yield Stretch(start, entity.end, "person", label=entity.label)
