"""Canonical titles, sole offices, heads of state and government."""

from __future__ import annotations

import pytest

from opedcheck.words.titles import canonical_title, form_of, heads, is_office, is_sole, title_forms, title_words


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Prime Minister", "prime minister"),
        ("PM", "prime minister"),
        ("Premier", "prime minister"),
        ("prime ministers", "prime minister"),
        ("Sen.", "senator"),
        ("Sens.", "senator"),
        ("Gov.", "governor"),
        ("Lt. Gov.", "lieutenant governor"),
        ("State Sen.", "state senator"),
        ("Rep.", "representative"),
        ("Congresswoman", "representative"),
        ("Secretary-General", "secretary general"),
        ("secretary general", "secretary general"),
        ("Secretary of State", "secretary of state"),
        ("U.S. Secretary of State", "secretary of state"),
        ("Foreign Minister", "foreign minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Minister for Foreign Affairs", "foreign minister"),
        ("Foreign Secretary", "foreign minister"),
        ("Defence Minister", "defense minister"),
        ("Defense Secretary", "secretary of defense"),
        ("Secretary of Defense", "secretary of defense"),
        ("Homeland Security Secretary", "secretary of homeland security"),
        ("Secretary of the Treasury", "secretary of treasury"),
        ("Treasury Secretary", "secretary of treasury"),
        ("Chancellor", "chancellor"),
        ("Chancellor of the Exchequer", "chancellor of the exchequer"),
        ("President of the United States", "president"),
        ("president of the European Council", "president"),
        ("President-elect", "president"),
        ("former President", "president"),
        ("then-Prime Minister", "prime minister"),
        ("ex-president", "president"),
        ("the first president", "president"),
        ("Deputy Prime Minister", "deputy prime minister"),
        ("Vice President", "vice president"),
        ("vice-president", "vice president"),
        ("Vice Chairman", "vice chair"),
        ("Fed Chair", "chair"),
        ("Chairwoman", "chair"),
        ("Attorneys General", "attorney general"),
        ("House Speaker", "speaker"),
        ("Speaker of the House", "speaker"),
        ("CEO", "chief executive"),
        ("King", "king"),
        ("Mr.", "mr"),
        ("Gen.", "general"),
        ("editor", None),
        ("press", None),
        ("", None),
        ("of the United States", None),
    ],
)
def test_canonical_title(written: str, canonical: str | None) -> None:
    assert canonical_title(written) == canonical


@pytest.mark.parametrize(
    ("canonical", "sole"),
    [
        ("prime minister", True), ("president", True), ("governor", True), ("secretary of state", True),
        ("foreign minister", True), ("secretary of defense", True), ("secretary general", True),
        ("senator", False), ("representative", False), ("minister", False), ("ambassador", False), ("judge", False),
        ("general", False), ("mr", False), ("vice chair", False), ("state senator", False),
    ],
)  # fmt: skip
def test_is_sole(canonical: str, sole: bool) -> None:
    assert is_sole(canonical) is sole


@pytest.mark.parametrize(
    ("canonical", "head"),
    [
        ("president", "state"),
        ("king", "state"),
        ("prime minister", "government"),
        ("chancellor", "government"),
        ("vice president", None),
        ("chancellor of the exchequer", None),
        ("senator", None),
    ],
)
def test_heads(canonical: str, head: str | None) -> None:
    assert heads(canonical) == head


def test_ranks_and_honorifics_are_no_offices() -> None:
    assert not any(map(is_office, ("mr", "dr", "general", "sir")))
    assert all(map(is_office, ("president", "senator", "foreign minister")))


def test_every_form_is_found_by_its_own_words_and_leads_to_a_title_that_leads_to_itself() -> None:
    for words, canonical in title_forms().items():
        assert form_of(words) == canonical
        assert title_words(" ".join(words)) == words
        assert canonical_title(canonical) == canonical, canonical
