"""What two figures count, by the words about them in the parse."""

from __future__ import annotations

from opedcheck.matching.alignment import figures
from opedcheck.matching.alignment.anchors import names_alike
from opedcheck.matching.alignment.likeness import WIDER
from opedcheck.matching.alignment.nodes import Node, Said
from opedcheck.matching.alignment.qualities import MODIFIERS
from opedcheck.matching.stems import stem
from opedcheck.model import Name, Quantity


def count_alike(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two figures that count different things may count the same ones: members of one group, or one sort."""
    ours, his = other.mention, node.mention
    if _one_people(theirs, node, said, other):
        return True
    if not (isinstance(ours, Quantity) and isinstance(his, Quantity)):
        return False
    return figures.like_units(ours, his) >= WIDER and _one_sort(theirs, node, said, other)


def _one_people(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two figures count members of one group: "Poles", "Polish soldiers"."""
    one, two = _groups(theirs, node), _groups(said, other)
    return any(names_alike(name, also) == 1.0 for name in one for also in two)


def _one_sort(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether what two figures count is of one sort by a word before it: "polling places", "polling stations"."""
    one, two = _modifiers(theirs, node), _modifiers(said, other)
    return not one.isdisjoint(two)


def _modifiers(said: Said, figure: Node) -> set[str]:
    above = said.head(figure.at)
    return {stem(w.lemma) for n, w in enumerate(said.words) if said.head(n) == above and w.dep in MODIFIERS}


def _groups(said: Said, figure: Node) -> list[tuple[str, ...]]:
    """The groups that a figure counts, or counts some of."""
    above = said.head(figure.at)
    at = {above, *(n for n in range(len(said.words)) if said.head(n) == above)}
    return [n.words for n in said.named if n.at in at and isinstance(n.mention, Name) and n.mention.kind == "group"]
