"""Proper nouns that the pipeline took for no name: two or more together, or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from opedcheck.matching.alignment.nodes import Mention
from opedcheck.model import Name, Word
from opedcheck.words.titles import title_forms

PROPER = frozenset({"NNP", "NNPS"})
INITIALS = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,6}")


def with_proper(text: str, words: Sequence[Word], mentions: list[Mention]) -> list[Mention]:
    """The mentions of a text, and as names of no known kind the proper nouns that are in none of them."""
    taken = [(mention.start, mention.end) for mention in mentions]

    def free(words: Iterable[Word]) -> list[Word]:
        return [w for w in words if not any(start < w.end and w.start < end for start, end in taken)]

    if not free(w for w in words if w.tag in PROPER):  # as most often
        return mentions
    return [*mentions, *_proper(text, free(words))]


def _proper(text: str, words: Sequence[Word]) -> Iterator[Name]:
    for is_proper, run in groupby(_runs(text, words), key=lambda pair: pair[0]):
        if is_proper is None:
            continue
        named = [word for _, word in run]
        start, end = named[0].start, named[-1].end
        if len(named) > 1 or INITIALS.fullmatch(text[start:end]):
            yield Name(start=start, end=end, text=text[start:end], kind="other")


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int | None, Word]]:
    """The words, each with the number of the run of proper nouns that it is in, if any."""
    run, last = 0, 0
    for word in words:
        proper = word.tag in PROPER and text[word.start : word.end].lower().rstrip(".") not in _titled()
        run += text[last : word.start].strip(" ") != ""
        yield (run if proper else None), word
        run, last = run + (not proper), word.end


@cache
def _titled() -> frozenset[str]:
    """The words of titles, which may stand before a name: "Majority Leader"."""
    return frozenset(word for form in title_forms() for word in form)
