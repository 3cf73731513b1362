"""Whether a sentence and a statement differ in more than one thing, so that they tell two facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from opedcheck.matching.alignment import days, figures
from opedcheck.matching.alignment.anchors import Anchor
from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.likeness import SYNONYM, contraries
from opedcheck.matching.alignment.nodes import Node, Said, sort
from opedcheck.model import Quantity, Time

CLAUSE = 4
THAN = "than"


def crossed(theirs: Said, node: Node, said: Said, other: Node, told: Sequence[Anchor], like: Closeness) -> bool:
    """Whether both differ in more than these mentions, so that they tell two facts.

    In a word and its contrary ("more likely", "less likely"), in who took the poll, in which of several debates it was;
    mentions that are not alike also where another figure, or another date, differs.
    """
    left_out = [anchor.node for anchor in told if anchor.node.words and anchor.own < SYNONYM]
    return (
        _contrary(theirs, node, said, other)
        or any(_another(theirs, name, said, other, told) for name in left_out)
        or _other_rank(theirs, node, said, strict=like == "far")
        or (like == "far" and any(_another_value(also, said, other) for also in theirs.nodes if also is not node))
    )


def _another_value(also: Node, said: Said, other: Node) -> bool:
    """Whether the sentence has, beside `other`, another figure of a kind, or another date, and not the statement's."""
    told = also.mention
    if isinstance(told, Quantity):
        every = [n.mention for n in said.figures if n is not other and isinstance(n.mention, Quantity)]
        rest = [one for one in every if figures.comparable(one, told)]
        return not told.ordinal and bool(rest) and all(figures.closeness(one, told) for one in rest)
    if isinstance(told, Time):
        times = [n.mention for n in said.dates if n is not other and isinstance(n.mention, Time)]
        return bool(times) and all(days.closeness(one, told) for one in times)
    return False


def _other_rank(theirs: Said, node: Node, said: Said, *, strict: bool) -> bool:
    """Whether the sentence tells of another one of several: the second debate; if `strict`, also if it does not say."""
    ours = {rank for n in said.nodes if (rank := _rank(n)) is not None}
    his = {rank for n in theirs.nodes if n is not node and (rank := _rank(n)) is not None}
    return not his <= ours and (strict or bool(ours))


def _contrary(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    for at, word in enumerate(theirs.words):
        if at == node.at or word.lemma in said.places or _bounds(theirs, at):
            continue
        for lemma in contraries(word.lemma) & said.places.keys():
            place = said.places[lemma]
            negated = any(
                w.dep == "neg" and said.head(n) in (place, said.head(place)) for n, w in enumerate(said.words)
            )
            told = lemma in theirs.places or place == other.at or negated  # "is not likely" for "unlikely"
            if not told and said.distance(other.at, place) <= CLAUSE:
                return True
    return False


def _bounds(said: Said, at: int) -> bool:
    """Whether a word there is the bound of a figure: "less than two"."""
    return [word.lemma for word in said.words[at + 1 : at + 2]] == [THAN]


def _another(theirs: Said, name: Node, said: Said, other: Node, told: Sequence[Anchor]) -> bool:
    """Whether the sentence has, beside `other` and under the same noun or verb, another name of the sort of one that it
    leaves out."""
    above = theirs.governor(name.at)
    anchor = next((a for a in told if a.node.at == above), None)
    if anchor is None:
        return False
    places = {place.at for place in anchor.found}
    known = {place.at for a in told if a.own >= SYNONYM for place in a.found}
    named = {a.node.words for a in told}
    return any(
        also is not other
        and also.at not in known
        and also.words not in named
        and not {*also.words} & {*name.words}
        and sort(also.mention) == sort(name.mention)
        and said.governor(also.at) in places
        for also in said.named
    )


def _rank(node: Node) -> Decimal | None:
    return node.mention.low if isinstance(node.mention, Quantity) and node.mention.ordinal else None
