"""How far it is shown that a mention of a sentence stands where the statement has another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from opedcheck.matching.alignment import days
from opedcheck.matching.alignment.anchors import Anchor
from opedcheck.matching.alignment.nodes import Node, Said
from opedcheck.model import Period, Time

AROUND = timedelta(days=60)
LATER = timedelta(days=400)
NEIGHBOURHOOD = 2
UNKNOWN = 0.5
STEPS, LOOSER = 2, 0.7
"""So many words above a mention may govern it, each less surely than the one below."""
PAST = "VBD"
POSSIBLE = frozenset({"would", "could", "might", "may", "should", "if", "unless", "whether"})


def beside(theirs: Said, node: Node, said: Said, other: Node, told: Sequence[Anchor]) -> float:
    """The share of what stands about the statement's mention that stands about the article's, too.

    A word counts the more the nearer it stands to the mention in the statement's parse, and the less the farther it
    stands from the other one in the sentence's.
    """
    got = whole = 0.0
    for anchor in told:
        near = 1 + theirs.distance(node.at, anchor.node.at)
        worth = anchor.node.weight / near
        whole += worth
        apart = [said.distance(other.at, place.at) for place in anchor.found if place is not other]
        if apart:
            got += worth * anchor.own * min(1.0, near / (1 + min(apart)))
    return got / whole if whole else 0.0


def governed(theirs: Said, node: Node, said: Said, other: Node, told: Sequence[Anchor]) -> float:
    """1 where the word that governs both is the same, a half where it can't be told, less where it stands elsewhere, or
    is one farther up: "contributions worth a million", "a million in contributions"."""
    heard = {a.node.at: a for a in told}
    is_one = _predicate(theirs, node)
    if is_one in heard:
        return _governs(heard[is_one], said, other)
    above = [heard[n] for n in theirs.path(node.at)[1:] if n in heard][:STEPS]
    if not above or theirs.governor(node.at) not in heard:
        return UNKNOWN
    return max(LOOSER**step * _governs(anchor, said, other) for step, anchor in enumerate(above))


def _predicate(said: Said, node: Node) -> int | None:
    """What somebody is said to be: "Ann was a judge"."""
    if said.words[node.at].dep != "nsubj":
        return None
    return next((n for n, w in enumerate(said.words) if w.dep == "attr" and said.head(n) == said.head(node.at)), None)


def _governs(anchor: Anchor, said: Said, other: Node) -> float:
    """How near a word of the sentence stands above a mention or below it, where it says what the statement's says."""
    found = (place.at for place in anchor.found)
    near = [said.distance(other.at, at) for at in found if _are_linked(said, at, other.at)]
    return anchor.own * min(1.0, 2 / (1 + min(near))) if near else 0.0


def _are_linked(said: Said, one: int, other: int) -> bool:
    """Whether a word hangs on the other, or is what that is said to be."""
    if said.words[one].dep == "attr" and said.head(one) == said.head(other):
        return True
    return one in said.path(other) or other in said.path(one)


def local(said: Said, other: Node, told: Sequence[Anchor]) -> float:
    """The share of what stands about the article's mention that the statement says, too."""
    heard = {place.at: a.own for a in told for place in a.found}
    about = [n for n in said.nodes if n is not other and n.weight and said.distance(other.at, n.at) <= NEIGHBOURHOOD]
    whole = sum(n.weight for n in about)
    return sum(n.weight * heard.get(n.at, 0.0) for n in about) / whole if whole else UNKNOWN


def timed(theirs: Said, node: Node, said: Said, other: Node, published: date | None) -> float:
    """1 where the sentence tells the statement's time, 0 where it tells another, else by the day of publication."""
    wanted = [t.period for t in _times(theirs, node) if t.period]
    if not wanted:
        return UNKNOWN
    told = [t.period for t in _times(said, other) if t.period]
    if told:
        return float(any(one.meets(two) for one in told for two in wanted))
    if published is None:
        return UNKNOWN
    return max(_by_publication(period, published) for period in wanted)


def is_over(theirs: Said, node: Node, said: Said, other: Node) -> bool:
    """Whether the sentence tells of some past by its verb, without a time, and the statement of the present."""
    return _is_past(said, other.at) and not _is_past(theirs, node.at) and not _times(said, other)


def _is_past(said: Said, at: int) -> bool:
    tag = next((said.words[n].tag for n in said.path(at) if said.words[n].tag.startswith("V")), "")
    return tag == PAST


def _times(said: Said, apart: Node) -> list[Time]:
    return [n.mention for n in said.nodes if n is not apart and isinstance(n.mention, Time) and days.length(n.mention)]


def _by_publication(wanted: Period, published: date) -> float:
    """Near 1 where an article may speak of that time without telling it, 0 where that time had not come."""
    if wanted.first is not None and published < wanted.first - AROUND:
        return 0.0
    if wanted.last is None or published <= wanted.last + AROUND:
        return 0.9
    return 0.5 if published <= wanted.last + LATER else 0.3


def unreal(said: Said, at: int) -> bool:
    """Whether the clause there only tells of what might be, or of a condition: "would be", "if it had"."""
    clause = _clause(said, at)
    return any(word.lemma in POSSIBLE and said.head(n) in clause for n, word in enumerate(said.words))


def denied(said: Said, at: int) -> bool:
    """Whether the clause there denies something."""
    clause = _clause(said, at)
    return any(word.dep == "neg" and said.head(n) in clause for n, word in enumerate(said.words))


def _clause(said: Said, at: int) -> set[int]:
    """A word and what it hangs on, up to the nearest verb."""
    path = said.path(at)
    verb = next((n for n, place in enumerate(path) if said.words[place].tag.startswith("V")), len(path) - 1)
    return set(path[: verb + 1])
