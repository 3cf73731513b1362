"""Settings: what a project says of itself in a file, and where each of them came from."""

from opedcheck.config.loading import NAMES, Loaded, find, load, loaded
from opedcheck.config.schema import schema
from opedcheck.config.settings import KEYS, Override, Settings, Severity, Suppress, Verdict, allows, matches

__all__ = [
    "KEYS", "NAMES", "Loaded", "Override", "Settings", "Severity", "Suppress", "Verdict", "allows", "find", "load",
    "loaded", "matches", "schema",
]  # fmt: skip
