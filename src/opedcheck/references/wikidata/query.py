"""The query whose answer is read: to be pasted into Wikidata's query service."""

from __future__ import annotations

import re

ITEM = re.compile(r"Q[1-9]\d*")
QUERY = """\
SELECT ?person ?personLabel ?position ?positionLabel ?start ?startPrecision ?end ?endPrecision WHERE {
  VALUES ?position { %s }
  ?person p:P39 ?held .
  ?held ps:P39 ?position .
  MINUS { ?held wikibase:rank wikibase:DeprecatedRank . }
  OPTIONAL { ?held pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] . }
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] . }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul". }
}
ORDER BY ?start
"""
"""P39 is the position held, P580 and P582 are the times at which it began and ended."""


def query(*positions: str) -> str:
    """The query for whoever held the positions, which are items of Wikidata such as Q14211."""
    return QUERY % " ".join(f"wd:{one}" for one in positions)
