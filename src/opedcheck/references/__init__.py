"""YAML and JSON lines -> References: records, checked and joined, with every fault named by file, line and remedy."""

from opedcheck.references.faults import Fault
from opedcheck.references.library import References, load

__all__ = ["Fault", "References", "load"]
