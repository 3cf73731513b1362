"""ClaimReview in and out: what fact-checkers publish (schema.org/ClaimReview) to statements, and statements to it."""

from opedcheck.references.claimreview.exporting import document
from opedcheck.references.claimreview.finding import Unreadable, reviews
from opedcheck.references.claimreview.reading import LeftOut, statements
from opedcheck.references.claimreview.writing import as_jsonl, as_yaml

__all__ = ["LeftOut", "Unreadable", "as_jsonl", "as_yaml", "document", "reviews", "statements"]
