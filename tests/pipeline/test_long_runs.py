from __future__ import annotations

from typing import Any

import pytest

from opedcheck.pipeline import read
from opedcheck.pipeline.language import LONGEST


@pytest.mark.model
@pytest.mark.parametrize("text", ["$" * 60_000, "9" * 60_000, "He paid " + "$" * 5_000 + " in 2019.", "(" * 3_000])
def test_a_run_without_spaces_is_cut_and_kept(nlp: Any, text: str) -> None:
    doc = read(nlp, text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST
