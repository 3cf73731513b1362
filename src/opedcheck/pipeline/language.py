"""The spaCy pipeline: which model, which components, in which order; and reading a text with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import LexiconEntry
from opedcheck.pipeline.models import check

REPLACED = ("lemmatizer",)  # kept, but only to lend its rules; attribute_ruler is not even loaded
COMPONENTS = (
    "opedcheck_words",
    "opedcheck_quantities",
    "opedcheck_times",
    "opedcheck_names",
    "opedcheck_context",
    "opedcheck_claims",
    "opedcheck_checkworthiness",
)
LONGEST = 400  # code points; the longest address that a text may hold as one word is shorter
LONG_RUN = re.compile(rf"(\S{{{LONGEST},}})")
# One code point for one code point, so that offsets stay: spaCy makes a token of every odd space,
# and the model has seen more straight quotes than curly ones.
SAME_LENGTH = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2028\u2029\u0085\f\v"), " "),
    **dict.fromkeys(map(ord, "‘’ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”„"), '"'),
    **dict.fromkeys(map(ord, "‐‑"), "-"),
}


def build(
    lexicon: Iterable[LexiconEntry] = (), *, model: str | None = None, components: tuple[str, ...] = COMPONENTS
) -> Language:
    """A pipeline that knows the names of `lexicon`. Raises ModelError where `model` is not installed."""
    nlp = _load(check(model))
    nlp.add_pipe("opedcheck_paragraphs", before="parser")
    for name in components:
        nlp.add_pipe(name)
    if "opedcheck_names" in components:
        names: Any = nlp.get_pipe("opedcheck_names")
        names.learn(tuple(lexicon))
    return nlp


def normalised(text: str) -> str:
    """`text` as the pipeline should see it, of the same length."""
    return text.translate(SAME_LENGTH)


def made(nlp: Language, text: str, *, published: date | None = None, skipped: Iterable[tuple[int, int]] = ()) -> Doc:
    """A Doc of `text`, tokenised, that knows its date and what to leave out; no component has run."""
    plain = normalised(text)
    doc: Doc = _tokenised(nlp, plain) if LONG_RUN.search(plain) else nlp.make_doc(plain)
    doc.user_data["opedcheck_date"] = published.isoformat() if published else None
    doc.user_data["opedcheck_skipped"] = [list(stretch) for stretch in skipped]
    return doc


def _tokenised(nlp: Language, text: str) -> Doc:
    """Tokens of `text`. A run without a space that is longer than any word is cut by length: spaCy's tokenizer takes
    one sign after the other off its front, each time looking at all that is left."""
    words: list[str] = []
    spaces: list[bool] = []
    for part in LONG_RUN.split(text):
        if LONG_RUN.fullmatch(part):
            words.extend(part[at : at + LONGEST] for at in range(0, len(part), LONGEST))
            spaces.extend([False] * (len(words) - len(spaces)))
        elif part:
            pieces = nlp.make_doc(part)
            words.extend(token.text for token in pieces)
            spaces.extend(bool(token.whitespace_) for token in pieces)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def read(nlp: Language, text: str, *, published: date | None = None, skipped: Iterable[tuple[int, int]] = ()) -> Doc:
    """Run the pipeline over one text. `skipped` stretches of code points yield no mentions and no claims."""
    return nlp(made(nlp, text, published=published, skipped=skipped))


def _load(model: str) -> Language:
    nlp: Language = import_module(model).load(exclude=["senter", "attribute_ruler"])
    for name in REPLACED:
        if name in nlp.pipe_names:
            nlp.disable_pipe(name)
    return nlp
