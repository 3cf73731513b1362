"""Whether a figure is a change, and which way: "rose 4 %", "down 12 points", "an increase of 3 %", "fell from 6 to
    4".

A level that something rose to is no change: "rose to 4 %".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Token

from opedcheck.model.mentions import Change
from opedcheck.pipeline.quantities.numerals import listed
from opedcheck.pipeline.quantities.units import TIMES

UP = listed("""rise gain grow increase climb jump surge soar advance add expand swell improve rally rebound
    skyrocket balloon leap
    accelerate appreciate up higher boost raise hike spike strengthen double triple quadruple""")
DOWN = listed("""fall drop decline decrease lose slip slide tumble plunge sink plummet dip shrink contract slump
    ease cut reduce lower
    shed retreat dive crash weaken depreciate down trim slash tank skid crater lower halve""")
DIRECTION: dict[str, Change] = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}
NOUNS: dict[str, Change] = {
    **dict.fromkeys(
        listed(
            """increase rise gain growth jump surge hike raise improvement climb uptick spike upturn expansion
        rally"""
        ),
        "up",
    ),
    **dict.fromkeys(
        listed("decrease decline drop fall reduction cut loss slump plunge dip slide downturn contraction"),
        "down",
    ),
}
# Forms that look back at the text itself, where there is no parse or the parse is not needed.
IRREGULAR: dict[Change, str] = {
    "up": "rose risen grew grown",
    "down": """fell fallen lost losing sank sunk slid shrank shrunk dropped dropping slipped slipping cutting
    shedding skidded
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
BEHIND = re.compile(r" (?P<word>[a-z]+)(?P<than> than\b)?")
BEHIND_WORDS: dict[str, Change] = {
    "higher": "up",
    "lower": "down",
    "fewer": "down",
    "less": "down",
    "more": "up",
    **NOUNS,
}
SKIPPED = listed(
    """by about around roughly nearly almost some approximately just only over under more less than another an a the
    additional further as much many up to at least estimated between from another"""
)
RELATIVE = frozenset({"%", "percentage point", "basis point", "point", "time", "cent", "penny", "sen"})
# What is added, lost or raised is mostly a thing, and no change of a level: these count for figures of RELATIVE alone.
TAKING = listed(
    """add adds added adding lose loses lost losing raise raises raised raising gain gains loss save improve expand
    expanded
    boost boosted appreciate accelerate contract contracts"""
)
# "picked up 23 seats", "put down 5 rebellions": the particle belongs to the verb.
PARTICLE = re.compile(
    r"\b(?:pick|mak|put|giv|tak|com|sett?|show|bring|hold|build|lin|shut|break|clean|round|rack|pil|dig|open|gunn?|mow|turn|knock"
    r"|writ|lay|us|add|summ?|call|cover|stand|team|end|sign|back|stepp?|light|play|track|hunt|kick|chas|wav|burn|tear)(?:e|s|es|ed|ing)?"
    r" (?:up|down)\b"
    r"|\b(?:made|gave|given|took|taken|came|brought|held|built|broke|laid|wrote|shot|stood|struck|tore) (?:up|down)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+")
WINDOW = 36
ONWARD = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "appos", "conj"})
TAKES = frozenset({"dobj", "npadvmod", "advmod", "attr", "oprd", "acomp", "dep", "obj"})
Hit = tuple[str, Change]


def change(text: str, start: int, end: int, unit: str | None, root: Token | None, *, ranged: bool) -> Change | None:
    """Which way the figure from `start` to `end` moves; None where it is a level or nothing tells."""
    found = (
        _adjacent(text, start, ranged=ranged)
        or _behind(text, end, unit)
        or (None if unit in TIMES else _parsed(root, ranged=ranged))
    )
    return found[1] if found and (unit in RELATIVE or found[0] not in TAKING) else None


def signed(sign: str, value: Decimal, unit: str | None) -> Change | None:
    """A printed sign before a percentage or points is a change: "Nasdaq -1.3%"; the sign stays on the value."""
    if unit not in RELATIVE or sign not in ("+", "-", "−", "–"):
        return None
    return "down" if value < 0 else "up"


def _hit(word: str) -> Hit | None:
    found = FORMS.get(word)
    return (word, found) if found else None


def _adjacent(text: str, start: int, *, ranged: bool) -> Hit | None:
    """A word of change right before the figure, bounds and "by" between: "rose by more than"."""
    if text[max(0, start - 2) : start].strip() in (",", ";", ":", ".", "("):
        return None
    passed: list[str] = []
    for word in reversed(WORD.findall(text[max(0, start - WINDOW) : start])):
        low = word.lower()
        if low == "at" and passed[-1:] not in (["least"], ["most"]):
            return None
        found = _hit(low)
        if found and not (low == "up" and passed[-1:] == ["to"]):
            if low in ("up", "down") and PARTICLE.search(text[max(0, start - WINDOW) : start]):
                return None
            level = "to" in passed and "up" not in passed
            since = "from" in passed and (not ranged or low in ("up", "down"))
            return None if level or since else found
        if low not in SKIPPED or len(passed) > 4:
            return None
        passed.append(low)
    return None


def _behind(text: str, end: int, unit: str | None) -> Hit | None:
    """ "34 % higher", "a 4 % drop"; but not "3 % more than"."""
    found = BEHIND.match(text, end) if unit in RELATIVE else None
    if found is None or found["than"] or found["word"] not in BEHIND_WORDS:
        return None
    return found["word"], BEHIND_WORDS[found["word"]]


def _parsed(root: Token | None, *, ranged: bool) -> Hit | None:
    """What the figure hangs on in the parse."""
    token = root
    for _ in range(4):
        if token is None or token.dep_ not in ONWARD or token.head is token:
            break
        head = token.head
        if token.dep_ == "npadvmod" and head.lower_ in FORMS:
            return None if any(child.lower_ == "than" for child in head.children) else _hit(head.lower_)
        if head.tag_ in ("NN", "NNS") and head.i > token.i and head.lemma_ in NOUNS:
            return head.lemma_, NOUNS[head.lemma_]
        token = head
    if token is None:
        return None
    if token.dep_ in TAKES:
        return _hit(token.head.lower_) if token.head.pos_ in ("VERB", "ADV", "ADP", "ADJ") else None
    return _governed(token.head, ranged=ranged) if token.dep_ == "pobj" else None


def _governed(preposition: Token, *, ranged: bool) -> Hit | None:
    """By how much: "increased by 4 %", "an increase of 4 %"."""
    head = preposition.head
    noun: Hit | None = (
        (head.lemma_, NOUNS[head.lemma_]) if head.tag_ in ("NN", "NNS") and head.lemma_ in NOUNS else None
    )
    if preposition.lower_ == "by" or (ranged and preposition.lower_ in ("from", "between")):
        return _hit(head.lower_) or noun
    return noun if preposition.lower_ == "of" else None
