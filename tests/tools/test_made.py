"""The references that scripts write: run again on the same facts, they give the same bytes."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = "\n".join(path.read_text("utf-8") for path in (ROOT / "claims").rglob("*.yaml"))
SCRIPTS = sorted(path.name for path in (ROOT / "tools").glob("make_*.py") if f"tools/{path.name}" in WRITTEN)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_same_facts_give_the_same_bytes(script: str, shared: Path, tmp_path: Path) -> None:
    committed, made = ROOT / "claims", tmp_path / "claims"
    for folder in ("claims", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    written = [path for path in made.rglob("*.yaml") if f"tools/{script}" in path.read_text("utf-8")]
    for path in written:
        path.write_text(f"# Written by tools/{script}\n", encoding="utf-8")
    command = [sys.executable, str(tmp_path / "tools" / script), str(shared / "facts")]
    subprocess.run(command, check=True, capture_output=True)
    names = sorted(str(path.relative_to(committed)) for path in committed.rglob("*.yaml"))
    assert filecmp.cmpfiles(committed, made, names, shallow=False)[1:] == ([], [])
    assert sorted(str(path.relative_to(made)) for path in made.rglob("*.yaml")) == names


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_without_facts_says_how_it_is_run(script: str) -> None:
    run = subprocess.run([sys.executable, str(ROOT / "tools" / script)], capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert f"python tools/{script} FACTS" in run.stderr
