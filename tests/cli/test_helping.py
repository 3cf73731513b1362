"""Help that fits a terminal, and what shells complete."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from opedcheck.cli.app import app
from opedcheck.judging import RULES

if TYPE_CHECKING:
    from conftest import Run

WIDTH = 80


def commands(one: typer.Typer = app, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and every group by the words that call it."""
    yield before
    for info in one.registered_commands:
        assert info.callback is not None
        yield (*before, info.name or info.callback.__name__)
    for group in one.registered_groups:
        assert group.typer_instance is not None and group.typer_instance.info.name
        yield from commands(group.typer_instance, (*before, group.typer_instance.info.name))


@pytest.mark.parametrize("command", list(commands()), ids=" ".join)
def test_help_fits_a_terminal_and_cuts_nothing_short(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = run(*command, "--help")
    assert found.status == 0
    lines = found.out.splitlines()
    assert [line for line in lines if len(line) > WIDTH] == []
    assert "..." not in found.out.partition("\nCommands:\n")[2]
    assert not any(kind in found.out for kind in ("<str>", "<path>", "<list[", "<bool>"))


def completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """What bash is told to offer for the last of the words."""
    with monkeypatch.context() as patch:
        patch.setenv("_OPEDCHECK_COMPLETE", "complete_bash")
        patch.setenv("COMP_WORDS", words)
        patch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
        return run().out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("opedcheck sc", ["scan"]),
        ("opedcheck baseline ", ["create", "update", "prune"]),
        ("opedcheck scan --fo", ["--format", "--force-exclude"]),
        ("opedcheck scan --format s", ["sarif"]),
        ("opedcheck extract --format ", ["text", "json", "jsonl"]),
        ("opedcheck scan --report j", ["json=", "jsonl=", "junit="]),
        ("opedcheck scan --show un", ["unverified"]),
        ("opedcheck scan --show supported,d", ["supported,disputed"]),
        ("opedcheck scan --show supported,s", []),
        ("opedcheck scan --fail-on w", ["warning"]),
        ("opedcheck scan --color n", ["never"]),
        ("opedcheck scan --ignore imprecise,out", ["imprecise,outdated"]),
        ("opedcheck note --style u", ["us", "uk"]),
        ("opedcheck scan a", []),
    ],
)
def test_what_is_completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]) -> None:
    assert completed(run, monkeypatch, words) == offered


def test_every_rule_is_completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed(run, monkeypatch, "opedcheck explain ") == [rule.name for rule in RULES]


SESSION = """
opedcheck --install-completion >/dev/null
source "$HOME/.bashrc"
COMP_WORDS=(opedcheck scan --format git)
COMP_CWORD=3
$(complete -p opedcheck | sed 's/.*-F \\([^ ]*\\).*/\\1/') opedcheck
echo "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
def test_completion_is_installed_in_a_real_shell(tmp_path: Path) -> None:
    scripts = str(Path(sys.executable).parent)
    env = {**os.environ, "HOME": str(tmp_path), "PATH": os.pathsep.join((scripts, os.environ["PATH"]))}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", SESSION], env=env, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("github gitlab\n", "")
