"""action.yml: its steps run as a runner runs them, and the log read as a runner reads it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from tests.ci import HOSTILE, OWNED, RIGHT, ROOT, environment, newsroom

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
# actions/runner, ActionCommand.cs: the new form at the start of a line, the old one anywhere in it.
NEW = re.compile(r"^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$")
OLD = re.compile(r"##\[([\w-]+)(?: ([^\]]*))?\](.*)$")
UNESCAPED = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(msgspec.Struct, frozen=True):
    """A workflow command that a runner would obey."""

    name: str
    properties: dict[str, str]
    data: str


class Ran(msgspec.Struct):
    status: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def commands(self) -> list[Command]:
        lines = re.split(r"\r\n|\r|\n", self.log)
        found = (NEW.match(line) or OLD.search(line) for line in lines)
        return [
            Command(one[1], dict(_property(part) for part in (one[2] or "").split(",") if part), _meant(one[3]))
            for one in found
            if one
        ]


def _property(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, _meant(value)


def _meant(text: str) -> str:
    for escaped, meant in UNESCAPED:
        text = text.replace(escaped, meant)
    return text


class Runner:
    """Runs the `run` steps with the inputs given, in one environment: installed once."""

    def __init__(self, tmp: Path) -> None:
        self.tmp = tmp
        self.env = environment(tmp) | {"RUNNER_TEMP": str(tmp), "CI": "true", "GITHUB_ACTIONS": "true"}
        self.installed = self.step(STEPS[0], tmp, {"python": sys.executable})
        path = (tmp / "GITHUB_PATH").read_text(encoding="utf-8").split("\n")[0]
        self.env["PATH"] = f"{path}:{self.env['PATH']}"

    def step(self, step: dict[str, Any], workspace: Path, inputs: dict[str, str]) -> Ran:
        given = {name: about.get("default", "") for name, about in ACTION["inputs"].items()} | inputs
        known = {f"inputs.{name}": value for name, value in given.items()} | {"github.action_path": str(ROOT)}
        own = {
            name: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        files = {name: self.tmp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("")
        # actions/runner, ScriptHandler.cs: how `shell: bash` is run.
        script = self.tmp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script], cwd=workspace,
            env=self.env | own | {name: str(file) for name, file in files.items()},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        return Ran(ran.returncode, ran.stdout, outputs, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory.mktemp("runner"))


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory, runner: Runner) -> Path:
    folder = newsroom(tmp_path_factory.mktemp("news") / "room", runner.env, right__md=RIGHT)
    (folder / OWNED).parent.mkdir(parents=True)
    (folder / OWNED).write_text(HOSTILE, encoding="utf-8")
    return folder


def test_it_installs(runner: Runner) -> None:
    assert (runner.installed.status, runner.installed.commands) == (0, []), runner.installed.log


@pytest.mark.model
def test_an_article_can_t_drive_the_log(runner: Runner, articles: Path) -> None:
    ran = runner.step(STEPS[1], articles, {"paths": f"right.md\n{OWNED}", "sarif": "out.sarif"})
    assert ran.status == 1, ran.log
    (command,) = ran.commands
    assert command.name == "error"
    assert command.properties["title"] == "amount-mismatch"
    assert (command.properties["line"], command.properties["col"]) == ("5", "16")
    assert command.properties["file"] == OWNED
    assert "$4 million" in command.data
    assert ran.outputs == {"status": "1", "sarif": "out.sarif"}
    assert ran.summary.count("amount-mismatch") >= 1
    assert "Ministry" in ran.summary
    assert "##[" not in ran.summary
    results = json.loads((articles / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["amount-mismatch"]


@pytest.mark.model
def test_what_a_scan_exits_with(runner: Runner, articles: Path) -> None:
    clean = runner.step(STEPS[1], articles, {"paths": "right.md"})
    assert (clean.status, clean.commands, clean.outputs["status"]) == (0, [], "0"), clean.log
    assert "1 supported" in clean.summary
    zero = runner.step(STEPS[1], articles, {"paths": OWNED, "arguments": "--exit-zero\n\n--ignore=imprecise"})
    assert (zero.status, len(zero.commands)) == (0, 1), zero.log
    missing = runner.step(STEPS[1], articles, {"paths": "none.md; echo owned"})
    assert (missing.status, missing.outputs["status"]) == (2, "2")
    assert "\nowned" not in missing.log


def test_no_input_is_part_of_a_script() -> None:
    assert all("${{" not in step.get("run", "") for step in STEPS)


def test_sarif_is_uploaded_where_it_is_asked_for() -> None:
    (upload,) = (step for step in STEPS if "uses" in step)
    assert "inputs.upload-sarif == 'true'" in upload["if"]
    assert ACTION["inputs"]["upload-sarif"]["default"] == "false"
