"""From the matches of an article's claims to its verdicts and findings."""

from __future__ import annotations

from typing import Any

from tests.by_hand import PUBLISHED, beside, body, claim, known, outcome, place, statement

from opedcheck.judging import Case, judge
from opedcheck.matching import Known, matches
from opedcheck.model import AlignedMatch, Claim, Finding, Judged

TEXT = "Japan pledged $7.1 million in aid. It pledged $7.1 million in aid to Ukraine, and so on."


def amount(id: str, start: int, quantity: str = "7.1e6 USD", **slots: Any) -> Claim:
    base = {"subject": "@japan", "predicate": "pledge", "object": "aid", "text": TEXT[start : start + 12]}
    return claim("amount", id=id, start=start, end=start + 12, quantity=quantity, **{**base, **slots})


INDEX = beside(amount("x", 0, "7.1e9 USD"))


def run(*claims: Claim, index: Known = INDEX, path: str = "a.txt") -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    case = Case(text=TEXT, path=path, published=PUBLISHED)
    return judge(claims, {one.id: matches(one, index, PUBLISHED) for one in claims}, case)


def test_every_claim_has_its_verdict_in_order() -> None:
    judged, _ = run(amount("c1", 14), amount("c2", 46, "7.1e9 USD", sentence_start=35), claim("quote", id="c3"))
    assert [(one.claim.id, one.verdict) for one in judged] == [
        ("c1", "contradicted"),
        ("c2", "supported"),
        ("c3", "unverified"),
    ]


def test_a_finding_quotes_the_text_and_names_its_claim() -> None:
    _, (finding,) = run(amount("c1", 14))
    assert (finding.quote, finding.claim, finding.references) == ("$7.1 million", "c1", ("s1",))
    assert (finding.rule, finding.severity) == ("amount-mismatch", "error")


def test_findings_stand_in_the_order_of_the_text() -> None:
    _, findings = run(amount("c1", 46, sentence_start=35), amount("c2", 14))
    assert [finding.start for finding in findings] == [14, 46]


def test_one_place_and_rule_gives_one_finding() -> None:
    _, findings = run(amount("c1", 14), amount("c2", 14))
    assert len(findings) == 1


def test_a_sentence_that_also_says_what_the_reference_says_is_left_alone() -> None:
    judged, findings = run(amount("c1", 14), amount("c2", 46, "7.1e9 USD"))
    assert [one.verdict for one in judged] == ["unverified", "supported"]
    assert findings == ()


def test_two_figures_that_differ_tell_of_another_occasion() -> None:
    def differing(start: int, theirs: str) -> AlignedMatch:
        return AlignedMatch(
            record=statement("s1"), kind="figure", start=start, end=start + 12, ours="$7.1 million", theirs=theirs,
            closeness="far", own=1.0, near=1.0, all=1.0, named=1.0, beside=1.0, governed=1.0, local=1.0, timed=1.0,
            bulk=8.0, rivals=0, exclusive=True, unreal=False, denied=False, crossed=False,
        )  # fmt: skip

    one = amount("c1", 14)
    case, found = Case(text=TEXT, path="a.txt", published=PUBLISHED), {"c1": matches(one, INDEX, PUBLISHED)}
    for aligned, verdict in (
        ([differing(14, "$7.1 billion")], "contradicted"),
        ([differing(14, "$7.1 billion"), differing(46, "$9 billion")], "unverified"),
        ([differing(14, "$7.1 billion"), differing(46, "$7.1 billion")], "contradicted"),  # one of theirs
        ([differing(2, "$7.1 billion"), differing(46, "$9 billion")], "contradicted"),  # neither is the claim's
    ):
        judged, _ = judge([one], found, case, aligned)
        assert [one.verdict for one in judged] == [verdict]


def test_another_sentence_that_says_it_right_does_not_help() -> None:
    _, findings = run(amount("c1", 14), amount("c2", 46, "7.1e9 USD", sentence_start=35))
    assert [finding.claim for finding in findings] == ["c1"]


def test_records_and_statements_speak_together_the_supporting_one_first() -> None:
    nato = body("NATO", "finland 2023-04-04..")
    joins = claim("membership", subject="@finland", object="@nato", predicate="member")
    assert outcome(joins, known(nato, place("Finland"))) == ("supported", None)


def test_no_reference_no_verdict() -> None:
    judged, findings = run(amount("c1", 14), index=known())
    assert (judged[0].verdict, judged[0].evidence, findings) == ("unverified", (), ())


class TestFingerprints:
    def test_they_stay_while_the_text_around_moves(self) -> None:
        one, other = (run(amount("c1", start, text="$7.1 million"))[1][0].fingerprint for start in (14, 46))
        assert one == other

    def test_they_differ_by_file_rule_and_slots(self) -> None:
        prints = {
            run(amount("c1", 14))[1][0].fingerprint,
            run(amount("c1", 14), path="b.txt")[1][0].fingerprint,
            run(amount("c1", 14, "7.2e6 USD"))[1][0].fingerprint,
            run(amount("c1", 14, predicate="promise"))[1][0].fingerprint,
        }
        assert len(prints) == 4

    def test_the_same_slip_twice_has_two(self) -> None:
        _, findings = run(
            amount("c1", 14, text="$7.1 million"), amount("c2", 46, sentence_start=35, text="$7.1 million")
        )
        assert len({finding.fingerprint for finding in findings}) == 2

    def test_odd_spaces_and_capitals_do_not_matter(self) -> None:
        one, other = (
            run(amount("c1", 14, text=text))[1][0].fingerprint for text in ("$7.1 Million", "$7.1\u00a0 million")
        )
        assert one == other


def test_a_finding_may_be_narrower_than_its_claim() -> None:
    early = amount("c1", 14, "7.1e9 USD", when="2022", when_start=35, when_end=45)
    _, (finding,) = run(early, index=beside(amount("x", 0, "7.1e9 USD"), statement(valid="2023-02-20..")))
    assert (finding.rule, finding.start, finding.end, finding.quote) == ("date-mismatch", 35, 45, TEXT[35:45])
