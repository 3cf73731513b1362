"""Our spaCy factories, by name. spaCy loads every entry point whenever a Language is made: keep this light.

Each factory imports its component only when a pipeline asks for it, so people who merely have opedcheck
installed pay nothing. A component is Doc -> Doc; see its module for what it reads and sets.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

Component = Callable[[Doc], Doc]
TAGGED = ["token.tag"]
PARSED = ["token.tag", "token.dep", "token.head", "doc.sents"]


def _made(module: str, nlp: Language, **settings: Any) -> Component:
    made: Component = import_module(f"opedcheck.pipeline.{module}").create(nlp, **settings)
    return made


@Language.factory("opedcheck_words", requires=TAGGED, assigns=["token.pos", "token.lemma"])
def words(nlp: Language, name: str) -> Component:
    """Parts of speech and lemmas by look-up, a fraction of the time of the stock components."""
    return _made("wordforms", nlp)


@Language.factory("opedcheck_quantities", requires=PARSED, assigns=["doc.spans", "doc.user_data"])
def quantities(nlp: Language, name: str) -> Component:
    """Amounts, percentages, counts, ordinals, durations: `doc._.opedcheck_quantities`."""
    return _made("quantities", nlp)


@Language.factory("opedcheck_times", default_config={"date": None}, requires=PARSED, assigns=["doc.user_data"])
def times(nlp: Language, name: str, date: str | None) -> Component:
    """TIMEX3s: `doc._.opedcheck_times`. `date` (ISO 8601) or `doc.user_data["opedcheck_date"]` is the base."""
    return _made("times", nlp, date=date)


@Language.factory("opedcheck_names", requires=["doc.ents", *PARSED], assigns=["doc.spans", "doc.user_data"])
def names(nlp: Language, name: str) -> Component:
    """Persons with titles, organisations, places, events: `doc._.opedcheck_names`."""
    return _made("names", nlp)


@Language.factory("opedcheck_context", requires=PARSED, assigns=["doc.user_data"])
def context(nlp: Language, name: str) -> Component:
    """How each clause is said: speaker, modality, polarity, hedge."""
    return _made("context", nlp)


@Language.factory("opedcheck_claims", requires=PARSED, assigns=["doc.user_data"])
def claims(nlp: Language, name: str) -> Component:
    """Claims put together from the mentions: `doc._.opedcheck_claims`."""
    return _made("claims", nlp)


@Language.factory("opedcheck_checkworthiness", requires=PARSED, assigns=["doc.user_data"])
def checkworthiness(nlp: Language, name: str) -> Component:
    """Sentences with how much each is worth checking: `doc._.opedcheck_sentences`."""
    return _made("checkworthiness", nlp)


@Language.factory("opedcheck_paragraphs")
def paragraphs(nlp: Language, name: str) -> Component:
    """Sentence boundaries at blank lines, for the parser to keep."""
    return _made("paragraphs", nlp)
