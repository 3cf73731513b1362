"""Reading the title that stands before or behind a person's name, whose office it is, and its status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from opedcheck.model.mentions import Status
from opedcheck.pipeline.names.page import JOINTS, Page
from opedcheck.words.lists import listed
from opedcheck.words.states import state
from opedcheck.words.titles import DEPUTIES, SKIPPED, STATUS, UNREAL, form_of, is_office, longest_title, title_words

POSSESSIVES = frozenset({"'s", "'"})
OWNERS = frozenset({"place", "group", "organisation"})
OF = frozenset({"of", "for", "to", "at", "from"})
BOUNDARIES = frozenset({",", ".", ";", ":", ")", "-", "--", "–", "—", "?", "!", '"', ""})
COPULAS: dict[str, Status | None] = {"is": None, "'s": None, "remains": None, "was": "then", "became": "then",
                                     "served": "then", "serves": None}  # fmt: skip
PASSIVES = frozenset({"elected", "appointed", "named", "made", "reelected", "re-elected", "inaugurated", "confirmed"})
BETWEEN = listed("now still currently also then once again already today both as")
PARTIES = listed("d r i dem rep ind")
# Offices whose name is too often an ordinary word to be one without a capital.
ORDINARY = frozenset(
    {"leader", "head", "director", "secretary", "general", "private", "major", "don", "miss", "officer"}
)
LONGEST_ABBREVIATION = 5  # letters: "Profs.", "Govs."
WIDE = frozenset({"minister", "secretary"})  # What stands before them says what they are for.


class Owner(Protocol):
    """A stretch that may be whose office it is."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def kind(self) -> str: ...

    @property
    def entity(self) -> str | None: ...


class Held(NamedTuple):
    """A title as it stands: tokens `start` to `end` (with its nationality and status), and what it says."""

    text: str
    canonical: str
    of: str | None
    status: Status | None
    start: int
    end: int
    plural: bool = False

    @property
    def office(self) -> bool:
        return is_office(self.canonical)


class _Form(NamedTuple):
    """A title's own words: tokens and canonical form."""

    start: int
    end: int
    canonical: str
    elect: bool
    plural: bool


def _owns(owner: Owner) -> bool:
    """Whether an office can be its: "Hispanic" before a title is a description, "French" whose office it is."""
    return owner.kind in OWNERS and (owner.kind != "group" or owner.entity is not None)


