"""Names of WordprocessingML elements, and what XML can hold. Nothing here imports a parser."""

from __future__ import annotations

import re
from typing import Any

Element = Any
"""An element of lxml, which has no types of its own."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ALTERNATE, CHOICE, FALLBACK = (f"{_COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
FORMULAS = frozenset({f"{_MATH}oMath", f"{_MATH}oMathPara"})
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def w(name: str) -> str:
    """The name of a WordprocessingML element or attribute as lxml has it."""
    return _WORD + name


def legal(text: str) -> str:
    """`text` with U+FFFD for each code point that XML 1.0 has no place for, not even escaped."""
    return ILLEGAL.sub("\ufffd", text)
