"""The title that stands behind a person's name."""

from __future__ import annotations

from opedcheck.model.mentions import Status
from opedcheck.pipeline.names.forms import form_from
from opedcheck.pipeline.names.offices import BOUNDARIES, OF, OWNERS, POSSESSIVES, Held, Offices, Owner, owns
from opedcheck.pipeline.names.page import JOINTS
from opedcheck.words.titles import SKIPPED, STATUS, form_of, is_office, title_words

COPULAS: dict[str, Status | None] = {"is": None, "'s": None, "remains": None, "was": "then", "became": "then",
                                     "served": "then", "serves": None}  # fmt: skip
PASSIVES = frozenset({"elected", "appointed", "named", "made", "reelected", "re-elected", "inaugurated", "confirmed"})
BETWEEN = frozenset({"now", "still", "currently", "also", "then", "once", "again", "already", "today", "both", "as"})


class After(Offices):
    """Reads titles behind names."""

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

    def _listed(self, held: Held) -> bool:
        """Whether the title behind a name is one more in a list of people: another follows, or no owner is told."""
        page, at = self.page, held.end
        if page.word(at) != ",":
            return False
        if page.word(at + 1) not in ("and", "or", "&"):
            return held.of is None and page.word(at + 1) in ("the", "a", "an", "his", "her", "their")
        return held.of is None or page.word(at + 2) in SKIPPED or form_of(title_words(page.word(at + 2))) is not None

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
                owner, at = found if owns(found) else None, found.end
                at += page.word(at) in POSSESSIVES
                continue
            at += 1
        form = form_from(self.page, at)
        if form is None or not is_office(form.canonical):
            return None
        of = self.called(owner) if owner is not None else None
        end = form.end
        if page.word(end) in JOINTS and page.word(end + 1) in ("elect", "designate"):
            status, end = "elect", end + 2
        behind = end + 2 if page.word(end + 1) == "the" else end + 1
        if page.word(end) in OF and behind in self.begins and self.begins[behind].kind in OWNERS:
            told = owner is not None and owner.entity is not None
            of, end = of if told else self.called(self.begins[behind]), self.begins[behind].end
        if end < len(page) and (page.proper(end) or page.word(end) in POSSESSIVES or end in self.begins):
            return None
        return Held(page.slice(form.start, form.end), form.canonical, of, status, start, end, form.plural)
