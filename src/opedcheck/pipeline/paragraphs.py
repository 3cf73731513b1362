"""Paragraphs end sentences: a blank line is a sentence boundary that the parser may not cross."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


class Paragraphs:
    """Marks the first token behind a blank line as the start of a sentence."""

    def __call__(self, doc: Doc) -> Doc:
        fresh = False
        for token in doc:
            if token.is_space:
                fresh = fresh or token.text.count("\n") > 1
            elif fresh:
                token.is_sent_start = True
                fresh = False
        return doc


def create(nlp: Language) -> Paragraphs:
    """The component; it needs nothing of `nlp`."""
    return Paragraphs()
