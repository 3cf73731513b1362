"""Claims, put together from mentions and the parse: one module a family."""

from __future__ import annotations

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import Claim
from opedcheck.pipeline.claims import deed, event, measure, profile
from opedcheck.pipeline.claims.view import View
from opedcheck.pipeline.store import keep

FAMILIES = (profile.claims, measure.claims, event.claims, deed.claims)


class Claims:
    """Assembles the claims of a Doc, ordered by place, numbered c1, c2, ..."""

    def __call__(self, doc: Doc) -> Doc:
        view = View(doc)
        skipped: list[list[int]] = doc.user_data.get("opedcheck_skipped") or []
        found = [claim for family in FAMILIES for claim in family(view) if not _skips(skipped, claim)]
        found.sort(key=lambda c: (c.start, c.end, c.family, c.kind))
        numbered = [msgspec.structs.replace(claim, id=f"c{number}") for number, claim in enumerate(found, 1)]
        return keep(doc, "claims", numbered, [claim.kind for claim in numbered])


def _skips(skipped: list[list[int]], claim: Claim) -> bool:
    return any(start < claim.end and claim.start < end for start, end in skipped)


def create(nlp: Language) -> Claims:
    """The component; it needs nothing of `nlp`."""
    return Claims()
