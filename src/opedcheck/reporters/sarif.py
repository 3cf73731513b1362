"""SARIF 2.1.0 (OASIS, 2020), with what GitHub's code scanning requires beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from opedcheck.model import Finding, Report, Rule, Severity
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.told import Told, gravest, grounds, message
from opedcheck.repository import relative

Document = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
MOST = 5_000
"""Results that code scanning shows of a run."""
ABOUT = "urn:opedcheck"
"""Where to read about the tool: a name, since the manual of each rule is in the file itself."""


def write(run: Report, out: TextIO, look: Look) -> None:
    """One run with the rules that it found something by, the gravest results first."""
    found = gravest(run)[:MOST]
    rules = {rule.name: rule for rule in run.rules}
    used = list(dict.fromkeys(one.finding.rule for one in found))
    driver = {
        "name": "opedcheck",
        "version": run.version,
        "semanticVersion": run.version,
        "informationUri": ABOUT,
        "rules": [_rule(name, rules.get(name)) for name in used],
    }
    results = [_result(one, used.index(one.finding.rule)) for one in found]
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    json.dump(document, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(name: str, rule: Rule | None) -> Document:
    """A rule with its manual; a bare name where the run does not know it."""
    manual = rule.doc.strip() if rule else name
    first, _, rest = manual.partition("\n\n")
    level = LEVELS[rule.severity] if rule and rule.severity else "note"
    return {
        "id": name,
        "shortDescription": {"text": " ".join(first.split())},
        "fullDescription": {"text": " ".join((rest.partition("\n\n")[0] or first).split())},
        "help": {"text": manual},
        "defaultConfiguration": {"level": level},
    }


def _result(one: Told, index: int) -> Document:
    finding = one.finding
    region = {
        "startLine": one.start.line,
        "startColumn": one.start.column,
        "endLine": one.end.line,
        "endColumn": one.end.column,
    }
    if finding.quote:
        region["snippet"] = {"text": finding.quote}  # type: ignore[assignment]
    result: Document = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": message(finding) or finding.rule},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(one.path)}, "region": region}}],
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {
            "primaryLocationLineHash": f"{finding.fingerprint[:16]}:1",
            "opedcheck/v1": finding.fingerprint,
        }
    related = list(_related(finding))
    return {**result, "relatedLocations": related} if related else result


def _related(finding: Finding) -> Iterator[Document]:
    """Where the references stand, as far as they are files of the repository."""
    for number, evidence in enumerate(grounds(finding), start=1):
        path = relative(evidence.path) if evidence.path else ""
        if not path or Path(path).is_absolute() or path.startswith("../") or evidence.line < 1:
            continue
        place = {"artifactLocation": {"uri": uri(path)}, "region": {"startLine": evidence.line}}
        said = evidence.statement or evidence.reference
        yield {"id": number, "physicalLocation": place, "message": {"text": said}}


def uri(path: str) -> str:
    """A relative path as a URI reference (RFC 3986)."""
    return quote(path.encode("utf-8", "surrogatepass"), safe="/")


REPORTER = Reporter(name="sarif", write=write)
