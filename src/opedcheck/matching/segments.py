"""A word written together, as in a hashtag, taken apart into words that are known."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, log

LONGEST = 24
SHORTEST = 3
"""Parts of fewer letters are found in anything."""
MOST = 60


def segments(word: str, frequency: Callable[[str], float]) -> tuple[str, ...]:
    """The likeliest way to read `word` as known words, by frequency (0: unknown); nothing if there is none."""
    if len(word) > MOST:
        return ()
    best = [0.0] + [-inf] * len(word)
    cut = [0] * (len(word) + 1)
    for end in range(SHORTEST, len(word) + 1):
        for start in range(max(0, end - LONGEST), end - SHORTEST + 1):
            if best[start] == -inf or not (share := frequency(word[start:end])):
                continue
            if best[start] + log(share) > best[end]:
                best[end], cut[end] = best[start] + log(share), start
    if best[-1] == -inf:
        return ()
    parts: list[str] = []
    end = len(word)
    while end:
        parts.append(word[cut[end] : end])
        end = cut[end]
    return tuple(reversed(parts))
