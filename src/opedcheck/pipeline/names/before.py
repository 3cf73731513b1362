"""The title that stands before a person's name."""

from __future__ import annotations

from opedcheck.model.mentions import Status
from opedcheck.pipeline.names.forms import WIDE, Form, form_ending
from opedcheck.pipeline.names.offices import BOUNDARIES, OF, OWNERS, POSSESSIVES, Held, Offices, owns
from opedcheck.pipeline.names.page import JOINTS
from opedcheck.pipeline.names.seats import state_behind
from opedcheck.words.titles import DEPUTIES, SKIPPED, STATUS, UNREAL, is_office

# Offices whose name is too often an ordinary word to be one without a capital.
ORDINARY = frozenset(
    {"leader", "head", "director", "secretary", "general", "private", "major", "don", "miss", "officer"}
)
LONGEST_ABBREVIATION = 5  # letters: "Profs.", "Govs."
LONGEST_ACRONYM = 4  # A longer word in capitals is likelier a caption's or a button's than a body's.
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that"})
NOWHERE = -1


class Before(Offices):
    """Reads titles before names."""

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
        form = form_ending(self.page, at)
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
        form, whole = form_ending(self.page, of - 1), form_ending(self.page, at)
        if form is None or not is_office(form.canonical) or (whole is not None and whole.start <= form.start):
            return None
        held = self._with_owner(form)
        return held._replace(of=self.called(owner), end=at + 1)

    def _with_owner(self, form: Form) -> Held:
        """The title with what stands to its left: deputy, portfolio, status, whose office it is."""
        page, start, canonical = self.page, form.start, form.canonical
        deputy = start - 2 if page.word(start - 1) in JOINTS else start - 1
        if page.word(deputy) in DEPUTIES and not self._preposition(deputy, canonical):
            start, canonical = deputy, f"{page.word(deputy)} {canonical}"
        while canonical in WIDE and self._names_portfolio(start - 1):
            start -= 1
        first, status, left = self._described(start)
        status = "elect" if form.elect else status
        end = form.end + (2 if form.elect else 0)
        text = page.slice(start, form.end)
        of, begin = self._owner_before(left, bare=left == start - 1 and canonical not in WIDE)
        if of is not None:
            first = begin
            outer = self._status_before(begin)
            if outer is not None:
                status = status or outer
                first = begin - (2 if page.word(begin - 1) in JOINTS else 1)
        return Held(text, canonical, of, status, first, end, form.plural)

    def _preposition(self, at: int, canonical: str) -> bool:
        """Whether "under" before a title is no part of it: "under Prime Minister X" is no Under Secretary."""
        return self.page.word(at) == "under" and not canonical.startswith("secretary")

    def _names_portfolio(self, at: int) -> bool:
        """Whether the token is a part of what a minister is for: "Climate Change" before "Minister"."""
        word = self.page.word(at)
        return self.page.proper(at) and at not in self.ends and word not in STATUS and word not in SKIPPED

    def _described(self, start: int) -> tuple[int, Status | None, int]:
        """From a title's first token leftwards: where it begins with its status, the status, the token before that.

        A determiner ends the phrase: "in France the president" is not France's.
        """
        page, status, at = self.page, None, start - 1
        for _ in range(5):
            word = page.word(at)
            if word in DETERMINERS:
                return start, status, NOWHERE
            if word in JOINTS and page.word(at - 1) in STATUS:
                at -= 1
            elif word in STATUS:
                status, start, at = status or STATUS[word], at, at - 1
            elif word in SKIPPED:
                at -= 1
            else:
                break
        return start, status, at

    def _owner_before(self, at: int, *, bare: bool) -> tuple[str | None, int]:
        """Whose office it is, and its first token, where the owner's last token (or its 's) is `at`.

        `bare`: nothing stands between, so that capitals which no component knows may be an owner, too.
        """
        page = self.page
        owner = self.ends.get(at - 1) if page.word(at) in POSSESSIVES else self.ends.get(at)
        if owner is not None and owns(owner) and page.word(owner.end - 1) not in SKIPPED:
            return self.called(owner), owner.start
        if bare and page.proper(at) and at not in self.ends:
            return self._capitals(at)
        return None, at + 1

    def _capitals(self, at: int) -> tuple[str | None, int]:
        """A body that no component knows, by its capitals, ending at token `at`: "Fed" in "Fed Chair"."""
        first = at
        while self.page.proper(first - 1) and first - 1 not in self.ends:
            first -= 1
        word = self.page.words[at]
        begins_sentence = self.page.tokens[first].is_sent_start and first == at
        shouted = word.isupper() and len(word) > LONGEST_ACRONYM
        titled = form_ending(self.page, at) is not None
        if begins_sentence or shouted or titled:
            return None, at + 1
        return self.page.slice(first, at + 1), first

    def _status_before(self, at: int) -> Status | None:
        word = self.page.word(at - 1)
        return STATUS.get(self.page.word(at - 2) if word in JOINTS else word)

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

    def owner_behind(self, held: Held, end: int) -> Held:
        """Adds "of France" or "(D-NY)" from behind the name to a title that lacks its owner."""
        page = self.page
        if page.word(end) == "of":
            at = end + 2 if page.word(end + 1) == "the" else end + 1
            owner = self.begins.get(at)
            if owner is not None and owner.kind in ("place", "organisation"):
                return held._replace(of=self.called(owner))
        named = state_behind(page.text, page.ends[end - 1])
        return held if named is None else held._replace(of=named)
