from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from opedcheck.matching.search import PLACES, Hit, Search, prepare
from opedcheck.matching.search_terms import terms
from opedcheck.matching.segments import segments
from opedcheck.matching.stems import stem
from opedcheck.matching.synonyms import synonyms
from opedcheck.model import LexiconEntry, Person, Statement

NAMES = (
    LexiconEntry("Arcadia", "arcadia", "place"),
    LexiconEntry("Arcadian", "arcadia", "place", "demonym"),
    LexiconEntry("League of Isles", "isles", "organisation"),
    LexiconEntry("Isles", "small-isles", "place"),
    LexiconEntry("US", "united-states", "place"),
    LexiconEntry("Penn", "w-penn", "person", "surname"),
)
STATEMENTS = (
    Statement(id="aid", statement="Arcadia pledged $7.1 billion in aid to the League of Isles in March 2023."),
    Statement(id="shark", statement="A shark swam through a flooded street.", title="Is this photograph real?"),
    Statement(id="mayor", statement="The mayor resigned after the vote.", aliases=("The mayor stepped down.",)),
    Statement(id="wall", statement="Twenty-five miles of the wall were built.", topic="border"),
    Statement(id="party", statement="Supporters of the party held parties."),
)


@pytest.fixture(scope="module")
def find() -> Search:
    return prepare(STATEMENTS, NAMES)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The children's parties", "children parti"),
        ("#BuildTheWall", "buildthewal build wall"),
        ("#bridge @new_york_post", "bridg newyorkpost new york post"),
        ("see https://a.example/x?y#z or www.b.example/q now", "see now"),
        ("$7.1 billion", "$ 7100000000 billion"),
        ("7.1bn", "7100000000"),
        ("3k, 2,500 and 1,000,000", "3000 2500 1000000"),
        ("five of twenty", "5 20"),
        ("the 16th of 13-year-old", "16 13 year old"),
        ("U.S. troops, US troops, give us", "us troop us troop give"),
        ("Québec’s café", "quebec cafe"),
        ("no, it is not", ""),
        ("50% 0.50", "50 % 0.5"),
        ("1000 100", "1000 100"),
        ("", ""),
        ("—“”", ""),
    ],
)
def test_terms(text: str, keys: str) -> None:
    assert [term.key for term in terms(text)] == keys.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("party", "parties"), ("hope", "hoping"), ("hop", "hopping"), ("pledge", "pledged"), ("nation", "nations"),
        ("organize", "organization"), ("alleged", "allegedly"), ("build", "builds"), ("vote", "votes"),
        ("relate", "relational"), ("agree", "agreed"), ("happy", "happiness"), ("open", "openly"),
    ],
)  # fmt: skip
def test_stems_alike(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("virus", "vir"), ("news", "no"), ("family", "fame"), ("bus", "bu"), ("day", "die")]
)
def test_stems_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_what_is_no_latin_word_stays() -> None:
    assert [stem(word) for word in ("", "a", "be", "2019s", "привет", "ärger")] == [
        "", "a", "be", "2019s", "привет", "ärger",
    ]  # fmt: skip


def test_synonyms_go_both_ways() -> None:
    for word in ("photograph", "child", "jail", "pledge"):
        for other in synonyms(stem(word)):
            assert stem(word) in synonyms(other)
            assert other != stem(word)
    assert synonyms("zyzzyva") == frozenset()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("buildthewall", ("build", "the", "wall")),
        ("thewall", ("the", "wall")),
        ("buildx", ()),
        ("", ()),
        ("w" * 99, ()),
    ],
)
def test_segments(word: str, parts: tuple[str, ...]) -> None:
    known = {"build": 0.1, "the": 0.5, "wall": 0.1, "all": 0.2}
    assert segments(word, lambda part: known.get(part, 0.0)) == parts


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Arcadia gave 7,100,000,000", "aid"),
        ("#Sharks in the streets", "shark"),
        ("a shrak? a sharkk!", "shark"),
        ("the photo", "shark"),
        ("stepping down", "mayor"),
        ("@MayorResigned", "mayor"),
        ("#mayorresigned", "mayor"),
        ("25 miles", "wall"),
        ("border", "wall"),
        ("partying", "party"),
    ],
)
def test_the_best_is_first(find: Search, text: str, first: str) -> None:
    assert find(text)[0].reference == first


