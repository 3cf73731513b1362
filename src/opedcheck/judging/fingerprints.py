"""One fingerprint for each finding, that stays while the text around it moves (FORMATS: Fingerprint)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

import msgspec

from opedcheck.model import Claim, Finding


def fingerprints(found: Iterable[tuple[Claim | None, Finding]], path: str) -> tuple[Finding, ...]:
    """The findings with their fingerprints; `path` is relative to where the run stands."""
    alike: Counter[str] = Counter()

    def marked(claim: Claim | None, finding: Finding) -> Finding:
        quote = " ".join((claim.text if claim else finding.quote).split()).casefold()
        slots = "\x1f".join(_slots(claim)) if claim else ""
        base = "\0".join(("v1", path, finding.rule, slots, quote))
        alike[base] += 1
        digest = sha256(f"{base}\0{alike[base]}".encode()).hexdigest()
        return msgspec.structs.replace(finding, fingerprint=digest)

    return tuple(marked(claim, finding) for claim, finding in found)


def _slots(claim: Claim) -> Iterable[str]:
    yield claim.kind
    yield claim.subject.text if claim.subject else ""
    yield claim.predicate or ""
    yield claim.object.text if claim.object else ""
    yield claim.attribute or ""
    yield str(claim.quantity.text if claim.quantity else claim.when or claim.name or "")
