"""What of a statement may have been got wrong, and what in a sentence may stand in its place."""

from __future__ import annotations

from collections.abc import Iterator

from opedcheck.matching.alignment import days, figures, names, qualities
from opedcheck.matching.alignment.anchors import full_words
from opedcheck.matching.alignment.closeness import Closeness
from opedcheck.matching.alignment.counting import count_alike
from opedcheck.matching.alignment.likeness import KIN, likeness
from opedcheck.matching.alignment.nodes import Mention, Node, Said
from opedcheck.matching.alignment.words import name_words
from opedcheck.matching.stems import stem
from opedcheck.model import Gist, Name, Quantity, Statement, Time

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
Candidate = tuple[Node, Closeness]
"""A node of a sentence, and how like it is to the statement's."""


def compared(theirs: Said, record: Statement, gist: Gist) -> Iterator[tuple[Node, bool]]:
    """What of a statement may have been got wrong, and whether the record says that nothing else is right there."""
    told = [node for node in theirs.nodes if isinstance(node.mention, Time) and days.length(node.mention)]
    # Of a figure the day is the setting: another day has another figure.
    single = len(told) == 1 and gist.event and all(quantity.ordinal for quantity in gist.quantities)
    for node in theirs.nodes:
        match node.mention:
            case Quantity():
                yield node, "value" in record.exclusive
            case Time() if node in told and ("time" in record.exclusive or single):
                yield node, "time" in record.exclusive
            case Name():
                yield node, _is_exclusive(theirs, node, record)
            case None if node.weight and _is_exclusive(theirs, node, record):
                yield node, True


def _is_exclusive(theirs: Said, node: Node, record: Statement) -> bool:
    """Whether a node lies in a slot that the record calls exclusive."""
    if not record.exclusive:
        return False
    if "place" in record.exclusive and isinstance(node.mention, Name) and node.mention.kind == "place":
        return True
    if "predicate" in record.exclusive and node.mention is None and theirs.words[node.at].tag.startswith("V"):
        return True
    subject = any(theirs.words[n].dep in SUBJECTS for n in theirs.path(node.at))
    return "attribute" in record.exclusive or ("subject" if subject else "object") in record.exclusive


def candidates(theirs: Said, node: Node, said: Said, exclusive: bool) -> Iterator[Candidate]:
    """What in a sentence may stand in the place of a statement's node, with how like it is.

    What is not like it stands for it only where the record says that nothing else is right there.
    """
    if node.mention is None:
        yield from qualities.candidates(theirs, node, said)
        return
    for other in said.of_kind(node.mention):
        like = _closeness(theirs, node, said, other, exclusive)
        if like is None or other.mention is None or (like == "far" and not (exclusive and _excludes(node))):
            continue
        if not _is_told(theirs, other):
            yield other, like


def _is_told(theirs: Said, other: Node) -> bool:
    """Whether the statement has, anywhere, what would stand for another part of it."""
    if other.words and theirs.stems.keys() >= {*map(stem, other.words)}:
        return True
    return any(_same(other.mention, also.mention) for also in theirs.nodes)


def stating(theirs: Said, said: Said, node: Node) -> Node | None:
    """What in a sentence says what the statement has there, if anything does."""
    match node.mention:
        case None:
            return _stating_word(theirs, said, node)
        case Name():
            found = next((other for other in said.named if _says_name(other, node)), None)
            return found or _stating_words(said, node)
        case told:
            return next((other for other in said.of_kind(told) if _same(other.mention, told)), None)


def _stating_word(theirs: Said, said: Said, node: Node) -> Node | None:
    """A word of the sentence that is the statement's, or of its kin, and modifies what that modifies."""
    exact = said.by_stem.get(stem(node.lemma), ())
    kin = (place for lemma, places in said.by_lemma.items() if likeness(node.lemma, lemma) >= KIN for place in places)
    every = (*exact, *kin)
    return next((other for other in every if qualities.alike_heads(theirs, node, said, other)), None)


def _says_name(other: Node, node: Node) -> bool:
    """Whether a name has all the words of the statement's, and is not another body's."""
    ours, his = other.mention, node.mention
    apart = isinstance(ours, Name) and isinstance(his, Name) and names.put_in(ours, his)
    return set(full_words(other)) >= set(node.words) and not apart


def _stating_words(said: Said, node: Node) -> Node | None:
    """The words of a name where they are read as no name."""
    if (
        node.words
        and said.stems.keys() >= {*map(stem, node.words)}
        and not any({*node.words} < {*other.words} for other in said.named)
    ):
        at = said.stems[stem(node.words[-1])]
        word = said.words[at]
        return Node(at, word.start, word.end, word.lemma, node.weight, node.words)
    return None


def _closeness(theirs: Said, node: Node, said: Said, other: Node, exclusive: bool) -> Closeness | None:
    """How alike two mentions are that differ; a longer name of a body counts as another only where nothing else is
    right."""
    match other.mention, node.mention:
        case Name() as ours, Name() as his:
            return names.closeness(ours, his, exclusive=exclusive) or (
                "weak" if exclusive and names.put_in(ours, his) else None
            )
        case Quantity() as ours, Quantity() as his:
            alike = figures.comparable(ours, his) or count_alike(theirs, node, said, other)
            return figures.closeness(ours, his) if alike else None
        case Time() as ours, Time() as his:
            before = said.words[said.head(other.at)].lemma
            return None if days.leaves_open(before, ours, his) else days.closeness(ours, his)
    return None


def _excludes(node: Node) -> bool:
    """Whether another one may be wrong at all: a rank tells which one is meant, and another rank another one."""
    return not (isinstance(node.mention, Quantity) and node.mention.ordinal)


def _same(ours: Mention | None, theirs: Mention | None) -> bool:
    """Whether a date, a figure or a name of a sentence is one of the statement's."""
    match ours, theirs:
        case Name(), Name():
            return name_words(ours.text) == name_words(theirs.text)
        case Time(), Time():
            return days.meet(ours, theirs)
        case Quantity(), Quantity():
            return figures.comparable(ours, theirs) and figures.alike(ours, theirs)
    return False
