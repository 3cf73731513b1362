"""Ages that are said without a unit: "aged 21", "Smith, 45, of Leeds", "she was 10", "turned 80"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from opedcheck.pipeline.quantities.measures import Amount

OLDEST = 115
AGED = re.compile(
    r"\b(?:aged?|ages|the age of|an age of|at age|age of) (?:about |around |just |only |between )?\Z", re.IGNORECASE
)
BEING = frozenset({"was", "is", "be", "'s", "turned", "turns", "turning", "turn", "were", "am", "'m", "are", "'re"})
SOFT = frozenset({"only", "just", "about", "now", "around", "already", "nearly", "almost"})
PERSONAL = frozenset({"he", "she", "who", "i", "they"})
YEARS = "year of age"


def aged(doc: Doc, text: str, amount: Amount, first: int, last: int) -> Amount:
    """The amount as an age, where it is one."""
    if amount.number.ordinal or not 0 < amount.low <= OLDEST or amount.number.scale > 1:
        return amount
    if AGED.search(text[max(0, amount.start - 24) : amount.start]):
        return replace(amount, unit=YEARS) if amount.unit in (None, "year") or amount.unit.isalpha() else amount
    if amount.unit is None and (_apposed(doc, text, amount, first) or _being(doc, first, last)):
        return replace(amount, unit=YEARS)
    return amount


def _apposed(doc: Doc, text: str, amount: Amount, first: int) -> bool:
    """ "Smith, 45, said": between commas, behind a name."""
    if first < 2 or doc[first - 1].text != "," or text[amount.end : amount.end + 1] not in (",", "."):
        return False
    name = doc[first - 2]
    return amount.low > 4 and name.tag_ == "NNP" and name.ent_type_ in ("PERSON", "") and not amount.number.spelled


def _being(doc: Doc, first: int, last: int) -> bool:
    """ "who was 10", "he will be 35": a person is the subject and nothing is counted."""
    at = first - 1
    while at > 0 and doc[at].lower_ in SOFT:
        at -= 1
    if at < 1 or doc[at].lower_ not in BEING:
        return False
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and not (behind.is_punct or behind.tag_ in ("IN", "CC", "WRB", "RB", "_SP")):
        return False
    subjects = [
        token for token in doc[max(0, at - 6) : at] if token.dep_ in ("nsubj", "nsubjpass") or token.lower_ in PERSONAL
    ]
    return bool(subjects) and (subjects[-1].lower_ in PERSONAL or subjects[-1].ent_type_ == "PERSON")
