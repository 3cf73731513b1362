"""The pre-commit hooks, tried by the real pre-commit in a repository of articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.ci import RIGHT, WRONG, environment, git, newsroom, project

MORE = """\
statements:
  - {id: dam-age, statement: The dam in Strelsau was built in 1911., sorces: []}
"""


class Tried:
    """The project and a newsroom's repository, and a way to run the hooks of the one in the other."""

    def __init__(self, tmp: Path) -> None:
        self.env = environment(tmp)
        self.project = project(tmp / "project", self.env)
        self.newsroom = newsroom(tmp / "newsroom", self.env, a__md=RIGHT, LICENSE="Do as you like.\n")

    def run(self, *more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(self.project), "--verbose", *more],
            cwd=self.newsroom, env=self.env, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def write(self, name: str, text: str) -> None:
        (self.newsroom / name).parent.mkdir(parents=True, exist_ok=True)
        (self.newsroom / name).write_text(text, encoding="utf-8")
        git(self.newsroom, "add", name, env=self.env)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    return Tried(tmp_path_factory.mktemp("hooks"))


@pytest.mark.model
def test_what_is_right_passes(tried: Tried) -> None:
    found = tried.run("--all-files")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "1 claims, 1 matched, 0 contradicted" in found.stdout
    assert "LICENSE" not in found.stdout


@pytest.mark.model
def test_what_is_wrong_stops_a_commit(tried: Tried) -> None:
    """A wrong fact, and a faulty reference; what the settings exclude is left out though pre-commit names it."""
    tried.write("b.md", WRONG)
    tried.write("drafts/c.md", WRONG)
    tried.write("opedcheck.toml", 'exclude = ["drafts/"]\n')
    tried.write("claims/more.yaml", MORE)
    found = tried.run()
    assert found.returncode == 1, found.stdout + found.stderr
    assert "--> b.md:5:" in found.stdout
    assert "error[amount-mismatch]" in found.stdout
    assert "drafts/c.md" not in found.stdout
    assert "claims/more.yaml:2" in found.stdout
    assert "sorces" in found.stdout
