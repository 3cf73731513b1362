"""Quoted stretches of a Doc, and who says them. Straight double quotation marks, as the pipeline sees all of them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from opedcheck.pipeline.context.governors import REPORTS

MARK = '"'
# Shorter, and without a verb that is inflected, it is a word held with tongs ("the Quad"), not something said.
SHORTEST = 5
FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})


def quoted(doc: Doc) -> dict[int, str | None]:
    """Token index -> who says it (`None`: not told), for every token inside quotation marks that says something."""
    said: dict[int, str | None] = {}
    before: tuple[int, str | None] | None = None
    for start, end in _stretches(doc):
        speaker = _speaker(doc, start, end)
        if speaker is None and before is not None and _goes_on(doc, before[0], start):
            speaker = before[1]
        said.update(dict.fromkeys(range(start, end), speaker))
        before = (end, speaker)
    return said


def speaker_of(verb: Token) -> str | None:
    """The subject of a reporting verb, as written; of a passive one its agent, if it has any."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((text_of(below) for below in child.children if below.dep_ == "pobj"), None)
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in ("it", "which", "that", "who"):
            return text_of(child)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return speaker_of(verb.head)
    return text_of(verb.head) if verb.dep_ == "relcl" else None


def text_of(head: Token) -> str:
    """The phrase of `head` without what follows a comma or opens a clause."""
    first = last = head
    for child in head.children:
        if child.dep_ in ("compound", "det", "amod", "poss", "nummod", "nmod") and child.i < first.i:
            first = child.left_edge
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == last.i + 1:
            last = child.right_edge
    stop = next((t.i for t in head.doc[last.i : last.i + 1] if t.is_punct), last.i)
    return str(head.doc[first.i : stop + 1].text)


def _stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token stretches between quotation marks; a paragraph's end closes one that was left open."""
    if MARK not in doc.text:
        return
    opened: int | None = None
    for token in doc:
        text = token.text
        ends = "\n\n" in text
        if not ends and text != MARK:
            continue
        if opened is not None and _says(doc[opened : token.i]):
            yield opened, token.i
        opened = token.i + 1 if opened is None and not ends else None
    # One that is open at the end of the text was never a quotation but a slip of the keyboard.


def _says(span: Span) -> bool:
    return len(span) > 0 and (len(span) >= SHORTEST and any(t.tag_ in FINITE_TAGS for t in span))


def _speaker(doc: Doc, start: int, end: int) -> str | None:
    """Who says the stretch: the subject of a reporting verb outside the marks, in its first or last sentence."""
    for sentence in dict.fromkeys((doc[start].sent, doc[end - 1].sent)):
        verbs = [t for t in sentence if t.lemma_ in REPORTS and not start <= t.i < end and t.tag_.startswith("VB")]
        for verb in sorted(verbs, key=lambda t: min(abs(t.i - start), abs(t.i - end))):
            speaker = speaker_of(verb)
            if speaker is not None:
                return speaker
    return None


def _goes_on(doc: Doc, end: int, start: int) -> bool:
    """Whether a quotation at `start` goes on with the one that ended at `end`: the same paragraph, next sentence."""
    between = doc[end:start]
    return len(between) <= 14 and not any(t.is_space and t.text.count("\n") > 1 for t in between)
