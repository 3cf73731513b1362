"""Whether a figure is a change, and which way: "rose 4 %", "down 12 points", "an increase of 3 %", "fell from 6 to 4".

A level that something rose to is no change: "rose to 4 %".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Token

from opedcheck.model.mentions import Change
from opedcheck.pipeline.quantities.numerals import listed

UP = listed("""rise gain grow increase climb jump surge soar advance add expand swell improve rally rebound skyrocket balloon leap
    accelerate appreciate up higher boost raise hike spike strengthen double triple quadruple""")
DOWN = listed("""fall drop decline decrease lose slip slide tumble plunge sink plummet dip shrink contract slump ease cut reduce lower
    shed retreat dive crash weaken depreciate down trim slash tank skid crater lower halve""")
DIRECTION: dict[str, Change] = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}
NOUNS: dict[str, Change] = {
    **dict.fromkeys(
        listed("increase rise gain growth jump surge hike raise improvement climb uptick spike upturn expansion rally"),
        "up",
    ),
    **dict.fromkeys(
        listed("decrease decline drop fall reduction cut loss slump plunge dip slide downturn contraction discount"),
        "down",
    ),
}
# Forms that look back at the text itself, where there is no parse or the parse is not needed.
IRREGULAR: dict[Change, str] = {
    "up": "rose risen grew grown",
    "down": """fell fallen lost losing sank sunk slid shrank shrunk dropped dropping slipped slipping cutting shedding skidded
        dipped dipping""",
}
ENDINGS = ("", "s", "es", "d", "ed", "ing")


def _forms() -> Iterator[tuple[str, Change]]:
    for form, direction in sorted(DIRECTION.items()):
        yield from ((form + ending, direction) for ending in ENDINGS)
        yield form.rstrip("e") + "ing", direction
    for direction, forms in IRREGULAR.items():
        yield from ((form, direction) for form in forms.split())


FORMS: dict[str, Change] = dict(_forms())
BEHIND = re.compile(
    r" (?:(?P<up>higher|more|increase|rise|gain|jump|surge|hike|raise|improvement|growth)|(?P<down>lower|less|fewer|decrease|decline|drop|fall|reduction|cut|loss))\b(?! than)"
)
SKIPPED = listed(
    """by about around roughly nearly almost some approximately just only over under more less than another an a the additional
    further as much many up to at least estimated between from another"""
)
RELATIVE = frozenset({"%", "percentage point", "basis point", "point", "time"})
BEFORE = re.compile(r"[A-Za-z]+")
ONWARD = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "appos", "conj"})
TAKES = frozenset({"dobj", "npadvmod", "advmod", "attr", "oprd", "acomp", "dep", "obj"})


def change(text: str, start: int, end: int, unit: str | None, root: Token | None, *, ranged: bool) -> Change | None:
    """Which way the figure from `start` to `end` moves; None where it is a level or nothing tells."""
    return _adjacent(text, start, ranged=ranged) or _behind(text, end, unit) or _parsed(root, ranged=ranged)


def signed(sign: str, value: Decimal, unit: str | None) -> Change | None:
    """A printed sign before a percentage or points is a change: "Nasdaq -1.3%"."""
    if unit not in RELATIVE or sign not in ("+", "-", "−", "–"):
        return None
    return "down" if value < 0 else "up"


def _adjacent(text: str, start: int, *, ranged: bool) -> Change | None:
    words = BEFORE.findall(text[max(0, start - 36) : start])
    if _cut(text, start):
        return None
    for at, word in enumerate(reversed(words)):
        if (found := FORMS.get(word.lower())) and not (at == 0 and word.lower() == "under"):
            passed = [skipped.lower() for skipped in words[len(words) - at :]]
            if "to" in passed and not ("up" in passed or "from" in passed):
                return None
            if word.lower() == "up" and passed[:1] == ["to"]:
                return None
            return found if ranged or "from" not in passed else None
        if word.lower() not in SKIPPED or at > 4 or word.lower() == "up":
            return None
    return None


def _cut(text: str, start: int) -> bool:
    """Whether a mark stands right before the figure, so that the words before it belong elsewhere."""
    return text[max(0, start - 2) : start].strip() in (",", ";", ":", ".", "(")


def _behind(text: str, end: int, unit: str | None) -> Change | None:
    if unit not in RELATIVE:
        return None
    found = BEHIND.match(text, end)
    if found is None:
        return None
    return "up" if found["up"] else "down"


def _parsed(root: Token | None, *, ranged: bool) -> Change | None:
    if root is None or not root.dep_:
        return None
    token = root
    for _ in range(4):
        if token.dep_ not in ONWARD or token.head is token:
            break
        if token.dep_ == "npadvmod" and token.head.lower_ in FORMS:
            return FORMS[token.head.lower_]
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_ in NOUNS and token.i > root.i:
            return NOUNS[token.lemma_]
    head = token.head
    if token.dep_ in TAKES:
        return FORMS.get(head.lower_) if head.pos_ in ("VERB", "ADV", "ADP", "ADJ") else None
    if token.dep_ == "pobj":
        return _governed(head, ranged=ranged)
    return None


def _governed(preposition: Token, *, ranged: bool) -> Change | None:
    """By how much: "increased by 4 %", "an increase of 4 %"."""
    head = preposition.head
    if preposition.lower_ == "by" or (ranged and preposition.lower_ in ("from", "between")):
        return FORMS.get(head.lower_) or NOUNS.get(head.lemma_)
    return NOUNS.get(head.lemma_) if preposition.lower_ == "of" else None
