"""What is planted, and what counts as caught."""

from __future__ import annotations

import pytest
from tests.by_hand import person

from .planting import Found, Sample, is_hit
from .slips import KINDS, OFFICE, Slip, slips

PEOPLE = [
    person("Karel Novak", "President of arland 2010-01-01.."),
    person("Boris Horak", "Prime Minister of borland 2015-01-01.."),
    person("Lin Daiyu", "President of corland 2012-01-01..", surname="Lin"),
    person("Ada Cerna", "Senator of arland 2012-01-01.."),
    person("Petr Horak", "Senator of arland 2012-01-01.."),
]


def planted(*texts: str) -> tuple[list[Slip], dict[str, int]]:
    articles = [{"id": str(at), "text": text, "date": "2020-01-01"} for at, text in enumerate(texts)]
    return slips(articles, PEOPLE, 1, 10)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Yesterday President Karel Novak spoke.", KINDS[:3]),
        ("Yesterday President Novak spoke.", (OFFICE,)),
        ("Yesterday Sen. Ada Cerna spoke.", (OFFICE, *KINDS[3:5])),
        ("Yesterday President Lin Daiyu spoke.", KINDS[:3]),
        ("Yesterday Karel Novak spoke.", KINDS[5:]),
        ("Yesterday Novak spoke.", ()),
        ("Yesterday Horak spoke.", ()),
    ],
)
def test_every_kind_of_slip_is_planted(text: str, kinds: tuple[str, ...]) -> None:
    assert [slip.kind for slip in planted(text)[0]] == list(kinds)


def test_what_is_planted_is_another_leaders_and_nobodys_name() -> None:
    for slip in planted("Yesterday President Lin Daiyu spoke.")[0]:
        now = slip.text[slip.start : slip.end]
        assert slip.was == "President Lin Daiyu" != now
        assert slip.text == f"Yesterday {now} spoke."
        assert slip.kind == OFFICE or now.split()[1] == "Lin" or now.split()[-1] == "Daiyu"


def test_what_is_not_planted_is_counted() -> None:
    assert planted("Yesterday Novak met Horak.")[1] == {
        "a surname alone, without a title": 1,
        "a name that two known people bear": 1,
    }


@pytest.mark.parametrize(
    ("stretch", "sentence", "hit"),
    [
        ((12, 16), (10, 20), True),
        ((0, 4), (0, 5), False),  # elsewhere in the article
        ((0, 4), (0, 13), True),  # elsewhere in the sentence
    ],
)
def test_a_finding_counts_where_the_slip_is(stretch: tuple[int, int], sentence: tuple[int, int], hit: bool) -> None:
    slip = Slip("a+0", "a", OFFICE, "", None, 12, 18, "")
    found = Found("name-mismatch", "quote", "message", *stretch, sentence)
    assert is_hit(slip, frozenset({found}), frozenset()) is hit
    assert not is_hit(slip, frozenset({found}), frozenset({found._replace(start=1)}))


def test_a_half_is_drawn_by_the_articles_id() -> None:
    halves = [Sample(half=0), Sample(half=1)]
    assert all(sum(half.holds(str(n)) for half in halves) == 1 for n in range(50))
    assert all(Sample().holds(str(n)) for n in range(50))
