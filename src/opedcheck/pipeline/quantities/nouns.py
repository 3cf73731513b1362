"""What is counted: the head noun behind a number, in the singular ("3,000 Polish soldiers" is soldier).

The parse is asked first; where it has no answer, the tags of the next few words. Without tags nothing is said.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from opedcheck.pipeline.quantities import currencies, units

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
BETWEEN_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "RBR", "POS", "``", "''", "CD"})
FARTHEST = 7  # tokens from the number to its noun
LEMMAS = {"people": "person", "persons": "person", "percent": "%", "men": "man", "women": "woman", "children": "child"}
# Nouns that say how much of a thing, not which: the thing is named behind "of".
FOLLOW_OF = frozenset({"one", "number", "total", "kind", "type", "sort", "other"})
SAME_PLURAL = frozenset(
    {
        "staff",
        "aircraft",
        "troop",
        "people",
        "species",
        "series",
        "fish",
        "deer",
        "sheep",
        "spacecraft",
        "offspring",
        "police",
        "cattle",
        "crew",
    }
)


def noun(doc: Doc, first: int, last: int) -> Token | None:
    """The token that names what the number in tokens `first` to `last` counts, or None."""
    if last + 1 >= len(doc) or not doc[last].tag_:
        return None
    return _parsed(doc, first, last) or _flat(doc, last)


def lemma(token: Token) -> str:
    """The singular of a counted noun, lower case but for names."""
    low = token.lower_
    if low in LEMMAS:
        return LEMMAS[low]
    form = token.lemma_.lower() if token.lemma_ else low
    if form == low and token.tag_ in PLURAL_TAGS and low not in SAME_PLURAL:
        form = singular(low)
    name = units.NAMES.get(form) or units.NAMES.get(low)
    return LEMMAS.get(form, name or form)


def singular(word: str) -> str:
    """A guess at the singular of a regular plural, for forms that no lemmatizer has touched."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def money(token: Token) -> str | None:
    """The currency that a counted noun is: "five million more dollars"."""
    name = currencies.singular(token.lower_)
    return currencies.NAMES.get(name) if name in ("dollar", "euro", "yen", "yuan") else None


def _parsed(doc: Doc, first: int, last: int) -> Token | None:
    for token in doc[first : last + 1]:
        head = token.head
        if token.dep_ in ("nummod", "compound") and last < head.i <= last + FARTHEST and head.tag_ in NOUN_TAGS:
            return _checked(doc, last, head)
    return None


def _checked(doc: Doc, last: int, head: Token) -> Token | None:
    """The head, unless the number belongs to a noun before it: "a 12 page document", "an 11 member agreement"."""
    behind = doc[last + 1]
    if any(
        (token.is_punct and token.text in ",;:()") or token.tag_ in ("IN", "VBD", "VBZ", "VBP", "MD")
        for token in doc[last + 1 : head.i]
    ):
        return _flat(doc, last)
    if behind.tag_ == "HYPH" and last + 2 <= head.i:
        behind = doc[last + 2]
    if behind.i < head.i and behind.tag_ == "NN" and head.tag_ in ("NN", "NNP") and not _is_one(doc[last]):
        return behind
    return head


def _is_one(token: Token) -> bool:
    return token.lower_ in ("one", "1", "a", "half")


def _flat(doc: Doc, last: int) -> Token | None:
    """The head of the noun phrase right behind the number, by tags alone."""
    at = last + 1
    if doc[at].lower_ == "of" and at + 1 < len(doc):
        at += 1
        while (
            at < len(doc) and at < last + 5 and (doc[at].tag_ in ("DT", "PRP$", "CD", "PDT") or doc[at].lower_ == "all")
        ):
            at += 1
    found: Token | None = None
    for token in doc[at : last + 1 + FARTHEST]:
        if token.tag_ in NOUN_TAGS:
            if found is not None and found.tag_ in PLURAL_TAGS:
                break
            found = token
        elif found is not None and token.tag_ == "POS":
            found = None
        elif found is not None or token.tag_ not in BETWEEN_TAGS:
            break
    return found
