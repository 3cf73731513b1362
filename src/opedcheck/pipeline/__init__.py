"""The spaCy side: nothing outside this folder imports spaCy."""

from opedcheck.pipeline.build import build, model_name, read

__all__ = ["build", "model_name", "read"]
