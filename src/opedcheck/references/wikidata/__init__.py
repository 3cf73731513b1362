"""Wikidata's answers about positions held -> people with their offices."""

from opedcheck.references.wikidata.answers import answer
from opedcheck.references.wikidata.holding import Asked, holdings
from opedcheck.references.wikidata.people import beside, in_words, names_of, people
from opedcheck.references.wikidata.query import query

__all__ = ["Asked", "answer", "beside", "holdings", "in_words", "names_of", "people", "query"]
