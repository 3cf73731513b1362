"""GitLab's code quality report: an array of findings, each with a fingerprint of its own."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TextIO

from opedcheck.model import Report, Severity
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.told import message, told

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(run: Report, out: TextIO, look: Look) -> None:
    """The report; GitLab merges equal fingerprints, so a second one is made different."""
    seen: Counter[str] = Counter()
    rows = []
    for one in told(run):
        fingerprint = one.finding.fingerprint
        seen[fingerprint] += 1
        if seen[fingerprint] > 1:
            fingerprint = sha256(f"{fingerprint}\0{seen[fingerprint]}".encode()).hexdigest()
        rows.append(
            {
                "description": message(one.finding),
                "check_name": one.finding.rule,
                "fingerprint": fingerprint,
                "severity": SEVERITIES[one.severity],
                "location": {"path": one.path, "lines": {"begin": one.start.line}},
            }
        )
    json.dump(rows, out, ensure_ascii=False, indent=2)
    out.write("\n")


REPORTER = Reporter(name="gitlab", write=write)
