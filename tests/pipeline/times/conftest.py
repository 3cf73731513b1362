"""Reading a line with the component alone: no model, so no tense, unless a test builds it by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from opedcheck.model import Time
from opedcheck.pipeline.store import kept
from opedcheck.pipeline.times import create

Reader = Callable[..., tuple[Time, ...]]


@pytest.fixture(scope="session")
def times() -> Reader:
    """`times(text, base)` are the time expressions of a text written on `base` (ISO 8601, or `None`)."""
    blank = spacy.blank("en")
    component = create(blank)

    def read(text: str, base: str | None = "2023-07-10") -> tuple[Time, ...]:
        doc = blank.make_doc(text)
        doc.user_data["opedcheck_date"] = base
        return kept(component(doc), "times")

    return read
