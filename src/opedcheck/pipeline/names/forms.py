"""A title's own words on a page: the longest form of a title that ends or begins at a token."""

from __future__ import annotations

from typing import NamedTuple

from opedcheck.pipeline.names.page import JOINTS, Page
from opedcheck.words.titles import DEPUTIES, UNREAL, form_of, longest_title, title_words

WIDE = frozenset({"minister", "secretary"})  # What stands before them says what they are for.
ELECT = frozenset({"elect", "designate"})


class Form(NamedTuple):
    """A title's own words: tokens and canonical form."""

    start: int
    end: int
    canonical: str
    elect: bool
    plural: bool


def form_ending(page: Page, at: int) -> Form | None:
    """The longest form of a title whose last word is token `at`, "-elect" behind it allowed."""
    elect = False
    if page.word(at) in ELECT:
        at, elect = at - (2 if page.word(at - 1) in JOINTS else 1), True
    words: tuple[str, ...] = ()
    best: Form | None = None
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
                best = Form(index, last, canonical, elect, words[-1].endswith("s") and words[-1] not in ("affairs",))
        index -= 1
    return best


def form_from(page: Page, at: int) -> Form | None:
    """The longest form of a title from token `at`, a portfolio of up to three words before it."""
    for lead in range(4):
        if page.word(at + lead) in UNREAL:
            return None
        if lead and not (page.proper(at + lead - 1) or page.tags[at + lead - 1 : at + lead] in (["NN"], ["JJ"])):
            break
        words: tuple[str, ...] = ()
        best: Form | None = None
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
                best = Form(first, index + 1, deputy + canonical, False, words[-1].endswith("s"))
        if best is not None:
            return best
    return None
