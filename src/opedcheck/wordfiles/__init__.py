"""Word documents (.docx, ISO 29500): opened, walked and packed again, for those who read them and those who write."""

from opedcheck.wordfiles.package import empty, opened, packed, sound, with_comments
from opedcheck.wordfiles.walking import Leaf, Paragraph, lines, paragraphs
from opedcheck.wordfiles.xml import legal

__all__ = [
    "Leaf", "Paragraph", "empty", "legal", "lines", "opened", "packed", "paragraphs", "sound", "with_comments",
]  # fmt: skip
