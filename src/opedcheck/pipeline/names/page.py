"""A parsed Doc as the reading of names looks at it: plain lists by token index, made once."""

from __future__ import annotations

from bisect import bisect_right

from spacy.attrs import HEAD
from spacy.tokens import Doc

PROPER = frozenset({"NNP", "NNPS"})
JOINTS = frozenset({"-", "–"})


class Page:
    """Texts, tags and neighbours of the tokens of `doc`. `skipped` tells the tokens that yield no names."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.tokens = list(doc)
        self.words = [token.text for token in self.tokens]
        self.lowers = [word.lower() for word in self.words]
        self.tags = [token.tag_ for token in self.tokens]
        self.deps = [token.dep_ for token in self.tokens]
        # HEAD is an offset from the token itself, as an unsigned number.
        offsets = doc.to_array(HEAD).astype("int64").tolist()
        self.heads = [at + offset for at, offset in enumerate(offsets)]
        self.starts = [token.idx for token in self.tokens]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.caps = [word[:1].isupper() for word in self.words]
        self.breaks = [word.isspace() and word.count("\n") > 1 for word in self.words]
        self.skipped = self._skipped()

    def __len__(self) -> int:
        return len(self.words)

    def _skipped(self) -> list[bool]:
        stretches = sorted(map(tuple, self.doc.user_data.get("opedcheck_skipped") or ()))
        skipped = [False] * len(self.words)
        for start, end in stretches:
            for at in range(max(bisect_right(self.starts, start) - 1, 0), len(skipped)):
                if self.starts[at] >= end:
                    break
                skipped[at] = self.ends[at] > start
        return skipped

    def covered(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that code points `start` to `end` cover; `None` where they begin or end inside a token."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        if first < 0 or self.starts[first] != start or self.ends[last] != end:
            return None
        return first, last + 1

    def proper(self, at: int) -> bool:
        """Whether the token is a capitalised proper noun."""
        return 0 <= at < len(self.words) and self.caps[at] and self.tags[at] in PROPER

    def word(self, at: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens from `start` to before `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""
