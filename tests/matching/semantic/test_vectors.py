"""Vectors made once: what is kept, and what of it is used again."""

from __future__ import annotations

import numpy as np
import pytest
from tests.matching.semantic.test_encoder import needs_extra

from opedcheck.matching.semantic import Encoder, installed
from opedcheck.matching.semantic.vectors import vectors

TEXTS = ["The dam broke.", "The bridge stands.", "The dam broke."]
pytestmark = needs_extra


class Kept(dict[str, bytes]):
    """A storage in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


@pytest.fixture(scope="module")
def encode() -> Encoder:
    return installed()


def test_only_what_is_new_is_embedded(encode: Encoder) -> None:
    kept, made = Kept(), list[int]()
    first = vectors(TEXTS, encode, storage=kept, name="own", new=made.append)
    assert made == [2]
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(vectors(TEXTS, encode, storage=kept, name="own", new=made.append), first)
    assert made == [2]
    more = vectors(["A tower.", *TEXTS[:2]], encode, storage=kept, name="own", new=made.append)
    assert made == [2, 1]
    assert np.array_equal(more[1:], first[:2])
    assert len(kept) == 1
    vectors(TEXTS, encode, storage=kept, name="another", new=made.append)
    assert made == [2, 1, 2]


def test_what_was_made_is_kept_though_the_rest_is_interrupted(encode: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opedcheck.matching.semantic.vectors.CHUNK", 1)
    kept, made = Kept(), list[int]()

    class Interrupted:
        name, width = encode.name, encode.width

        def __call__(self, texts: list[str]) -> object:
            if texts == [TEXTS[1]]:
                raise KeyboardInterrupt
            return encode(texts)

    with pytest.raises(KeyboardInterrupt):
        vectors(TEXTS, Interrupted(), storage=kept, new=made.append)  # type: ignore[arg-type]
    vectors(TEXTS, encode, storage=kept, new=made.append)
    assert made == [2, 1]


@pytest.mark.parametrize("torn", [b"", b"torn", b"\x92\xc4\x01a\xc4\x01b"])
def test_what_is_torn_is_made_anew(encode: Encoder, torn: bytes) -> None:
    kept, made = Kept(), list[int]()
    first = vectors(TEXTS, encode, storage=kept, new=made.append)
    kept.update(dict.fromkeys(kept, torn))
    assert np.array_equal(vectors(TEXTS, encode, storage=kept, new=made.append), first)
    assert made == [2, 2]


def test_no_texts_have_no_vectors(encode: Encoder) -> None:
    assert vectors([], encode).shape == (0, encode.width)
