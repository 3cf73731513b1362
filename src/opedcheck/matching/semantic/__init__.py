"""Sentence embeddings for search, an optional extra: texts that say the same in other words lie close together."""

from opedcheck.matching.semantic.encoder import Encoder, Vectors, installed
from opedcheck.matching.semantic.ranking import SemanticSearch, prepare

__all__ = ["Encoder", "SemanticSearch", "Vectors", "installed", "prepare"]
