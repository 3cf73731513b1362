"""Statements -> schema.org ClaimReview as JSON-LD: what curators hold of a claim, never what a machine found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from opedcheck.model import Source, Statement
from opedcheck.references.claimreview.ratings import by_words
from opedcheck.references.writing import written

CONTEXT = "https://schema.org"
RATINGS = {"false": (1, "False"), "mixed": (3, "Mixed"), "true": (5, "True")}
"""The value and the name of a verdict, 1 to 5 as ClaimReview counts."""


def document(statements: Iterable[Statement], *, curator: str | None = None) -> dict[str, Any]:
    """The ClaimReviews of statements, in one graph. Without a curator, who answers for it, nothing is rated."""
    return {"@context": CONTEXT, "@graph": [_review(one, curator) for one in statements]}


def _review(one: Statement, curator: str | None) -> dict[str, Any]:
    item = {"@type": "Claim", "author": one.claimant and {"@type": "Thing", "name": one.claimant}}
    return _filled(
        {
            "@type": "ClaimReview",
            "identifier": one.id,
            "name": one.title,
            "claimReviewed": one.statement,
            "author": curator and {"@type": "Person", "name": curator},
            "itemReviewed": _filled(item) if one.claimant else None,
            "reviewRating": _rating(one, curator) if curator else None,
            "isBasedOn": [_source(source) for source in one.sources],
        }
    )


def _rating(one: Statement, curator: str) -> dict[str, Any]:
    """The verdict in the words of its fact-checker, where these say the same as the verdict."""
    value, name = RATINGS[one.verdict]
    own = one.rating if one.rating and by_words(one.rating) == one.verdict else None
    author = {"@type": "Person", "name": curator}
    return {
        "@type": "Rating",
        "ratingValue": value,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": own or name,
        "author": author,
    }


def _source(source: Source) -> dict[str, Any]:
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published and written(source.published),
        }
    )


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value}
