"""Words that tell one thing from others of its kind: the political director, the minority leader, the grandson."""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.likeness import SYNONYM, contrary, likeness
from opedcheck.matching.alignment.nodes import Node, Said

ROLES = {"nsubj": "doer", "nsubjpass": "done to", "dobj": "done to"}
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


def candidates(theirs: Said, node: Node, said: Said) -> Iterator[tuple[Node, Closeness]]:
    """The words of a sentence that stand where `node` stands and say something else."""
    role = _role(theirs, node)
    modifies = theirs.words[node.at].dep in MODIFIERS
    for other in said.by_lemma.values():
        if contrary(node.lemma, other.lemma):
            yield other, "strong"
        elif modifies and said.words[other.at].dep in MODIFIERS and other.lemma != node.lemma:
            if alike_heads(theirs, node, said, other) and not likeness(node.lemma, other.lemma):
                yield other, "far"
        elif role and role == _role(said, other) and _one_deed(theirs, node, said, other):
            yield other, "far"


def alike_heads(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words say something of one and the same noun, if they modify any."""
    if theirs.words[node.at].dep not in MODIFIERS:
        return True
    one, two = theirs.words[theirs.head(node.at)], said.words[said.head(other.at)]
    return likeness(one.lemma, two.lemma) >= SYNONYM


def _one_deed(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words do, or suffer, the same by the verbs that govern them, and are not alike themselves."""
    one, two = theirs.governor(node.at), said.governor(other.at)
    if one is None or two is None or likeness(node.lemma, other.lemma):
        return False
    verb, other_verb = theirs.words[one], said.words[two]
    return verb.tag[0] == other_verb.tag[0] == "V" and likeness(verb.lemma, other_verb.lemma) >= SYNONYM


def _role(said: Said, node: Node) -> str | None:
    """Whether a noun is who does something, or what it is done to."""
    word = said.words[node.at]
    if word.tag not in ("NN", "NNS"):
        return None
    if word.dep == "pobj" and said.words[said.head(node.at)].dep == "agent":
        return "doer"
    return ROLES.get(word.dep)
