"""How far a run is: a bar with an estimate at a terminal, nothing in the way of a file or a pipe."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck.cli.progress import MANY_STATEMENTS, Progress

if TYPE_CHECKING:
    from conftest import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def said(self) -> str:
        return re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", self.getvalue())


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error is a terminal from now on."""
    found = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stderr", found)
    return found


def test_the_estimate_goes_by_the_length_of_the_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    sizes = [60, 20, 20]
    shown = Progress()
    done = []
    for _ in shown.articles(sizes, len(sizes), sum(sizes), lambda size: size):
        assert shown._bars is not None
        done.append(shown._bars.tasks[0].percentage)
    assert done == [0, 60, 80]
    assert terminal.getvalue().endswith("\x1b[2K\x1b[?25h\r"), "the bar stays behind, or the cursor is gone"


def test_a_bar_tells_of_each_kind_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    shown = Progress()
    for at in shown.articles(range(3), 3, 3, lambda _: 1):
        if at == 1:
            assert list(shown.statements(range(MANY_STATEMENTS), MANY_STATEMENTS)) == list(range(MANY_STATEMENTS))
    said = terminal.said()
    assert "Checking" in said and "Reading references" in said
    assert re.search(r"Checking .+ 0% --:--", said) and re.search(r"Reading references .+ \d+% \S+:\S+", said)


def test_a_run_that_breaks_off_leaves_no_bar(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    for name in ("a", "b", "interrupt"):
        Path(f"{name}.txt").write_text(name)
    found = run("scan", ".")
    assert found.status == 130
    assert terminal.said().rstrip("\n").endswith("opedcheck: interrupted")


def test_few_articles_and_few_statements_have_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    Path("a.txt").write_text("An error.")
    assert run("scan", "a.txt").status == 1
    assert list(Progress().statements(range(9), 9)) == list(range(9))
    assert "\x1b" not in terminal.getvalue() and "Checking" not in terminal.getvalue()


def test_where_nobody_watches_a_line_tells_of_a_long_wait(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(5):
        Path(f"{number}.txt").write_text("All is well.")
    found = run("scan", ".")
    assert "%" not in found.err and "\x1b" not in found.err
    assert list(Progress().statements(iter("ab"), 1234)) == ["a", "b"]
    assert capsys.readouterr().err == "opedcheck: reading 1,234 new statements of the references\n"
