"""What the README says is so: its commands run, its picture is real, and no command is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from opedcheck.cli.app import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALL_AND_SCAN, INSTALL_AND_TEST = re.findall(r"```sh\n(python -m pip .+ && .+)\n```", README)
MODEL_HASH = "sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def commands() -> list[str]:
    """Every command by the words that call it."""
    import typer

    def walk(one: typer.Typer, before: str) -> list[str]:
        own = [f"{before} {info.name or info.callback.__name__}" for info in one.registered_commands if info.callback]
        for group in one.registered_groups:
            assert group.typer_instance is not None
            own += walk(group.typer_instance, f"{before} {group.typer_instance.info.name}")
        return own

    return walk(app, "opedcheck")


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"`{command}\b", README)


def test_every_rule_of_settings_is_named() -> None:
    from opedcheck.config import KEYS

    assert all(re.search(rf"^{key} = ", README, re.MULTILINE) for key in KEYS)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a fresh Python that also sees what is installed here, so that little has to be fetched."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    here = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    (Path(paths["purelib"]) / "here.pth").write_text("\n".join(here), encoding="utf-8")
    return {
        **os.environ,
        "PATH": os.pathsep.join((paths["scripts"], os.environ["PATH"])),
        "VIRTUAL_ENV": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONIOENCODING": "utf-8",
        # The tests that the README's command runs are few, and not this one.
        "PYTEST_ADDOPTS": "tests/test_config.py -p no:cacheprovider",
    }


def run(command: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.model
def test_the_command_that_installs_and_scans(fresh: dict[str, str]) -> None:
    done = run(INSTALL_AND_SCAN, fresh)
    assert done.returncode == 1, done.stderr[-3000:]
    assert "contradicted" in done.stderr
    picture = re.search(r"```text\n\$ opedcheck scan examples/japan-nato.md\n(.*?)```", README, re.DOTALL)
    assert picture is not None
    for part in picture[1].split("...\n"):
        assert part.strip() in done.stdout


def test_the_command_that_installs_and_tests(fresh: dict[str, str]) -> None:
    done = run(INSTALL_AND_TEST, fresh)
    assert done.returncode == 0, done.stderr[-3000:]
    assert re.search(r"\d+ passed", done.stdout)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock", "requirements-semantic.lock"])
def test_the_locks_pin_everything_by_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert name == "requirements-semantic.lock" or MODEL_HASH in text
    requirements = re.findall(r"^[a-z][^\n]*(?:\n    --hash[^\n]*)*", text, re.MULTILINE)
    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9._-]+==\S+ .*\\\n    --hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_the_locks_agree_and_cover_the_project() -> None:
    import tomllib

    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([a-z0-9._-]+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-test.lock")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-test.lock", project["optional-dependencies"]["test"]),
        ("requirements-semantic.lock", project["optional-dependencies"]["semantic"]),
    ):
        names = {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", pin)[0]) for pin in pins(name)}
        assert {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", one)[0].lower()) for one in wanted} <= names
