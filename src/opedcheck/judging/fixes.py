"""What may be written into an article without asking anybody: a suggestion, where exactly one verified value fits.

A wrong correction costs more than a wrong alarm. So the value must be one reference's, of one form with the words
that it replaces, and the words the writer's own: what somebody is quoted or reported as saying stays as they said it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from opedcheck.judging import forms, rules
from opedcheck.model import Claim, Finding, Fix

Form = Callable[[str, str], str | None]
FORMS: dict[str, Form] = {
    rules.amount.RULE.name: forms.figure,
    rules.count.RULE.name: forms.figure,
    rules.percent.RULE.name: forms.figure,
    rules.rank.RULE.name: forms.one_word,
    rules.date.RULE.name: forms.date,
    rules.place.RULE.name: forms.place,
    rules.name.RULE.name: forms.full_name,
}
MARKS = {"“": "”", "«": "»", "„": "“"}
# British single quotation marks: the closing one is an apostrophe, too, which stands within a word.
SINGLE = re.compile(r"(?<!\w)‘|’(?!\w)")
ARTICLE = re.compile(r"\b(an?)\s+\Z", re.I)
# What is spoken with a vowel first: 8, 80, 8,000, 11 and 18 by themselves or before thousands, and most such letters.
VOWEL = re.compile(r"[^\w]*(?:8|1[18](?!\d)|(?!one|eu|uni|us)[aeiou])", re.I)
# "Riga, Latvia": what follows tells more of the place that would be replaced.
GOES_ON = re.compile(r",\s+(?:the\s+)?[^\W\d_a-z]")
THE = re.compile(r"\bthe\s+\Z", re.I)


class NotFixed(msgspec.Struct, frozen=True):
    """A suggestion that is left to a human, and why."""

    why: str


def fix(finding: Finding, claim: Claim | None, text: str) -> Fix | NotFixed | None:
    """What to write in the place of a finding; `None` where it suggests nothing, or is no error.

    `claim` is the one that the finding is about, `text` the article's plain text, which all offsets refer to.
    """
    if finding.severity != "error" or finding.suggestion is None:
        return None
    form = FORMS.get(finding.rule)
    if form is None or claim is None or len(finding.references) != 1:
        return NotFixed("no single reference settles what is right")
    if len(_values(finding)) > 1:
        return NotFixed("references give more than one value")
    if claim.speaker or claim.quoted or is_quoted(text, finding.start):
        return NotFixed("it is what somebody else says")
    if claim.hedge or (claim.quantity is not None and claim.quantity.bound != "exact"):
        return NotFixed("the words hedge it")
    wanted = form(finding.quote, finding.suggestion)
    if wanted is None or wanted == finding.quote:
        return NotFixed("the suggestion is not of the same form as the words")
    if not _agrees(finding, wanted, text):
        return NotFixed("the words around it would have to change as well")
    return _least(finding, wanted)


def is_quoted(text: str, offset: int) -> bool:
    """Whether a quotation stands open at `offset`, counted from the paragraph's start; several marks may be mixed."""
    start = text.rfind("\n\n", 0, offset) + 1
    before = text[start:offset]
    if before.count('"') % 2:
        return True
    singles = SINGLE.findall(before)
    opened = any(before.rfind(left) > before.rfind(right) for left, right in MARKS.items())
    return opened or bool(singles and singles[-1] == "‘")


def _values(finding: Finding) -> set[str]:
    """Every value that some reference has in the slot that differs."""
    slots = (slot for one in finding.evidence if one.outcome == "differs" for slot in one.slots)
    return {slot.theirs for slot in slots if slot.exclusive and slot.outcome == "differs"}


def _agrees(finding: Finding, wanted: str, text: str) -> bool:
    """Whether what stands before and behind the words can stay as it is."""
    before = text[max(0, finding.start - 10) : finding.start]
    article = ARTICLE.search(before)
    if article is not None and bool(VOWEL.match(wanted)) != (article[1].lower() == "an"):
        return False
    if finding.rule != rules.place.RULE.name:
        return True
    return not (GOES_ON.match(text, finding.end) or THE.search(before))


def _least(finding: Finding, wanted: str) -> Fix:
    """The fewest words that have to change, so that markup about the others stays."""
    ours, theirs = (re.findall(r"\s+|\S+", words) for words in (finding.quote, wanted))
    first = _alike(ours, theirs)
    last = _alike(ours[first:][::-1], theirs[first:][::-1])
    start, end = (len("".join(part)) for part in (ours[:first], ours[len(ours) - last :]))
    return Fix(finding.start + start, finding.end - end, "".join(theirs[first : len(theirs) - last]))


def _alike(ours: list[str], theirs: list[str]) -> int:
    """How many words are alike from the first on."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((at for at, (our, their) in pairs if our != their), min(len(ours), len(theirs)))
