"""What was read is found again under all that it depends on, and never under anything else."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.by_hand import claim

from opedcheck.keeping import readings
from opedcheck.model import Article, Gist, Reading
from opedcheck.readers import from_text

ARTICLE = from_text("Japan has 47 prefectures.", id="a", date=date(2023, 7, 10))
READING = Reading(claims=(claim("count", text="47"),))


class Memory:
    """A cache that holds everything."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.entries[key] = data


def test_what_is_kept_is_found() -> None:
    memory = Memory()
    assert readings.kept(ARTICLE, "reader", memory) is None
    readings.keep(ARTICLE, "reader", READING, memory)
    assert readings.kept(ARTICLE, "reader", memory) == READING


@pytest.mark.parametrize(
    ("other", "reader", "found"),
    [
        ({"text": "Japan has 48 prefectures."}, "reader", False),
        ({"date": date(2023, 7, 11)}, "reader", False),
        ({"date": None}, "reader", False),
        ({"skipped": ((0, 5),)}, "reader", False),
        ({}, "another reader", False),
        # where an article lies and what it is called is nothing to its reader
        ({"path": "b.txt", "id": "b", "title": "B"}, "reader", True),
    ],
)
def test_what_a_reading_depends_on(other: dict[str, object], reader: str, found: bool) -> None:
    memory = Memory()
    readings.keep(ARTICLE, "reader", READING, memory)
    article: Article = msgspec.structs.replace(ARTICLE, **other)
    assert (readings.kept(article, reader, memory) is not None) is found


@pytest.mark.parametrize("data", [b"", b"\x93torn", msgspec.msgpack.encode({"claims": 3})])
def test_what_is_no_reading_is_none(data: bytes) -> None:
    class Foreign(Memory):
        def get(self, key: str) -> bytes | None:
            return data

    assert readings.kept(ARTICLE, "reader", Foreign()) is None
    assert readings.kept_statements("where", Foreign()) is None


def test_statements_are_decoded_when_they_are_asked_for() -> None:
    memory = Memory()
    one, other = (claim("count", text="47"),), (claim("count", text="48"), claim("relation", text="x"))
    gists = {"a": Gist(text="So it is."), "b": Gist(text="So it was.", event=False)}
    made = readings.statements("content", {"a": "1", "b": "2"}, {"a": one, "b": other}, gists, index={"x": ("a",)})
    readings.keep_statements("where", made, memory)
    kept = readings.kept_statements("where", memory)
    assert kept is not None and (kept.content, kept.texts) == ("content", {"a": "1", "b": "2"})
    assert msgspec.msgpack.decode(kept.index) == {"x": ["a"]}
    claims = readings.claims_of(kept.claims)
    assert dict(readings.gists_of(kept.gists)) == gists
    assert (claims["a"], claims["b"], claims.get("c"), list(claims)) == (one, other, None, ["a", "b"])
    assert claims["a"] is claims["a"]


@pytest.mark.parametrize(
    ("one", "other"), [(("ab", "c"), ("a", "bc")), (("a", None), ("a", "")), (("a",), ("a", ())), ((1,), ("1",))]
)
def test_a_digest_tells_its_parts_apart(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert readings.digest(*one) != readings.digest(*other)
    assert readings.digest(*one) == readings.digest(*one)
