"""For whom a politician stands, by what stands beside the name."""

from __future__ import annotations

import pytest

from opedcheck.pipeline.names.seats import seat, state_behind


def told(text: str, *, titled: bool = True, name: str = "Ann Oak") -> tuple[str | None, str | None, str] | None:
    start = text.index(name)
    found = seat(text, start, start + len(name), titled=titled)
    return None if found is None else (found.state, found.party, text[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "state", "party", "words"),
    [
        ("Sen. Ann Oak (R-KY) spoke.", "Kentucky", "Republican", "R-KY"),
        ("Sen. Ann Oak (R-Ky.) spoke.", "Kentucky", "Republican", "R-Ky."),
        ("Sen. Ann Oak (D-N.Y.), the chair, spoke.", "New York", "Democrat", "D-N.Y."),
        ("Sen. Ann Oak (I., Vermont) spoke.", "Vermont", "independent", "I., Vermont"),
        ("Sen. Ann Oak (Dem.-Ohio) spoke.", "Ohio", "Democrat", "Dem.-Ohio"),
        ("Sen. Ann Oak (D) spoke.", None, "Democrat", "D"),
        ("Rep. Ann Oak (D-Brooklyn) spoke.", None, "Democrat", "D-Brooklyn"),
        ("Sen. Ann Oak, R-Texas, spoke.", "Texas", "Republican", "R-Texas"),
        ("Sens. Ann Oak of Ohio and Ben Elm of Iowa spoke.", "Ohio", None, "Ohio"),
        ("Ann Oak, Democrat of West Virginia, spoke.", "West Virginia", "Democrat", "Democrat of West Virginia"),
        ("Ann Oak is a Democratic senator from Ohio.", "Ohio", "Democrat", "Democratic senator from Ohio"),
        ("Ann Oak, an Ohio Democrat, spoke.", "Ohio", "Democrat", "Ohio Democrat"),
        ("Ann Oak, Ohio Democrat, spoke.", "Ohio", "Democrat", "Ohio Democrat"),
        ("Ann Oak, Ohio* Democrat, spoke.", "Ohio", "Democrat", "Ohio* Democrat"),
        (
            "Ann Oak was a Democratic member of the U.S. House of Representatives from Ohio.", "Ohio", "Democrat",
            "Democratic member of the U.S. House of Representatives from Ohio",
        ),
        ("Ann Oak, a member of Congress from Ohio, spoke.", "Ohio", None, "Ohio"),
        ("Ann Oak, the Ohio senator, spoke.", "Ohio", None, "Ohio"),
        ("Ann Oak, a Republican, spoke.", None, "Republican", "Republican"),
        ("Ohio Democrat Ann Oak spoke.", "Ohio", "Democrat", "Ohio Democrat"),
        ("Republican Sen. Ann Oak spoke.", None, "Republican", "Republican"),
        ("Ohio Republican Sen. Ann Oak spoke.", "Ohio", "Republican", "Ohio Republican"),
        ("GOP Sen. Ann Oak (R-Ohio) spoke.", "Ohio", "Republican", "R-Ohio"),
    ],
)  # fmt: skip
def test_state_and_party(text: str, state: str | None, party: str | None, words: str) -> None:
    assert told(text) == (state, party, words)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Oak (42) spoke.",
        "Ann Oak (Rome) spoke.",
        "Ann Oak from Ohio State University spoke.",
        "Ann Oak is from Ohio.",
        "Ann Oak was a member of the House of Hesse from Ohio.",
        "Washington lawmaker Ann Oak spoke.",
        "The Republican Party chose Ann Oak.",
        "Democratic Sen. Ann Oak (R-Ohio) spoke.",  # one of both is wrong, and nobody knows which
        "Ohio Sen. Ann Oak (D-Iowa) spoke.",
    ],
)
def test_what_is_no_seat_or_unsure(text: str) -> None:
    assert told(text) is None


def test_of_whoever_has_no_title_a_home_is_no_seat() -> None:
    assert told("Ann Oak of Ohio spoke.", titled=False) is None
    assert told("Ann Oak (D-Ohio) spoke.", titled=False) == ("Ohio", "Democrat", "D-Ohio")


@pytest.mark.parametrize(
    ("behind", "named"),
    [(" (D-NY) spoke", "New York"), (", R-Texas, spoke", "Texas"), (" (D) spoke", None), (" of Ohio spoke", None)],
)
def test_the_state_in_brackets(behind: str, named: str | None) -> None:
    assert state_behind("Sen. Ann Oak" + behind, len("Sen. Ann Oak")) == named
