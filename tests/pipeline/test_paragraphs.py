"""Blank lines end sentences, plain line breaks do not."""

from __future__ import annotations

import pytest
import spacy

from opedcheck.pipeline.paragraphs import Paragraphs


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One two\n\nThree four", ["Three"]),
        ("One two\nThree four", []),
        ("One two\n\n\n\nThree\n\nFour", ["Three", "Four"]),
        ("One two \n \n Three", ["Three"]),
        ("One two\r\n\r\nThree", ["Three"]),
        ("\n\nOne", ["One"]),
        ("", []),
    ],
)
def test_paragraphs(text: str, starts: list[str]) -> None:
    doc = Paragraphs()(spacy.blank("en")(text))
    assert [token.text for token in doc if token.is_sent_start and token.i] == starts
