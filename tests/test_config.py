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
        ("modle = 'a'", "unknown key 'modle', did you mean 'model'?"),
        ("default_claims = true", "did you mean 'default-claims'?"),
        ("fail_on = 'error'\nclaim = []", "did you mean 'fail-on'?; unknown key 'claim', did you mean 'claims'?"),
        ("xyz = 1", "unknown key 'xyz'. The keys are extend, model, claims, default-claims, include, "),
        ("fail-on = 'never'", "Invalid enum value 'never' - at `fail-on`. The values are error, warning, info."),
        ("claims = 'facts'", "Expected `array`, got `str` - at `claims`"),
        ("show = ['supported', 'true']", "Invalid enum value 'true' - at `show[1]`. The values are supported"),
        ("model = ", "is not valid TOML"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / ".opedcheck.toml"
    path.write_text(text)
    with pytest.raises(SettingError) as fault:
        config.load(tmp_path)
    assert said in fault.value.message
    assert fault.value.message.startswith(f"{path}: ")


def test_faults_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nopedcheck = 1")
    with pytest.raises(SettingError, match="is no table"):
        config.load(tmp_path)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no such configuration file"):
        config.load(tmp_path, config=tmp_path / "a.toml")


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
    found = config.loaded(deep)
    assert [Path(name).resolve() for name in found.settings.claims] == [tmp_path / "facts"]
    assert (found.settings.ignore, found.settings.exclude) == (("imprecise",), ("old/",))
    assert found.settings.baseline == str(deep / "known.json")
    assert found.origins["ignore"] == (deep / "opedcheck.toml", 3)
    assert found.origins["suppress"] == (deep / "opedcheck.toml", 7)
    assert found.origins["claims"][0].resolve() == tmp_path / "base.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extend = 'opedcheck.toml'", "extends itself"),
        ("extend = 'nowhere.toml'", "extends 'nowhere.toml', which is no file"),
        ("[severity]\nimprecise = 'fatal'", "The values are error, warning, info, off."),
        ("[[suppress]]\nfingerprint = '0123456789'", "missing required field `reason`"),
        ("[[suppress]]\nfingerprint = 'xyz'\nreason = 'r'", "suppress[0].fingerprint"),
        ("[[suppress]]\nfingerprint = '0123456789'\nreason = ''", "suppress[0].reason"),
        ("[[suppress]]\nfingerprint = '0123456789'\nreasn = 'r'", "unknown key 'reasn', did you mean 'reason'?"),
        ("[[overrides]]\npath = ['a']", "[[overrides]] number 1: unknown key 'path', did you mean 'paths'?"),
        ("[[overrides]]\npaths = []", "overrides[0].paths"),
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
