"""How alike two mentions are that differ, and what is compared."""

from typing import Literal

Closeness = Literal["strong", "weak"]
Kind = Literal["figure", "date", "name"]
