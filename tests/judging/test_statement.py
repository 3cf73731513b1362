"""Claims beside statements: the claim, what was read in the statement, and the verdict that follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.by_hand import PUBLISHED, beside, claim, filler, judged, known, named, office, outcome, place, statement

from opedcheck.model import Claim, Seat, Statement

SUPPORTED, OPEN, OUTDATED, LOOSE = (
    ("supported", None),
    ("unverified", None),
    ("outdated", "outdated"),
    ("imprecise", "imprecise"),
)
AMOUNT, RELATION, RANK, DATE, PLACE, MEMBERSHIP = (
    ("contradicted", f"{kind}-mismatch") for kind in ("amount", "relation", "rank", "date", "place", "membership")
)
FALSE = ("contradicted", "known-false")
Expected = tuple[str, str | None]


def pledge(quantity: str = "7.1e9 USD", **slots: Any) -> Claim:
    base = {"subject": "@japan", "predicate": "pledge", "object": "aid", "others": ("@ukraine",), "quantity": quantity}
    return claim("amount", **{**base, **slots})


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (pledge(), SUPPORTED),
        (pledge("over 7e9 USD"), SUPPORTED),
        (pledge("about 7e9 USD"), SUPPORTED),
        (pledge("about 8e9 USD"), LOOSE),
        (pledge("7.1e6 USD"), AMOUNT),
        (pledge("1.7e9 USD"), AMOUNT),
        (pledge("7.1e9 EUR"), AMOUNT),
        (pledge("6.5e9 EUR"), OPEN),
        (pledge(predicate="promise", object="assistance"), SUPPORTED),
        (pledge("1.7e9 USD", predicate="promise", object="assistance"), AMOUNT),
        # another owner, another receiver, another thing, another kind of figure
        (pledge("1.7e9 USD", subject="@germany"), OPEN),
        (pledge("1.7e9 USD", subject="the ministry"), OPEN),
        (pledge("1.7e9 USD", others=("@kenya",)), OPEN),
        (pledge("1.7e9 USD", object="loan"), OPEN),
        (pledge("1.7e9 USD", predicate="spend"), OPEN),
        (pledge("1.7e9 USD", part=True), OPEN),
        (pledge("up 1.7e9 USD"), OPEN),
        (pledge("1.7e9 yen"), OPEN),
        # how it is said
        (pledge("1.7e9 USD", modality="predicted"), OPEN),
        (pledge("1.7e9 USD", modality="hypothetical"), OPEN),
        (pledge("1.7e9 USD", modality="questioned"), OPEN),
        (pledge("1.7e9 USD", modality="opinion"), OPEN),
        (pledge(modality="predicted"), OPEN),
        (pledge(negated=True), RELATION),
        (pledge("1.7e9 USD", negated=True), OPEN),
        (pledge("1.7e9 USD", speaker="the minister"), AMOUNT),
    ],
)
def test_an_amount(ours: Claim, expected: Expected) -> None:
    assert outcome(ours, beside(pledge())) == expected


@pytest.mark.parametrize(
    ("quantity", "tolerance", "expected"),
    [("7.4e9 USD", "0.05", SUPPORTED), ("7.4e9 USD", None, AMOUNT), ("7.8e9 USD", "0.05", AMOUNT)],
)
def test_a_references_tolerance(quantity: str, tolerance: str | None, expected: Expected) -> None:
    from decimal import Decimal

    record = statement(tolerance=Decimal(tolerance) if tolerance else None)
    assert outcome(pledge(quantity), beside(pledge(), record)) == expected


@pytest.mark.parametrize(
    ("ours", "valid", "expected"),
    [
        # within the reference's time
        (pledge(when="2023-03"), "2023-02-20..2023-03-21", SUPPORTED),
        (pledge("1.7e9 USD", when="2023-03"), "2023-02-20..2023-03-21", AMOUNT),
        # the claim speaks of a later time: right once, or another figure by now
        (pledge(), "2023-02-20..2023-03-21", OUTDATED),
        (pledge(when="2023-05"), "2023-02-20..2023-03-21", OUTDATED),
        (pledge("9e9 USD"), "2023-02-20..2023-03-21", OPEN),
        (pledge("9e9 USD", when="2023-05"), "2023-02-20..2023-03-21", OPEN),
        # the claim speaks of an earlier time
        (pledge(when="2022"), "2023-02-20..2023-03-21", DATE),
        (pledge("1e9 USD", when="2022"), "2023-02-20..2023-03-21", OPEN),
        # still valid
        (pledge(), "2023-02-20..", SUPPORTED),
        (pledge("9e9 USD"), "2023-02-20..", AMOUNT),
    ],
)
def test_the_time_for_which_a_reference_holds(ours: Claim, valid: str, expected: Expected) -> None:
    assert outcome(ours, beside(pledge(), statement(valid=valid))) == expected


AS_OF = pledge(when="2023-03", as_of=True)


@pytest.mark.parametrize(
    ("ours", "published", "expected"),
    [
        (pledge(when="2023-03", as_of=True), PUBLISHED, SUPPORTED),
        (pledge("1.7e9 USD", when="2023-03", as_of=True), PUBLISHED, AMOUNT),
        (pledge(when="2022-03", as_of=True), PUBLISHED, OPEN),
        (pledge("9e9 USD", when="2022-03", as_of=True), PUBLISHED, OPEN),
        (pledge(), date(2023, 3, 15), SUPPORTED),
        (pledge("9e9 USD"), date(2023, 3, 15), AMOUNT),
        (pledge("9e9 USD"), PUBLISHED, OPEN),
        (pledge("9e9 USD"), None, AMOUNT),
        (pledge("9e9 USD", when="2024-06", as_of=True), PUBLISHED, OPEN),
        (pledge(when="2024-06", as_of=True), PUBLISHED, SUPPORTED),
    ],
)  # fmt: skip
def test_a_reference_as_of_a_time(ours: Claim, published: date | None, expected: Expected) -> None:
    assert outcome(ours, beside(AS_OF), published) == expected


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (pledge("9e9 USD", when="2022"), AMOUNT),
        (pledge("9e9 USD", when="2022-06"), AMOUNT),
        (pledge("9e9 USD"), AMOUNT),
        (pledge("9e9 USD", when="2021"), OPEN),
        (pledge(when="2021"), OPEN),
        (pledge(when="2022"), SUPPORTED),
        (pledge(), SUPPORTED),
    ],
)
def test_a_reference_for_a_year(ours: Claim, expected: Expected) -> None:
    assert outcome(ours, beside(pledge(when="2022"))) == expected


def test_an_undated_article_is_not_told_that_a_figure_is_old() -> None:
    index = beside(pledge(), statement(valid="2023-02-20..2023-03-21"))
    assert outcome(pledge(), index, None) == OPEN


def chairs(subject: str | None = "@united-states", **slots: Any) -> Claim:
    return claim("relation", **{"subject": subject, "predicate": "chair", "object": "@contact-group", **slots})


ONE_CHAIR = statement(exclusive=("subject",))


@pytest.mark.parametrize(
    ("ours", "record", "expected"),
    [
        (chairs(), ONE_CHAIR, SUPPORTED),
        (chairs(predicate="lead"), ONE_CHAIR, SUPPORTED),
        (chairs("@nato"), ONE_CHAIR, RELATION),
        (chairs("@nato", predicate="lead"), ONE_CHAIR, RELATION),
        (chairs("@nato"), statement(), OPEN),
        (chairs("the ministers"), ONE_CHAIR, OPEN),
        (chairs(None), ONE_CHAIR, OPEN),
        (chairs("@nato", object="@other-group"), ONE_CHAIR, OPEN),
        (chairs("@nato", predicate="join"), ONE_CHAIR, OPEN),
        # polarity
        (chairs(negated=True), ONE_CHAIR, RELATION),
        (chairs(negated=True), statement(), RELATION),
        (chairs("@nato", negated=True), ONE_CHAIR, OPEN),
        # not asserted
        (chairs("@nato", modality="predicted"), ONE_CHAIR, OPEN),
        (chairs("@nato", modality="opinion"), ONE_CHAIR, OPEN),
        # another object where the reference has but one
        (chairs(object="@other-group"), statement(exclusive=("object",)), RELATION),
        (chairs(object="the meeting"), statement(exclusive=("object",)), OPEN),
        # settled by nobody
        (chairs("@nato"), statement(exclusive=("subject",), verdict="mixed"), OPEN),
        (chairs(), statement(verdict="mixed"), ("unverified", "fact-checked")),
    ],
)
def test_a_relation(ours: Claim, record: Statement, expected: Expected) -> None:
    assert outcome(ours, beside(chairs(), record)) == expected


def invades(subject: str, target: str, **slots: Any) -> Claim:
    return claim("relation", subject=subject, predicate="invade", object=target, **slots)


@pytest.mark.parametrize(
    ("exclusive", "expected"),
    [(("subject", "object"), RELATION), (("subject",), OPEN), ((), OPEN)],
)
def test_swapped_roles(exclusive: Any, expected: Expected) -> None:
    index = beside(invades("@russia", "@ukraine"), statement(exclusive=exclusive))
    assert outcome(invades("@ukraine", "@russia"), index) == expected


def opposes(**slots: Any) -> Claim:
    base = {"subject": "@france", "predicate": "oppose", "object": "the liaison office"}
    return claim("relation", **{**base, **slots})


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (opposes(), SUPPORTED),
        (opposes(predicate="resist"), SUPPORTED),
        (opposes(predicate="support"), RELATION),
        (opposes(predicate="support", negated=True), SUPPORTED),
        (opposes(negated=True), RELATION),
        (opposes(subject="@poland", predicate="support"), OPEN),
        (opposes(predicate="support", object="the military office"), OPEN),
    ],
)
def test_verbs_that_deny_each_other(ours: Claim, expected: Expected) -> None:
    assert outcome(ours, beside(opposes())) == expected


def opens(**slots: Any) -> Claim:
    base = {"subject": "@nato", "predicate": "open", "object": "the liaison office", "place": "@tokyo"}
    return claim("relation", **{**base, **slots})


KNOWN_FALSE = statement("NATO opened a liaison office.", verdict="false", note="It was only proposed.")


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (opens(), FALSE),
        (opens(predicate="inaugurate", object="the liaison facility"), FALSE),
        (opens(negated=True), SUPPORTED),
        (opens(modality="predicted"), OPEN),
        (opens(modality="hypothetical"), OPEN),
        (opens(modality="opinion"), OPEN),
        (opens(predicate="propose"), OPEN),
        (opens(object="the office"), OPEN),
        (opens(subject="@european-union"), OPEN),
        (opens(place="@brussels"), OPEN),
        (opens(place=None), OPEN),
        (opens(subject=None), OPEN),
    ],
)
def test_a_known_falsehood(ours: Claim, expected: Expected) -> None:
    assert outcome(ours, beside(opens(), KNOWN_FALSE)) == expected


def test_a_falsehood_of_another_time_is_not_known_to_be_one() -> None:
    bounded = statement(verdict="false", valid="2022-02-24..2023-12-22")
    assert outcome(opens(), beside(opens(), bounded)) == FALSE
    assert outcome(opens(when="2024"), beside(opens(), bounded)) == OPEN


@pytest.mark.parametrize(
    ("where", "exclusive", "expected"),
    [
        ("@tokyo", ("place",), SUPPORTED),
        ("@osaka", ("place",), PLACE),
        ("@osaka", (), OPEN),
        ("@japan", ("place",), OPEN),
        (None, ("place",), OPEN),
    ],
)
def test_where_it_was_done(where: str | None, exclusive: Any, expected: Expected) -> None:
    places = (place("Tokyo", "japan"), place("Osaka", "japan"), place("Japan", kind="country"))
    assert outcome(opens(place=where), beside(opens(), statement(exclusive=exclusive), *places)) == expected


@pytest.mark.parametrize(
    ("when", "exclusive", "expected"),
    [("2023-07", ("time",), SUPPORTED), ("2022", ("time",), DATE), ("2022", (), OPEN), (None, ("time",), SUPPORTED)],
)
def test_when_it_was_done(when: str | None, exclusive: Any, expected: Expected) -> None:
    theirs = opens(when="2023-07-11")
    assert outcome(opens(when=when), beside(theirs, statement(exclusive=exclusive))) == expected


def first(subject: str = "@fumio-kishida", **slots: Any) -> Claim:
    base = {
        "subject": subject, "predicate": "attend", "object": "@nato-summit", "ordinal": 1, "when": "2022-06",
        "others": (filler("prime minister of @japan", head="minister"),),
    }  # fmt: skip
    return claim("rank", **{**base, **slots})


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (first(), SUPPORTED),
        (first(when=None), SUPPORTED),
        (first("@shinzo-abe"), RANK),
        (first(ordinal=2), RANK),
        (first(when="2021"), DATE),
        (first(when="2022"), SUPPORTED),
        (first("@shinzo-abe", when="2014"), OPEN),
        (first("@yoon", others=(filler("president of @south-korea", head="president"),)), OPEN),
        (first("@yoon", others=(filler("prime minister of @south-korea", head="minister"),)), OPEN),
        (first("@shinzo-abe", object="@g7-summit"), OPEN),
        (first("@shinzo-abe", predicate="host"), OPEN),
        (first("@shinzo-abe", negated=True), OPEN),
        (first("@shinzo-abe", modality="hypothetical"), OPEN),
        (first("the leader"), OPEN),
    ],
)
def test_a_rank(ours: Claim, expected: Expected) -> None:
    assert outcome(ours, beside(first())) == expected


def two(one: Claim, other: Claim, *records: Statement) -> Any:
    from msgspec.structs import replace

    a, b = records or (statement(id="s1"), statement(id="s2"))
    return known(a, b, read={a.id: (replace(one, id="r1"),), b.id: (replace(other, id="r2"),)})


def test_references_that_disagree_are_disputed() -> None:
    assert outcome(pledge(), two(pledge(), pledge("9e9 USD"))) == ("disputed", "disputed")


def test_an_agreeing_reference_speaks_before_one_of_another_time() -> None:
    later = statement(id="s2", valid="2024-01-01..")
    assert outcome(pledge(), two(pledge(), pledge("9e9 USD"), statement(), later)) == SUPPORTED


def test_what_holds_now_speaks_before_what_held_once() -> None:
    old, new = statement(id="s1", valid="2022-01-01..2023-01-01"), statement(id="s2", valid="2023-01-01..")
    assert outcome(pledge(), two(pledge(), pledge("9e9 USD"), old, new)) == OUTDATED
    assert outcome(pledge("9e9 USD"), two(pledge(), pledge("9e9 USD"), old, new)) == SUPPORTED
    assert outcome(pledge("8e9 USD"), two(pledge(), pledge("9e9 USD"), old, new)) == AMOUNT


@pytest.mark.parametrize(
    ("ours", "index", "message", "suggestion"),
    [
        (
            pledge("7.1e6 USD"), beside(pledge(), statement("Japan pledged $7.1 billion.")),
            "The text has 7.1e6 USD, the reference 7.1e9 USD: Japan pledged $7.1 billion.", "7.1e9 USD",
        ),
        (
            chairs("@nato", speaker="Ann"), beside(chairs(), statement("The US chairs it.", exclusive=("subject",))),
            "The text has nato, the reference united-states: The US chairs it. (said by Ann)", None,
        ),
        (
            chairs(negated=True), beside(chairs(), statement("The US chairs it.")),
            "The text says the contrary of: The US chairs it.", None,
        ),
        (
            opens(), beside(opens(), KNOWN_FALSE),
            "Known to be false: NATO opened a liaison office. It was only proposed.", None,
        ),
        (
            pledge("about 8e9 USD", text="about $8 billion"), beside(pledge()),
            "about $8 billion is loose: the reference has 7.1e9 USD.", "7.1e9 USD",
        ),
        (
            pledge(text="$7.1 billion"), beside(pledge(), statement(valid="2023-02-20..2023-03-21")),
            "$7.1 billion was right until 21 March 2023; the text speaks of the present.", None,
        ),
    ],
)  # fmt: skip
def test_the_message(ours: Claim, index: Any, message: str, suggestion: str | None) -> None:
    found = judged(ours, index)
    assert (found.message, found.suggestion) == (message, suggestion)


def test_evidence_shows_slots_sources_and_outcome() -> None:
    (shown,) = judged(pledge("7.1e6 USD"), beside(pledge(), statement("Japan pledged.", note="n"))).evidence
    assert (shown.reference, shown.outcome, shown.statement) == ("s1", "differs", "Japan pledged.")
    assert [s.slot for s in shown.slots if s.outcome == "differs"] == ["value"]
    assert shown.sources[0].publisher == "a test"
    assert shown.score == 1  # how sure it is that both speak of the same thing, whatever its value


def test_the_score_falls_with_every_slot_that_is_open() -> None:
    scores = [
        judged(ours, beside(pledge())).evidence[0].score
        for ours in (
            pledge(),
            pledge(others=()),
            pledge(subject="the ministry"),
        )
    ]
    assert scores == sorted(set(scores), reverse=True)


def senator(where: str | None, party: str | None, **slots: Any) -> Claim:
    seat = Seat(state=where, party=party, start=40, end=46)
    return office("Ann Oak", "senator", **{"seat": seat, **slots})


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (senator("Ohio", "Republican"), SUPPORTED),
        (senator("Ohio", None), SUPPORTED),
        (senator("Iowa", "Republican"), PLACE),
        (senator("Ohio", "Democrat"), MEMBERSHIP),
        (senator(None, "Democrat"), MEMBERSHIP),
        (senator("Iowa", "Democrat"), OPEN),  # two things at once: another person's
    ],
)
def test_for_whom_a_politician_stands(ours: Claim, expected: Expected) -> None:
    theirs = senator("Ohio", "Republican")
    assert outcome(ours, beside(theirs, statement(exclusive=("object",)))) == expected


def test_a_seat_is_only_compared_where_the_record_excludes_others() -> None:
    assert outcome(senator("Iowa", "Republican"), beside(senator("Ohio", "Republican"))) == OPEN


def test_a_name_without_a_title_is_compared_by_its_party() -> None:
    theirs = named("Ann Oak", seat=Seat(state=None, party="Republican", start=0, end=1))
    ours = named("Ann Oak", seat=Seat(state="Ohio", party="Democrat", start=40, end=46))
    index = beside(theirs, statement(exclusive=("object",)))
    found = judged(ours, index)
    assert (found.rule and found.rule.name, found.start, found.end) == ("membership-mismatch", 40, 46)
    assert found.suggestion == "Republican"


@pytest.mark.parametrize(
    ("ours", "expected"),
    [("1e5-1e6 USD", SUPPORTED), ("1e6-1e7 USD", AMOUNT), ("1e6 USD", SUPPORTED)],
)
def test_orders_of_magnitude(ours: str, expected: Expected) -> None:
    assert outcome(pledge(ours), beside(pledge("1e5-1e6 USD"))) == expected
