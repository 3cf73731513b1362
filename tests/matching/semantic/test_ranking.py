"""Search by words and meaning, with the real encoder."""

from __future__ import annotations

import pytest
from tests.by_hand import statement
from tests.matching.semantic.test_encoder import needs_extra

from opedcheck.matching import search, semantic
from opedcheck.matching.semantic import Encoder, SemanticSearch, installed

SAID = {
    "aid": "Japan pledged $7.1 billion in aid to Ukraine.",
    "fund": "The alliance has a trust fund for non-lethal equipment.",
    "drug": "The medicine lowers blood pressure in older people.",
    "flood": "Heavy rain drowned the crops of the valley.",
}


class Kept(dict[str, bytes]):
    """A storage in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


@pytest.fixture(scope="module")
def encode() -> Encoder:
    return installed()


@pytest.fixture(scope="module")
def ranked(encode: Encoder) -> SemanticSearch:
    return find(encode)


def find(encode: Encoder, storage: Kept | None = None) -> SemanticSearch:
    records = [statement(said, id=name) for name, said in SAID.items()]
    return semantic.prepare(search.prepare(records), records, encode, storage=storage)


@needs_extra
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Tokyo promised Kyiv billions", "aid"),
        ("a pill against hypertension for the elderly", "drug"),
        ("farmers lost their harvest in storms", "flood"),
        ("trust fund", "fund"),
    ],
)
def test_what_means_the_same_comes_first(ranked: SemanticSearch, text: str, first: str) -> None:
    hits = ranked(text, 2)
    assert hits[0].reference == first
    assert 0 < hits[0].score <= 1


@needs_extra
def test_a_score_is_what_its_reasons_add_up_to(encode: Encoder) -> None:
    for hit in find(encode)("Japan's trust fund for Ukraine", 4):
        assert sum(shared.weight for shared in hit.why) == pytest.approx(hit.score, abs=0.001)
        assert [shared.kind for shared in hit.why].count("meaning") == 1


@needs_extra
def test_quotation_marks_make_no_difference(encode: Encoder) -> None:
    records = [
        statement(said, id=name) for name, said in (("b", 'She said "no" to it.'), ("a", "She said 'no' to it."))
    ]
    one, other = semantic.prepare(search.prepare(records), records, encode)("She refused it", 2)
    assert (one.reference, other.reference) == ("b", "a")  # as they stand in the file
    assert one.score == other.score


@needs_extra
def test_nothing_to_search_finds_nothing(encode: Encoder) -> None:
    assert semantic.prepare(search.prepare([]), [], encode)("anything") == ()
