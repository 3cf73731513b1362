"""ClaimReview in and out: what fact-checkers publish (schema.org/ClaimReview) to statements, and statements to it."""

from opedcheck.references.claimreview.exporting import document
from opedcheck.references.claimreview.finding import Unreadable, reviews
from opedcheck.references.claimreview.reading import LeftOut, statements

__all__ = ["LeftOut", "Unreadable", "document", "reviews", "statements"]
