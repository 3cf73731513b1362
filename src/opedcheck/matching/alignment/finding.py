"""Every mention of an article beside the one of a statement that its sentence may mean to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from opedcheck.matching.alignment import days
from opedcheck.matching.alignment.anchors import Anchor, Sentence, anchors, share
from opedcheck.matching.alignment.article import Text, stated
from opedcheck.matching.alignment.candidates import Candidate, candidates, compared, stating
from opedcheck.matching.alignment.closeness import Kind
from opedcheck.matching.alignment.crossing import crossed
from opedcheck.matching.alignment.index import near
from opedcheck.matching.alignment.likeness import SYNONYM
from opedcheck.matching.alignment.measures import beside, denied, governed, is_over, local, timed, unreal
from opedcheck.matching.alignment.nodes import Node, Said
from opedcheck.matching.known import Known, held_in
from opedcheck.model import AlignedMatch, Article, Gist, Name, Quantity, Reading, Statement, Time, day

ARTICLE = 0.55
"""The least share of a statement's words that an article must have to be looked at; counted roughly, as is the next."""
ROUGH = 0.35
"""The least share of them that a sentence must have, with what stands near by."""
FLOOR = 0.35
"""The same, weighed, of what is left of a statement without the mention that is compared."""


def aligned(article: Article, reading: Reading, known: Known) -> tuple[AlignedMatch, ...]:
    """Every mention of the article that may stand for another one of a statement, with what shows it; and, of the same
    mentions, those that a statement has as well."""
    text = Text(article, reading)
    found: list[AlignedMatch] = []
    comparisons: list[Comparison] = []
    for record_id, sentences in near(known.index.words, text.where, ARTICLE, ROUGH):
        record = known.records[record_id]
        if isinstance(record, Statement) and record.verdict == "true" and record.rating is None:
            comparisons.append(Comparison(text, record, known.gists[record_id], sentences))
            found += comparisons[-1].differing()
    differing = {(match.start, match.end) for match in found}
    starts = sorted(start for start, _ in differing)
    for comparison in comparisons if differing else ():
        found += (match for match in comparison.agreeing(starts) if (match.start, match.end) in differing)
    return tuple(found)


class Heard:
    """A sentence of the article that says enough of a statement, with what stands where, found when it is asked for."""

    def __init__(self, number: int, sentence: Sentence, theirs: Said) -> None:
        self.number, self.sentence, self._theirs = number, sentence, theirs

    @cached_property
    def told(self) -> tuple[Anchor, ...]:
        """What the statement says, beside what says it here."""
        return anchors(self._theirs, self.sentence)

    def but(self, node: Node) -> tuple[Anchor, ...]:
        """What is told beside one node."""
        return tuple(anchor for anchor in self.told if anchor.node is not node)