class Offices:
    """Reads titles on one page. `begins` and `ends` find the stretches that may be owners, by first and last token."""

    def __init__(self, page: Page, begins: Mapping[int, Owner], ends: Mapping[int, Owner]) -> None:
        self.page = page
        self.begins = begins
        self.ends = ends

    def before(self, start: int, end: int) -> Held | None:
        """The title before the name at tokens `start` to `end`."""
        at, comma = start - 1, False
        if self.page.word(at) == ",":
            at, comma = at - 1, True
        if self._sentence_ends(at):
            return None
        held = self._of_phrase(at) or self._ending(at)
        if held is None or self._unreal(held):
            return None
        if comma and not self._apposed(held, end):
            return None
        if not held.office:
            outer = self.before(held.start, end)
            return outer if outer is not None and outer.office else held
        return self.owner_behind(held, end) if held.of is None else held

    def after(self, start: int, end: int) -> Held | None:
        """The title behind the name: apposed ("Kishida, the prime minister") or with a form of "to be"."""
        at = self._parenthesis(end)
        if self.page.word(at) == ",":
            held = self._phrase(at + 1)
            if held is not None and self.page.word(held.end) in BOUNDARIES and not self._listed(held):
                return held
            if self.page.word(at + 1) != "who":
                return None
            at += 2
        return self._copular(at)

    def _sentence_ends(self, at: int) -> bool:
        """Whether a full stop at `at` ends a sentence, rather than "Sens" or another abbreviation of a title."""
        page = self.page
        return page.word(at) == "." and (page.words[at - 1].islower() or len(page.words[at - 1]) > LONGEST_ABBREVIATION)

    def _unreal(self, held: Held) -> bool:
        """Whether the title is nobody's: "a President Smith", "the next President"."""
        if held.status is not None or not held.office:
            return False
        before = self.page.word(held.start - 1)
        return before in UNREAL or (before in ("a", "an") and held.of is None)

    def _ending(self, at: int) -> Held | None:
        """A title whose last word is token `at`, with its owner before it."""
        form = self._form_ending(at)
        if form is None:
            return None
        if not self.page.caps[form.start] and (form.canonical in ORDINARY or not is_office(form.canonical)):
            return None
        if not is_office(form.canonical):
            text = self.page.slice(form.start, form.end)
            return Held(text, form.canonical, None, None, form.start, form.end, form.plural)
        return self._with_owner(form)

    def _of_phrase(self, at: int) -> Held | None:
        """ "Prime Minister of Japan" with its last token at `at`."""
        owner = self.ends.get(at)
        if owner is None or owner.kind not in OWNERS:
            return None
        of = owner.start - 1
        if self.page.word(of) == "the":
            of -= 1
        if self.page.word(of) not in OF:
            return None
        form, whole = self._form_ending(of - 1), self._form_ending(at)
        if form is None or not is_office(form.canonical) or (whole is not None and whole.start <= form.start):
            return None
        held = self._with_owner(form)
        return held._replace(of=self._called(owner), end=at + 1)

    def _form_ending(self, at: int) -> _Form | None:
        page, elect = self.page, False
        if page.word(at) in ("elect", "designate"):
            at, elect = at - (2 if page.word(at - 1) in JOINTS else 1), True
        words: tuple[str, ...] = ()
        best: _Form | None = None
        last, index = at + 1, at
        while index >= 0 and len(words) < longest_title() and not page.skipped[index]:
            word = page.lowers[index]
            if word not in JOINTS and not (word == "." and index == at):
                parts = title_words(word)
                if not parts:
                    break
                words = parts + words
                canonical = form_of(words)
                if canonical is not None:
                    best = _Form(
                        index, last, canonical, elect, words[-1].endswith("s") and words[-1] not in ("affairs",)
                    )
            index -= 1
        return best

    def _with_owner(self, form: _Form) -> Held:
        """The title with what stands to its left: deputy, portfolio, status, whose office it is."""
        page, start, canonical = self.page, form.start, form.canonical
        status: Status | None = "elect" if form.elect else None
        at = start - 1
        if page.word(at) in DEPUTIES or (page.word(at) in JOINTS and page.word(at - 1) in DEPUTIES):
            start = at if page.word(at) in DEPUTIES else at - 1
            canonical = f"{page.word(start)} {canonical}"
            at = start - 1
        if canonical in WIDE:
            while (
                page.proper(at) and at not in self.ends and page.word(at) not in STATUS and page.word(at) not in SKIPPED
            ):
                start, at = at, at - 1
        words_start = start
        for _ in range(5):
            word = page.word(at)
            if word in JOINTS and page.word(at - 1) in STATUS:
                at -= 1
            elif word in STATUS:
                status, start, at = status or STATUS[word], at, at - 1
            elif word in SKIPPED:
                at -= 1
            else:
                break
        owner = self.ends.get(at - 1) if page.word(at) in POSSESSIVES else self.ends.get(at)
        of = None
        if owner is not None and _owns(owner) and page.word(owner.end - 1) not in SKIPPED:
            of, start = self._called(owner), owner.start
            status = status or self._status_before(owner.start)
        elif at == words_start - 1 and canonical not in WIDE and page.proper(at) and at not in self.ends:
            of, start = self._capitals(at)
        end = form.end + (2 if form.elect else 0)
        if status is not None and of is not None and self._status_before(start) is not None:
            start -= 2 if page.word(start - 1) in JOINTS else 1
        return Held(page.slice(words_start, form.end), canonical, of, status, start, end, form.plural)

    def _capitals(self, at: int) -> tuple[str | None, int]:
        """A body that no component knows, by its capitals, ending at token `at`: "Fed" in "Fed Chair"."""
        first = at
        while self.page.proper(first - 1) and first - 1 not in self.ends:
            first -= 1
        begins_sentence = self.page.tokens[first].is_sent_start and first == at
        titled = form_of(title_words(self.page.word(at)) or ("",)) is not None
        return (None, at + 1) if begins_sentence or titled else (self.page.slice(first, at + 1), first)

    def _status_before(self, at: int) -> Status | None:
        word = self.page.word(at - 1)
        return STATUS.get(self.page.word(at - 2) if word in JOINTS else word)

    def _called(self, owner: Owner) -> str:
        return owner.entity or self.page.slice(owner.start, owner.end)

    def _apposed(self, held: Held, end: int) -> bool:
        """Whether "the prime minister, X," is one person: a definite title, and no list goes on behind the name."""
        page = self.page
        definite = held.of is not None or page.word(held.start - 1) in (
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "my",
        )
        listed = held.of is None and page.word(end) == "," and page.word(end + 1) in ("and", "or", "&")
        return held.office and definite and page.word(end) in BOUNDARIES and not listed

    def _listed(self, held: Held) -> bool:
        """Whether the title behind a name is one more in a list of people: another follows, or no owner is told."""
        page, at = self.page, held.end
        if page.word(at) != ",":
            return False
        if page.word(at + 1) not in ("and", "or", "&"):
            return held.of is None and page.word(at + 1) in ("the", "a", "an", "his", "her", "their")
        return held.of is None or page.word(at + 2) in SKIPPED or form_of(title_words(page.word(at + 2))) is not None

    def owner_behind(self, held: Held, end: int) -> Held:
        """Adds "of France" or "(D-NY)" from behind the name to a title that lacks its owner."""
        page = self.page
        if page.word(end) == "of":
            at = end + 2 if page.word(end + 1) == "the" else end + 1
            owner = self.begins.get(at)
            if owner is not None and owner.kind in ("place", "organisation"):
                return held._replace(of=self._called(owner))
        at = end + 1 if page.word(end) in ("(", ",") else end
        if page.word(at).rstrip(".") in PARTIES and page.word(at + 1) in JOINTS:
            named = state(page.words[at + 2]) if at + 2 < len(page) else None
            if named is not None:
                return held._replace(of=named)
        return held

    def _parenthesis(self, at: int) -> int:
        """The token behind a bracket that opens at `at`."""
        if self.page.word(at) == "(":
            for index in range(at + 1, min(at + 9, len(self.page))):
                if self.page.words[index] == ")":
                    return index + 1
        return at

    def _copular(self, at: int) -> Held | None:
        page, verb = self.page, at
        word = page.word(at)
        if word not in COPULAS or (word == "'s" and page.tags[at] == "POS"):
            return None
        status = COPULAS[word]
        at += 1
        if word in ("is", "was") and page.word(at) in PASSIVES:
            status, at = "then", at + 1
        elif word in ("served", "serves") and page.word(at) != "as":
            return None
        while page.word(at) in BETWEEN:
            at += 1
        held = self._phrase(at)
        if held is None or self._unsure(verb):
            return None
        return held._replace(status=held.status or status)

    def _unsure(self, verb: int) -> bool:
        """Whether the clause of the verb is a condition or a question."""
        sentence = self.page.tokens[verb].sent
        marks = (child.lower_ for child in self.page.tokens[verb].children if child.dep_ == "mark")
        return "?" in self.page.words[sentence.end - 2 : sentence.end] or any(
            m in ("if", "whether", "unless") for m in marks
        )

    def _phrase(self, at: int) -> Held | None:
        """A noun phrase that is a title, from token `at`: "Japan's former prime minister", "president of France"."""
        page, start = self.page, at
        status: Status | None = None
        owner: Owner | None = None
        for _ in range(7):
            word = page.word(at)
            if word in STATUS and not (word in SKIPPED and status):
                status = status or STATUS[word]
            elif word not in SKIPPED and word not in JOINTS:
                found = self.begins.get(at)
                if found is None and page.proper(at) and page.word(at + 1) in POSSESSIVES and owner is None:
                    at += 2  # a person whose secretary, adviser or the like it is
                    continue
                if found is None or found.kind not in OWNERS or owner is not None:
                    break
                owner, at = found if _owns(found) else None, found.end
                at += page.word(at) in POSSESSIVES
                continue
            at += 1
        form = self._form_from(at)
        if form is None or not is_office(form.canonical):
            return None
        of = self._called(owner) if owner is not None else None
        end = form.end
        if page.word(end) in JOINTS and page.word(end + 1) in ("elect", "designate"):
            status, end = "elect", end + 2
        behind = end + 2 if page.word(end + 1) == "the" else end + 1
        if page.word(end) in OF and behind in self.begins and self.begins[behind].kind in OWNERS:
            told = owner is not None and owner.entity is not None
            of, end = of if told else self._called(self.begins[behind]), self.begins[behind].end
        if end < len(page) and (page.proper(end) or page.word(end) in POSSESSIVES or end in self.begins):
            return None
        return Held(page.slice(form.start, form.end), form.canonical, of, status, start, end, form.plural)

    def _form_from(self, at: int) -> _Form | None:
        """The longest form of a title from token `at`, a portfolio of up to three words before it."""
        page = self.page
        for lead in range(4):
            if page.word(at + lead) in UNREAL:
                return None
            if lead and not (page.proper(at + lead - 1) or page.tags[at + lead - 1 : at + lead] in (["NN"], ["JJ"])):
                break
            words: tuple[str, ...] = ()
            best: _Form | None = None
            for index in range(at + lead, min(at + lead + longest_title() + 2, len(page))):
                if page.lowers[index] in JOINTS:
                    continue
                parts = title_words(page.lowers[index])
                if not parts:
                    break
                words += parts
                canonical = form_of(words)
                if canonical is not None:
                    deputy = f"{page.word(at)} " if lead and page.word(at) in DEPUTIES else ""
                    first = at + lead if page.proper(at) and not deputy and canonical not in WIDE else at
                    best = _Form(first, index + 1, deputy + canonical, False, words[-1].endswith("s"))
            if best is not None:
                return best
        return None
