"""Quantities: amounts, percentages, counts, durations, ages, ordinals, as `opedcheck.model.Quantity`.

One pass over the text finds numbers (`numerals`, `numbers`), what is printed about them (`measures`, `units`,
`currencies`), joins what belongs together (`ranges`), drops what is no quantity (`exclusions`) and asks the parse what
is counted (`nouns`), how precisely (`bounds`) and whether it is a change (`changes`).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.pipeline.quantities.finding import find
from opedcheck.pipeline.store import keep

__all__ = ["Quantities", "create", "find"]


class Quantities:
    """Leaves the quantities of a Doc in `doc._.opedcheck_quantities`."""

    def __call__(self, doc: Doc) -> Doc:
        return keep(doc, "quantities", find(doc))


def create(nlp: Language) -> Quantities:
    """The component; it needs nothing of `nlp`."""
    return Quantities()
