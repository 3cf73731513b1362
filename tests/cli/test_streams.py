"""Streams that refuse: what is printed to a full disk, to nobody, to nowhere, or to a file that is taken."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from opedcheck import cli

if sys.platform == "win32":
    pytest.skip("no such devices there", allow_module_level=True)

Printed = Callable[..., tuple[int, str]]
COMMANDS = (("--help",), ("--version",), ("scan", "-h"), ("rules",), ("explain", "amount-mismatch"), ("config", "show"))


@pytest.fixture
def printed(bench: object, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Printed:
    """Runs a command with another standard output; the status, and what stands on standard error."""

    def printed(out: IO[str] | None, *arguments: str) -> tuple[int, str]:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["opedcheck", *arguments])
            patch.setattr(sys, "stdout", out)
            with pytest.raises(SystemExit) as ended:
                cli.main()
        return int(ended.value.code or 0), capfd.readouterr().err

    return printed


def full() -> IO[str]:
    return Path("/dev/full").open("w")


def unread(buffering: int = -1) -> IO[str]:
    """A pipe whose other end is closed."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", buffering)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", [*COMMANDS, ("scan", "a.txt"), ("scan", "a.txt", "--format", "json")])
def test_a_full_disk_is_no_crash_and_no_finding(printed: Printed, arguments: tuple[str, ...]) -> None:
    Path("a.txt").write_text("An error.")
    status, said = printed(full(), *arguments)
    assert status == 2
    assert "standard output: can't be written: No space left on device." in said and "crashed" not in said


@pytest.mark.parametrize("buffering", [1, -1], ids=["by line", "at the end"])
@pytest.mark.parametrize("arguments", COMMANDS)
def test_nobody_who_reads_is_no_finding(printed: Printed, arguments: tuple[str, ...], buffering: int) -> None:
    assert printed(unread(buffering), *arguments) == (0, "")


@pytest.mark.parametrize(("text", "status"), [("An error.", 1), ("All is well.", 0)])
def test_a_scan_that_nobody_reads_has_the_status_it_would_have(printed: Printed, text: str, status: int) -> None:
    Path("a.txt").write_text(text)
    found, said = printed(unread(), "scan", "a.txt", "--format", "json")
    assert found == status and "1 claims, " in said


def test_a_closed_standard_output_is_no_crash(printed: Printed) -> None:
    Path("a.txt").write_text("An error.")
    assert printed(None, "rules") == (0, "")
    assert printed(None, "scan", "a.txt")[0] == 1


def test_what_is_printed_is_utf_8_whatever_the_locale(printed: Printed) -> None:
    with Path("out").open("w", encoding="ascii") as out:
        assert printed(out, "explain", "amount-mismatch") == (0, "")
    assert "€" in Path("out").read_text(encoding="utf-8")


class TestFiles:
    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("-o", "a.txt"), "a.txt is an article to be checked: a report would replace it."),
            (("-o", "./in/../a.txt"), "is an article to be checked"),
            (("--report", "json=link.txt"), "link.txt is an article to be checked"),
            (("--report", "json=b", "--report", "sarif=./b"), "two reports would be written to b."),
            (("-o", "b", "--report", "sarif=b"), "two reports would be written to b."),
            (("--report", "sarif=-"), "what goes to standard output is for --format to say."),
        ],
    )
    def test_what_would_be_lost_is_refused(self, printed: Printed, options: tuple[str, ...], said: str) -> None:
        Path("in").mkdir()
        Path("a.txt").write_text("An error.")
        Path("link.txt").symlink_to("a.txt")
        with Path("out").open("w") as out:
            status, told = printed(out, "scan", "a.txt", *options)
        assert status == 2 and said in " ".join(told.split())
        assert Path("a.txt").read_text() == "An error." and not Path("b").exists()

    def test_devices_may_be_named_twice(self, printed: Printed) -> None:
        Path("a.txt").write_text("An error.")
        status, _ = printed(None, "scan", "a.txt", "-o", "/dev/null", "--report", "json=/dev/null")
        assert status == 1 and not Path("/dev/null").is_file()

    def test_a_dash_is_standard_output(self, printed: Printed) -> None:
        Path("a.txt").write_text("An error.")
        with Path("out").open("w") as out:
            assert printed(out, "scan", "a.txt", "--format", "concise", "-o", "-")[0] == 1
        assert Path("out").read_text() == "a.txt:1:1: error[relation-mismatch] so it is not\n"
        with Path("out").open("w") as out:
            assert printed(out, "config", "schema", "-o", "-")[0] == 0
        assert Path("out").read_text().startswith("{") and not Path("-").exists()

    def test_a_link_is_written_through_and_keeps_its_permissions(self, printed: Printed) -> None:
        Path("a.txt").write_text("An error.")
        Path("kept").write_text("old")
        Path("kept").chmod(0o640)
        Path("link").symlink_to("kept")
        assert printed(None, "scan", "a.txt", "--format", "concise", "-o", "link")[0] == 1
        assert Path("link").is_symlink() and Path("kept").read_text().startswith("a.txt:1:1")
        assert Path("kept").stat().st_mode & 0o777 == 0o640

    def test_a_file_that_can_not_be_written_stays_as_it_was(
        self, printed: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("a.txt").write_text("An error.")
        Path("b").write_text("old")

        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", refuse)
        status, said = printed(None, "scan", "a.txt", "-o", "b")
        assert status == 2 and "b: can't be written: No space left on device. Check its folder." in said
        assert Path("b").read_text() == "old" and sorted(map(str, Path().iterdir())) == ["a.txt", "b"]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_can_not_be_written_to_is_refused_before_the_work(self, printed: Printed) -> None:
        Path("a.txt").write_text("An error.")
        Path("in").mkdir(mode=0o500)
        status, said = printed(None, "scan", "a.txt", "-o", "in/b")
        assert status == 2 and "in/b: its folder can't be written to." in said and "claims, " not in said