def whys(hit: Hit) -> set[tuple[str, str, str, str]]:
    return {(shared.text, shared.term, shared.kind, shared.how) for shared in hit.why}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("votes", ("votes", "vote", "word", "same")),
        ("picture", ("picture", "photograph", "word", "synonym")),
        ("flooding floodde", ("floodde", "flood", "word", "alike")),
        ("7.1 bn", ("7.1 bn", "7100000000", "number", "same")),
        ("an Arcadian ship", ("Arcadian", "arcadia", "entity", "same")),
        ("the League of Isles", ("League of Isles", "isles", "entity", "same")),
    ],
)
def test_why(find: Search, text: str, why: tuple[str, str, str, str]) -> None:
    assert why in whys(find(text)[0])


def test_names_are_whole_and_in_capitals(find: Search) -> None:
    told = {
        shared.term for text in ("The League of Isles", "give us", "Penn") for hit in find(text) for shared in hit.why
    }
    assert "small-isles" not in told
    assert "united-states" not in told
    assert "w-penn" not in told


@pytest.mark.parametrize("text", ["", "the of and", "zyzzyva", "☃", "#", "@"])
def test_nothing_shared_is_nothing_found(find: Search, text: str) -> None:
    assert find(text) == ()


def test_scores_are_shares_in_order_and_explained(find: Search) -> None:
    for text in (*(one.statement for one in STATEMENTS), "Arcadia built a wall of 7.1 billion photographs"):
        hits = find(text)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        for hit in hits:
            assert 0 < hit.score <= 1
            total = sum(shared.weight for shared in hit.why)
            assert min(total, 1.0) == pytest.approx(hit.score, abs=len(hit.why) * 10**-PLACES)
            assert [w.weight for w in hit.why] == sorted((w.weight for w in hit.why), reverse=True)


def test_a_statement_finds_itself(find: Search) -> None:
    for one in STATEMENTS:
        assert find(one.statement)[0].reference == one.id


def test_equal_scores_keep_the_order_of_the_files() -> None:
    rows = [Statement(id=name, statement="The dam broke.") for name in ("c", "a", "b")]
    assert [hit.reference for hit in prepare(rows)("the dam", 2)] == ["c", "a"]


def test_only_statements_are_searched() -> None:
    person = Person(id="p", name="Ann Dam")
    assert prepare([person])("Ann Dam") == ()
    assert prepare([])("anything") == ()


class Memory:
    """A storage that remembers, and counts what it is asked."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.got = 0

    def get(self, key: str) -> bytes | None:
        self.got += key in self.kept
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def test_the_index_is_kept_by_content() -> None:
    memory = Memory()
    first = prepare(STATEMENTS, NAMES, storage=memory, digest="a")
    again = prepare(STATEMENTS, NAMES, storage=memory, digest="a")
    assert (len(memory.kept), memory.got) == (1, 1)
    for one in STATEMENTS:
        assert first(one.statement) == again(one.statement)
    prepare(STATEMENTS[:2], NAMES, storage=memory, digest="b")
    assert len(memory.kept) == 2


def test_a_torn_entry_is_compiled_anew() -> None:
    memory = Memory()
    prepare(STATEMENTS, storage=memory, digest="a")
    memory.kept = {key: data[: len(data) // 2] for key, data in memory.kept.items()}
    assert prepare(STATEMENTS, storage=memory, digest="a")("the vote")[0].reference == "mayor"


def test_spacy_is_not_imported() -> None:
    program = (
        "import sys\nfrom opedcheck.matching.search import prepare\nprepare([])('x')\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('spacy', 'thinc', 'dateparser')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_known_claims_behind_tweets(shared: Path) -> None:
    """Well above word overlap alone, on public data that nobody here wrote."""
    rows = [json.loads(row) for row in (shared / "bench/search/claims.jsonl").read_text("utf-8").splitlines()]
    find = prepare([Statement(id=row["id"], statement=row["statement"], title=row["title"]) for row in rows])
    queries = [json.loads(row) for row in (shared / "bench/search/queries.jsonl").read_text("utf-8").splitlines()][::4]
    first = sum(find(query["text"], 1)[0].reference in query["relevant"] for query in queries)
    assert first / len(queries) > 0.8
