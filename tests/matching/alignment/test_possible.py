"""What warns of a possible mismatch, found by the real pipeline, and what is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from opedcheck.checker import Checker, prepare
from opedcheck.model import Article, Finding
from opedcheck.readers import plaintext
from opedcheck.readers.source import Given

pytestmark = pytest.mark.model

STATEMENTS = {
    "delegates": "The party congress of 2031 in Strelsau had 3,979 pledged delegates.",
    "poll": "In a poll of May 2031, 33 percent of Ruritanian miners were less likely to vote for Anton Hentzau.",
    "flood": "The flood in Zenda destroyed the old mill on 15 September 2031.",
    "clock": "Johann Rassendyll repaired the clock of the town hall in Zenda.",
    "profile": "The Strelsau Daily Herald published the profile of the engineer Marta Sapt.",
}
SOURCES = "    sources: [{publisher: P, accessed: 2031-10-01}]"
# What leaves room for nothing else in a slot: then other values count that are not like a slip of the pen.
EXCLUSIVE = {
    "director": ("object", "Flavia Tarlenheim was the political director of the Zenda Dam Campaign in 2031."),
    "school": ("object", "Osra Helsing was an associate professor of hydrology at the Strelsau Institute in 2031."),
    "office": ("place", "Helga Bersonin served in the legislature of Zenda from 2020 to 2031."),
    "leader": ("object", "Otto Festenburg of Zenda was the minority leader of the Ruritanian Senate in October 2031."),
    "fund": ("value", "The Zenda Dam Fund raised $700 million from small donors for the dam in 2031."),
    "survey": ("time", "The Elphberg Company started its survey of Lake Hofbau in December 2030."),
    "closed": ("value", "As of October 2031 the tunnel of Hentzau Ltd had been closed for less than two years."),
    "dig": ("place", "The 400 miners of Hentzau Ltd dug a tunnel to Chile for the railway in 2031."),
    "crash": ("time", "A Ruritanian airship crashed near Hofbau in October 2030."),
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    lines = ["statements:"]
    for name, text in STATEMENTS.items():
        lines.append(f"  - id: {name}\n    statement: {text}\n{SOURCES}")
    for name, (slot, text) in EXCLUSIVE.items():
        lines.append(f"  - id: {name}\n    statement: {text}\n    exclusive: [{slot}]\n{SOURCES}")
    path: Path = tmp_path_factory.mktemp("possible") / "own.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return prepare([path], default_claims=False)


def checked(checker: Checker, text: str) -> list[Finding]:
    (article,) = plaintext.read(text.encode(), Given("a", None, "a"))
    assert isinstance(article, Article)
    return list(checker.check(msgspec.structs.replace(article, date=date(2031, 10, 2))).findings)


def found(checker: Checker, text: str) -> list[Finding]:
    return [finding for finding in checked(checker, text) if finding.rule == "possible-mismatch"]


@pytest.mark.parametrize(
    ("text", "quote", "reference"),
    [
        (
            "At the party congress in Strelsau there were 3,997 pledged delegates, it was said.",
            "3,997",
            "delegates",
        ),
        (
            "In a May poll among Ruritanian miners, 37 percent said they were less likely to vote for Hentzau.\n\n"
            "Anton Hentzau did not comment.",
            "37 percent",
            "poll",
        ),
        ("On September 16, 2031, a flood destroyed the old mill at Zenda.", "September 16, 2031", "flood"),
        ("It was Konrad Rassendyll who repaired the clock of the town hall at Zenda.", "Konrad Rassendyll", "clock"),
        (
            "In a profile in the Strelsau Post, the engineer Marta Sapt spoke of it.",
            "Strelsau Post",
            "profile",
        ),
    ],
)
def test_warns(own: Checker, text: str, quote: str, reference: str) -> None:
    (finding,) = found(own, text)
    assert (finding.quote.removeprefix("the "), finding.references) == (quote, (reference,))
    assert finding.severity == "warning"
    assert finding.suggestion is not None and finding.suggestion in STATEMENTS[reference]
    (evidence,) = finding.evidence
    assert (evidence.reference, evidence.outcome) == (reference, "differs")


@pytest.mark.parametrize(
    ("text", "quote", "reference"),
    [
        (
            "It was all said before, says Flavia Tarlenheim, communications director of the Zenda Dam Campaign.",
            "communications",
            "director",
        ),
        (
            "Senate Majority Leader Otto Festenburg of Zenda spoke of it in Strelsau.",
            "Majority",
            "leader",
        ),
        (
            "The Zenda Dam Fund has raised $900 million from small donors for the dam this year.",
            "$900 million",
            "fund",
        ),
        (
            "The Elphberg Company has three boats. It began a long survey of the lake in February 2031.",
            "February 2031",
            "survey",
        ),
        ("The 400 miners of Hentzau Ltd dug a tunnel to Peru for the railway in 2031.", "Peru", "dig"),
        (
            "Flavia Tarlenheim, who worked as a porter of the Zenda Dam Campaign, saw it.",
            "porter",
            "director",
        ),
        (
            "Nobody has forgotten the Ruritanian airship that crashed near Hofbau in December 2030.",
            "December 2030",
            "crash",
        ),
    ],
)
def test_warns_of_another_value_where_nothing_else_is_right(
    own: Checker, text: str, quote: str, reference: str
) -> None:
    # Where a claim can be read into slots, it is contradicted; else it may be wrong.
    (finding,) = checked(own, text)
    assert (finding.quote, finding.references) == (quote, (reference,))


@pytest.mark.parametrize(
    "text",
    [
        # the same, told otherwise
        "Flavia Tarlenheim, political director of the Zenda Dam Campaign, said so.",
        "Osra Helsing, an associate professor of hydrology at the Strelsau Institute, agreed.",
        # only possible, or denied
        "If Otto Festenburg of Zenda were majority leader of the Ruritanian Senate, all would be well.",
        "The Zenda Dam Fund has not raised $900 million from small donors for the dam.",
        # more than that, which leaves room for the reference's
        "The Zenda Dam Fund has raised more than $600 million from small donors for the dam this year.",
        # another bearer of such an office, another fund
        "Anna Mond, communications director of the Hofbau Canal Campaign, said so.",
        "The Hofbau Canal Fund has raised $900 million from small donors for the canal this year.",
        # not what she is, but what she called it
        "Flavia Tarlenheim praised the Zenda Dam Campaign as a blessing.",
        # another tunnel, as its other figure tells
        "The 90 miners of Hentzau Ltd dug a tunnel to Peru for the railway in 2031.",
        # another crash
        "An Elphbergian airship crashed near Streslau in December 2030.",
        # right
        "The 3,979 pledged delegates of the party congress met in Strelsau.",
        # another figure altogether
        "At the party congress in Strelsau, 120 pledged delegates walked out.",
        # the article has the reference's figure, too
        "The party congress in Strelsau had 3,997 pledged delegates. No, it had 3,979 delegates.",
        # another matter
        "The trade union of Elphberg had 3,997 members.",
        "Johann Rassendyl sings in a choir.",
        # what is not written out
        "The flood in Zenda destroyed the old mill, and the day before it had rained.",
        # another day that the sentence says something else of
        "On 16 September 2031 Strelsau voted.",
    ],
)
def test_left_alone(own: Checker, text: str) -> None:
    assert found(own, text) == []


def test_a_limit_is_told_with_its_side(own: Checker) -> None:
    (finding,) = found(own, "The tunnel of Hentzau Ltd has been closed for more than two years.")
    assert "the text has over two years, the reference under two years" in finding.message
    assert finding.suggestion is None


@pytest.mark.parametrize(("verb", "warns"), [("has", True), ("had", False)])
def test_what_was_is_not_compared_with_what_holds(tmp_path: Path, verb: str, warns: bool) -> None:
    path = tmp_path / "now.yaml"
    text = "  - id: now\n    statement: The Zenda Mining Guild has 32 members.\n    valid: {from: 2031-01-01}\n"
    path.write_text(f"statements:\n{text}{SOURCES}", encoding="utf-8")
    checker = prepare([path], default_claims=False)
    assert bool(checked(checker, f"The Zenda Mining Guild {verb} 30 members until the Hofbau miners joined.")) is warns


WRONG = "The party congress in Strelsau had 3,997 pledged delegates. "
RIGHT = "All of the 3,979 delegates were heard in Strelsau."
BETWEEN = "It rained. The band played. Nobody left. A dog barked. "


def test_a_value_told_near_by_tells_another_fact_and_far_away_the_same(own: Checker) -> None:
    assert found(own, WRONG + RIGHT) == []
    assert found(own, WRONG + BETWEEN + RIGHT) != []
