"""Where nothing is new, nothing is loaded: the second scan of an article does without a model."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
HEAVY = ("spacy", "thinc", "numpy", "dateparser", "pydantic", "trafilatura", "docx")
PROGRAM = f"""
import sys
from opedcheck.cli import main
sys.argv = ["opedcheck", *sys.argv[1:]]
try:
    main()
finally:
    print("imported:", *(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""
TEXT = "Japanese Prime Minister Yoshihide Kishida spoke. Norway paid $3 million for the road on 3 May 2023.\n"


class Scratch:
    """A folder with an article and a reference, and a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("a.txt", TEXT)
        self.write(
            "claims/a.yaml",
            "statements:\n  - id: road\n    statement: Norway paid $4 million for the road.\n"
            "    sources: [{publisher: A test}]\n",
        )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *arguments: str, before: str = "") -> tuple[int, str, list[str]]:
        """Exit status, standard output, and which heavy modules were imported."""
        done = subprocess.run(
            [sys.executable, "-c", before + PROGRAM, *arguments],
            cwd=self.folder, env={**os.environ, "OPEDCHECK_CACHE_DIR": str(self.folder / "cache")},
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        imported = done.stderr.rpartition("imported:")[2].split()
        return done.returncode, done.stdout, imported


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    made = Scratch(tmp_path_factory.mktemp("warm"))
    status, out, imported = made.run("scan", "a.txt", "--date", "2023-07-10")
    assert (status, "spacy" in imported) == (1, True)
    assert "amount-mismatch" in out
    return made


@pytest.mark.parametrize("command", ["scan", "extract"])
@pytest.mark.parametrize("shape", ["--format=json", "--format=jsonl"])
def test_nothing_heavy_is_imported_where_nothing_is_new(scratch: Scratch, command: str, shape: str) -> None:
    status, out, imported = scratch.run(command, "a.txt", "--date", "2023-07-10", shape)
    assert (status, imported) == (1 if command == "scan" else 0, [])
    assert "Yoshihide" in out


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_full_disk_changes_no_answer(scratch: Scratch) -> None:
    """Nothing can be kept, and an article that is new is checked all the same."""
    scratch.write("new.txt", TEXT + TEXT)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
    full = scratch.run("scan", "new.txt", "--date", "2023-07-10", "--format", "json", before=limit)
    none = scratch.run("scan", "new.txt", "--date", "2023-07-10", "--format", "json", "--no-cache")
    assert full[:2] == none[:2]
    assert "spacy" in full[2] and "spacy" in none[2]


def test_another_statement_is_heeded(scratch: Scratch) -> None:
    """An article whose references changed is not read again, but matched again."""
    scratch.write("claims/b.yaml", "places: [{id: oslo-road, name: The Oslo Road, sources: [{publisher: A test}]}]\n")
    status, _, imported = scratch.run("scan", "a.txt", "--date", "2023-07-10")
    assert (status, "spacy" in imported) == (1, True), "another name is known: all is read anew"
    assert scratch.run("scan", "a.txt", "--date", "2023-07-10")[2] == []
