"""Words that tell one thing from others of its kind: a word and its contrary, and what somebody is said to be.

Of other words two may differ and mean the same, "plans" and "proposals"; whether they do can't be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from opedcheck.matching.alignment.anchors import full_words, names_alike
from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.likeness import SYNONYM, contrary, likeness
from opedcheck.matching.alignment.nodes import PRONOUNS, Node, Said
from opedcheck.words.titles import form_of

ROLES = frozenset({"attr", "appos"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WORKING = frozenset({"work", "serve", "act", "sit", "start", "begin", "retire", "elect", "appoint", "hire", "name"})
"""Who does so as something is that; what is praised as something is only called so."""
RELATIVES = frozenset({"who", "that"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


def candidates(theirs: Said, node: Node, said: Said) -> Iterator[tuple[Node, Closeness]]:
    """The words of a sentence that stand where `node` stands and say something else."""
    role, of_title = _is_role(theirs, node), _is_of_title(theirs, node)
    for other in chain.from_iterable(said.by_lemma.values()):
        if contrary(node.lemma, other.lemma):
            yield other, "strong"
        elif (role or of_title) and not likeness(node.lemma, other.lemma):
            as_one = role and _is_role(said, other) and _one_person(theirs, node, said, other)
            if as_one or (of_title and _is_of_title(said, other) and alike_heads(theirs, node, said, other)):
                yield other, "far"


def alike_heads(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether two words say something of one and the same noun, if they modify any."""
    if theirs.words[node.at].dep not in MODIFIERS:
        return True
    one, two = theirs.words[theirs.head(node.at)], said.words[said.head(other.at)]
    return likeness(one.lemma, two.lemma) >= SYNONYM


def _is_of_title(said: Said, node: Node) -> bool:
    """Whether a word tells which of several offices it is: the political director, the associate professor."""
    return said.words[node.at].dep in MODIFIERS and form_of((said.words[said.head(node.at)].lemma,)) is not None


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


def _is_role(said: Said, node: Node) -> bool:
    """Whether a noun says what somebody is."""
    word = said.words[node.at]
    if word.tag not in ("NN", "NNS"):
        return False
    if word.dep == "pobj" and said.words[said.head(node.at)].lemma == "as":
        return said.words[said.head(said.head(node.at))].lemma in WORKING
    return word.dep in ROLES
