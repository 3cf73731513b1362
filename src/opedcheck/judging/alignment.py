"""Policy for sentences that say what a statement says but for one mention: when they are alike enough to warn.

How surely both mean one fact is a logistic regression over what the match measures; tools/train_alignment.py learns its
weights, none of them negative where more of a thing shows more. Which score is enough depends on how the mentions
differ: of two unrelated sentences few have figures one digit apart, and most have two figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path

import msgspec

from opedcheck.judging.internal.found import at, sentence_at
from opedcheck.judging.judgement import Case
from opedcheck.judging.rules.possible import RULE
from opedcheck.judging.wording import evidence
from opedcheck.model import AlignedMatch, Evidence, Finding, Judged, SlotComparison

WEIGHTS = Path(__file__).with_name("alignment.json")
FEATURES = (
    "own", "near", "all", "named", "beside", "governed", "local", "timed", "bulk", "alone", "own and bulk",
    "near and named",
)  # fmt: skip
SLOTS = {"figure": "value", "date": "time", "name": "name", "person": "name", "quality": "attribute"}
NEIGHBOURS, COMPARED = 3, 0.55
"""A text that tells two values so few sentences apart compares them more often than it contradicts itself: there a
sentence tells the fact if it says so great a share of what the other one says of it."""
LEAST, NAMESAKES = 3.0, 4.0
"""What a statement must say beside its value, or it could be anything's: a name and a noun. More where two persons
share a surname, who may well have done like things."""
GOVERNED = 0.4
"""How surely the same word must govern two mentions that are not at all alike, or two telling words."""
WHOLE = 0.85
"""A sentence that says so great a share of a statement has its one date for it, whatever the date hangs on."""
UNTIMED = 0.5
"""What a time that can't be told speaks for one fact."""
NAMES = frozenset({"name", "person"})
MANY = 3
FULL = 2.5


class Weights(msgspec.Struct, frozen=True):
    """`features` by name; `kinds` is added for what is compared; `enough` is the score needed, by class."""

    features: dict[str, float]
    kinds: dict[str, float]
    enough: dict[str, float]


def findings(matches: Sequence[AlignedMatch], judged: Sequence[Judged], case: Case) -> Iterator[Finding]:
    """A warning for each mention that a statement has otherwise; of the likeliest statement where several have."""
    told: set[tuple[int, int]] = set()
    said: set[tuple[str, int]] = set()
    for match in sorted(matches, key=_surest_first):
        own = sentence_at(case, match.start)
        place, fact = (match.start, match.end), (match.record.id, own.start if own else match.start)
        if place in told or fact in said or not may_mean(match):
            continue
        if match.closeness == "same":
            told.add(place)  # right by the statement that is likest to the sentence
        elif is_likely(match) and not _settled(match, judged, case):
            told.add(place)
            said.add(fact)  # one slip a sentence
            yield _finding(match, case)


def _surest_first(match: AlignedMatch) -> tuple[float, bool, str, int]:
    return -score(match), match.closeness != "same", match.record.id, match.start


def features(match: AlignedMatch) -> tuple[float, ...]:
    """What speaks for one fact, each 0 to 1, the more the surer; in the order of FEATURES."""
    bulk = min(log1p(match.bulk) / FULL, 1.0)
    timed = max(match.timed, UNTIMED) if _is_misspelt(match) else match.timed
    return (
        match.own, match.near, match.all, match.named, match.beside, match.governed, match.local, timed, bulk,
        1 - min(match.rivals, MANY) / MANY, match.own * bulk, match.near * match.named,
    )  # fmt: skip


def score(match: AlignedMatch) -> float:
    """How surely a sentence and a statement tell one fact: log odds, 0 where it is as likely as not."""
    weights = _weights()
    told = zip(FEATURES, features(match), strict=True)
    return weights.kinds[match.kind] + sum(weights.features[name] * value for name, value in told)


def may_mean(match: AlignedMatch) -> bool:
    """Whether nothing shows that the sentence tells something else, whatever the score."""
    if match.bulk < (NAMESAKES if match.closeness == "weak" and match.kind == "person" else LEAST):
        return False
    if match.crossed and not _is_misspelt(match):
        return False
    if (match.unreal or match.denied) and not _is_misnamed(match):
        return False
    if match.timed == 0 and not (match.kind == "date" or _is_misnamed(match)):
        return False  # another year's figure, another year's leader
    if any(_tells(also, match) for also in match.elsewhere):
        return False
    if match.closeness != "far" and match.kind != "quality":
        return True
    return match.governed >= GOVERNED or (match.kind == "date" and match.own >= WHOLE and match.rivals == 0)


def _tells(also: AlignedMatch, match: AlignedMatch) -> bool:
    """Whether a sentence that has the statement's own value tells the fact, so that the other one tells another."""
    if also.apart <= NEIGHBOURS:
        return also.own + also.near >= COMPARED * (match.own + match.near)
    return score(also) >= score(match)


def _is_misnamed(match: AlignedMatch) -> bool:
    """Whether a person's name is likely the other one, misspelt or with another given name: then it is so at any time.

    Of two bodies with like names both may be real: "Central Bank of Zenda", "Central Bank of Zendia".
    """
    return match.kind == "person" and match.closeness != "far"


def _is_misspelt(match: AlignedMatch) -> bool:
    """Whether a person's full name is the other one but for a letter or two: then it is so whatever is told."""
    return match.kind == "person" and match.closeness == "strong"


def is_likely(match: AlignedMatch) -> bool:
    """Whether a match is worth a warning."""
    return may_mean(match) and score(match) >= _weights().enough[f"{match.closeness} {match.kind}"]


@cache
def _weights() -> Weights:
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def _settled(match: AlignedMatch, judged: Sequence[Judged], case: Case) -> bool:
    """Whether the mention is right by what a claim was compared with: by any reference, or, unless it is a name, which
    a right claim may have wrong, by this one."""
    own = sentence_at(case, match.start)
    for one in judged:
        if one.verdict == "supported" and one.claim.start <= match.start and match.end <= one.claim.end:
            return True
        here = own is not None and match.kind not in NAMES and one.claim.sentence_start == own.start
        if here and one.verdict != "unverified" and any(_agrees(e, match) for e in one.evidence):
            return True
    return False


def _agrees(one: Evidence, match: AlignedMatch) -> bool:
    """Whether the statement agrees with a claim; where a figure is meant, with one that has a figure."""
    if one.reference != match.record.id or one.outcome not in ("agrees", "near"):
        return False
    return match.kind != "figure" or any(slot.slot == SLOTS["figure"] for slot in one.slots)


def _finding(match: AlignedMatch, case: Case) -> Finding:
    slot = SlotComparison(SLOTS[match.kind], "differs", match.ours, match.theirs, match.exclusive)
    detail = f"{match.near:.0%} of what else the statement says stands here or near by, too"
    sure = 1 / (1 + exp(-score(match)))
    message = f"May be wrong: the text has {match.ours}, the reference {match.theirs}: {match.record.statement}"
    shown = (evidence(match.record, "differs", detail, round(sure, 3), (slot,)),)
    fitting = match.theirs if match.theirs in match.record.statement else None
    return at(case, RULE, match.start, match.end, message, fitting, shown)
