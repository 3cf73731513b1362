"""Check-worthiness: how much each sentence is worth checking, from 0 to 1.

A linear model over hashed words, grammar and mentions (see `features`), trained by `tools/train_checkworthiness.py`
on sentences that people labelled as worth checking or not (ClaimBuster). 0.5 is where calling a sentence worth
checking gains as much as it loses.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from opedcheck.model import Sentence
from opedcheck.pipeline.checkworthiness.features import features_of
from opedcheck.pipeline.checkworthiness.linear import Linear, shipped
from opedcheck.pipeline.store import keep

DIGITS = 4
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
HEADLINE = 0.3  # what a line without a verb and a full stop keeps of its score: it names what others say


class Checkworthiness:
    """Leaves every sentence that is not skipped, trimmed of white space, with its check-worthiness."""

    def __init__(self, model: Linear) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        return keep(doc, "sentences", self._sentences(doc))

    def _sentences(self, doc: Doc) -> Iterator[Sentence]:
        skipped = [tuple(stretch) for stretch in doc.user_data.get("opedcheck_skipped") or ()]
        if not len(doc):
            return
        found = features_of(doc)
        worth = self.model.probabilities(found)
        ends = np.append(found.firsts[1:], len(doc))
        for number, (first, end) in enumerate(zip(found.firsts, ends, strict=True)):
            words = [token for token in doc[int(first) : int(end)] if not token.is_space]
            if not words:
                continue
            start, stop = words[0].idx, words[-1].idx + len(words[-1])
            if not any(low <= start and stop <= high for low, high in skipped):
                score = float(worth[number]) * (HEADLINE if _is_headline(words) else 1)
                yield Sentence(start=start, end=stop, checkworthiness=round(score, DIGITS))


def _is_headline(words: list[Token]) -> bool:
    """Whether a line asserts nothing by itself; without tags nothing is known."""
    tags = {token.tag_ for token in words}
    return words[-1].text[-1].isalnum() and tags != {""} and FINITE.isdisjoint(tags)


def create(nlp: Language) -> Checkworthiness:
    """The component with the shipped weights; it needs nothing of `nlp`."""
    return Checkworthiness(shipped())
