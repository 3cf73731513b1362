"""From texts to Readings: what leaves the pipeline's folder holds no spaCy objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import Claim, Reading, Sentence, Word
from opedcheck.pipeline.language import made, read
from opedcheck.pipeline.store import kept

M = TypeVar("M", bound=msgspec.Struct)


def reading(
    nlp: Language, text: str, *, published: date | None = None, skipped: Iterable[tuple[int, int]] = ()
) -> Reading:
    """All mentions and claims of `text`, worded as the text has them."""
    return _reading(read(nlp, text, published=published, skipped=skipped), text)


def readings(nlp: Language, texts: Iterable[str]) -> Iterator[Reading]:
    """The Readings of many short undated texts, in their order; spaCy batches them."""
    own = list(texts)
    docs = nlp.pipe(made(nlp, text) for text in own)
    yield from (_reading(doc, text) for doc, text in zip(docs, own, strict=True))


def _reading(doc: Doc, text: str) -> Reading:
    sentences = kept(doc, "sentences")
    return Reading(
        quantities=tuple(_worded(kept(doc, "quantities"), text)),
        times=tuple(_worded(kept(doc, "times"), text)),
        names=tuple(_worded(kept(doc, "names"), text)),
        sentences=sentences,
        claims=tuple(_weighed(kept(doc, "claims"), sentences, text)),
        words=tuple(_words(doc)),
    )


def _words(doc: Doc) -> Iterator[Word]:
    """The parse without spaCy: the words with their heads. What hangs on a sign hangs on that sign's own head."""
    words = [token for token in doc if not (token.is_punct or token.is_space)]
    places = {token.i: place for place, token in enumerate(words)}
    for token in words:
        head = token.head
        while head.i not in places and head.head != head:
            head = head.head
        yield Word(
            token.idx, token.idx + len(token), token.lemma_.lower(), token.tag_, token.dep_,
            places.get(head.i, places[token.i]),
        )  # fmt: skip


def _worded(mentions: Iterable[M], text: str) -> Iterator[M]:
    """The mentions with the text's own characters: the pipeline sees straight quotes and plain spaces."""
    for mention in mentions:
        own = text[mention.start : mention.end]  # type: ignore[attr-defined]
        yield mention if own == mention.text else msgspec.structs.replace(mention, text=own)  # type: ignore[attr-defined]


def _weighed(claims: Iterable[Claim], sentences: tuple[Sentence, ...], text: str) -> Iterator[Claim]:
    """The claims with their sentence's check-worthiness."""
    worth = {sentence.start: sentence.checkworthiness for sentence in sentences}
    for claim in _worded(claims, text):
        yield msgspec.structs.replace(claim, checkworthiness=worth.get(claim.sentence_start, 0.0))
