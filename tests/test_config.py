"""Where settings come from, and what is said of faulty ones."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from opedcheck import config, model
from opedcheck.config import Settings
from opedcheck.errors import SettingError

ALL = """
model = "en_core_web_md"
claims = ["facts", "/more/facts.yaml"]
default-claims = false
fail-on = "warning"
show = ["supported", "unverified"]
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "opedcheck.toml").write_text(ALL)
    assert config.load(tmp_path) == Settings(
        model="en_core_web_md",
        claims=(str(tmp_path / "facts"), str(Path("/more/facts.yaml"))),
        default_claims=False,
        fail_on="warning",
        show=("supported", "unverified"),
        home=str(tmp_path),
        origins={
            key: (str(tmp_path / "opedcheck.toml"), line)
            for line, key in enumerate(("model", "claims", "default-claims", "fail-on", "show"), start=2)
        },
    )


def test_the_choices_are_those_of_the_model() -> None:
    assert get_args(config.Severity) == get_args(model.Severity)
    assert get_args(config.Verdict) == get_args(model.Verdict)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert config.load(tmp_path, isolated=True) == Settings()


@pytest.mark.parametrize(
    ("files", "model"),
    [
        ({"opedcheck.toml": "model='a'", "pyproject.toml": "[tool.opedcheck]\nmodel='b'"}, "a"),
        ({".opedcheck.toml": "model='a'", "pyproject.toml": "[tool.opedcheck]\nmodel='b'"}, "a"),
        ({"../opedcheck.toml": "model='a'", "pyproject.toml": "[tool.opedcheck]\nmodel='b'"}, "b"),
        ({"../opedcheck.toml": "model='a'", "pyproject.toml": "[tool.other]\nopedcheck=1"}, "a"),
        ({"../opedcheck.toml": "model='a'", "pyproject.toml": "broken ["}, "a"),
        ({"../opedcheck.toml": "model='a'", "opedcheck.toml": ""}, None),
    ],
)
def test_the_nearest_file_alone_counts(tmp_path: Path, files: dict[str, str], model: str | None) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for name, text in files.items():
        (here / name).write_text(text)
    assert config.load(here).model == model


