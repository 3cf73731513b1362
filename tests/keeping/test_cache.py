"""The cache: what it keeps, and that nothing which goes wrong with it matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opedcheck.keeping import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPEDCHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("OPEDCHECK_NO_CACHE", raising=False)
    monkeypatch.setattr(cache, "_written", 0)
    monkeypatch.setattr(cache, "_used", set())
    return tmp_path


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@given(st.text(), st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_is_put_is_got(key: str, data: bytes) -> None:
    cache.put(key, data)
    assert cache.get(key) == data
    assert cache.get(f"{key} other") is None


def test_the_last_put_counts(folder: Path) -> None:
    cache.put("a", b"1")
    cache.put("a", b"2")
    assert cache.get("a") == b"2"
    [entry] = entries(folder)
    assert entry.is_relative_to(folder / cache.LAYOUT)


def test_a_torn_or_foreign_entry_is_none(folder: Path) -> None:
    cache.put("a", b"some data")
    [entry] = entries(folder)
    whole = entry.read_bytes()
    torn = [whole[:size] for size in range(len(whole))]
    foreign = [b"x" + whole, whole + b"x", whole[:-1] + b"x", b"other program's", b"\0" * 100]
    for data in (*torn, *foreign):
        entry.write_bytes(data)
        assert cache.get("a") is None
    cache.put("a", b"new")
    assert cache.get("a") == b"new"


def test_an_entry_under_another_key_is_none(folder: Path) -> None:
    cache.put("a", b"of a")
    [of_a] = entries(folder)
    data = of_a.read_bytes()
    cache.put("b", b"of b")
    [of_b] = [entry for entry in entries(folder) if entry != of_a]
    of_b.write_bytes(data)
    assert cache.get("b") is None


def test_it_can_be_turned_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("a", b"1")
    monkeypatch.setenv("OPEDCHECK_NO_CACHE", "1")
    assert cache.get("a") is None
    cache.put("b", b"1")
    assert len(entries(folder)) == 1
    assert (cache.folder(), cache.clean()) == (None, (0, 0, 0))
    monkeypatch.setenv("OPEDCHECK_NO_CACHE", "0")
    assert cache.get("a") == b"1"


def test_without_a_word_it_lies_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("OPEDCHECK_CACHE_DIR")
    assert cache.folder() == Path(platformdirs.user_cache_dir("opedcheck", appauthor=False)) / cache.LAYOUT


@pytest.mark.parametrize("fails", ["write_bytes", "mkdir", "stat", "unlink"])
def test_a_disk_that_refuses_is_silence(monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, fails, refuse)
        cache.put("a", b"1")
        assert cache.get("a") in (None, b"1")
    cache.put("a", b"2")
    assert cache.get("a") == b"2"


def test_a_half_written_entry_is_cleared_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    cache.put("a", b"1")
    assert entries(folder) == []


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_a_read_only_folder_is_silence(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        cache.put("a", b"1")
        assert cache.get("a") is None
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("place", ["a file", "a file/below", "nul\0byte", ""])
def test_an_impossible_folder_is_silence(folder: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (folder / "a file").write_text("x")
    monkeypatch.setattr(cache, "folder", lambda: folder / place / "v1" if place else folder / "a file")
    cache.put("a", b"1")
    assert cache.get("a") is None
    assert cache.clean() == (0, 0, 0)


def test_the_oldest_go_where_there_are_too_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    for n in range(30):
        known = set(entries(folder))
        cache.put(str(n), bytes(1000))
        for entry in set(entries(folder)) - known:
            os.utime(entry, (1_000_000 + n, 1_000_000 + n))
    kept = [n for n in range(30) if cache.get(str(n)) is not None]
    assert kept[-1] == 29
    assert kept == list(range(kept[0], 30))
    assert sum(entry.stat().st_size for entry in entries(folder)) <= 12_000


def test_what_is_read_again_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    cache.put("wanted", bytes(1000))
    [wanted] = entries(folder)
    os.utime(wanted, (1, 1))
    assert cache.get("wanted") is not None
    for n in range(30):
        cache.put(str(n), bytes(1000))
        for entry in set(entries(folder)) - {wanted}:
            os.utime(entry, (1_000_000 + n, 1_000_000 + n))
    assert cache.get("wanted") is not None


def filled(folder: Path, count: int) -> None:
    """Put so many small entries, each newer than those before it."""
    before = set(entries(folder))
    for n in range(count):
        cache.put(f"small {n}", bytes(1000))
        for entry in set(entries(folder)) - before:
            os.utime(entry, (1_000_000 + n, 1_000_000 + n))
            before.add(entry)


def put_old(folder: Path, key: str, size: int) -> None:
    before = set(entries(folder))
    cache.put(key, bytes(size))
    for entry in set(entries(folder)) - before:
        os.utime(entry, (1, 1))


def test_what_this_run_needs_stays_however_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    put_old(folder, "more than there is room for", 50_000)
    put_old(folder, "large", 20_000)
    filled(folder, 30)
    assert len(cache.get("more than there is room for") or b"") == 50_000
    assert len(cache.get("large") or b"") == 20_000
    assert len(entries(folder)) <= 2 + 12


def test_of_what_other_runs_needed_the_largest_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    put_old(folder, "largest", 50_000)
    put_old(folder, "large", 20_000)
    monkeypatch.setattr(cache, "_used", set())
    filled(folder, 30)
    assert cache.get("largest") is not None
    assert cache.get("large") is None


def test_cleaning_takes_every_entry(folder: Path) -> None:
    for n in range(3):
        cache.put(str(n), b"x")
    size = sum(entry.stat().st_size for entry in entries(folder))
    for name in ("other.txt", "v1/note", "v1/00/note", "v2/ab/other.txt", "vault/00/" + "0" * 62):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("not ours")
    others = {entry for entry in entries(folder) if entry.read_bytes() == b"not ours"}
    assert cache.clean() == (3, size, 0)
    assert set(entries(folder)) == others
    assert len(others) == 5


def test_cleaning_takes_what_a_killed_run_left_and_earlier_layouts(folder: Path) -> None:
    cache.put("a", b"x")
    [entry] = entries(folder)
    entry.with_name(".opedcheck-0123456789abcdef.new").write_bytes(b"half")
    (folder / "v0" / "ab").mkdir(parents=True)
    (folder / "v0" / "ab" / ("0" * 62)).write_bytes(b"old")
    assert cache.clean().entries == 3
    assert entries(folder) == []


FULL = """
import resource
from opedcheck.keeping import cache
cache.put("small", b"1")
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
cache.put("great", bytes(100_000))
assert cache.get("great") is None
assert cache.get("small") == b"1"
"""


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_disk_that_is_full_halfway_leaves_nothing_half_written(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(entries(folder)) == 1


KILLED = """
import os, signal
from pathlib import Path
from opedcheck.keeping import cache
cache.put("a", b"whole")
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
cache.put("a", b"never seen")
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_a_run_killed_while_it_writes_changes_nothing(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=False)
    assert done.returncode == -9
    assert cache.get("a") == b"whole"
    assert cache.clean().entries == 2


WRITER = """
import sys
from opedcheck.keeping import cache
for turn in range(200):
    cache.put("shared", bytes([int(sys.argv[1])]) * 50_000)
    data = cache.get("shared")
    assert data is None or (len(data) == 50_000 and len(set(data)) == 1), "torn"
"""


def test_two_runs_at_once(folder: Path) -> None:
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, str(n)], stderr=subprocess.PIPE) for n in (1, 2)]
    for run in runs:
        _, errors = run.communicate(timeout=60)
        assert run.returncode == 0, errors.decode()
    assert cache.get("shared") in (b"\1" * 50_000, b"\2" * 50_000)
    assert len(entries(folder)) == 1
