"""`cache clean`, `cache dir` and `--no-cache`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opedcheck.cli.caching import in_words
from opedcheck.keeping import cache

if TYPE_CHECKING:
    from conftest import Bench, Run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPEDCHECK_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept" / cache.LAYOUT


def test_cleaning_says_how_much_it_was(run: Run, folder: Path) -> None:
    assert run("cache", "clean").out == f"{folder}: removed 0 entries, 0 bytes\n"
    cache.put("a", bytes(10_000))
    assert run("cache", "clean").out == f"{folder}: removed 1 entry, 10.0 kB\n"
    assert cache.get("a") is None


def test_the_folder(run: Run, folder: Path) -> None:
    assert run("cache", "dir").out == f"{folder}\n"


def test_without_a_cache(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEDCHECK_NO_CACHE", "1")
    cleaned, where = run("cache", "clean"), run("cache", "dir")
    assert (cleaned.status, cleaned.out, where.status, where.out) == (0, "", 2, "")
    assert "OPEDCHECK_NO_CACHE" in cleaned.err and "OPEDCHECK_NO_CACHE" in where.err


def test_what_cannot_be_removed_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("a", b"1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    found = run("cache", "clean")
    assert found.status == 2
    assert "1 entry could not be removed" in found.err


@pytest.mark.parametrize("command", ["scan", "extract"])
def test_no_cache(run: Run, bench: Bench, command: str) -> None:
    Path("a.txt").write_text("An error.", encoding="utf-8")
    run(command, "a.txt")
    run(command, "a.txt", "--no-cache")
    assert bench.kept == [True, False]


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (13_241_643, "13.2 MB")]
)
def test_sizes(size: int, words: str) -> None:
    assert in_words(size) == words
