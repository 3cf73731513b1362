"""Words that tell one thing from others of its kind: the political director, the minority leader, the grandson."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from opedcheck.matching.alignment.anchors import full_words, names_alike
from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.likeness import SYNONYM, contrary, likeness
from opedcheck.matching.alignment.nodes import PRONOUNS, Node, Said

IS = "is"
ROLES = {"nsubj": "doer", "nsubjpass": "done to", "dobj": "done to", "attr": IS, "appos": IS}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "that"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


def candidates(theirs: Said, node: Node, said: Said) -> Iterator[tuple[Node, Closeness]]:
    """The words of a sentence that stand where `node` stands and say something else."""
    role = _role(theirs, node)
    modifies = theirs.words[node.at].dep in MODIFIERS
    for other in chain.from_iterable(said.by_lemma.values()):
        if contrary(node.lemma, other.lemma):
            yield other, "strong"
        elif modifies and said.words[other.at].dep in MODIFIERS and other.lemma != node.lemma:
            if alike_heads(theirs, node, said, other) and not likeness(node.lemma, other.lemma):
                yield other, "far"
        elif role and role == _role(said, other) and _alike_roles(theirs, node, said, other):
            yield other, "far"


def alike_heads(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words say something of one and the same noun, if they modify any."""
    if theirs.words[node.at].dep not in MODIFIERS:
        return True
    one, two = theirs.words[theirs.head(node.at)], said.words[said.head(other.at)]
    return likeness(one.lemma, two.lemma) >= SYNONYM


def _alike_roles(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words that mean different things have to do with one person, or one deed."""
    if likeness(node.lemma, other.lemma):
        return False
    return (_one_person if _role(theirs, node) == IS else _one_deed)(theirs, node, said, other)


def _one_deed(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words do, or suffer, the same by the verbs that govern them."""
    one, two = theirs.governor(node.at), said.governor(other.at)
    if one is None or two is None:
        return False
    verb, other_verb = theirs.words[one], said.words[two]
    return verb.tag[0] == other_verb.tag[0] == "V" and likeness(verb.lemma, other_verb.lemma) >= SYNONYM


def _one_person(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words say what one person is, who may be called "he" or "she"."""
    one, two = _whose(theirs, node.at), _whose(said, other.at)
    if one is None or two is None or one not in theirs.names:
        return False
    if two in said.names:
        return names_alike(theirs.names[one].words, full_words(said.names[two])) == 1.0
    return said.words[two].lemma in PRONOUNS


def _whose(said: Said, at: int) -> int | None:
    """Of whom a word says what that one is: "Ann was a judge", "Ann, a judge", "Ann, who worked as a judge"."""
    head = said.head(at)
    if said.words[at].dep == "appos":
        return head
    verb = said.head(head) if said.words[at].dep == "pobj" else head
    found = next((n for n, w in enumerate(said.words) if said.head(n) == verb and w.dep in SUBJECTS), None)
    return said.head(verb) if found is not None and said.words[found].lemma in RELATIVES else found


def _role(said: Said, node: Node) -> str | None:
    """Whether a noun is who does something, what it is done to, or what somebody is."""
    word = said.words[node.at]
    if word.tag not in ("NN", "NNS"):
        return None
    if word.dep == "pobj":
        head = said.words[said.head(node.at)]
        return "doer" if head.dep == "agent" else IS if head.lemma == "as" else None
    return ROLES.get(word.dep)
