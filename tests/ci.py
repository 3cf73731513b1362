"""What tests of the hook and the action share: a repository of articles, and an environment that fetches little."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What a checkout of the project holds that installing it needs.
PARTS = (
    "src", "claims", "pyproject.toml", "requirements.lock", "README.md", "LICENSE",
    ".pre-commit-hooks.yaml", "action.yml",
)  # fmt: skip

# A name and a source that would drive a CI's log, if they got there as they are.
OWNED = "in/::warning::owned##[error]owned.md"
CLAIMS = """\
statements:
  - id: dam-cost
    statement: Ruritania paid $3 million for the dam in Strelsau.
    sources:
      - publisher: "Ministry ##[add-path]/evil ::stop-commands::x"
        title: "a\\n::error file=x::owned\\r\\n::set-output name=x::y%0A::debug::z"
        accessed: 2026-01-02
"""
WRONG = "---\ndate: 2026-03-04\n---\n\nRuritania paid $4 million for the dam in Strelsau.\n"
RIGHT = "---\ndate: 2026-03-04\n---\n\nRuritania paid $3 million for the dam in Strelsau.\n"
HOSTILE = f"{WRONG}\n::error::owned\n##[error]owned\n::set-output name=a::b\n"


def environment(tmp: Path) -> dict[str, str]:
    """This one, in which a fresh Python also sees what is installed here: nothing has to be fetched twice."""
    here = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "PRE_COMMIT"))},
        "PYTHONPATH": os.pathsep.join(here),
        "XDG_CACHE_HOME": str(tmp / "cache"),
        "PRE_COMMIT_HOME": str(tmp / "pre-commit"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONIOENCODING": "utf-8",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example",
    }  # fmt: skip


def git(folder: Path, *arguments: str, env: dict[str, str]) -> None:
    """Run git, and fail where it does."""
    subprocess.run(["git", *arguments], cwd=folder, env=env, check=True, capture_output=True)


def project(folder: Path, env: dict[str, str]) -> Path:
    """The project as it is now, committed in a repository of its own."""
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    return committed(folder, env)


def newsroom(folder: Path, env: dict[str, str], **articles: str) -> Path:
    """A repository with references of its own and these articles (`__` in a name is a dot)."""
    (folder / "claims").mkdir(parents=True)
    (folder / "claims" / "own.yaml").write_text(CLAIMS, encoding="utf-8")
    for name, text in articles.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return committed(folder, env)


def committed(folder: Path, env: dict[str, str]) -> Path:
    """All that is there, in a first commit."""
    git(folder, "init", "--quiet", env=env)
    git(folder, "add", "--all", env=env)
    git(folder, "commit", "--quiet", "--no-verify", "--message", "All", env=env)
    return folder
