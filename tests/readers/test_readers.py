"""Which articles are read from paths and standard input, and what is said of those that can't be."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from opedcheck import readers
from opedcheck.errors import ArticleError
from opedcheck.model import Article

# Modules of the folder that hold no format.
NO_FORMAT = {"decoding", "folders", "published", "source", "tail", "writing"}


def nothing() -> bytes:
    raise AssertionError("standard input was not asked for")


def read(*inputs: str | Path) -> list[Article | ArticleError]:
    return list(readers.read([str(name) for name in inputs], nothing))


def fault(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, ArticleError)
    assert found.remedy
    return found.message


def test_every_format_is_registered() -> None:
    names = {module.name for module in pkgutil.iter_modules(readers.__path__)} - NO_FORMAT
    registered = {id(reader) for reader in readers.READERS}
    assert {id(importlib.import_module(f"opedcheck.readers.{name}").READER) for name in names} == registered


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Japan and NATO.TXT"
    path.write_bytes("\ufeffJapan’s\r\npledge".encode())
    (found,) = read(path)
    assert isinstance(found, Article)
    assert (found.id, found.path, found.text) == ("Japan and NATO", path.as_posix(), "Japan’s\npledge")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    mark = "\ufeff" if encoding[-2:] in ("le", "be") else ""
    path.write_bytes(f"{mark}Kyiv’s 🇺🇦".encode(encoding))
    (found,) = read(path)
    assert isinstance(found, Article)
    assert found.text == found.source == "Kyiv’s 🇺🇦"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"one\ntwo caf\xe9", "a.txt:2: is not UTF-8: byte 0xe9 at offset 11"),
        ("a.txt", "Kyiv".encode("utf-16-le"), "is a binary file, or UTF-16 without a byte-order mark"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a binary file"),
        ("a.txt", b"\xff\xfea\0\x00\xd8a\0", "is not UTF-16"),
        ("a.txt", b"x" * 1_000_001, "holds 1,000,001 characters, more than 1,000,000"),
        ("a.txt", b"x" * 20_000_000, "holds 20,000,000 bytes, too many for an article"),
        ("a.md", b"```\ncode\n```\n", "holds no text"),
        ("a.md", b"---\ndate: 2023-07-10\n---\n", "holds no text"),
        ("a.pdf", b"%PDF", "the format '.pdf' is unknown"),
        ("a.DOC", b"\xd0\xcf", "the format '.DOC' is unknown. Save it as a Word document (.docx)"),
        ("README", b"text", "its name has no suffix"),
        ("a.jsonl", b"\n", "is empty"),
        ("a.jsonl", b'{"id": "a"}', "a.jsonl:1: is no article record: Object missing required field `text`"),
        ("a.jsonl", b'{"id": "a", "text": 5}', "Expected `str`, got `int`"),
        ("a.jsonl", b'{"id": "a", "text": " "}', "a.jsonl:1: is empty"),
        ("a.jsonl", b"not json", "is no article record"),
        ("a.jsonl", b'{"id": "a", "text": "caf\xe9"}', "is no article record"),
        ("a.jsonl", b'{"id": "a", "text": "\\ud800"}', "is no article record"),
        ("a.jsonl", b'{"id": "a", "text": "b", "x": ' + b"[" * 100_000, "is no article record"),
        ("a.jsonl", b'{"id": "a", "text": "' + b"x" * 1_000_001 + b'"}', "holds 1,000,001 characters"),
    ],
)
def test_bad_input(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    message = fault(path)
    assert said in message
    assert path.as_posix() in message


def test_a_million_characters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("é" * 1_000_000, encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Article)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file or folder" in fault(tmp_path / "a.txt")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs permissions")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    path.chmod(0)
    assert "can't be read" in fault(path)


def test_the_others_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("text")
    first, second = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert isinstance(first, ArticleError)
    assert isinstance(second, Article)


def test_a_name_that_no_file_can_have_is_no_crash(tmp_path: Path) -> None:
    assert "File name too long" in fault(tmp_path / f"{'x' * 300}.txt")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_not_unicode_stops_that_file_alone(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"b.txt"):
        (tmp_path / os.fsdecode(name)).write_text("text")
    first, second = read(tmp_path)
    assert isinstance(first, ArticleError) and "has a name that is not UTF-8. Rename it." in first.message
    assert isinstance(second, Article)


def test_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "one\\r\\n# two", "date": "2023-07-10", "url": "u", "more": [1]}\r\n\r\n'
        b'{"id": 7, "text": "b", "date": "10 July"}\nbroken\n{"id": "c", "text": "d", "date": ""}\n'
        b'{"id": "e", "text": "f", "date": null}\n{"id": "g", "text": "h", "date": 2023}'
    )
    one, two, broken, three, four, five = read(path)
    assert isinstance(one, Article)
    assert (one.id, one.text, one.date, one.url, one.notes) == ("a", "one\r\n# two", date(2023, 7, 10), "u", ())
    assert isinstance(two, Article)
    assert (two.id, two.date) == ("7", None)
    assert "the date '10 July' is malformed" in two.notes[0]
    assert isinstance(broken, ArticleError)
    assert broken.line == 4
    assert isinstance(three, Article) and "the date '' is malformed" in three.notes[0]
    assert isinstance(four, Article) and four.notes == ()
    assert isinstance(five, Article) and "the date '2023' is malformed" in five.notes[0]


def test_a_string() -> None:
    found = readers.from_text("one\r\n# two", date=date(2023, 7, 10))
    assert (found.text, found.source, found.date) == ("one\r\n# two", "one\r\n# two", date(2023, 7, 10))
    assert found.position(5).line == 2
    with pytest.raises(ArticleError, match="is empty"):
        readers.from_text(" ")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [(None, "# a", "stdin"), ("b/c.md", "a", "c"), ("c.txt", "# a", "c")],
)
def test_standard_input(name: str | None, text: str, kind: str) -> None:
    (found,) = readers.read(["-", "-"], lambda: b"# a", stdin_name=name)
    assert isinstance(found, Article)
    assert (found.id, found.path, found.text) == (kind, name, text)


def test_records_on_standard_input() -> None:
    found = list(
        readers.read(["-"], lambda: b'{"id": "a", "text": "b"}\n{"id": "c", "text": "d"}', stdin_name="x.jsonl")
    )
    assert [article.id for article in found if isinstance(article, Article)] == ["a", "c"]


def test_empty_standard_input_is_an_error() -> None:
    (found,) = readers.read(["-"], lambda: b"")
    assert isinstance(found, ArticleError)
    assert found.message.startswith("<stdin>: is empty")


class TestFolders:
    def write(self, root: Path, *names: str) -> None:
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("text")

    def found(self, folder: Path) -> list[str]:
        return [
            Path(article.path or "").relative_to(folder).as_posix()
            for article in read(folder)
            if isinstance(article, Article)
        ]

    def test_searched_and_sorted(self, tmp_path: Path) -> None:
        self.write(tmp_path, "b.md", "a.txt", "c/d.MD", "e.html", "f.jsonl", ".g.txt", ".h/i.txt", "j")
        assert self.found(tmp_path) == ["a.txt", "b.md", "c/d.MD", "e.html"]

    def test_what_git_ignores(self, tmp_path: Path) -> None:
        self.write(
            tmp_path, "a.txt", "draft-1.txt", "old/b.txt", "c/draft-2.txt", "c/draft-3.txt", "c/d.txt", "e/f.txt"
        )
        (tmp_path / ".gitignore").write_bytes(b"draft-*\r\nold/\n/d.txt\n")
        (tmp_path / "c" / ".gitignore").write_text("!draft-2.txt\n")
        assert self.found(tmp_path) == ["a.txt", "c/d.txt", "c/draft-2.txt", "e/f.txt"]

    def test_gitignore_above_counts_within_the_repository(self, tmp_path: Path) -> None:
        self.write(tmp_path, "repo/in/a.txt", "repo/in/b.txt")
        (tmp_path / ".gitignore").write_text("a.txt")
        (tmp_path / "repo" / ".git").mkdir()
        (tmp_path / "repo" / ".gitignore").write_text("in/b.txt")
        assert self.found(tmp_path / "repo" / "in") == ["a.txt"]

    def test_explicit_paths_are_read_though_ignored(self, tmp_path: Path) -> None:
        self.write(tmp_path, "a.txt")
        (tmp_path / ".gitignore").write_text("*.txt")
        assert isinstance(read(tmp_path / "a.txt")[0], Article)

    def test_none_there(self, tmp_path: Path) -> None:
        self.write(tmp_path, "a.pdf")
        assert "is a folder without articles" in fault(tmp_path)

    def test_none_twice_and_ids_apart(self, tmp_path: Path) -> None:
        self.write(tmp_path, "a.txt", "b/a.txt", "c.txt")
        found = [article for article in read(tmp_path, tmp_path / "a.txt") if isinstance(article, Article)]
        ids = [(tmp_path / "a").as_posix(), (tmp_path / "b" / "a").as_posix(), "c"]
        assert [article.id for article in found] == ids

    def test_a_circle_of_links_ends(self, tmp_path: Path) -> None:
        self.write(tmp_path, "a/b.txt")
        try:
            (tmp_path / "a" / "c").symlink_to(tmp_path, target_is_directory=True)
        except OSError:
            pytest.skip("no links here")
        assert self.found(tmp_path) == ["a/b.txt"]
        (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
        assert self.found(tmp_path) == ["a/b.txt"]
        assert "no such file" in fault(tmp_path / "loop.txt")

    def test_a_folder_that_can_not_be_listed_stops_that_folder_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.write(tmp_path, "a/a.txt", "b/b.txt", "c/c.txt")
        listed = Path.iterdir

        def refusing(path: Path) -> Iterator[Path]:
            if path.name == "b":
                raise PermissionError(13, "Permission denied")
            return listed(path)

        monkeypatch.setattr(Path, "iterdir", refusing)
        kinds = [str(one.path if isinstance(one, Article) else one.message) for one in read(tmp_path)]
        a, b, c = (tmp_path / name for name in "abc")
        denied = f"{b}: can't be searched: Permission denied. Check its permissions."
        assert kinds == [str(a / "a.txt"), denied, str(c / "c.txt")]


def test_the_real_web_copy_ends_before_its_boilerplate(shared: Path) -> None:
    (found,) = read(shared / "articles" / "japan-nato-oped.txt")
    assert isinstance(found, Article)
    ((start, end),) = found.skipped
    assert end == len(found.text)
    assert found.text[:start].rstrip().endswith("in the Indo-Pacific region.")
    assert "Leave a Reply" in found.text[start:]
