"""Settings: what a project says of itself in a file, and where each of them came from."""

from opedcheck.config.loading import NAMES, find, load
from opedcheck.config.reading import nearest, shown
from opedcheck.config.schema import schema
from opedcheck.config.settings import KEYS, Override, Settings, Severity, Suppress, Verdict, allows, matches

__all__ = [
    "KEYS", "NAMES", "Override", "Settings", "Severity", "Suppress", "Verdict", "allows", "find", "load", "matches",
    "nearest", "schema", "shown",
]  # fmt: skip
