"""What rules that judge no single claim share: a finding at a mention, and the words about one."""

from __future__ import annotations

from opedcheck.judging.judgement import Case
from opedcheck.model import Evidence, Finding, Rule, Sentence


def at(
    case: Case,
    rule: Rule,
    start: int,
    end: int,
    message: str,
    suggestion: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Finding:
    """A finding of `rule` at a stretch of the article, by the references that `evidence` is of."""
    assert rule.severity is not None
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        message=message,
        start=start,
        end=end,
        quote=case.text[start:end],
        references=tuple(piece.reference for piece in evidence),
        suggestion=suggestion,
        evidence=evidence,
    )


def sentence_at(case: Case, offset: int) -> Sentence | None:
    """The sentence that `offset` lies in."""
    return next((s for s in case.reading.sentences if s.start <= offset < s.end), None)


def around(case: Case, offset: int, before: int = 0) -> str:
    """The text of the sentence at `offset` with so many sentences before it; empty where there is none."""
    own = sentence_at(case, offset)
    if own is None:
        return ""
    first = max(0, case.reading.sentences.index(own) - before)
    return case.text[case.reading.sentences[first].start : own.end]
