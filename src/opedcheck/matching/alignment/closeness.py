"""How alike two mentions are that differ, and what is compared."""

from typing import Literal

# The same value; another one that looks like a slip of the pen; one that may be one; any other.
Closeness = Literal["same", "strong", "weak", "far"]
Kind = Literal["figure", "date", "name", "person", "quality"]
