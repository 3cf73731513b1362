"""Files and folders -> References: what is found, merged, refused, kept for the next run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.errors import ReferencesError
from opedcheck.model import Statement
from opedcheck.references import References, load
from opedcheck.references.shipped import shipped


class Kept:
    """A cache in memory that counts."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}
        self.hits = 0

    def get(self, key: str) -> bytes | None:
        self.hits += key in self.entries
        return self.entries.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.entries[key] = data


def statement(name: str, text: str = "B.", lead: str = "statements:\n") -> str:
    return f"{lead}- {{id: {name}, statement: {text}, sources: [{{publisher: G, published: 2020}}]}}\n"


def write(folder: Path, **files: str) -> Path:
    """`a__b="..."` is the file a/b.yaml."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def ids(references: References) -> list[str]:
    return [record.id for record in references.records]


def refused(*paths: Path, **options: bool) -> tuple[str, ...]:
    with pytest.raises(ReferencesError) as raised:
        load(paths, default_claims=False, **options)
    assert "\n".join(raised.value.faults) in raised.value.__notes__
    return raised.value.faults


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    write(tmp_path, z=statement("z"), a__y=statement("y"), a__b=statement("b"), _hidden=statement("h"))
    (tmp_path / "_hidden.yaml").rename(tmp_path / ".hidden.yaml")
    (tmp_path / "README.md").write_text("no references")
    (tmp_path / "c.yml").write_text(statement("c"))
    found = load([tmp_path], default_claims=False)
    assert ids(found) == ["c", "z", "b", "y"]
    assert list(found.by_id) == ids(found)
    assert (found.info.count, found.info.paths) == (4, (tmp_path.as_posix(),))


def test_paths_are_shown_from_the_current_folder_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, claims__a=statement("a"))
    monkeypatch.chdir(tmp_path)
    found = load([tmp_path / "claims"], default_claims=False)
    assert (found.info.paths, found.records[0].at.path) == (("claims",), "claims/a.yaml")


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, a=statement("a"))
    assert ids(load([tmp_path, tmp_path / "a.yaml"], default_claims=False)) == ["a"]


def test_no_references_at_all_are_no_fault() -> None:
    assert load([], default_claims=False).info.count == 0


def test_identical_records_merge_and_different_ones_clash(tmp_path: Path) -> None:
    write(tmp_path, a=statement("a"), b="\n" + statement("a"))
    assert ids(load([tmp_path], default_claims=False)) == ["a"]
    write(tmp_path, c="\n\n" + statement("a", "C."))
    a, c = (tmp_path / name for name in ("a.yaml", "c.yaml"))
    assert refused(tmp_path) == (
        f"{c.as_posix()}:4: record a: another record has the same id, at {a.as_posix()}:2. "
        "Give one of them another id, or make them one.",
    )


def test_paths_that_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "some.txt").write_text("statements: []")
    write(tmp_path, none="", comment="# later\n", nulls="statements:\n")
    names = ("missing.yaml", "empty", "some.txt", "none.yaml", "comment.yaml", "nulls.yaml")
    assert [
        fault.removeprefix(f"{tmp_path.as_posix()}/") for fault in refused(*(tmp_path / name for name in names))
    ] == [
        "missing.yaml: there is no such file or folder. Check its spelling, and the folder in which the command runs.",
        "empty: the folder holds no references. Name a folder that holds .yaml, .yml or .jsonl files.",
        "some.txt: this is no file of references. Name a .yaml, .yml or .jsonl file, or a folder of them.",
        "none.yaml: the file holds no records. Write a record in it, or remove it.",
        "comment.yaml: the file holds no records. Write a record in it, or remove it.",
        "nulls.yaml: the file holds no records. Write a record in it, or remove it.",
    ]


def test_files_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(statement("a").encode() + b"# caf\xe9\n")
    (tmp_path / "sixteen.yaml").write_bytes(statement("a").encode("utf-16"))
    (tmp_path / "zeros.yaml").write_bytes(b"a: b\n\0\0\n")
    latin, sixteen, zeros = refused(tmp_path)
    assert "latin.yaml:3: byte 87 is not UTF-8. Save the file as UTF-8." in latin
    assert "sixteen.yaml:1: byte 1 is not UTF-8. Save the file as UTF-8." in sixteen
    assert "zeros.yaml:2: holds the character U+0000, which YAML does not allow. Delete that character." in zeros


def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, sub__a=statement("a"))
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    told = [fault.removeprefix(f"{tmp_path.as_posix()}/") for fault in refused(tmp_path, tmp_path / ("x" * 300))]
    assert told[0] == "gone.yaml: it can't be read: No such file or directory. Make it readable, or leave it out."
    assert told[1].startswith("loop.yaml: it can't be read: Too many")
    assert told[2].startswith("x" * 300 + ": it can't be read: File name too long.")

    def refuse(folder: Path, onerror: Callable[[OSError], None]) -> list[object]:
        onerror(PermissionError(13, "Permission denied", str(folder)))
        return []

    monkeypatch.setattr("os.walk", refuse)
    [fault] = refused(tmp_path)
    assert fault.endswith(": it can't be read: Permission denied. Make it readable, or leave it out.")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(5_000_001)
    [fault] = refused(tmp_path)
    assert "the file has 5.0 MB, more than the 5 MB that are read. Split it into several files." in fault


def test_faults_of_all_files_are_told(tmp_path: Path) -> None:
    write(tmp_path, a="statements: [", b="statements:\n- {id: b}\n", c=statement("c"))
    told = [fault.removeprefix(f"{tmp_path.as_posix()}/").split(". ")[0] for fault in refused(tmp_path)]
    assert told == [
        "a.yaml:1: is not valid YAML: did not find expected node content",
        'b.yaml:2: record b: "statement" is missing',
        "b.yaml:2: record b: it has no source",
    ]
    assert len(refused(tmp_path, allow_unsourced=True)) == 2


def test_a_second_load_decodes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=statement("a"), b=statement("b"))
    cache = Kept()
    first = load([tmp_path], default_claims=False, cache=cache)
    assert (cache.hits, len(cache.entries)) == (0, 2)
    with monkeypatch.context() as patch:
        patch.setattr("opedcheck.references.reading.read", lambda file: pytest.fail("decoded"))
        assert load([tmp_path], default_claims=False, cache=cache) == first
    write(tmp_path, b=statement("b", "C."))
    again = load([tmp_path], default_claims=False, cache=cache)
    assert isinstance(again.by_id["b"], Statement)
    assert again.by_id["b"].statement == "C."
    assert again.info.digest != first.info.digest


def test_a_cached_load_needs_no_yaml(tmp_path: Path) -> None:
    write(tmp_path, a=statement("a"))
    script = (
        "import sys; from pathlib import Path\n"
        "from opedcheck.keeping import cache; from opedcheck.references import load\n"
        f"load([Path({str(tmp_path)!r})], default_claims=False, cache=cache)\n"
        "print(*sorted({'yaml', 'spacy', 'rapidfuzz', 'dateparser', 'json'} & set(sys.modules)))"
    )
    environment = {"OPEDCHECK_CACHE_DIR": str(tmp_path / "cache")}
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert [run.strip() for run in runs] == ["yaml", ""]


@pytest.mark.parametrize("entry", [b"", b"\x00", b"\x93\x01\x02\x03", b"\xc1", b"\x91\x81\xa4type\xa6person"])
def test_a_corrupt_entry_is_decoded_anew(tmp_path: Path, entry: bytes) -> None:
    write(tmp_path, a=statement("a"))
    cache = Kept()
    first = load([tmp_path], default_claims=False, cache=cache)
    cache.entries = dict.fromkeys(cache.entries, entry)
    assert load([tmp_path], default_claims=False, cache=cache) == first
    assert entry not in cache.entries.values()


def test_faulty_files_are_not_kept_and_sources_are_asked_for_each_time(tmp_path: Path) -> None:
    write(tmp_path, a="statements:\n- {id: a, statement: B.}\n- {id: b}\n")
    cache = Kept()
    with pytest.raises(ReferencesError):
        load([tmp_path], default_claims=False, cache=cache)
    assert not cache.entries
    write(tmp_path, a="statements:\n- {id: a, statement: B.}\n")
    assert load([tmp_path], default_claims=False, cache=cache, allow_unsourced=True).info.count == 1
    with pytest.raises(ReferencesError):
        load([tmp_path], default_claims=False, cache=cache)
    assert cache.hits == 1


def test_the_digest_tells_content_not_place(tmp_path: Path) -> None:
    write(tmp_path, one__a=statement("a"), one__b=statement("b"), two__x=statement("b"), two__y=statement("a"))
    one, two = (load([tmp_path / name], default_claims=False).info.digest for name in ("one", "two"))
    assert one == two
    assert one.startswith("sha256:")
    assert load([tmp_path / "one/a.yaml"], default_claims=False).info.digest != one


def test_ours_come_first_and_are_sound() -> None:
    ours = load()
    assert shipped().is_dir()
    assert ours.info.count >= 60
    assert ours.lexicon


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_any_statement_survives_the_way_through_yaml_and_cache(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    import yaml

    rows = [{"id": f"s{n}", "statement": text, "sources": [{"publisher": text}]} for n, text in enumerate(texts)]
    path = tmp_path_factory.mktemp("any") / "some.yaml"
    path.write_text(yaml.safe_dump({"statements": rows}), encoding="utf-8")
    cache = Kept()
    first = load([path], default_claims=False, cache=cache)
    assert load([path], default_claims=False, cache=cache) == first
    assert cache.hits == 1
    assert len(first.records) == len(texts)
    assert all(isinstance(record, Statement) and record.statement.split() for record in first.records)