class Comparison:
    """An article beside one statement, of which some sentences (by number) have enough words."""

    def __init__(self, text: Text, record: Statement, gist: Gist, sentences: Iterable[int]) -> None:
        self.text, self.record, self.gist, self.theirs = text, record, gist, stated(gist)
        self.heard = [Heard(number, text.sentences[number], self.theirs) for number in sentences]

    def differing(self) -> Iterator[AlignedMatch]:
        """What stands in a sentence where the statement has something else, and the sentence does not say that, too."""
        for node, exclusive in compared(self.theirs, self.record, self.gist) if self.heard else ():
            found = [(one, pairs) for one in self.heard if (pairs := self._candidates(one, node, exclusive))]
            if not found:
                continue
            saying = {one.number: self._same(one, place, node, exclusive) for one, place in self._saying(node)}
            for one, pairs in found:
                if self._may_mean(one, node) and one.number not in saying:
                    elsewhere = tuple(replace(also, apart=abs(n - one.number)) for n, also in saying.items())
                    for pair in pairs:
                        match = self._match(one, node, pair, exclusive, len(pairs) - 1)
                        yield replace(match, elsewhere=elsewhere)

    def agreeing(self, starts: Sequence[int]) -> Iterator[AlignedMatch]:
        """What stands in a sentence where the statement has the same, in those sentences that hold one of `starts`."""
        for node, exclusive in compared(self.theirs, self.record, self.gist) if self.heard else ():
            for one, place in self._saying(node):
                if one.sentence.said.holds(starts) and self._may_mean(one, node):
                    yield self._same(one, place, node, exclusive)

    def _saying(self, node: Node) -> Iterator[tuple[Heard, Node]]:
        """The sentences that have what the statement has there, and where."""
        for one in self.heard:
            if (place := stating(self.theirs, one.sentence.said, node)) is not None:
                yield one, place

    def _same(self, one: Heard, place: Node, node: Node, exclusive: bool) -> AlignedMatch:
        rivals = len(list(candidates(self.theirs, node, one.sentence.said, True)))
        return self._match(one, node, (place, "same"), exclusive, rivals)

    def _may_mean(self, one: Heard, node: Node) -> bool:
        return share(one.but(node), "near") >= FLOOR and _timely(one.sentence.said, self.record, self.text.article)

    def _candidates(self, one: Heard, node: Node, exclusive: bool) -> list[Candidate]:
        """What may stand in the node's place: nothing that stands there for another part of the statement."""
        every = list(candidates(self.theirs, node, one.sentence.said, exclusive))
        if not every:
            return []
        told = one.but(node)
        surely = (anchor for anchor in told if anchor.own >= SYNONYM and not _part(anchor.node, node))
        taken = {place.at for anchor in surely for place in anchor.found}
        return [candidate for candidate in every if candidate[0].at not in taken]

    def _timed(self, node: Node, said: Said, other: Node) -> float:
        """How surely the sentence tells the statement's time; what holds for a time is told as it holds."""
        bounded = self.record.since is not None or self.record.until is not None
        if bounded and is_over(self.theirs, node, said, other):
            return 0.0
        return timed(self.theirs, node, said, other, self.text.article.date)

    def _match(self, one: Heard, node: Node, candidate: Candidate, exclusive: bool, rivals: int) -> AlignedMatch:
        (other, like), theirs, said, told = candidate, self.theirs, one.sentence.said, one.but(node)
        named = [anchor for anchor in told if anchor.node.words]
        return AlignedMatch(
            record=self.record, kind=_kind(node), closeness=like, start=other.start, end=other.end,
            ours=_words(self.text.article.text, other), theirs=_words(self.gist.text, node),
            own=share(told, "own"), near=share(told, "near"), all=share(told, "all"),
            named=share(named, "near") if named else 1.0,
            beside=beside(theirs, node, said, other, told),
            governed=governed(theirs, node, said, other, told),
            local=local(said, other, told),
            timed=self._timed(node, said, other),
            bulk=sum(anchor.node.weight for anchor in told),
            rivals=rivals, exclusive=exclusive,
            unreal=unreal(said, other.at) and not unreal(theirs, node.at),
            denied=denied(said, other.at) != denied(theirs, node.at),
            crossed=crossed(theirs, node, said, other, told, like),
        )  # fmt: skip


def _words(text: str, node: Node) -> str:
    """The words of a mention; of a figure with the side on which it is open, which is told apart from it."""
    words = text[node.start : node.end]
    bound = node.mention.bound if isinstance(node.mention, Quantity) else "exact"
    return f"{bound} {words}" if bound in ("over", "under") else words


def _part(one: Node, node: Node) -> bool:
    """Whether a name is a shorter form of another one, and may stand for whatever stands for that."""
    return bool(one.words) and {*one.words} < {*node.words}


def _kind(node: Node) -> Kind:
    match node.mention:
        case Name(kind="person"):
            return "person"
        case Name():
            return "name"
        case Quantity():
            return "figure"
        case Time():
            return "date"
    return "quality"


def _timely(said: Said, record: Statement, article: Article) -> bool:
    """Whether the sentence may speak of the time for which a bounded statement holds."""
    if record.since is None and record.until is None:
        return True
    times = [n.mention for n in said.nodes if isinstance(n.mention, Time) and days.length(n.mention)]
    asked = [t.period for t in times if t.period] or ([day(article.date)] if article.date else [])
    return bool(asked) and all(held_in(record.since, record.until, period) for period in asked)
