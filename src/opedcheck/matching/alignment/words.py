"""Words as they are compared: what of a name it is known by, which words say nothing, what is heard in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from opedcheck.matching.alignment.likeness import ROWS
from opedcheck.matching.folding import fold
from opedcheck.matching.search_terms import terms
from opedcheck.matching.stems import stem
from opedcheck.model import Gist, Word
from opedcheck.words.lists import listed
from opedcheck.words.states import state

# They stand in any statement, and say nothing of what it is about.
EMPTY = listed("say tell year month week day time there one people person former be have do")
EMPTY_STEMS = frozenset(map(stem, EMPTY))
# Parts of names that many bodies share with each other.
DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu)\Z")
GENERIC = listed("the of and for in on at to de us united states national american")
# Abbreviations that are read as often as the names.
SHORT = {"us": "United States", "usa": "United States", "uk": "United Kingdom", "un": "United Nations"}
CONTENT = frozenset("NVFJR")


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name by which it is known again."""
    bare = DOMAIN.sub("", name.replace("’", "'").removesuffix("'s").removesuffix("'"))
    plain = fold(state(bare) or SHORT.get(bare.replace(".", "").lower()) or bare).replace("/", " ")
    words = tuple(word for word in plain.split() if word != "the")
    return tuple(word for word in words if word not in GENERIC) or words or ("",)


def telling(word: Word) -> bool:
    """Whether a word says something by itself: a noun, a verb, an adjective or an adverb, by its tag."""
    return word.tag[:1] in CONTENT


def heard(text: str, words: Sequence[Word] = ()) -> frozenset[str]:
    """Stems of a text's words and of their lemmas, and the plain words."""
    plain = fold(text.replace("’", "'").replace("'s", "")).translate(_PUNCT)
    lemmas = (stem(word.lemma) for word in words if telling(word))
    return frozenset({*(term.key for term in terms(text)), *plain.split(), *lemmas})


_PUNCT = str.maketrans(dict.fromkeys(',;:!?()[]"“”/*—–', " "))


def rows_of(gist: Gist) -> tuple[frozenset[str], ...]:
    """What a statement says but figures and times: for each word those that may stand for it, names word by word."""
    return tuple(_rows_of(gist))


def _rows_of(gist: Gist) -> Iterator[frozenset[str]]:
    rest = list(gist.text)
    spans = [(m.start, m.end) for kind in (gist.quantities, gist.times, gist.names) for m in kind]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    lemmas = {stem(gist.text[word.start : word.end].lower()): stem(word.lemma) for word in gist.words if telling(word)}
    stems = {term.key for term in terms("".join(rest)) if term.kind != "number"} & lemmas.keys()
    told = {lemmas[one]: one for one in sorted(stems) if lemmas[one] not in EMPTY_STEMS}
    yield from (alike(lemma) | {one} for lemma, one in sorted(told.items()))
    yield from (frozenset({word}) for name in gist.names for word in name_words(name.text))


@lru_cache(maxsize=1 << 14)
def alike(one: str) -> frozenset[str]:
    """The stems that say the same as this one, itself among them."""
    return frozenset({one}).union(*(row for row in _ROWS if one in row))


_ROWS = tuple(frozenset(map(stem, row)) for row in ROWS)
