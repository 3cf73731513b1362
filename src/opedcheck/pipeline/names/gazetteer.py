"""The names that references know, found in a text: longest match, one pass, aware of case, blind to accents.

A form is a tuple of folded words; hyphens, full stops and spaces between words make no difference, so
"Kim Jong-un" is "Kim Jong Un" and "U.S." is "US". A form counts only where the text writes it with the
capitals that a name has: "us" is not the US, "turkey" not Turkey.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from opedcheck.model import LexiconEntry

# "U.S." and "J. R. R." are one word each; so are "O'Neill" and "d'Ivoire". A possessive's 's is none.
_WORD = re.compile(r"[^\W\d_]\.(?: ?[^\W\d_]\.)+|(?:\w(?<!_))+(?:'(?![sS]\b)(?:\w(?<!_))+)*")
# Letters that Unicode doesn't decompose.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
_ACRONYM_SHOUTED = 4  # Among capitals a shorter acronym may be a word: "TELL US", "WHO KNOWS".
_ABBREVIATED = 3  # "St. Petersburg": a full stop may follow a word of so many letters inside a name.


class Word(NamedTuple):
    """A word of the text: folded, and where it stands."""

    folded: str
    start: int
    end: int


class Hit(NamedTuple):
    """A form found in the text, in code points, with all entries that share it."""

    start: int
    end: int
    entries: tuple[LexiconEntry, ...]


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """`word` in lower case, without accents, full stops and apostrophes: "Erdoğan" -> "erdogan", "U.S." -> "us"."""
    lower = word.lower().translate(_LETTERS)
    if lower.isascii() and lower.isalnum():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if c.isalnum())


def words_of(text: str) -> list[Word]:
    """The words of a text, single initials that follow one another joined ("George H. W." has two words)."""
    return [Word(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a name, a leading "the" left out."""
    words = tuple(word.folded for word in words_of(text))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


class Gazetteer:
    """Forms by their first word. `entities_of` answers for a name as a whole."""

    def __init__(self, lexicon: Iterable[LexiconEntry] = ()) -> None:
        self.forms: dict[tuple[str, ...], list[tuple[tuple[str, ...], LexiconEntry]]] = {}
        self.longest: dict[str, int] = {}
        self.held: dict[str, tuple[tuple[str, str | None], ...]] = {}
        self.first_words: dict[str, set[str]] = {}
        for entry in lexicon:
            self._add(entry)

    def _add(self, entry: LexiconEntry) -> None:
        form = entry.form
        if form.isascii() and form.replace(" ", "").isalnum():  # The most, and by far the quickest.
            key, written = tuple(form.lower().split()), tuple(form.split())
        else:
            found = words_of(form)
            key, written = tuple(word.folded for word in found), tuple(form[word.start : word.end] for word in found)
        if len(key) > 1 and key[0] == "the":
            key, written = key[1:], written[1:]
        if not key:
            return
        if entry.kind == "person":
            self.held[entry.entity] = entry.offices or self.held.get(entry.entity, ())
            if entry.role == "name" and len(key) > 1:
                self.first_words.setdefault(entry.entity, set()).add(key[0])
        self._keep(key, written, entry)
        if entry.role == "series" or entry.kind == "event":
            self._keep((*key[:-1], key[-1] + "s"), (*written[:-1], written[-1] + "s"), entry)

    def _keep(self, key: tuple[str, ...], written: tuple[str, ...], entry: LexiconEntry) -> None:
        forms = self.forms.setdefault(key, [])
        if all(known != entry for _, known in forms):
            forms.append((written, entry))
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def entries(self, key: tuple[str, ...], *roles: str) -> list[LexiconEntry]:
        """The entries whose form is exactly `key`, in these roles."""
        return [entry for _, entry in self.forms.get(key, ()) if entry.role in roles]

    def offices(self, person: str) -> tuple[tuple[str, str | None], ...]:
        """The offices that a person is known to have held, as (title, of)."""
        return self.held.get(person, ())

    def surname_first(self, person: str, surname: str) -> bool:
        """Whether some known name of a person begins with `surname` ("Xi Jinping")."""
        return surname in self.first_words.get(person, ())

    @cached_property
    def first(self) -> frozenset[str]:
        """The first words of all persons' names: given names, and surnames where they stand first."""
        return frozenset().union(*self.first_words.values())

    def find(self, text: str) -> Iterator[Hit]:
        """The longest forms in `text`, left to right, none overlapping another."""
        words = words_of(text)
        shouted = list(_shouted(text))
        at = 0
        while at < len(words):
            hit, length = self._longest_at(words, at, text, shouted)
            if hit is not None:
                yield hit
            at += length

    def _longest_at(
        self, words: list[Word], at: int, text: str, shouted: list[tuple[int, int]]
    ) -> tuple[Hit | None, int]:
        for length in range(min(self.longest.get(words[at].folded, 0), len(words) - at), 0, -1):
            stretch = words[at : at + length]
            forms = self.forms.get(tuple(word.folded for word in stretch))
            if forms is None or not all(map(_joined, stretch, stretch[1:], [text] * length)):
                continue
            first = stretch[0]
            written = [text[first.start : first.end], *(_behind(text, word) for word in stretch[1:])]
            loud = any(start <= stretch[0].start < end for start, end in shouted)
            entries = tuple(entry for form, entry in forms if _written_as(form, written, loud))
            if entries:
                return Hit(stretch[0].start, stretch[-1].end, entries), length
        return None, 1


def _joined(left: Word, right: Word, text: str) -> bool:
    """Whether nothing but a space, a hyphen or an abbreviation's full stop parts two words."""
    gap = text[left.end : right.start]
    if "\n\n" in gap:
        return False
    match gap.strip():
        case "" | "-" | "&":
            return True
        case ".":
            return left.end - left.start <= _ABBREVIATED
        case _:
            return False


def _behind(text: str, word: Word) -> str:
    """A word that is not a name's first; behind a hyphen it may have lost its capital ("Jong-un")."""
    written = text[word.start : word.end]
    return written[:1].upper() + written[1:] if text[word.start - 1] == "-" else written


def _written_as(form: tuple[str, ...], written: list[str], loud: bool) -> bool:
    """Whether the text's words have the capitals that the form's words have; `loud` where all is in capitals."""
    for ours, theirs in zip(form, written, strict=True):
        letters = ours.replace(".", "")
        if letters.isupper() and len(letters) > 1:
            if not theirs.replace(".", "").isupper() or (loud and len(form) == 1 and len(letters) < _ACRONYM_SHOUTED):
                return False
        elif ours[0].isupper() and not theirs[0].isupper():
            return False
    return True


def _shouted(text: str) -> Iterator[tuple[int, int]]:
    """Lines of two words or more that have no lower-case letter."""
    start = 0
    for line in text.split("\n"):
        if line.isupper() and " " in line.strip():
            yield start, start + len(line)
        start += len(line) + 1
