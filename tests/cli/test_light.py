"""Commands that need no model start without one, and what they print."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck import __version__
from opedcheck.judging import RULES

if TYPE_CHECKING:
    from conftest import Run

PROGRAM = """
import sys
from opedcheck.cli import main
sys.argv = ["opedcheck", *sys.argv[1:]]
try:
    main()
finally:
    heavy = [name for name in ("spacy", "thinc", "numpy", "dateparser") if name in sys.modules]
    print("imported:", *heavy, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("scan", "--help"),
        ("rules",),
        ("explain", "amount-mismatch"),
        ("claims", "lint"),
        ("claims", "--help"),
        ("scan", "no-such-file.txt"),
    ],
)
def test_no_model_is_loaded(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr.endswith("imported:\n")
    assert done.returncode == (2 if arguments[0] == "scan" and arguments[1] != "--help" else 0), done.stderr


def test_version(run: Run) -> None:
    assert run("--version").out == f"opedcheck {__version__}\n"


def test_help_names_every_command_and_exit_status(run: Run) -> None:
    found = run("--help")
    assert found.status == 0
    for name in ("scan", "extract", "explain", "rules", "claims", "Exit status", "130"):
        assert name in found.out


def test_rules(run: Run) -> None:
    lines = run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]
    assert all(line.strip().endswith(".") for line in lines)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_explain(run: Run, rule: str) -> None:
    found = run("explain", rule)
    assert found.status == 0
    assert found.out.startswith(f"{rule} (")
    assert next(one.doc for one in RULES if one.name == rule).strip() in found.out


def test_explain_an_unknown_rule(run: Run) -> None:
    found = run("explain", "amount-mismtach")
    assert (found.status, found.out) == (2, "")
    assert "Did you mean 'amount-mismatch'?" in found.err


def test_lint_names_every_fault(run: Run) -> None:
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(
        "statements:\n  - id: a\n    statement: NATO has 31 members.\n  - id: a\n    statment: B has 2.\n"
    )
    for arguments in (("claims", "lint"), ("claims", "lint", "claims"), ("claims", "lint", "claims/a.yaml")):
        found = run(*arguments)
        assert found.status == 2
        assert "claims/a.yaml:" in found.err
        assert "statment" in found.err
        assert "source" in found.err


def test_lint_of_what_is_not_there(run: Run) -> None:
    found = run("claims", "lint", "no.yaml")
    assert found.status == 2
    assert "no.yaml" in found.err


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_finding() -> None:
    """Behind a pipe that nobody reads, the status is still that of the command, and nothing is said."""
    command = f"'{sys.executable}' -c 'from opedcheck.cli import main; main()' rules; echo $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"exec 3>&1; {{ {command}; }} | true"], capture_output=True, text=True, check=False
    )
    assert done.stderr == "0\n"
