"""What settings, comments and baselines keep out of a report, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


def write(name: str, text: str = "An error.\n") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings(text: str) -> None:
    write("opedcheck.toml", text)


@pytest.mark.parametrize(
    ("toml", "options", "status"),
    [
        ("", (), 1),
        ("", ("--ignore", "relation-mismatch"), 0),
        ("", ("--ignore", "place-mismatch,relation-mismatch"), 0),
        ("", ("--select", "place-mismatch"), 0),
        ("", ("--select", "place-mismatch", "--select", "relation-mismatch"), 1),
        ("ignore = ['relation-mismatch']", (), 0),
        ("ignore = ['relation-mismatch']", ("--isolated",), 1),
        ("select = ['place-mismatch']", (), 0),
        ("[severity]\nrelation-mismatch = 'warning'", (), 0),
        ("[severity]\nrelation-mismatch = 'warning'", ("--fail-on", "warning"), 1),
        ("[severity]\nrelation-mismatch = 'off'", ("--fail-on", "info"), 0),
        ("[[overrides]]\npaths = ['in/']\nignore = ['relation-mismatch']", (), 0),
        ("[[overrides]]\npaths = ['out/']\nignore = ['relation-mismatch']", (), 1),
        ("ignore = ['relation-mismatch']\n[[overrides]]\npaths = ['in/']\nselect = ['relation-mismatch']", (), 1),
    ],
)
def test_rules_are_chosen(run: Run, toml: str, options: tuple[str, ...], status: int) -> None:
    settings(toml)
    assert run("scan", write("in/a.txt"), *options).status == status


@pytest.mark.parametrize(
    ("toml", "options", "said"),
    [
        ("", ("--select", "relation"), "no rule is named 'relation'. Did you mean 'relation-mismatch'?"),
        ("ignore = ['relation']", (), "opedcheck.toml:1: ignore: no rule is named 'relation'"),
        ("[severity]\nrelation = 'off'", (), "opedcheck.toml:1: severity: no rule is named 'relation'"),
        (
            "[[overrides]]\npaths = ['a']\nselect = ['x']",
            (),
            "opedcheck.toml:1: [[overrides]] number 1: no rule is named",
        ),
    ],
)
def test_unknown_rules_are_named(run: Run, toml: str, options: tuple[str, ...], said: str) -> None:
    settings(toml)
    found = run("scan", write("a.txt"), *options)
    assert found.status == 2 and said in found.err


def test_what_settings_exclude_is_left_out_unless_it_is_named(run: Run) -> None:
    settings("exclude = ['old/']\ninclude = ['*.txt']")
    old, new, _ = write("old/a.txt"), write("new/b.txt"), write("new/c.md")
    assert "old" not in run("scan", ".").out
    assert "b.txt" in run("scan", ".").out and "c.md" not in run("scan", ".").out
    assert "old/a.txt" in run("scan", old, "--format", "concise").out
    forced = run("scan", old, new, "--force-exclude", "--format", "concise").out
    assert "old/a.txt" not in forced and "new/b.txt" in forced
    assert run("scan", "new", "--force-exclude").status == 1


def test_a_comment_suppresses_and_json_says_so(run: Run) -> None:
    file = write("a.md", "<!-- opedcheck: ignore[relation-mismatch] as quoted -->\nAn error.\n")
    found = run("scan", file, "--format", "json")
    assert found.status == 0 and "1 finding suppressed" in found.err
    (one,) = json.loads(found.out)["articles"]
    assert one["findings"] == []
    assert [(gone["by"], gone["reason"], gone["rule"]) for gone in one["suppressed"]] == [
        ("comment", "as quoted", "relation-mismatch")
    ]


def test_an_idle_comment_is_told_of(run: Run) -> None:
    file = write("a.md", "All is well.\n\n<!-- opedcheck: ignore[place-mismatch] why -->\n")
    assert "a.md:3: opedcheck comment suppresses nothing: place-mismatch" in run("scan", file).err


def test_a_baseline_is_made_heeded_renewed_and_pruned(run: Run) -> None:
    file = write("in/a.txt")
    made = run("baseline", "create", file)
    assert made.status == 0 and "opedcheck-baseline.json: written, 1 entry" in made.err
    assert json.loads(Path("opedcheck-baseline.json").read_text())["entries"][0]["path"] == "in/a.txt"
    assert run("baseline", "create", file).status == 2
    assert run("scan", file, "--baseline", "opedcheck-baseline.json").status == 0
    settings("baseline = 'opedcheck-baseline.json'")
    assert run("scan", file).status == 0
    write("in/a.txt", "All is well.\n")
    gone = run("scan", file)
    assert "no longer occurs: in/a.txt: relation-mismatch “An”" in gone.err
    assert "pruned of 1, 0 entries" in run("baseline", "prune", file).err
    write("in/b.txt")
    assert "updated, 1 entry" in run("baseline", "update", "in").err


def test_a_baseline_stays_as_it_was_where_a_file_can_not_be_read(run: Run) -> None:
    write("a.txt")
    assert run("baseline", "create", "a.txt", "nowhere.txt").status == 2
    assert not Path("opedcheck-baseline.json").exists()


@pytest.mark.parametrize("name", [".opedcheck.toml", "pyproject.toml"])
def test_config_init_writes_nothing_over_settings_that_hold(run: Run, name: str) -> None:
    write(name, "[tool.opedcheck]\nmodel = 'a'" if name == "pyproject.toml" else "model = 'a'")
    found = run("config", "init")
    assert found.status == 2 and f"{name}: is there already" in found.err and not Path("opedcheck.toml").exists()
    write(name, "[tool.other]")
    if name == "pyproject.toml":
        assert run("config", "init").status == 0


def test_config_init_show_and_schema(run: Run) -> None:
    assert run("config", "init").status == 0
    again = run("config", "init")
    assert again.status == 2 and "is there already" in again.err
    assert run("scan", write("a.txt")).status == 1  # what it writes is read
    settings("fail-on = 'warning'\nclaims = ['facts']")
    shown = run("config", "show").out
    assert 'fail-on = "warning"  # ' in shown and "opedcheck.toml:1" in shown
    assert "show = []  # default" in shown
    assert json.loads(run("config", "show", "--format", "json").out)["fail-on"]["value"] == "warning"
    assert json.loads(run("config", "schema").out)["title"] == "opedcheck.toml"


@pytest.mark.parametrize(
    ("expires", "status", "said"),
    [
        ("", 0, "1 finding suppressed"),
        ("expires = 2999-01-01", 0, "1 finding suppressed"),
        ("expires = 2020-01-01", 1, "suppressed until 2020-01-01, shown again"),
    ],
)
def test_a_finding_is_suppressed_by_its_fingerprint(run: Run, expires: str, status: int, said: str) -> None:
    file = write("a.txt")
    fingerprint = json.loads(run("scan", file, "--format", "json").out)["articles"][0]["findings"][0]["fingerprint"]
    settings(f"[[suppress]]\nfingerprint = '{fingerprint[:12]}'\nreason = 'settled'\n{expires}")
    found = run("scan", file)
    assert found.status == status and said in found.err


def test_what_the_settings_suppress_in_vain_is_told_of_where_all_is_scanned(run: Run) -> None:
    file = write("a.txt")
    fingerprint = json.loads(run("scan", file, "--format", "json").out)["articles"][0]["findings"][0]["fingerprint"]
    entries = (f"[[suppress]]\nfingerprint = '{one}'\nreason = 'settled'\n" for one in (fingerprint[:12], "0" * 8))
    settings("".join(entries))
    told = "warning: 00000000: suppressed in the settings, but not found"
    found = run("scan", ".")
    assert told in found.err and fingerprint[:8] not in found.err
    assert told not in run("scan", file).err
