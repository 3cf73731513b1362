"""Word lists written as one string, so that a table of a hundred words stays a few lines."""


def listed(words: str) -> frozenset[str]:
    """The words of a string, split at white space."""
    return frozenset(words.split())
