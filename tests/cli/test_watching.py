"""`scan --watch` as a process of its own: what happens to files, and what is said then."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck.cli.watching import Watched

if TYPE_CHECKING:
    from conftest import Run

RECORD = "statements: [{id: aid, statement: '%s', sources: [{publisher: A test}]}]\n"
SAID = "As of March 2023, Norway had pledged {} in aid to Ukraine."
PATIENCE = 60.0
Say = Callable[..., str]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[subprocess.Popen[bytes], Say]]:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(SAID.format("$7.5 billion"))
    Path("facts.yaml").write_text(RECORD % SAID.format("$7.5 billion"))
    options = ("--no-default-claims", "--claims", "facts.yaml", "--date", "2023-07-10", "--format", "concise")
    command = [sys.executable, "-m", "opedcheck", "scan", "in", "in/a.txt", "--watch", *options, "-o", "report.txt"]
    # Where the tests were started in the background, Ctrl-C is ignored, and would be by what they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with Path("err").open("wb") as err, Path("out").open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=err)
    signal.signal(signal.SIGINT, before)
    read = 0

    def say(*wanted: str) -> str:
        """What is said of the turns up to the first with which all that is wanted has been said.

        Turns, not one turn: what is saved while a turn runs may be seen by it, and be told of in the next.
        """
        nonlocal read
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            said = Path("err").read_text()[read:]
            turns = said.split(" anew in ")
            for at in range(1, len(turns)):
                so_far = " anew in ".join(turns[:at])
                if all(one in so_far for one in wanted):
                    read += len(so_far)
                    return so_far
            time.sleep(0.02)
        raise AssertionError(f"{wanted} not in {Path('err').read_text()}")

    yield process, say
    process.kill()
    process.wait()


def save(name: str, text: str) -> None:
    """Save a file as editors do: beside it, then in its place, which is one change."""
    beside = Path(name).with_name(f".{Path(name).name}.new")
    beside.write_text(text)
    beside.rename(name)


@pytest.mark.model
def test_a_day_at_the_desk(watched: tuple[subprocess.Popen[bytes], Say]) -> None:
    process, say = watched
    assert "0 contradicted" in say("watching", "1 article checked")
    Path("in/a.txt").write_text(SAID.format("$7.5 million"))
    say("changed: a.txt", "1 contradicted", "1 article checked")
    assert "error[amount-mismatch]" in Path("report.txt").read_text()

    save("in/a.txt", SAID.format("$7.5 billion"))
    say("changed: a.txt", "0 contradicted", "1 article checked")

    Path("in/deep/er").mkdir(parents=True)
    save("in/deep/er/b.md", f"**Aid.** {SAID.format('$9 billion')}")
    say("1 contradicted", "1 article checked")
    save("in/deep/er/b.md", SAID.format("$9 million"))
    say("b.md", "1 contradicted", "1 article checked")

    save("facts.yaml", RECORD % SAID.format("$9 million"))
    assert "in/deep" not in say("changed: facts.yaml", "1 contradicted", "2 articles checked")
    save("facts.yaml", "statements: {")
    say("changed: facts.yaml", "error: ")
    save("facts.yaml", RECORD % SAID.format("$9 million"))
    say("changed: facts.yaml", "1 contradicted")

    save("opedcheck.toml", "ignore = ['amount")
    say("changed: opedcheck.toml", "not valid TOML")
    save("opedcheck.toml", "ignore = ['amount-mismatch']")
    say("changed: opedcheck.toml", "0 articles checked")
    assert Path("report.txt").read_text() == ""
    Path("opedcheck.toml").unlink()
    say("changed: opedcheck.toml", "1 contradicted", "0 articles checked")

    Path("in/a.txt").unlink()
    say("changed: a.txt", "in/a.txt: no such file", "0 contradicted")
    save("in/a.txt", SAID.format("$8 million"))
    say("changed: a.txt", "1 contradicted")

    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    said = Path("err").read_text()
    assert said.endswith("opedcheck: interrupted\n") and "Traceback" not in said


def test_what_can_not_be_watched(run: Run) -> None:
    for arguments in (("-",), (), ("a.txt", "--fix"), ("a.txt", "--diff")):
        assert run("scan", "--watch", *arguments).status == 2


ROOT = Path("/w")
WATCHED = Watched(
    folders=frozenset({ROOT, ROOT / "in"}), inputs=frozenset({ROOT / "in", ROOT / "one.md"}),
    claims=frozenset({ROOT / "claims"}), files=frozenset({ROOT / "opedcheck.toml"}),
    ours=frozenset({ROOT / "in/report.html"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("in/a.txt", True), ("in/deep/b.md", True), ("in/.gitignore", True), ("one.md", True), ("in", True),
        ("opedcheck.toml", True), ("claims/facts.yaml", True), ("claims/README.md", False), ("two.md", False),
        ("in/report.html", False), ("in/.a.txt.swp", False), ("in/.#a.txt", False), ("in/a.txt~", False),
        ("in/facts.yaml", False), ("other.toml", False),
    ],
)  # fmt: skip
def test_what_matters(path: str, matters: bool) -> None:
    assert WATCHED.matters(ROOT / path) == matters
