"""A text as it is embedded: what the encoder would take for words, but says nothing of what is meant, left out."""

from __future__ import annotations

import re

from opedcheck.matching.search_terms import HUMPS, URL

TAG = re.compile(r"[@#](\w+)")
# Quotation marks; an apostrophe inside a word is none.
MARKS = re.compile(r"""["“”„‟«»]|(?<!\w)['‘’`]+|['‘’`]+(?!\w)""")


def plain(text: str) -> str:
    """`text` without addresses and quotation marks, hashtags and handles as the words that they are made of.

    Two records that differ in their quotation marks alone are one text, and so equally near to whatever is sought.
    """
    bare = MARKS.sub(" ", TAG.sub(_words, URL.sub(" ", text)))
    return " ".join(bare.replace("’", "'").split())


def _words(tag: re.Match[str]) -> str:
    return f" {' '.join(part for piece in tag[1].split('_') for part in HUMPS.findall(piece)) or tag[1]} "
