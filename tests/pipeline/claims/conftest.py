"""A parse written by hand, one word after the other: "aid/NN:dobj>gave" hangs on "gave" as its object.

`word/TAG[=lemma]:label[>head]`; the head is another word of the text (the nearest one of that spelling), and a word
without one is the root of its sentence. Parts of speech follow from the tag; mentions are marked by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.lang.en import English
from spacy.tokens import Doc

from opedcheck.model import Name, Quantity, Time
from opedcheck.pipeline.claims.view import View
from opedcheck.pipeline.store import keep
from opedcheck.pipeline.wordforms import POS

VOCAB = English().vocab
WORD = re.compile(r"(?P<word>\S+?)/(?P<tag>[A-Z$.,:]+?)(=(?P<lemma>[^:]+))?:(?P<label>\w+)(>(?P<head>\S+))?")


def parsed(text: str) -> Doc:
    """The Doc that `text` describes."""
    found = [WORD.fullmatch(word) for word in text.split()]
    assert all(found), [word for word, one in zip(text.split(), found, strict=True) if not one]
    told = [one for one in found if one]
    words = [one["word"] for one in told]
    heads = [_nearest(words, one["head"], at) if one["head"] else at for at, one in enumerate(told)]
    lemmas = [one["lemma"] or (one["word"] if one["tag"].startswith("NNP") else one["word"].lower()) for one in told]
    pos = [_pos(one["tag"], one["label"], lemma) for one, lemma in zip(told, lemmas, strict=True)]
    spaces = [at + 1 < len(words) and words[at + 1] not in (",", ".", "'s", "%") for at in range(len(words))]
    return Doc(
        VOCAB, words=words, spaces=spaces, tags=[one["tag"] for one in told], pos=pos, lemmas=lemmas, heads=heads,
        deps=[one["label"] for one in told],
    )  # fmt: skip


def _nearest(words: list[str], head: str, at: int) -> int:
    return min((i for i, word in enumerate(words) if word == head and i != at), key=lambda i: abs(i - at))


def _pos(tag: str, label: str, lemma: str) -> str:
    pos = POS.get(tag, "X")
    return "AUX" if label in ("aux", "auxpass") or lemma == "be" else pos


def marked(
    text: str,
    names: Iterable[Name] = (),
    *,
    quantities: Iterable[Quantity] = (),
    times: Iterable[Time] = (),
) -> View:
    """The view of a parse with its mentions."""
    doc = parsed(text)
    for what, found in (("names", names), ("quantities", quantities), ("times", times)):
        keep(doc, what, [_placed(doc, mention) for mention in found])  # type: ignore[type-var]
    return View(doc)


def _placed(doc: Doc, mention: Name | Quantity | Time) -> Name | Quantity | Time:
    from msgspec.structs import replace

    start = doc.text.index(mention.text)
    return replace(mention, start=start, end=start + len(mention.text))


def name(text: str, kind: str = "place", entity: str | None = None, **more: object) -> Name:
    return Name(start=0, end=0, text=text, kind=kind, entity=entity, **more)  # type: ignore[arg-type]
