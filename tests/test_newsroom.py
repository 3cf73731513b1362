"""A newsroom's day in a repository of its own: every command as it is typed, every report read where it is read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import jsonschema
import msgspec
import pytest
from junitparser import JUnitXml
from tests.browser import Window, browser
from tests.ci import committed, environment, git
from tests.test_action import NEW, OLD

pytestmark = pytest.mark.model
SARIF = Path(__file__).parent / "reporters" / "schemas" / "sarif-2.1.0.json"
CLAIMS = """\
statements:
  - id: dam-cost
    statement: Ruritania paid $3 million for the dam in Strelsau.
    sources: [{publisher: Ministry of Works, title: The dam, accessed: 2026-01-02}]
"""
DAM = "Ruritania paid {} for the dam in Strelsau."
DATED = "---\ndate: 2026-03-04\n---\n\n{}\n"
HOSTILE = "\\<script>document.title = 'owned'\\</script>\n\n::error::owned ##[error]owned\n"


class Ran(msgspec.Struct):
    status: int
    out: str
    err: str

    @property
    def counted(self) -> str:
        """What every run says on standard error."""
        (line,) = re.findall(r"^opedcheck: (\d+ claims, \d+ matched, \d+ contradicted)$", self.err, re.MULTILINE)
        return str(line)


class Room:
    """The repository, and a desk in it."""

    def __init__(self, folder: Path) -> None:
        self.env = environment(folder) | {"OPEDCHECK_CACHE_DIR": str(folder / "cache"), "HOME": str(folder)}
        self.folder = folder / "room"
        self.write("claims/own.yaml", CLAIMS)
        self.write("articles/old.md", DATED.format(DAM.format("$4 million")))
        committed(self.folder, self.env)

    def __truediv__(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, text: str) -> None:
        (self / name).parent.mkdir(parents=True, exist_ok=True)
        (self / name).write_text(text, encoding="utf-8")

    def json(self, name: str) -> Any:
        return json.loads((self / name).read_text(encoding="utf-8"))

    def run(self, line: str, *more: str, status: int = 0) -> Ran:
        """Type a command; it has to exit with `status`."""
        command = [sys.executable, "-m", "opedcheck", *line.split(), *more]
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, encoding="utf-8", check=False
        )
        ran = Ran(done.returncode, done.stdout, done.stderr)
        assert ran.status == status and "Traceback" not in ran.err, (line, ran)
        return ran


def test_a_day(tmp_path: Path) -> None:
    room = Room(tmp_path)
    set_up(room)
    write_a_new_piece(room)
    suppress_with_a_reason(room)
    comment_in_word(room)
    correct(room)
    read_the_page(room, tmp_path / "profile")  # in the end, since there may be no browser


def set_up(room: Room) -> None:
    """Settings, a first scan, and what is known from before written down: the old slip stops nobody."""
    room.run("config init")
    assert room.run("claims lint").out == "claims: errors 0, warnings 0\n"
    first = room.run("scan articles", status=1)
    assert "error[amount-mismatch]" in first.out and "--> articles/old.md:5:16" in first.out
    assert first.counted == "1 claims, 1 matched, 1 contradicted"
    room.run("baseline create articles")
    settings = (room / "opedcheck.toml").read_text().replace("# baseline =", "baseline =")
    room.write("opedcheck.toml", settings)
    assert "baseline = " in room.run("config show").out
    known = room.run("scan articles")
    assert known.out.startswith("No findings in 1 article (1 suppressed)")
    assert known.counted == "1 claims, 1 matched, 1 contradicted"
    git(room.folder, "add", "--all", env=room.env)
    git(room.folder, "commit", "--quiet", "--message", "Check facts", env=room.env)


def write_a_new_piece(room: Room) -> None:
    """A new slip, annotated and reported in one run: to GitHub, to code scanning, to the test report, to the page."""
    room.write("articles/new.md", DATED.format(DAM.format("$5 million")) + "\n" + HOSTILE)
    reports = ("sarif=out.sarif", "junit=out.xml", "json=out.json", "html=out.html")
    found = room.run("scan articles --format github", *(f"--report={report}" for report in reports), status=1)
    assert found.counted == "2 claims, 2 matched, 2 contradicted"
    commands = [line for line in found.out.splitlines() if NEW.match(line) or OLD.search(line)]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=articles/new.md,line=5,endLine=5,col=16,endColumn=26,title=amount-")
    sarif = room.json("out.sarif")
    jsonschema.Draft7Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(sarif)
    (result,) = sarif["runs"][0]["results"]
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "claims/own.yaml"
    junit = JUnitXml.fromfile(str(room / "out.xml"))
    assert (junit.tests, junit.failures) == (2, 1)
    (finding,) = finding_of(room, "articles/new.md")["findings"]
    told = room.run("explain", finding["fingerprint"][:12], "--report", "out.json").out
    assert "$5 million" in told and "Ministry of Works" in told and "dam-cost" in told
    note = room.run("note", finding["fingerprint"], "--report", "out.json", "--date", "2026-03-05").out
    assert note.startswith("Correction: March 5, 2026\n") and "$3 million for the dam in Strelsau, not $5 m" in note


def suppress_with_a_reason(room: Room) -> None:
    """By a comment in Markdown, by the settings elsewhere; a comment without a reason is told of, and does nothing."""
    text = (room / "articles/new.md").read_text(encoding="utf-8")
    comment = "<!-- opedcheck: ignore[amount-mismatch]{} -->\n"
    room.write("articles/new.md", text.replace("Ruritania", comment.format("") + "Ruritania"))
    assert "new.md:5: opedcheck comment gives no reason" in room.run("scan articles", status=1).err
    room.write("articles/new.md", text.replace("Ruritania", comment.format(" the ministry's") + "Ruritania"))
    room.run("scan articles --report json=out.json")
    (gone,) = finding_of(room, "articles/new.md")["suppressed"]
    assert (gone["by"], gone["reason"]) == ("comment", "the ministry's")

    room.write("articles/letter.txt", DAM.format("$6 million") + "\n")
    room.run("scan articles --date 2026-03-04 --report json=out.json", status=1)
    (finding,) = finding_of(room, "articles/letter.txt")["findings"]
    entry = f'\n[[suppress]]\nfingerprint = "{finding["fingerprint"][:16]}"\nreason = "As the reader wrote."\n'
    room.write("opedcheck.toml", (room / "opedcheck.toml").read_text() + entry)
    assert "3 findings suppressed" in room.run("scan articles --date 2026-03-04").err


def read_the_page(room: Room, profile: Path) -> None:
    """The page of the morning, in a browser: the words marked, the evidence beside them, nothing of it run."""
    with browser(profile) as driver:
        window = Window(driver)
        window.open(room / "out.html")
        assert window.complaints() == []
        marks = "return [...document.querySelectorAll('mark.is-finding')].map((one) => one.textContent)"
        assert "$5 million" in window.js(marks)
        said = window.js("return document.body.textContent")
        assert "Ministry of Works" in said and "::error::owned" in said and "<script>document.title" in said
        assert "owned" not in window.js("return document.title")


def comment_in_word(room: Room) -> None:
    """A Word document comes back with a comment at the words, and is otherwise as it was."""
    made = docx.Document()
    paragraph = made.add_paragraph("Ruritania paid ")
    paragraph.add_run("$7 mil").bold = True
    paragraph.add_run("lion for the dam in Strelsau.")
    made.save(str(room / "column.docx"))
    room.run("scan column.docx --date 2026-03-04 --report docx=checked.docx", status=1)
    checked = docx.Document(str(room / "checked.docx"))
    assert [one.text for one in checked.paragraphs] == [DAM.format("$7 million")]
    (comment,) = checked.comments
    assert comment.author == "opedcheck" and "Suggestion: $3 million" in comment.text
    xml = checked.paragraphs[0]._p.xml
    words = xml[xml.index("commentRangeStart") : xml.index("commentRangeEnd")]
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", words)) == "$7 million"
    assert [run.bold for run in checked.paragraphs[0].runs if run.text][:2] == [None, True]


def correct(room: Room) -> None:
    """The old slip is shown, mended and forgotten."""
    assert "no longer occurs" not in room.run("scan articles/old.md").err
    diff = room.run("scan articles/old.md --no-cache --isolated --diff", status=1).out
    assert diff.endswith(f"-{DAM.format('$4 million')}\n+{DAM.format('$3 million')}\n")
    room.run("scan articles/old.md --isolated --fix")
    assert (room / "articles/old.md").read_text() == DATED.format(DAM.format("$3 million"))
    assert "no longer occurs: articles/old.md: amount-mismatch “$4 million”" in room.run("scan articles/old.md").err
    room.run("baseline prune articles")
    assert room.json("opedcheck-baseline.json")["entries"] == []
    room.run("cache clean")
    assert room.run("scan articles --date 2026-03-04").counted == "3 claims, 3 matched, 2 contradicted"


def finding_of(room: Room, path: str) -> Any:
    """One article of the report in JSON."""
    return next(one for one in room.json("out.json")["articles"] if one["path"] == path)
