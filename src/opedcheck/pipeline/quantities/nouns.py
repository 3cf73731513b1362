"""What is counted: the head noun behind a number, in the singular ("3,000 Polish soldiers" is soldier).

The parse is asked first; where it has no answer, the tags of the next few words. Without tags nothing is said.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from opedcheck.pipeline.quantities import currencies, units

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
BETWEEN_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "RBR", "POS", "``", "''", "CD"})
OWNERS = frozenset({"POS", "PRP$"})
FARTHEST = 7  # tokens from the number to its noun
LEMMAS = {
    "people": "person",
    "who": "person",
    "persons": "person",
    "percent": "%",
    "men": "man",
    "women": "woman",
    "children": "child",
    "corpses": "corpse",  # the model's lemmatizer has "corps"
}
UNNAMED = frozenset({"other", "others", "each", "total"})  # of what there are so many is told elsewhere
LOOSE = frozenset({"plus", "odd", "some"})  # "the first 12-plus minutes"
LINKS = frozenset({",", "and", "or", "to"})
STOPS = frozenset({"last", "next", "ago", "previous", "now"})
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
    if last + 3 < len(doc) and doc[last + 1].text == "-" and doc[last + 2].lower_ in LOOSE:
        last += 2
    if doc[last + 1].lower_ == "who":
        return doc[last + 1]
    found = _times(doc, last) or _of(doc, last) or _parsed(doc, first, last) or _flat(doc, last)
    return None if found is not None and (_of_another(doc, last, found) or found.lower_ in UNNAMED) else found


def _of_another(doc: Doc, last: int, found: Token) -> bool:
    """Whether a plural belongs to another number, right behind this one: "up from 58 four years ago"."""
    behind = doc[last + 1]
    return found.tag_ in PLURAL_TAGS and found.i == last + 2 and behind.tag_ == "CD" and behind.head.i == found.i


def lemma(token: Token) -> str:
    """The singular of a counted noun, lower case but for names."""
    low = token.lower_
    if low in LEMMAS:
        return LEMMAS[low]
    form = token.lemma_.lower().rstrip(".") if token.lemma_ else low
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


def _times(doc: Doc, last: int) -> Token | None:
    """ "6.5 times earnings" counts times, not earnings."""
    return doc[last + 1] if doc[last + 1].lower_ == "times" else None


def _of(doc: Doc, last: int) -> Token | None:
    """The object of "of" behind the number: "two of his deputies", "dozens of cars"."""
    if doc[last + 1].lower_ != "of":
        return None
    for token in doc[last + 1].children:
        owns = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "POS"
        if token.dep_ == "pobj" and last < token.i <= last + FARTHEST + 3 and token.tag_ in NOUN_TAGS and not owns:
            return token
    return None


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
    at = _suspended(doc, at)
    owned = last > 0 and doc[last - 1].tag_ in OWNERS
    for token in doc[at : at + FARTHEST]:
        owned = owned or token.tag_ in OWNERS
        if token.lower_ in STOPS:
            break
        if token.tag_ in NOUN_TAGS:
            if found is not None and found.tag_ in PLURAL_TAGS:
                break
            found = token
        elif found is not None and token.tag_ == "POS":
            found = None
        elif found is not None or not (token.tag_ in BETWEEN_TAGS or _links(doc, token) or _told_of(token, owned)):
            break
    if found is None or _is_one(doc[last]) or doc[at].tag_ != "NN" or found.tag_ != "NN":
        return found
    return doc[at]  # "a 12 page document"


def _told_of(token: Token, owned: bool) -> bool:
    """Whether what is read as a verb must be a participle: "the party's 3,990 pledged delegates"."""
    return owned and token.tag_ == "VBD"


def _links(doc: Doc, token: Token) -> bool:
    """ "and" between two adjectives: "digital and physical sales"."""
    return token.tag_ == "CC" and 0 < token.i < len(doc) - 1 and doc[token.i + 1].tag_ == doc[token.i - 1].tag_ == "JJ"


def _suspended(doc: Doc, at: int) -> int:
    """Behind "four-, five- and six-", where the noun is said once: the hyphen of the last."""
    for _ in range(4):
        hyphen = at + 1 < len(doc) and doc[at].text == "-"
        if not (hyphen or doc[at - 1].text.endswith("-")) or at + 1 >= len(doc):
            return at
        if doc[at + hyphen].lower_ not in LINKS:
            return at
        at += hyphen
        while at < len(doc) - 1 and (doc[at].lower_ in LINKS or doc[at].tag_ == "CD" or doc[at].text[-1:] == "-"):
            at += 1
    return at


def is_name(token: Token, doc: Doc, last: int) -> bool:
    """Whether the noun is a name that the digits are part of: "575 Wilbraham Road", "787 Dreamliner"."""
    return (
        token.tag_ == "NNP" and doc[last + 1].tag_ == "NNP" and not token.is_upper and token.lower_ not in units.NAMES
    )
