"""`scan --fix` and `scan --diff` on real files, with the real model and references of our own."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from opedcheck import cli

pytestmark = pytest.mark.model
CLAIMS = """
statements:
  - id: aid
    statement: As of March 2023, Norway had pledged $7.5 billion in aid to Ukraine.
    sources: [{publisher: A test, url: "https://example.org/"}]
  - id: tunnel
    statement: Norway contributed $30 million to the tunnel fund.
    sources: [{publisher: A test, url: "https://example.org/"}]
"""
AID = "As of March 2023, Norway had pledged {} in aid to Ukraine."
WRONG, RIGHT = AID.format("$7.5 million"), AID.format("$7.5 billion")
FUND = "Norway contributed {} to the tunnel fund."
Scan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Scan:
    (tmp_path / "facts.yaml").write_text(CLAIMS)
    monkeypatch.chdir(tmp_path)

    def scan(*arguments: str) -> tuple[int, str, str]:
        own = ("--no-default-claims", "--claims", "facts.yaml", "--date", "2023-07-10")
        monkeypatch.setattr(sys, "argv", ["opedcheck", "scan", *own, *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capfd.readouterr()

    return scan


def test_a_fix_is_written_and_the_rest_of_the_file_kept(scan: Scan) -> None:
    file = Path("a.txt")
    file.write_bytes(b"\xef\xbb\xbf" + f"{WRONG}\r\n\r\n{FUND.format('$90 million')}\r\n".encode())
    file.chmod(0o640)
    status, out, err = scan("a.txt", "--fix", "--format", "concise")
    assert (status, out) == (0, "")
    assert "fixed 2 findings in 1 file" in err and "0 contradicted" in err
    assert file.read_bytes() == b"\xef\xbb\xbf" + f"{RIGHT}\r\n\r\n{FUND.format('$30 million')}\r\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in sorted(Path().iterdir())] == ["a.txt", "facts.yaml"]


def test_a_diff_writes_nothing_and_exits_with_1(scan: Scan) -> None:
    Path("a.md").write_text(f"# Aid\n\n{WRONG}\n\nThe end.")
    status, out, err = scan("a.md", "--diff")
    assert status == 1 and "would fix 1 finding in 1 file" in err
    assert out == f"--- a.md\n+++ a.md\n@@ -1,5 +1,5 @@\n # Aid\n \n-{WRONG}\n+{RIGHT}\n \n The end.\n" + (
        "\\ No newline at end of file\n"
    )
    assert Path("a.md").read_text() == f"# Aid\n\n{WRONG}\n\nThe end."
    done = subprocess.run(["patch", "-p0"], input=out, text=True, capture_output=True, check=False)
    assert done.returncode == 0 and Path("a.md").read_text() == f"# Aid\n\n{RIGHT}\n\nThe end."
    status, out, _ = scan("a.md", "--diff")
    assert (status, out) == (0, "")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.txt", f'The minister said: "{WRONG}"', "is what somebody else says"),
        ("a.md", f"> {WRONG}", "is what somebody else says"),
        ("a.md", AID.format("**$7.5** mil&#108;ion"), "spells these words with markup"),
        ("a.html", f"<article><p>{AID.format('$7.5 mil<b>lion</b>')}</p></article>", "spells these words with markup"),
        ("a.jsonl", json.dumps({"id": "a", "text": WRONG}), "only text, Markdown and HTML"),
    ],
)
def test_what_is_left_is_told_of(scan: Scan, name: str, text: str, why: str) -> None:
    Path(name).write_text(text)
    status, out, err = scan(name, "--fix", "--format", "concise")
    assert status == 1 and "amount-mismatch" in out
    assert "is not fixed: " in err and why in err and "fixed 1" not in err
    assert Path(name).read_text() == text


def test_what_is_suppressed_or_known_or_not_heeded_stays(scan: Scan) -> None:
    text = f"<!-- opedcheck: ignore[amount-mismatch] as told -->\n{WRONG}\n"
    Path("a.md").write_text(text)
    assert scan("a.md", "--fix")[0] == 0
    Path("b.md").write_text(WRONG)
    assert scan("b.md", "--fix", "--ignore", "amount-mismatch")[0] == 0
    assert scan("b.md", "--fix", "--select", "date-mismatch")[0] == 0
    Path("opedcheck.toml").write_text("severity = {amount-mismatch = 'warning'}")
    assert scan("b.md", "--fix")[0] == 0
    assert (Path("a.md").read_text(), Path("b.md").read_text()) == (text, WRONG)


def test_standard_input_comes_out_fixed_and_the_report_apart(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    piped(f"{WRONG}\n{FUND.format('about $99 million')}\n")
    status, out, err = scan("-", "--fix", "--format", "concise")
    assert (status, out) == (1, f"{RIGHT}\n{FUND.format('about $99 million')}\n")
    assert "<stdin>:2:26: error[amount-mismatch]" in err and "the words hedge it" in err
    piped("Nothing to see.\r\n")
    assert scan("-", "--fix")[:2] == (0, "Nothing to see.\r\n")
    piped(WRONG)
    assert scan("-", "--diff")[1].startswith("--- <stdin>\n+++ <stdin>\n")
    assert scan("-", "facts.yaml", "--fix")[0] == 2


def test_a_linked_file_stays_a_link(scan: Scan) -> None:
    Path("real.txt").write_text(WRONG)
    Path("a.txt").symlink_to("real.txt")
    assert scan("a.txt", "--fix")[0] == 0
    assert Path("a.txt").is_symlink() and Path("real.txt").read_text() == RIGHT