def test_a_file_can_be_named_and_all_ignored(tmp_path: Path) -> None:
    (tmp_path / "opedcheck.toml").write_text("model='a'")
    (tmp_path / "other.toml").write_text("model='b'\nclaims=['c']")
    found = config.load(tmp_path, config=tmp_path / "other.toml")
    assert (found.model, found.claims) == ("b", (str(tmp_path / "c"),))
    assert config.load(tmp_path, isolated=True) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("modle = 'a'", ":1: unknown key 'modle'. Did you mean 'model'?"),
        ("\ndefault_claims = true", ":2: unknown key 'default_claims'. Did you mean 'default-claims'?"),
        ("xyz = 1", "unknown key 'xyz'. The keys are extend, model, claims, default-claims, include, "),
        ("fail-on = 'never'", ":1: fail-on is 'never'. The values are error, warning, info."),
        ("\n\nclaims = 'facts'", ":3: claims is a text, and should be a list."),
        ("baseline = 3", "baseline is a number, and should be a text."),
        ("default-claims = 'no'", "default-claims is a text, and should be true or false."),
        ("severity = 'off'", "severity is a text, and should be a table."),
        ("show = ['supported', 'suported']", ":1: number 2 of show is 'suported'. Did you mean 'supported'?"),
        ("model = ", "is not valid TOML"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / ".opedcheck.toml"
    path.write_text(text)
    with pytest.raises(SettingError) as fault:
        config.load(tmp_path)
    assert said in fault.value.message
    assert fault.value.message.startswith(f"{path}:")


def test_faults_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nopedcheck = 1")
    with pytest.raises(SettingError, match="is no table"):
        config.load(tmp_path)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no such configuration file"):
        config.load(tmp_path, config=tmp_path / "a.toml")


SUPPRESS = "[[suppress]]\nfingerprint = '0123456789'\nreason = 'r'"
EVERYTHING = """
extend = "base.toml"
ignore = ["imprecise"]
baseline = "known.json"
[severity]
outdated = "off"
[[suppress]]
fingerprint = "0123456789abcdef"
reason = "Settled."
expires = 2027-01-01
[[overrides]]
paths = ["satire/"]
severity = {office-mismatch = "info"}
"""


def test_a_file_extends_another(tmp_path: Path) -> None:
    deep = tmp_path / "deep"
    deep.mkdir()
    (tmp_path / "base.toml").write_text("claims = ['facts']\nignore = ['outdated']\nexclude = ['old/']")
    (deep / "opedcheck.toml").write_text(EVERYTHING.replace("base.toml", "../base.toml"))
    found = config.load(deep)
    assert [Path(name).resolve() for name in found.claims] == [tmp_path / "facts"]
    assert (found.ignore, found.exclude) == (("imprecise",), ("old/",))
    assert found.baseline == str(deep / "known.json")
    assert found.origins["ignore"] == (str(deep / "opedcheck.toml"), 3)
    assert found.origins["suppress"] == (str(deep / "opedcheck.toml"), 7)
    assert Path(found.origins["claims"][0]).resolve() == tmp_path / "base.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extend = 'opedcheck.toml'", "extends itself"),
        ("extend = 'nowhere.toml'", "extends 'nowhere.toml', which is no file"),
        ("[severity]\nimprecise = 'fatal'", ":1: the severity of imprecise is 'fatal'. The values are error, "),
        ("severity = {imprecise = 3}", ":1: the severity of imprecise is 3. The values are error, "),
        (f"{SUPPRESS}\n{SUPPRESS[:-13]}", ":4: [[suppress]] number 2 has no 'reason'."),
        (
            "[[suppress]]\nfingerprint = 'xyz'\nreason = 'r'",
            ":1: [[suppress]] number 1: fingerprint is no fingerprint: ",
        ),
        (SUPPRESS.replace("'r'", "''"), ":1: [[suppress]] number 1: reason is empty."),
        (SUPPRESS.replace("reason", "reasn"), ":1: [[suppress]] number 1: unknown key 'reasn'. Did you mean 'reason'?"),
        (f"{SUPPRESS}\nexpires = 'soon'", ":1: [[suppress]] number 1: expires is not a day, such as 2027-01-01."),
        ("[[overrides]]\npath = ['a']", ":1: [[overrides]] number 1: unknown key 'path'. Did you mean 'paths'?"),
        ("[[overrides]]\npaths = []", ":1: [[overrides]] number 1: paths is empty."),
        ("[[overrides]]\npaths = 'a'", ":1: [[overrides]] number 1: paths is a text, and should be a list."),
        (
            "[[overrides]]\npaths = ['a']\nseverity = {imprecise = 'of'}",
            "[[overrides]] number 1: the severity of imprecise is",
        ),
    ],
)
def test_faults_within_tables_are_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "opedcheck.toml").write_text(text)
    with pytest.raises(SettingError) as fault:
        config.load(tmp_path)
    assert said in fault.value.message


@pytest.mark.parametrize(
    ("patterns", "name", "met"),
    [
        (("drafts/",), "drafts/a.md", True),
        (("drafts/",), "a.md", False),
        (("*.md",), "deep/a.md", True),
        (("/a.md",), "deep/a.md", False),
        (("*.md", "!a.md"), "a.md", False),
        ((), "a.md", False),
    ],
)
def test_patterns_are_those_of_gitignore(tmp_path: Path, patterns: tuple[str, ...], name: str, met: bool) -> None:
    assert config.matches(patterns, tmp_path / name, str(tmp_path)) is met


def test_the_schema_knows_every_key_and_takes_what_is_read(tmp_path: Path) -> None:
    import tomllib

    import jsonschema

    schema = config.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == config.KEYS
    table = tomllib.loads(EVERYTHING)
    table["suppress"][0]["expires"] = "2027-01-01"
    jsonschema.validate(table, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"modle": "a"}, schema)
