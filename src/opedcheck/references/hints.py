"""The right key for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

ENOUGH = 60.0
"""Of 100 by rapidfuzz's ratio: "untill" has 91 with "until", "since" has 22 with "from"."""

WRITTEN_FOR = {
    "text": ["statement"], "claim": ["statement"], "since": ["from", "valid"], "start": ["from", "valid"],
    "end": ["until", "to", "valid"], "from": ["valid"], "until": ["to", "valid"], "to": ["until", "valid"],
    "location": ["where"], "place": ["where"], "country": ["within"], "source": ["sources"], "position": ["title"],
    "role": ["title"], "office": ["title", "offices"], "organizations": ["organisations"], "persons": ["people"],
    "member": ["who", "members"], "date": ["published", "from", "valid"], "link": ["url"],
}  # fmt: skip
"""Words that curators write for a key that is spelled quite differently: the first that is known here is meant."""


def nearest(word: str, right: Iterable[str]) -> str | None:
    """The one of `right` that `word` was probably meant to be, or `None`."""
    from rapidfuzz import fuzz, process

    among = list(right)
    meant = next((key for key in WRITTEN_FOR.get(word.lower(), ()) if key in among), None)
    if meant:
        return meant
    found = process.extractOne(word.lower(), among, scorer=fuzz.ratio, score_cutoff=ENOUGH)
    return found[0] if found else None


def remedy(word: str, right: Iterable[str]) -> str:
    """What to do about `word`, which is none of `right`."""
    among = list(right)
    hint = nearest(word, among)
    return f'Did you mean "{hint}"?' if hint else f"What is known here: {', '.join(among)}."
