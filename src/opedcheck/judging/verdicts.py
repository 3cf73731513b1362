"""All policy on one page: the matches of a claim -> its verdict; the verdicts of an article -> its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from opedcheck.judging import alignment, event, internal, membership, misnamed, office, repeated, statement
from opedcheck.judging.fingerprints import fingerprints
from opedcheck.judging.judgement import NOTHING, Case, Judgement, unverified
from opedcheck.model import (
    AlignedMatch,
    Claim,
    EventMatch,
    Finding,
    Judged,
    Match,
    MembershipMatch,
    NameMatch,
    OfficeMatch,
    PlaceMatch,
    Repeat,
    StatementMatch,
    Verdict,
)

NO_REPEATS: Mapping[int, Sequence[Repeat]] = {}
# Which verdict speaks for the claim where records and statements both say something: the first that is there.
PRECEDENCE: tuple[Verdict, ...] = ("supported", "contradicted", "outdated", "imprecise", "disputed", "unverified")


def judge(
    claims: Sequence[Claim],
    matches: Mapping[str, tuple[Match, ...]],
    case: Case,
    aligned: Sequence[AlignedMatch] = (),
    again: Mapping[int, Sequence[Repeat]] = NO_REPEATS,
) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    """Verdicts for all claims of an article, and its findings in the order of the text."""
    judgements = [(claim, verdict(claim, matches.get(claim.id, ()), case)) for claim in claims]
    judgements = list(_said_once(list(_of_another_time(list(_told_right_beside(judgements)), aligned))))
    plain = [Judged(claim=c, verdict=j.verdict, reason=j.reason, evidence=j.evidence) for c, j in judgements]
    judged = tuple(repeated.shown(plain, again))
    found: list[tuple[Claim | None, Finding]] = [*_findings(judgements, case)]
    found += [
        (None, possible)
        for possible in alignment.findings(aligned, judged, case)
        if not any(_overlap(possible, other) or _again(possible, other, case) for _, other in found)
    ]
    found += [(None, own) for own in internal.findings(case) if not any(_overlap(own, other) for _, other in found)]
    found += [
        (None, told)
        for told in repeated.findings(again, case)
        if not any(_overlap(told, other) and set(told.references) & set(other.references) for _, other in found)
    ]
    findings = sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[1].rule))
    return judged, fingerprints(findings, case.path)


def _again(possible: Finding, other: Finding, case: Case) -> bool:
    """Whether the same statement has already found something wrong with the same sentence."""
    near = case.text.count(". ", *sorted((possible.start, other.start))) == 0
    return near and bool(set(possible.references) & set(other.references))


def _overlap(own: Finding, other: Finding) -> bool:
    """Whether the references have already told of the same words."""
    return own.start < other.end and other.start < own.end


def verdict(claim: Claim, matches: Sequence[Match], case: Case) -> Judgement:
    """The judgement on one claim: each match by its family's judge, the strongest verdict first."""
    judgements = [_by_record(claim, match, case) for match in matches if not isinstance(match, StatementMatch)]
    compared = [match for match in matches if isinstance(match, StatementMatch)]
    if compared:
        judgements.append(statement.judge(claim, compared))
    if not judgements:
        return NOTHING
    return min(judgements, key=lambda j: PRECEDENCE.index(j.verdict))


def _by_record(claim: Claim, match: Match, case: Case) -> Judgement:
    match match:
        case OfficeMatch():
            return office.judge(claim, match, case)
        case NameMatch():
            return misnamed.judge_name(claim, match, case)
        case MembershipMatch():
            return membership.judge(claim, match)
        case PlaceMatch():
            return membership.judge_place(claim, match)
        case EventMatch():
            return event.judge(claim, match, case)
        case _:
            return NOTHING


def _told_right_beside(judgements: list[tuple[Claim, Judgement]]) -> Iterator[tuple[Claim, Judgement]]:
    """Drop a contradiction where the same sentence, by another claim, says what the reference says: the figure or
    the doer compared was then another one."""
    right = {
        (claim.sentence_start, claim.kind, reference)
        for claim, judgement in judgements
        if judgement.verdict == "supported"
        for reference in judgement.references
    }
    for claim, judgement in judgements:
        beside = any((claim.sentence_start, claim.kind, reference) in right for reference in judgement.references)
        if beside and judgement.verdict == "contradicted" and claim.family in ("measure", "deed"):
            yield claim, unverified("The sentence also says what the reference says.", *judgement.evidence)
        else:
            yield claim, judgement


def _of_another_time(
    judgements: list[tuple[Claim, Judgement]], aligned: Sequence[AlignedMatch]
) -> Iterator[tuple[Claim, Judgement]]:
    """Drop a contradiction of a figure where another figure or date of the sentence differs from the reference, too:
    both then tell of two occasions."""
    differing = [m for m in aligned if m.kind in ("figure", "date") and m.closeness != "same"]
    for claim, judgement in judgements:
        if (
            judgement.verdict == "contradicted"
            and claim.family == "measure"
            and _differs_twice(claim, judgement, differing)
        ):
            yield claim, unverified("Another figure or date differs from the reference, too.", *judgement.evidence)
        else:
            yield claim, judgement


def _differs_twice(claim: Claim, judgement: Judgement, differing: Sequence[AlignedMatch]) -> bool:
    """Whether two figures of the claim's sentence, the claim's among them, stand where the reference has two others."""
    here = [
        match
        for match in differing
        if match.record.id in judgement.references and claim.sentence_start <= match.start < claim.sentence_end
    ]
    own = any(claim.start <= match.start < claim.end for match in here)
    return own and len({match.start for match in here}) > 1 and len({match.theirs for match in here}) > 1


def _said_once(judgements: list[tuple[Claim, Judgement]]) -> Iterator[tuple[Claim, Judgement]]:
    """Leave one finding where a relation stumbles over what a record says more exactly: "X is a member of Y"."""
    exact = [c for c, j in judgements if j.verdict == "contradicted" and c.family == "profile"]
    for claim, judgement in judgements:
        again = claim.kind == "relation" and any(c.start < claim.end and claim.start < c.end for c in exact)
        silent = again and judgement.verdict == "contradicted"
        yield claim, msgspec.structs.replace(judgement, rule=None) if silent else judgement


def _findings(judgements: list[tuple[Claim, Judgement]], case: Case) -> Iterator[tuple[Claim, Finding]]:
    """One finding for each place and rule: several claims may stumble over one word."""
    seen: set[tuple[int, int, str]] = set()
    for claim, judgement in judgements:
        if judgement.rule is None or judgement.rule.severity is None:
            continue
        start = claim.start if judgement.start is None else judgement.start
        end = claim.end if judgement.end is None else judgement.end
        if (start, end, judgement.rule.name) in seen:
            continue
        seen.add((start, end, judgement.rule.name))
        yield (
            claim,
            Finding(
                rule=judgement.rule.name,
                severity=judgement.rule.severity,
                message=judgement.message,
                start=start,
                end=end,
                quote=case.text[start:end],
                claim=claim.id,
                references=judgement.references,
                suggestion=judgement.suggestion,
                evidence=judgement.evidence,
            ),
        )
