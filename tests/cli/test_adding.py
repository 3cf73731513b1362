"""`claims add` and `claims draft`, with the real model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck import checker
from opedcheck.references import lint, load

if TYPE_CHECKING:
    from conftest import Run

PREPARE = checker.prepare
ADD = ("claims", "add", "--isolated", "--no-default-claims", "--publisher", "The Gazette")
SENTENCE = "In 2023, Finland sent 50 tanks to Ukraine."
pytestmark = pytest.mark.model


@pytest.fixture
def real(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The commands with the real checker, in a folder of their own."""
    monkeypatch.setattr(checker, "prepare", PREPARE)
    return run


def test_a_statement_is_added_and_what_is_understood_is_shown(real: Run) -> None:
    Path("claims").mkdir()
    Path("claims/tanks.yaml").write_text("# all about tanks\nstatements: []  # none yet\n")
    options = ("--url", "https://example.org/a", "--published", "2023-05", "--topic", "Tanks", "--until", "2024")
    found = real(*ADD, SENTENCE, "--file", "claims/tanks.yaml", *options)
    assert found.status == 0, found.err
    assert found.out.startswith("claims/tanks.yaml: added 2023-finland-sent-50-tanks-ukraine\n")
    assert "  count: 50\n    subject: Finland\n" in found.out
    assert Path("claims/tanks.yaml").read_text() == (
        "# all about tanks\nstatements: # none yet\n  - id: 2023-finland-sent-50-tanks-ukraine\n"
        '    statement: "In 2023, Finland sent 50 tanks to Ukraine."\n    valid: {until: 2024}\n    topic: Tanks\n'
        '    sources:\n      - {publisher: The Gazette, url: "https://example.org/a", published: 2023-05, '
        f"accessed: {date.today()}}}\n"
    )
    assert lint([Path("claims")], default_claims=False) == ()
    assert load([Path("claims")], default_claims=False).info.count == 1


def test_what_is_known_is_refused(real: Run) -> None:
    assert real(*ADD, SENTENCE, "--id", "tanks").status == 0
    with Path("claims/statements.yaml").open("a") as file:
        file.write(COUNTRIES)
    before = Path("claims/statements.yaml").read_text()
    for statement, told in (
        ("Finland sent 50 tanks to Ukraine in 2023.", "it is known already: tanks, at claims/statements.yaml:3"),
        (
            "In 2023, the Republic of Finland sent 50 tanks to Ukraine.",
            "it says what tanks says, at claims/statements.yaml:3",
        ),
    ):
        found = real(*ADD, statement, "--force")
        assert (found.status, found.out) == (2, "")
        assert told in found.err
    found = real(*ADD, "Finland sent 70 lorries to Ukraine.", "--id", "tanks")
    assert found.status == 2
    assert "another record has the id tanks" in found.err
    assert Path("claims/statements.yaml").read_text() == before


def test_what_contradicts_is_added_with_a_warning(real: Run) -> None:
    real(*ADD, SENTENCE)
    found = real(*ADD, "In 2023, Finland sent 70 tanks to Ukraine.")
    assert found.status == 0
    assert "warning: another reference does not agree" in found.err


def test_nothing_checkable_is_added_only_by_force(real: Run) -> None:
    found = real(*ADD, "Perhaps so.")
    assert found.status == 2
    assert "nothing that can be checked is read in the statement" in found.err
    assert not Path("claims").exists()
    assert real(*ADD, "Perhaps so.", "--force", "--id", "so").status == 0
    assert load([Path("claims")], default_claims=False).by_id["so"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--published", "2023-1"), '"published" is no date'),
        (("--url", "example.org"), '"url" is no address'),
        (("--exclusive", "subjct"), 'Did you mean "subject"?'),
        (("--from", "2023", "--until", "2022"), "it ends before it begins"),
        (("--file", "a.txt"), "statements are added to .yaml files"),
        (("--file", "no/such/a.yaml"), "Name a file in a folder that exists."),
        (("--file", "broken.yaml"), "broken.yaml"),
    ],
)
def test_what_it_can_not_use(real: Run, options: tuple[str, ...], told: str) -> None:
    Path("broken.yaml").write_text("statements: [\n")
    found = real(*ADD, SENTENCE, *options)
    assert (found.status, found.out) == (2, "")
    assert told in found.err
    assert Path("broken.yaml").read_text() == "statements: [\n"
    assert not list(Path().rglob("statements.yaml"))


COUNTRIES = """\
places:
  - {id: finland, name: Finland, kind: country, aliases: [Republic of Finland], sources: [{publisher: G}]}
  - {id: ukraine, name: Ukraine, kind: country, sources: [{publisher: G}]}
"""
ARTICLE = "The council sent 40 lorries to Ukraine in May 2023. I like it. Finland joined NATO in 2023. Perhaps so.\n"


def test_what_scan_leaves_open_is_drafted(real: Run) -> None:
    Path("a.txt").write_text(ARTICLE)
    options = ("--isolated", "--no-default-claims", "--date", "2023-07-10")
    found = real("claims", "draft", "a.txt", *options)
    assert found.status == 0
    assert found.out.startswith("# opedcheck drafts: from a.txt\n")
    assert "  #   subject: The council\n" in found.out
    assert "    statement: The council sent 40 lorries to Ukraine in May 2023.\n    sources:\n" in found.out
    assert "I like it" not in found.out
    assert "2 statements drafted" in found.err
    worths = [float(row.split()[-1]) for row in found.out.split("\n") if "check-worthiness" in row]
    assert worths == sorted(worths, reverse=True)
    assert real("claims", "draft", "a.txt", *options, "--top", "1").out.count("- id:") == 1


def test_a_draft_among_the_claims_is_refused(real: Run) -> None:
    Path("a.txt").write_text(ARTICLE)
    Path("claims").mkdir()
    options = ("--isolated", "--no-default-claims", "--date", "2023-07-10")
    assert real("claims", "draft", "a.txt", "-o", "claims/drafts.yaml", *options).out == ""
    linted = real("claims", "lint", "--no-default-claims", "--allow-unsourced")
    assert linted.status == 2
    assert linted.err.count("it is a draft: its source is empty. Fill in publisher:") == 2
    scanned = real("scan", "a.txt", *options, "--allow-unsourced")
    assert scanned.status == 2
    assert "it is a draft: its source is empty" in scanned.err
    assert "2 claims, 0 matched" in scanned.err or " 0 matched" in scanned.err
    assert real("claims", "draft", "a.txt", "-o", "claims/drafts.yaml", *options).status == 2  # it is there already


def test_what_can_not_be_drafted(real: Run) -> None:
    assert real("claims", "draft", "no.txt").status == 2
    assert real("claims", "draft", "no.txt", "-o", "a.txt").status == 2
