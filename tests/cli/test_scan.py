"""Streams and exit statuses of `scan`, whatever comes in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench, Run


def write(name: str, text: str = "An error.\n") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        ("All is well.", (), 0),
        ("An error.", (), 1),
        ("A warning.", (), 0),
        ("A warning.", ("--fail-on", "warning"), 1),
        ("An info.", ("--fail-on", "warning"), 0),
        ("An info.", ("--fail-on", "info"), 1),
        ("An error.", ("--exit-zero",), 0),
        ("", (), 2),
        ("", ("--exit-zero",), 2),
        ("crash", (), 2),
        ("crash", ("--exit-zero",), 2),
        ("interrupt", (), 130),
    ],
)
def test_exit_status(run: Run, text: str, options: tuple[str, ...], status: int) -> None:
    found = run("scan", write("a.txt", text), *options)
    assert found.status == status
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scan",), "PATHS"),
        (("scan", "a.txt", "--date", "10 July 2023"), "'10 July 2023' is not a day; write it like 2023-07-10."),
        (("scan", "a.txt", "--date", ""), "'' is not a day"),
        (("scan", "a.txt", "--date", "2023-02-30"), "'2023-02-30' is not a day"),
        (("scan", "a.txt", "--date", "20230710"), "'20230710' is not a day"),
        (("scan", "a.txt", "--format", "xml"), "'xml' is not one of full, concise, json, jsonl, "),
        (("scan", "a.txt", "--show", "supported,true"), "'true' is not among supported"),
        (("scan", "a.txt", "--show", ""), "'' is not among supported"),
        (("scan", "a.txt", "--fail-on", "fatal"), "'fatal' is not one of error, warning, info."),
        (("scan", "a.txt", "--color", "blue"), "'blue' is not one of auto, always, never."),
        (("scan", "a.txt", "--nope"), "--nope"),
        (("scan", "a.txt", "--config", "no.toml"), "no.toml: no such configuration file"),
        (("scan", "a.txt", "-o", "no/such/folder.txt"), "no file can be written there"),
        (("scan", "a.txt", "--report", "sarif"), "'sarif' is not FORMAT=PATH"),
        (("scan", "a.txt", "--report", "sarif="), "'sarif=' is not FORMAT=PATH"),
        (("scan", "a.txt", "--report", "pdf=a.pdf"), "'pdf' is not one of full"),
        (("scan", "a.txt", "--report", "sarif=no/such/folder.sarif"), "no file can be written there"),
        (("nope",), "nope"),
        (("extract", "a.txt", "--format", "full"), "'full' is not one of text, json, jsonl."),
    ],
)
def test_usage_errors(run: Run, arguments: tuple[str, ...], said: str) -> None:
    write("a.txt")
    found = run(*arguments)
    assert (found.status, found.out) == (2, "")
    assert said in " ".join(found.err.split())
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "missing.txt: no such file or folder. Check the path."),
        ("empty.txt", b"", "empty.txt: is empty."),
        ("binary.txt", b"\x89PNG\0\0", "binary.txt: is a binary file"),
        ("latin.txt", b"caf\xe9", "latin.txt:1: is not UTF-8"),
        ("long.txt", b"word " * 4_000_000, "long.txt: holds 20,000,000 bytes, too many for an article."),
        ("a.pdf", b"%PDF-1.7", "a.pdf: can't be read: the format '.pdf' is unknown."),
    ],
)
def test_unreadable_articles(run: Run, bench: Bench, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    found = run("scan", name)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert "0 claims, 0 matched, 0 contradicted" in found.err
    assert not bench.asked, "nothing to check, yet the model was loaded"


def test_a_folder_without_articles(run: Run) -> None:
    Path("empty").mkdir()
    found = run("scan", "empty")
    assert found.status == 2
    assert "empty: is a folder without articles." in found.err


def test_the_others_are_checked_all_the_same(run: Run) -> None:
    found = run("scan", "missing.txt", write("a.txt"), "--format", "concise")
    assert found.status == 2
    assert found.out == "a.txt:1:1: error[relation-mismatch] so it is not\n"
    assert "missing.txt: no such file" in found.err
    assert "1 claims, 1 matched, 1 contradicted" in found.err


def test_every_run_says_how_much_was_checked(run: Run) -> None:
    write("in/a.txt", "All is well.")
    write("in/b.md", "An error.")
    for name in ("full", "concise", "json", "jsonl"):
        found = run("scan", "in", "--format", name)
        assert "opedcheck: 2 claims, 1 matched, 1 contradicted\n" in found.err


def test_standard_input(run: Run) -> None:
    found = run("scan", "-", "--output-format", "concise", stdin="\ufeffAn error.".encode())
    assert (found.status, found.out) == (1, "<stdin>:1:1: error[relation-mismatch] so it is not\n")
    found = run("scan", "-", "--stdin-filename", "in/a.md", "--format", "json", stdin=b"# *An* error")
    assert json.loads(found.out)["articles"][0]["path"] == "in/a.md"
    assert json.loads(found.out)["articles"][0]["findings"][0]["column"] == 4
    assert run("scan", "-", stdin=b"").status == 2


def test_dates(run: Run) -> None:
    write("a.md", "---\ndate: 2023-07-10\n---\nText")
    write("b.txt", "Text")
    write("c.md", "---\ndate: tomorrow\n---\nText")

    def dates(*options: str) -> list[str | None]:
        out = run("scan", "a.md", "b.txt", "c.md", "--format", "json", *options).out
        return [article["date"] for article in json.loads(out)["articles"]]

    assert dates() == ["2023-07-10", None, None]
    assert dates("--date", "2020-01-01") == ["2020-01-01"] * 3
    err = run("scan", "a.md", "b.txt", "c.md").err
    assert "note: c.md: the date 'tomorrow' is malformed; write it like 2023-07-10." in err
    assert "note: b.txt, c.md: undated" in err
    assert "undated" not in run("scan", "a.md").err
    many = [write(f"d{n}.txt", "Text") for n in range(9)]
    assert "and 6 more: undated" in run("scan", *many).err


def test_the_report_goes_where_it_is_told(run: Run) -> None:
    found = run("scan", write("a.txt", "An error, “é”."), "-o", "out.txt", "--color", "always")
    assert (found.status, found.out) == (1, "")
    text = Path("out.txt").read_text(encoding="utf-8")
    assert "“é”" in text
    assert "\x1b" not in text


def test_listed_verdicts(run: Run) -> None:
    write("a.txt", "All is well.")
    assert "unverified[" not in run("scan", "a.txt").out
    assert "unverified[" in run("scan", "a.txt", "--show", "supported, unverified").out
    Path("opedcheck.toml").write_text("show = ['unverified']")
    assert "unverified[" in run("scan", "a.txt").out
    assert "unverified[" not in run("scan", "a.txt", "--isolated").out
    assert "unverified[" not in run("scan", "a.txt", "--show", "supported").out


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"GITHUB_ACTIONS": "true"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = run("scan", write("a.txt"), *options)
    assert ("\x1b[" in found.out) is colored
    assert "\x1b" not in found.err


class TestReferences:
    def test_what_is_asked_for(self, run: Run, bench: Bench) -> None:
        write("a.txt")
        run(
            "scan",
            "a.txt",
            "--claims",
            "x.yaml",
            "--claims",
            "y",
            "--no-default-claims",
            "--model",
            "m",
            "--allow-unsourced",
        )
        run("scan", "a.txt")
        assert bench.asked == [
            {"claims": (Path("x.yaml"), Path("y")), "default": False, "model": "m", "unsourced": True},
            {"claims": (), "default": True, "model": None, "unsourced": False},
        ]

    def test_what_the_configuration_asks_for(self, run: Run, bench: Bench, tmp_path: Path) -> None:
        write("a.txt")
        Path("opedcheck.toml").write_text("model='m'\nclaims=['x.yaml']\ndefault-claims=false\nfail-on='warning'")
        assert run("scan", "a.txt", "--claims", "y.yaml").status == 1
        assert bench.asked[0]["claims"] == (tmp_path / "x.yaml", Path("y.yaml"))
        assert bench.asked[0]["default"] is False
        assert bench.asked[0]["model"] == "m"
        run("scan", "a.txt", "--default-claims", "--model", "n", "--fail-on", "error")
        assert bench.asked[1]["default"] is True
        assert bench.asked[1]["model"] == "n"

    def test_the_project_of_the_article(self, run: Run, bench: Bench) -> None:
        write("one/claims/deep/a.yaml")
        write("two/claims/a.yml")
        articles = [write(name) for name in ("one/in/a.txt", "one/in/b.txt", "two/a.md", "three/a.txt")]
        run("scan", *articles)
        assert bench.asked[0]["claims"] == (Path("one/claims"), Path("two/claims"))

    def test_the_project_of_standard_input(self, run: Run, bench: Bench) -> None:
        write("claims/a.yaml")
        run("scan", "-", stdin=b"Text")
        assert bench.asked[0]["claims"] == (Path("claims"),)

    def test_projects_end_at_the_root_of_the_repository(self, run: Run, bench: Bench) -> None:
        write("claims/a.yaml")
        write("repo/.git/HEAD")
        write("repo/claims/notes.txt")
        run("scan", write("repo/in/a.txt"))
        assert bench.asked[0]["claims"] == ()

    def test_faults_are_all_named_and_the_rest_is_checked(self, run: Run) -> None:
        found = run("scan", write("a.txt"), "--claims", "broken.yaml")
        assert found.status == 2
        assert "1 article" in found.out
        assert "broken.yaml:1: one" in found.err
        assert "broken.yaml:2: two" in found.err


def test_a_crash_is_owned_up_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = run("scan", write("a.txt", "crash"))
    assert "crashed: RuntimeError: out of order" in found.err
    assert "Please report it" in found.err
    monkeypatch.setenv("OPEDCHECK_TRACEBACK", "1")
    assert "Traceback" in run("scan", "a.txt").err


def test_messages_do_not_drive_the_terminal(run: Run) -> None:
    found = run("scan", "\x1b[31mno.txt")
    assert "\x1b" not in found.err
    assert "\\x1b[31mno.txt" in found.err


class TestExtract:
    def test_formats(self, run: Run) -> None:
        path = write("a.txt")
        found = run("extract", path, "--format", "jsonl")
        assert (found.status, json.loads(found.out)["claims"][0]["text"]) == (0, "An")
        assert "1 claims extracted, none compared" in found.err
        assert json.loads(run("extract", path, "--format", "json").out)["schema"] == "opedcheck/extract@1"
        assert run("extract", path, "--sort").out.startswith("a.txt (undated, 1 claims)")

    def test_records(self, run: Run) -> None:
        path = write(
            "a.jsonl", '{"id": "x", "text": "One", "date": "2023-07-10"}\nbroken\n{"id": "y", "text": "Two"}\n'
        )
        found = run("extract", path, "--format", "jsonl")
        assert found.status == 2
        assert [json.loads(line)["id"] for line in found.out.splitlines()] == ["x", "y"]
        assert "a.jsonl:2: is no article record" in found.err


def test_one_run_writes_many_reports(run: Run) -> None:
    file = write("a.txt")
    found = run("scan", file, "--report", "json=a.json", "--report", "junit=b=c.xml", "--report", "concise=a.log")
    assert found.status == 1
    assert "error[" in found.out
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert Path("b=c.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert Path("a.log").read_text(encoding="utf-8").startswith("a.txt:1:")
    assert not list(Path().glob(".*.new"))


def test_a_report_goes_where_a_link_or_a_pipe_leads(run: Run) -> None:
    file = write("a.txt")
    assert run("scan", file, "-o", "/dev/null").status == 1
    assert run("scan", file, "--report", "concise=/dev/null").status == 1
