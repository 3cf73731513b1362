"""A name as its words: written in plain letters, particles and marks of generation apart, titles left out."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from opedcheck.words.lists import listed
from opedcheck.words.titles import AMBIGUOUS, form_of, title_words

# What joins the words of a name and tells nobody from another: articles, "of", "son of".
PARTICLES = listed(
    "al el ul ur ud as es ibn bin ben bint binti ould abu de da do dos das del della di du des la le les lo van von "
    "der den ten ter zu zum af av y e i na"
)
GENERATIONS = {
    **dict.fromkeys(("jr", "junior", "ii", "2nd"), 2), **dict.fromkeys(("sr", "senior"), 1),
    **dict.fromkeys(("iii", "3rd"), 3), **dict.fromkeys(("iv", "4th"), 4),
}  # fmt: skip
# One character is a syllable or a word, so that one that differs makes another name.
SYLLABIC = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
APOSTROPHES = re.compile(r"['’‘`ʼʻʿʾ]")
WORDS = re.compile(r"[^\W_]+")
# Figures that keyboards and scanners put in the place of letters, inside a word of letters.
FIGURES = str.maketrans("0193458", "oigeasb")


class Parts(msgspec.Struct, frozen=True):
    """`words` without particles, in the order given name, surname where a comma tells; `all` has the particles, too.

    `generation`: 2 for "Jr." and "II", `None` where nothing is said. `ordered`: a comma told which is the surname.
    """

    words: tuple[str, ...]
    all: tuple[str, ...]
    generation: int | None
    ordered: bool


@lru_cache(maxsize=1 << 14)
def parts(name: str, *, syllables: bool = False) -> Parts:
    """The parts of a name in any script. `syllables` keeps Chinese and Korean signs, each a word, as they are."""
    last, comma, first = name.partition(",")
    behind = WORDS.findall(first.lower())
    ordered = bool(comma) and not all(word in GENERATIONS for word in behind)
    written = [_plain(word) for word in _untitled(f"{first} {last}" if ordered else name, syllables)]
    written = [word for word in written if word]
    generations = [GENERATIONS[word] for word in written[1:] if word in GENERATIONS]
    kept = [word for at, word in enumerate(written) if not (at and word in GENERATIONS)]
    words = tuple(word for word in kept if word not in PARTICLES) or tuple(kept)
    return Parts(words, tuple(kept), generations[0] if generations else None, ordered)


def syllabic(name: str) -> bool:
    """Whether a name is written in Chinese or Korean signs."""
    return SYLLABIC.search(name) is not None


def _untitled(name: str, syllables: bool) -> list[str]:
    """The words of a name without titles before it, if something is left."""
    plain = APOSTROPHES.sub("", name)
    if syllables:
        plain = SYLLABIC.sub(lambda sign: f" {sign[0]} ", plain)
    words = re.findall(r"[^\W_]+\.?", plain)
    for count in (3, 2, 1):
        titled = title_words(" ".join(words[:count]))
        if len(words) > count and form_of(titled) and (words[count - 1].endswith(".") or titled[0] not in AMBIGUOUS):
            return words[count:]
    return words


def _plain(word: str) -> str:
    from anyascii import anyascii

    if SYLLABIC.match(word) and len(word) == 1:
        return word
    plain = APOSTROPHES.sub("", anyascii(word)).strip(".").lower()
    return plain.translate(FIGURES) if not plain.isdigit() and any(c.isalpha() for c in plain) else plain
