"""The spaCy side: nothing outside this folder imports spaCy."""

from opedcheck.pipeline.build import build, model_name, read
from opedcheck.pipeline.reading import reading, readings

__all__ = ["build", "model_name", "read", "reading", "readings"]
