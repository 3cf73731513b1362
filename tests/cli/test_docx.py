"""Word documents in and out of the commands: files, pipes, and a terminal that can't show them."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx as python_docx
import pytest
from tests.wordfiles.made import document, p

from opedcheck import cli

if TYPE_CHECKING:
    from conftest import Bench, Run


def texts(data: bytes) -> list[tuple[str, str]]:
    """The comments of a document, and the author of each."""
    return [(one.text.split("\n")[0], one.author) for one in python_docx.Document(io.BytesIO(data)).comments]


def test_a_report_beside_another_and_one_in_a_file(run: Run, tmp_path: Path) -> None:
    Path("a.docx").write_bytes(document(p("An error.")))
    found = run("scan", "a.docx", "--format", "concise", "--report", "docx=out.docx")
    assert (found.status, found.out.count("\n")) == (1, 1)
    assert found.out.startswith("a.docx:1:1: error[relation-mismatch]")
    assert texts(Path("out.docx").read_bytes()) == [("error: relation-mismatch", "opedcheck")]
    assert run("scan", "a.docx", "--format", "docx", "-o", "again.docx").out == ""
    assert Path("again.docx").read_bytes() == Path("out.docx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "again.docx", "out.docx"]


def test_a_report_in_the_folder_is_no_article_of_it(run: Run) -> None:
    Path("a.docx").write_bytes(document(p("An error.")))
    for _ in range(2):
        found = run("scan", ".", "--format", "concise", "--report", "docx=out.docx")
        assert found.out.count("\n") == 1
        assert len(texts(Path("out.docx").read_bytes())) == 1


def test_a_document_can_be_commented_in_its_place_and_no_other(run: Run) -> None:
    for name in ("a.docx", "b.docx"):
        Path(name).write_bytes(document(p("An error.")))
    before = Path("b.docx").read_bytes()
    assert run("scan", "a.docx", "--report", "docx=a.docx").status == 1
    assert [text for text, _ in texts(Path("a.docx").read_bytes())] == ["error: relation-mismatch"]
    assert run("scan", "a.docx", "b.docx", "--report", "docx=b.docx").status == 2
    assert run("scan", "b.docx", "--report", "json=b.docx").status == 2
    assert Path("b.docx").read_bytes() == before


def test_a_text_becomes_a_document(run: Run) -> None:
    Path("a.txt").write_text("An error.\n", encoding="utf-8")
    assert run("scan", "a.txt", "--report", "docx=out.docx").status == 1
    assert python_docx.Document("out.docx").paragraphs[0].text == "An error."


def test_an_unreadable_document_is_told_of_and_the_others_are_checked(run: Run) -> None:
    Path("a.docx").write_bytes(b"PK\x03\x04")
    Path("b.docx").write_bytes(document(p("An error.")))
    found = run("scan", ".", "--format", "concise")
    assert (found.status, found.out.count("\n")) == (2, 1)
    assert "a.docx: is no sound Word document" in found.err and "save it anew" in found.err


def test_nothing_is_fixed_in_a_document_and_the_fixed_text_has_standard_output_to_itself(run: Run) -> None:
    data = document(p("An error."))
    Path("a.docx").write_bytes(data)
    assert run("scan", "a.docx", "--fix", "--report", "docx=out.docx").status == 1
    assert Path("a.docx").read_bytes() == data
    found = run("scan", "-", "--fix", "--format", "docx", stdin=b"An error.")
    assert (found.status, found.out) == (2, "") and "-o FILE" in " ".join(found.err.split())


class Terminal(io.TextIOWrapper):
    """Standard output that is, or is not, a terminal."""

    def __init__(self, terminal: bool) -> None:
        self.written = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.written, encoding="utf-8")

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("terminal", [True, False])
def test_standard_output_takes_a_document_unless_it_is_a_terminal(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    Path("a.docx").write_bytes(document(p("An error.")))
    out = Terminal(terminal)
    monkeypatch.setattr(sys, "argv", ["opedcheck", "scan", "a.docx", "--format", "docx"])
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == (2 if terminal else 1)
    if terminal:
        assert out.written.getvalue() == b""
        assert "-o FILE" in " ".join(capsys.readouterr().err.split())
        assert bench.asked == []  # it is said before the work
    else:
        assert texts(out.written.getvalue()) == [("error: relation-mismatch", "opedcheck")]
